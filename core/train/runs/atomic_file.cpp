#include "core/train/runs/atomic_file.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>

#include <fcntl.h>
#include <unistd.h>

#include <fmt/format.h>

#include "core/error.h"

namespace prolap::train {

namespace {

[[noreturn]] void fail(const Path& file, int code)
{
    const ErrorKind kind = code == ENOSPC || code == EDQUOT  ? ErrorKind::DiskFull
                           : code == EROFS                   ? ErrorKind::ReadOnly
                           : code == ENOENT                  ? ErrorKind::NotFound
                           : code == EACCES || code == EPERM ? ErrorKind::Permission
                                                             : ErrorKind::Internal;
    throw Error(kind, fmt::format("Cannot write {}: {}.", displayText(file), std::strerror(code)));
}

} // namespace

void writeWhole(const Path& file, std::string_view text)
{
    const Path unfinished = file.string() + fmt::format(".{}.new", ::getpid());
    const int descriptor = ::open(unfinished.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (descriptor < 0)
        fail(file, errno);
    int code = 0;
    for (std::size_t done = 0; done < text.size() && code == 0;) {
        const ssize_t written = ::write(descriptor, text.data() + done, text.size() - done);
        if (written >= 0)
            done += static_cast<std::size_t>(written);
        else if (errno != EINTR)
            code = errno;
    }
    if (code == 0 && ::fdatasync(descriptor) != 0)
        code = errno;
    if (::close(descriptor) != 0 && code == 0)
        code = errno;
    if (code == 0 && ::rename(unfinished.c_str(), file.c_str()) != 0)
        code = errno;
    if (code != 0) {
        ::unlink(unfinished.c_str());
        fail(file, code);
    }
}

void writeJson(const Path& file, const nlohmann::json& json)
{
    writeWhole(file, json.dump(1, ' ', false, nlohmann::json::error_handler_t::replace) + '\n');
}

std::optional<nlohmann::json> readJson(const Path& file)
{
    std::ifstream in(file, std::ios::binary);
    if (!in)
        return std::nullopt;
    auto json = nlohmann::json::parse(in, nullptr, /*allow_exceptions=*/false);
    return json.is_discarded() ? std::nullopt : std::optional(std::move(json));
}

nlohmann::json toJson(const Path& path)
{
    const std::string& bytes = path.native();
    if (validUtf8(bytes) == bytes)
        return bytes;
    auto list = nlohmann::json::array();
    for (const char byte : bytes)
        list.push_back(static_cast<unsigned char>(byte));
    return list;
}

Path pathFromJson(const nlohmann::json& json)
{
    if (json.is_string())
        return json.get<std::string>();
    std::string bytes;
    for (const auto& byte : json)
        bytes += static_cast<char>(byte.is_number_integer() ? byte.get<int>() : '?');
    return bytes;
}

} // namespace prolap::train
