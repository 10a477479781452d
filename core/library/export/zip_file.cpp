#include "core/library/export/zip_file.h"

#include <archive.h>
#include <archive_entry.h>

#include <exception>

#include "core/atomic_file.h"
#include "core/error.h"
#include "core/library/export/copy_file.h"

namespace prolap::library {

class ZipFile::Impl {
public:
    explicit Impl(const Path& file) : m_file(file), m_out(file), m_archive(archive_write_new())
    {
        if (!m_archive)
            throw std::bad_alloc();
        archive_write_set_format_zip(m_archive.get());
        archive_write_set_options(m_archive.get(), "zip:compression=store,zip:hdrcharset=UTF-8");
        archive_write_set_bytes_in_last_block(m_archive.get(), 1);
        check(archive_write_open(m_archive.get(), this, nullptr, &Impl::put, nullptr));
    }

    bool add(const Path& source, const std::string& name, const std::stop_token& stop)
    {
        const std::unique_ptr<archive_entry, void (*)(archive_entry*)> entry(archive_entry_new(), &archive_entry_free);
        std::error_code failed;
        const auto size = std::filesystem::file_size(source, failed);
        if (failed)
            throw Error(ErrorKind::NotFound, displayText(source) + " cannot be read: " + failed.message() + ".");
        archive_entry_set_pathname_utf8(entry.get(), name.c_str());
        archive_entry_set_size(entry.get(), static_cast<la_int64_t>(size));
        archive_entry_set_filetype(entry.get(), AE_IFREG);
        archive_entry_set_perm(entry.get(), 0644);
        if (const auto changed = std::filesystem::last_write_time(source, failed); !failed) {
            const auto system = std::chrono::file_clock::to_sys(changed);
            archive_entry_set_mtime(
                entry.get(), std::chrono::duration_cast<std::chrono::seconds>(system.time_since_epoch()).count(), 0);
        }
        bool begun = false;
        const bool whole = readBlocks(
            source,
            [&](std::span<const char> block) {
                if (!begun)
                    check(archive_write_header(m_archive.get(), entry.get()));
                begun = true;
                if (archive_write_data(m_archive.get(), block.data(), block.size()) < 0)
                    check(ARCHIVE_FATAL);
            },
            stop);
        if (whole && !begun)
            check(archive_write_header(m_archive.get(), entry.get()));
        if (whole)
            check(archive_write_finish_entry(m_archive.get()));
        return whole;
    }

    void finish()
    {
        check(archive_write_close(m_archive.get()));
        m_out.commit();
    }

private:
    struct Free {
        void operator()(archive* a) const { archive_write_free(a); }
    };

    static la_ssize_t put(archive*, void* self, const void* bytes, std::size_t size)
    {
        auto* impl = static_cast<Impl*>(self);
        try {
            if (!impl->m_problem)
                impl->m_out.write(std::span(static_cast<const std::byte*>(bytes), size));
        } catch (...) { // not through C
            impl->m_problem = std::current_exception();
        }
        return impl->m_problem ? -1 : static_cast<la_ssize_t>(size);
    }

    void check(int result)
    {
        if (m_problem)
            std::rethrow_exception(m_problem);
        if (result < ARCHIVE_WARN) {
            const char* why = archive_error_string(m_archive.get());
            throw Error(ErrorKind::Internal, displayText(m_file) + " cannot be written: " +
                                                 (why ? why : "the archive library gives no reason") + ".");
        }
    }

    const Path m_file;
    AtomicFile m_out;
    std::exception_ptr m_problem;
    std::unique_ptr<archive, Free> m_archive; ///< last: its end may still write
};

ZipFile::ZipFile(const Path& file) : m_impl(std::make_unique<Impl>(file)) {}
ZipFile::~ZipFile() = default;

bool ZipFile::add(const Path& source, const std::string& name, const std::stop_token& stop)
{
    return m_impl->add(source, name, stop);
}

void ZipFile::finish()
{
    m_impl->finish();
}

} // namespace prolap::library
