#include "core/fetch/replace_file.h"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <unistd.h>

#include <fmt/format.h>

#include "core/write_error.h"

namespace prolap::fetch {

Path unfinished(const Path& file)
{
    return file.native() + ".new";
}

void replaceFile(const Path& file, std::string_view text)
{
    const Path draft = unfinished(file);
    const int descriptor = ::open(draft.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (descriptor < 0)
        throwWriteError(file, errno);
    int code = 0;
    while (!text.empty() && code == 0) {
        const ssize_t written = ::write(descriptor, text.data(), text.size());
        if (written >= 0)
            text.remove_prefix(static_cast<std::size_t>(written));
        else if (errno != EINTR)
            code = errno;
    }
    if (code == 0 && ::fsync(descriptor) != 0)
        code = errno;
    ::close(descriptor);
    if (code == 0 && ::rename(draft.c_str(), file.c_str()) != 0)
        code = errno;
    if (code != 0) {
        ::unlink(draft.c_str());
        throwWriteError(file, code);
    }
}

void throwWriteError(const Path& file, int code)
{
    const ErrorKind kind = writeErrorKind(code);
    const bool full = kind == ErrorKind::DiskFull;
    throw Error(kind, fmt::format("Cannot write {}: {}{}.", displayText(file), std::strerror(code),
                                  full ? "; what has come is kept, and the same command goes on from there" : ""));
}

} // namespace prolap::fetch
