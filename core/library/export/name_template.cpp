#include "core/library/export/name_template.h"

#include <array>
#include <ctime>
#include <string_view>
#include <system_error>

#include <fmt/format.h>

#include "core/error.h"

namespace prolap::library {

namespace {

constexpr std::size_t kMostBytes = 200;

std::string now(const char* form)
{
    const std::time_t time = std::time(nullptr);
    std::tm local{};
    localtime_r(&time, &local);
    std::array<char, 32> text{};
    std::strftime(text.data(), text.size(), form, &local);
    return text.data();
}

std::string seconds(std::optional<double> value)
{
    return value ? fmt::format("{:.3f}", *value) : std::string();
}

std::string valueOf(std::string_view word, const NameFacts& facts, std::size_t at)
{
    if (word == "name")
        return displayText(facts.source.stem());
    if (word == "folder")
        return displayText(facts.source.parent_path().filename());
    if (word == "start")
        return seconds(facts.start);
    if (word == "end")
        return seconds(facts.end);
    if (word == "length")
        return facts.start && facts.end ? seconds(*facts.end - *facts.start) : std::string();
    if (word == "date")
        return now("%Y-%m-%d");
    if (word == "time")
        return now("%H.%M.%S");
    throw Error(ErrorKind::BadInput,
                fmt::format("The name template has {{{}}} at character {}: known are {{name}}, {{folder}}, {{start}}, "
                            "{{end}}, {{length}}, {{date}} and {{time}}.",
                            word, at + 1));
}

std::string allowed(std::string name)
{
    for (char& c : name)
        if (static_cast<unsigned char>(c) < 0x20 || std::string_view("/\\:*?\"<>|").find(c) != std::string_view::npos)
            c = '_';
    if (name.size() > kMostBytes) {
        std::size_t end = kMostBytes;
        while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0) == 0x80) // not inside a character
            --end;
        name.resize(end);
    }
    while (!name.empty() && (name.back() == '.' || name.back() == ' '))
        name.pop_back();
    const std::size_t first = name.find_first_not_of(" .");
    return first == std::string::npos ? std::string() : name.substr(first);
}

} // namespace

std::string nameFrom(const std::string& nameTemplate, const NameFacts& facts)
{
    std::string name;
    for (std::size_t at = 0; at < nameTemplate.size();) {
        if (nameTemplate[at] != '{') {
            name += nameTemplate[at++];
            continue;
        }
        const std::size_t close = nameTemplate.find('}', at);
        if (close == std::string::npos)
            throw Error(ErrorKind::BadInput,
                        fmt::format("The name template opens a brace at character {} and never closes it.", at + 1));
        name += valueOf(std::string_view(nameTemplate).substr(at + 1, close - at - 1), facts, at);
        at = close + 1;
    }
    name = allowed(std::move(name));
    if (name.empty())
        throw Error(ErrorKind::BadInput, "The name template gives an empty name: write {name} into it.");
    return name;
}

Path freeName(const Path& wanted)
{
    std::error_code failed;
    Path name = wanted;
    for (int number = 2; std::filesystem::exists(std::filesystem::symlink_status(name, failed)); ++number)
        name = wanted.parent_path() /
               Path(fmt::format("{} ({}){}", wanted.stem().native(), number, wanted.extension().native()));
    return name;
}

} // namespace prolap::library
