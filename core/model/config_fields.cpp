#include "core/model/config_fields.h"

#include <cmath>

#include <fmt/format.h>

#include "core/error.h"

namespace prolap::model {

using nlohmann::json;

namespace {

std::string shortText(const json& value)
{
    std::string text = value.dump(-1, ' ', false, json::error_handler_t::replace);
    if (text.size() > 80)
        text = fmt::format("{}...", validUtf8(text.substr(0, 77)));
    return text;
}

} // namespace

ConfigFields::ConfigFields(const json& object, const Path& file, std::string prefix)
    : m_object(object), m_file(file), m_prefix(std::move(prefix))
{
    if (!object.is_object())
        throw Error(ErrorKind::Corrupt,
                    fmt::format("{}: expected an object{}, found {}.", displayText(file),
                                m_prefix.empty() ? "" : fmt::format(" as {}", m_prefix.substr(0, m_prefix.size() - 1)),
                                shortText(object)));
}

const json& ConfigFields::field(const char* name, const std::string& expected) const
{
    const auto at = m_object.find(name);
    if (at == m_object.end())
        throw Error(ErrorKind::Corrupt, fmt::format("{}: expected {} as {}{}, found no such field.",
                                                    displayText(m_file), expected, m_prefix, name));
    return *at;
}

void ConfigFields::wrong(const char* name, const std::string& expected, const json& found) const
{
    throw Error(ErrorKind::Corrupt, fmt::format("{}: expected {} as {}{}, found {}.", displayText(m_file), expected,
                                                m_prefix, name, shortText(found)));
}

void ConfigFields::require(bool holds, const char* name, const char* expected) const
{
    if (!holds)
        throw Error(ErrorKind::Incompatible, fmt::format("{}: expected {} as {}{}, found {}.", displayText(m_file),
                                                         expected, m_prefix, name, shortText(m_object.at(name))));
}

void ConfigFields::unsupported(const char* name, const std::string& found, const std::string& expected) const
{
    throw Error(ErrorKind::Unsupported, fmt::format("{}: expected {} as {}{}, found {}.", displayText(m_file), expected,
                                                    m_prefix, name, shortText(found)));
}

std::string ConfigFields::string(const char* name) const
{
    const json& value = field(name, "text");
    if (!value.is_string())
        wrong(name, "text", value);
    return value.get<std::string>();
}

bool ConfigFields::boolean(const char* name) const
{
    const json& value = field(name, "true or false");
    if (!value.is_boolean())
        wrong(name, "true or false", value);
    return value.get<bool>();
}

std::int64_t ConfigFields::integerIn(const json& value, const char* name, std::int64_t min, std::int64_t max) const
{
    const std::string expected = fmt::format("an integer from {} to {}", min, max);
    if (!value.is_number_integer() || (value.is_number_unsigned() && value.get<std::uint64_t>() > INT64_MAX))
        wrong(name, expected, value);
    const auto integer = value.get<std::int64_t>();
    if (integer < min || integer > max)
        wrong(name, expected, value);
    return integer;
}

std::int64_t ConfigFields::integer(const char* name, std::int64_t min, std::int64_t max) const
{
    return integerIn(field(name, fmt::format("an integer from {} to {}", min, max)), name, min, max);
}

double ConfigFields::number(const char* name, double min, double max) const
{
    const std::string expected = fmt::format("a number from {} to {}", min, max);
    const json& value = field(name, expected);
    if (!value.is_number())
        wrong(name, expected, value);
    const auto number = value.get<double>();
    if (!std::isfinite(number) || number < min || number > max)
        wrong(name, expected, value);
    return number;
}

std::vector<std::int64_t> ConfigFields::integers(const char* name, std::int64_t min, std::int64_t max,
                                                 std::size_t minCount, std::size_t maxCount) const
{
    const std::string expected = minCount == maxCount ? fmt::format("a list of {} integers", minCount)
                                                      : fmt::format("a list of {} to {} integers", minCount, maxCount);
    const json& value = field(name, expected);
    if (!value.is_array() || value.size() < minCount || value.size() > maxCount)
        wrong(name, expected, value);
    std::vector<std::int64_t> out;
    for (const json& item : value)
        out.push_back(integerIn(item, name, min, max));
    return out;
}

ConfigFields ConfigFields::object(const char* name) const
{
    return ConfigFields(field(name, "an object"), m_file, fmt::format("{}{}.", m_prefix, name));
}

} // namespace prolap::model
