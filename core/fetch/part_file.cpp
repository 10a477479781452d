#include "core/fetch/part_file.h"

#include <cerrno>
#include <fstream>

#include <fcntl.h>
#include <unistd.h>

#include <nlohmann/json.hpp>

#include "core/fetch/replace_file.h"

namespace prolap::fetch {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr std::int64_t kPushBytes = 32 << 20;

const char* kindOf(VerifiedBy by)
{
    return by == VerifiedBy::AnnouncedSha256 ? "sha256" : by == VerifiedBy::AnnouncedGitId ? "git" : "";
}

std::string noteOf(const PartOrigin& origin)
{
    return json{{"url", origin.url},
                {"etag", origin.etag},
                {"total", origin.total},
                {"hash_kind", kindOf(origin.hash.by)},
                {"hash", origin.hash.hex}}
               .dump(1, ' ', false, json::error_handler_t::replace) +
           "\n";
}

/// Nothing for what is no such note: the download then begins anew.
std::optional<PartOrigin> readNote(const Path& file)
{
    constexpr std::size_t kLongest = 64 << 10;
    std::string text(kLongest, '\0');
    std::ifstream in(file, std::ios::binary);
    in.read(text.data(), kLongest);
    text.resize(static_cast<std::size_t>(in.gcount()));
    const json note = json::parse(text, nullptr, false);
    const auto string = [&](const char* field) {
        return note.is_object() && note.contains(field) && note[field].is_string() ? note[field].get<std::string>()
                                                                                   : std::string();
    };
    PartOrigin origin;
    origin.url = string("url");
    origin.etag = string("etag");
    origin.hash.hex = string("hash");
    if (const std::string kind = string("hash_kind"); kind == "sha256")
        origin.hash.by = VerifiedBy::AnnouncedSha256;
    else if (kind == "git")
        origin.hash.by = VerifiedBy::AnnouncedGitId;
    if (origin.url.empty() || !note.contains("total") || !note["total"].is_number_integer())
        return std::nullopt;
    origin.total = note["total"];
    return origin;
}

} // namespace

PartFile::PartFile(const Path& file)
    : m_file(file), m_part(file.native() + ".part"), m_note(file.native() + ".part.json")
{
    std::error_code code;
    const auto size = fs::file_size(m_part, code);
    if (code)
        return;
    m_origin = readNote(m_note);
    m_size = m_origin ? static_cast<std::int64_t>(size) : 0;
    m_pushed = m_size;
}

PartFile::~PartFile()
{
    close();
}

void PartFile::restart(const PartOrigin& origin)
{
    open();
    // First no bytes, then whose they will be: a kill in between leaves nothing that is taken for another file's.
    if (::ftruncate(m_descriptor, 0) != 0)
        throwWriteError(m_part, errno);
    m_size = 0;
    m_pushed = 0;
    replaceFile(m_note, noteOf(origin));
    m_origin = origin;
}

void PartFile::write(std::span<const std::byte> bytes)
{
    open();
    while (!bytes.empty()) {
        const ssize_t written = ::pwrite(m_descriptor, bytes.data(), bytes.size(), m_size);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            throwWriteError(m_part, errno);
        m_size += written;
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
    if (m_size - m_pushed >= kPushBytes) { // so that finish() has little left to wait for
        ::sync_file_range(m_descriptor, m_pushed, m_size - m_pushed, SYNC_FILE_RANGE_WRITE);
        m_pushed = m_size;
    }
}

void PartFile::finish()
{
    open();
    if (::fsync(m_descriptor) != 0)
        throwWriteError(m_part, errno);
    if (::rename(m_part.c_str(), m_file.c_str()) != 0)
        throwWriteError(m_file, errno);
    discard(); // what is left of it
}

void PartFile::discard()
{
    close();
    std::error_code code;
    for (const Path& file : {m_part, m_note, unfinished(m_note)})
        fs::remove(file, code);
    m_origin.reset();
    m_size = 0;
}

void PartFile::open()
{
    if (m_descriptor >= 0)
        return;
    m_descriptor = ::open(m_part.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0666);
    if (m_descriptor < 0)
        throwWriteError(m_part, errno);
}

void PartFile::close()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
    m_descriptor = -1;
}

} // namespace prolap::fetch
