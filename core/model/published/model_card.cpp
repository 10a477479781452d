#include "core/model/published/model_card.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string_view>

namespace prolap::model {

namespace {

constexpr std::size_t kMostBytes = 64 << 10; // of a card: the block is at its top
constexpr std::size_t kMostLetters = 64;     // of a licence

constexpr const char* kSpdx[] = {"Apache-2.0", "MIT",          "MS-PL",        "CC0-1.0",         "CC-BY-4.0",
                                 "CC-BY-3.0",  "CC-BY-SA-4.0", "CC-BY-NC-4.0", "CC-BY-NC-SA-4.0", "BSD-3-Clause"};

std::string lower(std::string_view text)
{
    std::string out(text);
    std::ranges::transform(out, out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 'a' - 'A') : c; });
    return out;
}

/// The identifier that is the same but for upper and lower case, else one that only says what was stated.
std::string spdx(std::string_view stated)
{
    if (stated.empty())
        return {};
    for (const char* known : kSpdx)
        if (lower(known) == lower(stated))
            return known;
    std::string out = "LicenseRef-";
    for (const char c : stated.substr(0, kMostLetters))
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
    std::string head(kMostBytes, '\0');
    std::ifstream in(folder / "README.md", std::ios::binary);
    in.read(head.data(), kMostBytes);
    head.resize(static_cast<std::size_t>(in.gcount()));
    constexpr std::string_view kField = "license:";
    std::istringstream lines(head);
    std::string line;
    for (bool first = true; std::getline(lines, line); first = false) {
        if (first != (trimmed(line) == "---"))
            return {}; // no block, or its end
        if (line.starts_with(kField))
            return spdx(trimmed(std::string_view(line).substr(kField.size())));
    }
    return {};
}

std::string folderName(const Path& folder)
{
    std::error_code code;
    Path path = std::filesystem::absolute(folder, code).lexically_normal();
    if (!path.has_filename()) // "models/mine/"
        path = path.parent_path();
    constexpr std::string_view kCached = "models--";
    const Path above = path.parent_path();
    if (std::string cached = displayText(above.parent_path().filename());
        above.filename() == "snapshots" && cached.starts_with(kCached)) {
        cached.erase(0, kCached.size());
        if (const std::size_t at = cached.find("--"); at != std::string::npos)
            cached = cached.substr(0, at) + '/' + cached.substr(at + 2);
        return cached;
    }
    return displayText(path.filename());
}

} // namespace prolap::model
