#include "core/fetch/free_space.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/error.h"

namespace prolap::fetch {

void requireSpace(const Path& folder, std::int64_t bytes, const std::string& what)
{
    std::error_code unknown;
    const auto space = std::filesystem::space(folder.empty() ? Path(".") : folder, unknown);
    if (unknown || bytes <= 0 || static_cast<std::uintmax_t>(bytes) <= space.available)
        return;
    const auto available = static_cast<std::int64_t>(std::min<std::uintmax_t>(space.available, INT64_MAX));
    throw Error(ErrorKind::DiskFull,
                fmt::format("{} has room for {}, but {} needs {} more: make room, or choose another folder.",
                            displayText(folder), byteText(available), what, byteText(bytes)));
}

std::string byteText(std::int64_t bytes)
{
    const auto value = static_cast<double>(bytes);
    if (bytes < 1'000'000)
        return fmt::format("{} kB", (bytes + 999) / 1000);
    if (bytes < 999'500'000)
        return fmt::format("{:.0f} MB", value / 1e6);
    return fmt::format("{:.1f} GB", value / 1e9);
}

} // namespace prolap::fetch
