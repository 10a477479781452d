#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/checkpoint/tensor.h"

namespace prolap::checkpoint {

/// What the JSON header of a safetensors file says of one tensor; begin and end count from the end of the header.
struct HeaderEntry {
    std::string name;
    DType dtype = DType::F32;
    std::vector<std::int64_t> shape;
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
};

struct SafetensorsHeader {
    std::vector<HeaderEntry> entries; ///< by begin, then end
    std::map<std::string, std::string> metadata;
};

/// Parses and checks a header against the number of data bytes that follow it. `file` is what messages call it.
/// Errors: Error(Corrupt, Unsupported) with the file, what was expected and what was found.
SafetensorsHeader parseSafetensorsHeader(std::string_view json, std::uint64_t dataBytes, const std::string& file);

} // namespace prolap::checkpoint
