#include "core/train/runs/run_files.h"

#include <fstream>
#include <iterator>

#include "core/atomic_file.h"

namespace prolap::train {

void writeWhole(const Path& file, std::string_view text)
{
    AtomicFile out(file);
    out.write(text);
    out.commit();
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
