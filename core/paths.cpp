#include "core/paths.h"

#include <cstdint>
#include <cstdlib>

#include <unicode/utf8.h>

namespace prolap {

namespace {

Path xdgDir(const char* variable, const char* underHome)
{
    const char* set = std::getenv(variable);
    if (set && *set == '/')
        return Path(set) / "prolap-explorer";
    const char* home = std::getenv("HOME");
    return Path(home && *home ? home : "/tmp") / underHome / "prolap-explorer";
}

} // namespace

std::string validUtf8(std::string_view bytes)
{
    std::string text;
    text.reserve(bytes.size());
    const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
    const auto size = static_cast<std::int64_t>(bytes.size());
    for (std::int64_t at = 0; at < size;) {
        const std::int64_t from = at;
        UChar32 point;
        U8_NEXT(data, at, size, point);
        if (point < 0)
            text += "\xEF\xBF\xBD";
        else
            text.append(bytes.substr(static_cast<std::size_t>(from), static_cast<std::size_t>(at - from)));
    }
    return text;
}

std::string displayText(const Path& path)
{
    return validUtf8(path.native());
}

Path userDataDir()
{
    return xdgDir("XDG_DATA_HOME", ".local/share");
}

Path defaultLibrary()
{
    return userDataDir() / "library.db";
}

Path userCacheDir()
{
    return xdgDir("XDG_CACHE_HOME", ".cache");
}

} // namespace prolap
