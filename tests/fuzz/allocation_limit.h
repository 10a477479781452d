#pragma once

#include <cstddef>

namespace prolap::test {

/// While it lives, ends the run with a message and a stack, as a crash that the fuzzer keeps, when this thread holds
/// more than so many bytes at once that were allocated meanwhile. libFuzzer's own -malloc_limit_mb looks at single
/// calls only, and -rss_limit_mb at the whole process, the fuzzer's own memory included.
class AllocationLimit {
public:
    explicit AllocationLimit(std::size_t bytes);
    ~AllocationLimit();
    AllocationLimit(const AllocationLimit&) = delete;
    AllocationLimit& operator=(const AllocationLimit&) = delete;
};

/// What reading a file may take: twice its bytes (tensors are views or, where they must be, copies), and so many bytes
/// for each byte of its structure, the JSON header or the pickle. One byte of a pickle can be an object, a PickleNode
/// of 56 bytes, of which a growing list holds three times as many for a moment, and its number on the stack.
/// fixed: what messages and first uses of libraries take, whatever the file.
constexpr std::size_t allowedBytes(std::size_t fileBytes, std::size_t structureBytes)
{
    constexpr std::size_t perStructureByte = 192, fixed = 64 << 10;
    return 2 * fileBytes + perStructureByte * structureBytes + fixed;
}

} // namespace prolap::test
