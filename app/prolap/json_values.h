#pragma once

#include <optional>
#include <span>

#include <nlohmann/json.hpp>

namespace prolap::app {

/// The shortest decimal that reads back as the same float, as a JSON number; a NaN is null.
nlohmann::json jsonNumber(float value);
nlohmann::json jsonNumbers(std::span<const float> values);

template <typename Number> nlohmann::json jsonOrNull(const std::optional<Number>& value)
{
    if (!value)
        return nullptr;
    if constexpr (std::is_same_v<Number, float>)
        return jsonNumber(*value);
    else
        return *value;
}

} // namespace prolap::app
