#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/paths.h"

namespace prolap::model {

template <typename Enum> struct EnumName {
    const char* name;
    Enum value;
};

template <typename Enum, std::size_t N> const char* nameOf(const EnumName<Enum> (&names)[N], Enum value)
{
    for (const auto& entry : names)
        if (entry.value == value)
            return entry.name;
    return names[0].name;
}

/// Reads the fields of one object of a config file. Each wrong field is an Error(Corrupt) or Error(Incompatible) that
/// names file and field, what was expected and what was found.
class ConfigFields {
public:
    /// prefix: where the object lies in the file ("audio_encoder."). object must outlive this.
    ConfigFields(const nlohmann::json& object, const Path& file, std::string prefix);

    bool has(const char* name) const { return m_object.contains(name); }
    std::string string(const char* name) const;
    bool boolean(const char* name) const;
    std::int64_t integer(const char* name, std::int64_t min, std::int64_t max) const;
    double number(const char* name, double min, double max) const;
    /// A list of minCount to maxCount integers.
    std::vector<std::int64_t> integers(const char* name, std::int64_t min, std::int64_t max, std::size_t minCount,
                                       std::size_t maxCount) const;
    ConfigFields object(const char* name) const;

    template <typename Enum, std::size_t N> Enum oneOf(const char* name, const EnumName<Enum> (&names)[N]) const
    {
        const std::string value = string(name);
        std::string all;
        for (const auto& entry : names) {
            if (value == entry.name)
                return entry.value;
            all.append(all.empty() ? "" : ", ").append(entry.name);
        }
        unsupported(name, value, fmt::format("one of {}", all));
    }

    /// Throws Error(Incompatible) unless holds.
    void require(bool holds, const char* name, const char* expected) const;
    [[noreturn]] void unsupported(const char* name, const std::string& found, const std::string& expected) const;

private:
    const nlohmann::json& field(const char* name, const std::string& expected) const;
    [[noreturn]] void wrong(const char* name, const std::string& expected, const nlohmann::json& found) const;
    std::int64_t integerIn(const nlohmann::json& value, const char* name, std::int64_t min, std::int64_t max) const;

    const nlohmann::json& m_object;
    Path m_file;
    std::string m_prefix;
};

} // namespace prolap::model
