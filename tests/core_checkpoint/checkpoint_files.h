#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace prolap::test {

/// The given values as a tensor's bytes.
template <typename T> std::vector<std::byte> bytesOf(const std::vector<T>& values)
{
    const auto bytes = std::as_bytes(std::span(values));
    return {bytes.begin(), bytes.end()};
}

/// A safetensors file of this header, as it stands, and these data bytes.
std::string safetensorsFile(std::string_view header, std::string_view data);

} // namespace prolap::test
