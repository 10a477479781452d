#include "core/model/published/model_card.h"

#include <algorithm>
#include <fstream>
#include <string_view>

namespace prolap::model {

namespace {

constexpr int kMostLines = 200;
constexpr std::size_t kLongestLine = 200;

constexpr const char* kSpdx[] = {"Apache-2.0", "MIT",          "MS-PL",        "CC0-1.0",         "CC-BY-4.0",
                                 "CC-BY-3.0",  "CC-BY-SA-4.0", "CC-BY-NC-4.0", "CC-BY-NC-SA-4.0", "BSD-3-Clause"};

std::string lower(std::string_view text)
{
    std::string out(text);
    std::ranges::transform(out, out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 'a' - 'A') : c; });
    return out;
}

/// The identifier that is the same but for upper and lower case, else one that only says what was stated.
std::string spdx(const std::string& stated)
{
    for (const char* known : kSpdx)
        if (lower(known) == lower(stated))
            return known;
    std::string out = "LicenseRef-";
    for (const char c : stated)
        out += (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '.' ? c : '-';
    return out;
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view kAround = " \t\r\"'";
    const std::size_t begin = text.find_first_not_of(kAround);
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(kAround) + 1 - begin);
}

} // namespace

std::string statedLicence(const Path& folder)
{
    std::error_code code;
    if (!std::filesystem::is_regular_file(folder / "README.md", code))
        return {};
    std::ifstream in(folder / "README.md", std::ios::binary);
    constexpr std::string_view kField = "license:";
    std::string line(kLongestLine, '\0');
    for (int number = 0; number < kMostLines && in.getline(line.data(), kLongestLine); ++number) {
        const std::string_view text(line.data());
        if ((number == 0) != (trimmed(text) == "---"))
            return {}; // no block, or its end
        if (text.starts_with(kField) && !trimmed(text.substr(kField.size())).empty())
            return spdx(std::string(trimmed(text.substr(kField.size()))));
    }
    return {};
}

std::string folderName(const Path& folder)
{
    Path path = std::filesystem::absolute(folder).lexically_normal();
    if (!path.has_filename()) // "models/mine/"
        path = path.parent_path();
    constexpr std::string_view kCached = "models--";
    const Path above = path.parent_path();
    if (std::string cached = displayText(above.parent_path().filename());
        above.filename() == "snapshots" && cached.starts_with(kCached)) {
        cached.erase(0, kCached.size());
        if (const std::size_t at = cached.find("--"); at != std::string::npos)
            cached.replace(at, 2, "/");
        return cached;
    }
    return displayText(path.filename());
}

} // namespace prolap::model
