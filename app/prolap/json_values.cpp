#include "app/prolap/json_values.h"

#include <array>
#include <charconv>
#include <cmath>

namespace prolap::app {

nlohmann::json jsonNumber(float value)
{
    if (!std::isfinite(value))
        return nullptr;
    std::array<char, 32> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    double decimal = 0;
    std::from_chars(digits.data(), end, decimal);
    return decimal;
}

nlohmann::json jsonNumbers(std::span<const float> values)
{
    auto numbers = nlohmann::json::array();
    for (const float value : values)
        numbers.push_back(jsonNumber(value));
    return numbers;
}

} // namespace prolap::app
