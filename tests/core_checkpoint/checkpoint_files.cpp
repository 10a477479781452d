#include "tests/core_checkpoint/checkpoint_files.h"

#include <cstdint>

namespace prolap::test {

std::string safetensorsFile(std::string_view header, std::string_view data)
{
    const std::uint64_t size = header.size();
    std::string file(reinterpret_cast<const char*>(&size), sizeof size);
    return file.append(header).append(data);
}

} // namespace prolap::test
