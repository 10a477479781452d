#include <cstdlib>
#include <string_view>

#include "core/error.h"
#include "core/model/json_file.h"
#include "core/model/pack_config.h"
#include "tests/fuzz/allocation_limit.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace prolap;
    const test::AllocationLimit limit(test::allowedBytes(size, size));
    try {
        const std::string_view text(reinterpret_cast<const char*>(data), size);
        const auto config = model::PackConfig::fromJson(model::parseJson(text, "fuzzed"), "fuzzed");
        // What was accepted is written so that it is accepted again, as the same.
        const auto json = config.toJson();
        if (model::PackConfig::fromJson(json, "written").toJson() != json)
            std::abort();
    } catch (const Error&) {
        // Refused in one sentence, as it should be; any other exception ends the run.
    }
    return 0;
}
