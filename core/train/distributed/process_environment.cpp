#include "core/train/distributed/process_environment.h"

#include <charconv>
#include <cstdlib>
#include <cstring>

#include <fmt/format.h>

#include "core/error.h"

namespace prolap::train {

namespace {

int number(const char* name, int least, int most)
{
    const char* text = std::getenv(name);
    if (!text || !*text)
        throw Error(ErrorKind::BadInput,
                    fmt::format("{} is not set beside WORLD_SIZE: start the processes by torchrun, "
                                "which sets RANK, WORLD_SIZE, LOCAL_RANK, MASTER_ADDR and "
                                "MASTER_PORT",
                                name));
    int value = 0;
    const char* end = text + std::strlen(text);
    const auto [stop, error] = std::from_chars(text, end, value);
    if (error != std::errc() || stop != end || value < least || value > most)
        throw Error(ErrorKind::BadInput,
                    fmt::format("The variable {} must be a number from {} to {}, not \"{}\"", name, least, most, text));
    return value;
}

} // namespace

ProcessEnvironment processEnvironment()
{
    constexpr int kMany = 1 << 20;
    ProcessEnvironment environment;
    const char* size = std::getenv("WORLD_SIZE");
    if (!size || !*size)
        return environment;
    environment.size = number("WORLD_SIZE", 1, kMany);
    if (environment.size == 1)
        return environment;
    environment.rank = number("RANK", 0, environment.size - 1);
    environment.localRank = number("LOCAL_RANK", 0, environment.size - 1);
    environment.masterPort = number("MASTER_PORT", 1, 65535);
    const char* address = std::getenv("MASTER_ADDR");
    environment.masterAddress = address && *address ? address : "127.0.0.1";
    return environment;
}

} // namespace prolap::train
