#pragma once

#include <cstddef>
#include <cstdint>

namespace prolap::index {

/// The two inner loops of a search, in the fastest form that the processor has. Both forms give identical results:
/// the first adds integers, the second adds exact products in a fixed order in double.
struct Kernels {
    /// Inner products of 8-bit codes with a 16-bit query. Shapes: codes [rows, stride]; query [stride], |query| <=
    /// kLargestQueryCode; out [rows]. stride is a multiple of 32, at most kLargestStride.
    void (*codeProducts)(const std::int8_t* codes, std::size_t rows, std::size_t stride, const std::int16_t* query,
                         std::int64_t* out);
    /// Inner product of half-precision values with a float query. Shapes: halves [stride]; query [stride].
    double (*halfProduct)(const std::uint16_t* halves, const float* query, std::size_t stride);
};

inline constexpr std::int16_t kLargestQueryCode = 4095;
inline constexpr std::size_t kLargestStride = 32768; // 127 * 4095 * 32768 / 8 lanes stays below 2^31

/// For any processor.
const Kernels& portableKernels();

/// For this processor.
const Kernels& kernels();

} // namespace prolap::index
