#include "core/library/export/copy_file.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <vector>

#include "core/atomic_file.h"
#include "core/error.h"

namespace prolap::library {

namespace {

constexpr std::size_t kBlockBytes = std::size_t{1} << 20;

} // namespace

bool readBlocks(const Path& file, const std::function<void(std::span<const char>)>& onBlock,
                const std::stop_token& stop)
{
    const auto fail = [&](ErrorKind kind, const std::string& why) {
        throw Error(kind, displayText(file) + " cannot be read: " + why + ".");
    };
    std::error_code failed;
    const auto status = std::filesystem::status(file, failed);
    if (status.type() == std::filesystem::file_type::not_found)
        fail(ErrorKind::NotFound, "it is not there");
    if (!std::filesystem::is_regular_file(status)) // a pipe would wait for ever
        fail(ErrorKind::Unsupported, "it is no regular file");
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> stream(std::fopen(file.c_str(), "rb"), &std::fclose);
    if (!stream)
        fail(errno == EACCES ? ErrorKind::Permission : ErrorKind::Internal, std::strerror(errno));
    std::vector<char> block(kBlockBytes);
    while (const std::size_t got = std::fread(block.data(), 1, block.size(), stream.get())) {
        if (stop.stop_requested())
            return false;
        onBlock(std::span(block).first(got));
    }
    if (std::ferror(stream.get()))
        fail(ErrorKind::Internal, std::strerror(errno));
    return true;
}

bool copyFile(const Path& from, const Path& to, const std::stop_token& stop)
{
    AtomicFile out(to);
    if (!readBlocks(
            from, [&](std::span<const char> block) { out.write(std::as_bytes(block)); }, stop))
        return false;
    out.commit();
    std::error_code ignored;
    if (const auto changed = std::filesystem::last_write_time(from, ignored); !ignored)
        std::filesystem::last_write_time(to, changed, ignored);
    return true;
}

} // namespace prolap::library
