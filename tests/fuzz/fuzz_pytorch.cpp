#include "core/error.h"
#include "core/model/checkpoint/pytorch_file.h"
#include "tests/fuzz/read_whole.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    try {
        prolap::test::readWhole(prolap::checkpoint::readPyTorchBytes(std::as_bytes(std::span(data, size)), "fuzzed"));
    } catch (const prolap::Error&) {
        // Refused in one sentence, as it should be; any other exception ends the run.
    }
    return 0;
}
