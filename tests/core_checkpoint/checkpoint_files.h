#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
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

/// A ZIP file of stored entries, name and bytes each.
struct ZipEntry {
    std::string name;
    std::string bytes;
    std::uint16_t method = 0;
    std::uint16_t flags = 0;
    bool zip64 = false; ///< sizes and offset in the extra field
};
std::string zipFile(const std::vector<ZipEntry>& entries, bool zip64End = false);

/// Pickle opcodes, protocol 2: a text, a name, a number.
std::string pickledText(std::string_view text);
std::string pickledGlobal(std::string_view module, std::string_view name);
std::string pickledInteger(std::int32_t value);
/// _rebuild_tensor_v2 over float storage `key` of count elements.
std::string pickledTensor(std::string_view key, std::int32_t count, std::int32_t offset,
                          const std::vector<std::int32_t>& shape, const std::vector<std::int32_t>& strides);

/// A PyTorch file: this pickle (without protocol and stop) and these storages, by their keys.
std::string pytorchFile(std::string_view pickle, const std::vector<std::pair<std::string, std::string>>& storages);

/// A valid one: {"w": [2, 3] floats 0 to 5, "wT": its transpose, "epoch": 7}.
std::string smallPyTorchFile();

} // namespace prolap::test
