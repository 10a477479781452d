#include <string>

#include "core/error.h"
#include "core/model/checkpoint/pytorch_file.h"
#include "tests/core_checkpoint/checkpoint_files.h"
#include "tests/fuzz/allocation_limit.h"
#include "tests/fuzz/read_whole.h"

namespace {

void readFile(std::span<const std::byte> file, std::size_t structureBytes)
{
    const prolap::test::AllocationLimit limit(prolap::test::allowedBytes(file.size(), structureBytes));
    try {
        prolap::test::readWhole(prolap::checkpoint::readPyTorchBytes(file, "fuzzed"));
    } catch (const prolap::Error&) {
        // Refused in one sentence, as it should be; any other exception ends the run.
    }
}

/// A file with this pickle and a storage of 16384 float32 numbers, far larger than most pickles are: what the pickle
/// makes of it by its strides counts against the file's size.
std::string wrapped(const std::uint8_t* pickle, std::size_t size)
{
    static const std::string storage(65536, '\1');
    return prolap::test::zipFile(
        {{"archive/data.pkl", std::string(reinterpret_cast<const char*>(pickle), size)}, {"archive/data/0", storage}});
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const bool isZip = size > 0 && data[0] == 'P';
    readFile(std::as_bytes(std::span(data, size)), size);
    if (!isZip) {
        const std::string file = wrapped(data, size);
        readFile(std::as_bytes(std::span(file)), size);
    }
    return 0;
}
