#include "core/index/row_checksum.h"

#include <array>
#include <bit>
#include <cstring>

namespace prolap::index {

namespace {

constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15; // 2^64 / golden ratio

std::uint64_t wordAt(const std::byte* at)
{
    std::uint64_t word;
    std::memcpy(&word, at, sizeof word);
    return word;
}

std::uint64_t mix(std::uint64_t sum, std::uint64_t word)
{
    return std::rotl(sum ^ word, 29) * kOdd;
}

} // namespace

std::uint64_t checksum(std::span<const std::byte> bytes, std::uint64_t seed)
{
    // Four sums side by side, as one multiplication waits for the one before it.
    std::array<std::uint64_t, 4> sums = {seed + 1, seed + 2, seed + 3, seed + 4};
    const std::byte* at = bytes.data();
    std::size_t left = bytes.size();
    for (; left >= 32; left -= 32, at += 32)
        for (std::size_t lane = 0; lane < 4; ++lane)
            sums[lane] = mix(sums[lane], wordAt(at + 8 * lane));
    for (; left >= 8; left -= 8, at += 8)
        sums[0] = mix(sums[0], wordAt(at));
    std::array<std::byte, 8> rest = {};
    std::memcpy(rest.data(), at, left);
    std::uint64_t sum = mix(sums[0], wordAt(rest.data()));
    for (std::size_t lane = 1; lane < 4; ++lane)
        sum = mix(sum, sums[lane]);
    sum = mix(sum, bytes.size());
    return sum ^ (sum >> 32);
}

} // namespace prolap::index
