#include "core/model/json_file.h"

#include <fstream>
#include <iterator>
#include <string>

#include <fmt/format.h>

#include "core/error.h"

namespace prolap::model {

using nlohmann::json;

namespace {

constexpr int kMaxDepth = 64;

} // namespace

json readJsonFile(const Path& file, std::size_t maxBytes)
{
    std::error_code code;
    if (!std::filesystem::exists(file, code))
        throw Error(ErrorKind::NotFound, fmt::format("{} is not there.", displayText(file)));
    const bool regular = std::filesystem::is_regular_file(file, code);
    const std::uintmax_t size = regular ? std::filesystem::file_size(file, code) : 0;
    if (!regular || code || size > maxBytes)
        throw Error(ErrorKind::Corrupt,
                    fmt::format("{}: expected a JSON file of at most {} bytes, found {}.", displayText(file), maxBytes,
                                regular ? fmt::format("{}", size) : "something that is no file"));
    std::ifstream in(file, std::ios::binary);
    if (!in)
        throw Error(ErrorKind::Permission, fmt::format("{} cannot be read.", displayText(file)));
    return parseJson(std::string(std::istreambuf_iterator<char>(in), {}), file);
}

json parseJson(std::string_view text, const Path& file)
{
    bool deep = false;
    const auto shallow = [&deep](int depth, json::parse_event_t, json&) {
        deep = deep || depth > kMaxDepth;
        return depth <= kMaxDepth;
    };
    json document;
    try {
        document = json::parse(text, shallow);
    } catch (const json::parse_error& error) {
        throw Error(ErrorKind::Corrupt,
                    fmt::format("{} is not JSON: unexpected content at byte {}.", displayText(file), error.byte));
    } catch (const json::out_of_range&) {
        throw Error(ErrorKind::Corrupt,
                    fmt::format("{} holds a number that is too large for any field.", displayText(file)));
    }
    if (deep)
        throw Error(ErrorKind::Corrupt, fmt::format("{}: expected JSON of at most {} levels, found a deeper one.",
                                                    displayText(file), kMaxDepth));
    return document;
}

} // namespace prolap::model
