#include "tests/app/json_shape.h"

namespace prolap::test {

namespace {

bool fits(const nlohmann::json& value, Json kind)
{
    switch (kind) {
    case Json::Number:
        return value.is_number();
    case Json::Text:
        return value.is_string();
    case Json::Bool:
        return value.is_boolean();
    case Json::Array:
        return value.is_array();
    case Json::Object:
        return value.is_object();
    case Json::NumberOrNull:
        return value.is_number() || value.is_null();
    case Json::TextOrNull:
        return value.is_string() || value.is_null();
    case Json::ArrayOrNull:
        return value.is_array() || value.is_null();
    }
    return false;
}

} // namespace

QByteArray misshapen(const nlohmann::json& object, std::initializer_list<std::pair<const char*, Json>> fields)
{
    const QByteArray shown = QByteArray::fromStdString(object.is_discarded() ? "no JSON" : object.dump()).left(1000);
    if (!object.is_object())
        return "not an object: " + shown;
    for (const auto& [name, kind] : fields) {
        if (!object.contains(name))
            return QByteArray("lacks ") + name + ": " + shown;
        if (!fits(object.at(name), kind))
            return QByteArray("wrong kind of ") + name + ": " + shown;
    }
    return {};
}

} // namespace prolap::test
