#include "app/prolap/caption_file.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/error.h"

namespace prolap::app {

namespace {

std::vector<std::string> fromJson(std::istream& stream, const Path& file)
{
    const auto document = nlohmann::json::parse(stream, nullptr, false);
    const bool fits = document.is_array() && std::all_of(document.begin(), document.end(),
                                                         [](const auto& entry) { return entry.is_string(); });
    if (!fits)
        throw Error(
            ErrorKind::Corrupt,
            fmt::format("{} should hold a JSON array of captions, like [\"rain\", \"a dog barking\"], and does not.",
                        displayText(file)));
    return document.get<std::vector<std::string>>();
}

} // namespace

std::vector<std::string> readCaptions(const Path& file)
{
    std::ifstream stream(file, std::ios::binary);
    if (!stream || std::filesystem::is_directory(file)) {
        const int code = stream ? EISDIR : errno;
        throw Error(code == EACCES ? ErrorKind::Permission : ErrorKind::NotFound,
                    fmt::format("The captions in {} cannot be read: {}.", displayText(file), std::strerror(code)));
    }
    if (file.extension() == ".json")
        return fromJson(stream, file);
    std::vector<std::string> captions;
    for (std::string line; std::getline(stream, line);) {
        if (line.ends_with('\r'))
            line.pop_back();
        captions.push_back(std::move(line));
    }
    return captions;
}

} // namespace prolap::app
