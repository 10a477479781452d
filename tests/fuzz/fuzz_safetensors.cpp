#include <algorithm>
#include <cstring>

#include "core/error.h"
#include "core/model/checkpoint/safetensors.h"
#include "tests/fuzz/allocation_limit.h"
#include "tests/fuzz/read_whole.h"

namespace {

/// Bytes of the header: as many as the file claims, and has.
std::size_t headerBytes(std::span<const std::uint8_t> file)
{
    std::uint64_t claimed = 0;
    if (file.size() < sizeof claimed)
        return file.size();
    std::memcpy(&claimed, file.data(), sizeof claimed);
    return static_cast<std::size_t>(std::min<std::uint64_t>(claimed, file.size() - sizeof claimed));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::span file(data, size);
    const prolap::test::AllocationLimit limit(prolap::test::allowedBytes(size, headerBytes(file)));
    try {
        prolap::test::readWhole(prolap::checkpoint::readSafetensorsBytes(std::as_bytes(file), "fuzzed"));
    } catch (const prolap::Error&) {
        // Refused in one sentence, as it should be; any other exception ends the run.
    }
    return 0;
}
