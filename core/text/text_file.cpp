#include "core/text/text_file.h"

#include <cerrno>
#include <cstring>
#include <fstream>

#include <fmt/format.h>

#include "core/error.h"

namespace prolap::text {

namespace {

constexpr std::uintmax_t kMaxBytes = 64 << 20; // the published ones have at most 4 MB

} // namespace

std::string readVocabularyFile(const Path& file)
{
    const auto fail = [&file](ErrorKind kind, const std::string& found) {
        throw Error(kind, fmt::format("Cannot read {}: expected a tokenizer's vocabulary file, found {}.",
                                      displayText(file), found));
    };
    std::error_code code;
    if (!std::filesystem::exists(file, code))
        fail(ErrorKind::NotFound, "no such file");
    if (!std::filesystem::is_regular_file(file, code))
        fail(ErrorKind::Corrupt, "something that is no file");
    const std::uintmax_t size = std::filesystem::file_size(file, code);
    if (code || size > kMaxBytes)
        fail(ErrorKind::Corrupt, code ? code.message() : fmt::format("{} bytes", size));
    std::ifstream stream(file, std::ios::binary);
    if (!stream)
        fail(errno == EACCES ? ErrorKind::Permission : ErrorKind::Internal, std::strerror(errno));
    std::string bytes(size, '\0');
    stream.read(bytes.data(), static_cast<std::streamsize>(size));
    if (static_cast<std::uintmax_t>(stream.gcount()) != size)
        fail(ErrorKind::Internal, fmt::format("{} of {} bytes", stream.gcount(), size));
    return bytes;
}

} // namespace prolap::text
