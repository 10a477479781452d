#pragma once

#include <cstdint>

namespace prolap::model::nn {

inline constexpr std::int64_t kKernelArea = 64;    ///< tokens of a window
inline constexpr std::int64_t kKernelPerHead = 32; ///< largest width of a head

/// Whether this processor and build have a kernel for windows of so many tokens and heads of this width.
bool hasWindowAttentionKernel(std::int64_t area, std::int64_t perHead);

/// softmax(q kT + bias) v of one head in one window of kKernelArea tokens.
/// qkv: the first token's query; a token's row is rowStride numbers, its key lies `apart` numbers behind its query, its
/// value twice as many. bias: [area, area]. out: the first token's result, rows outStride apart; uint16: bfloat16.
/// Only where hasWindowAttentionKernel().
void windowHeadAttention(const float* qkv, std::int64_t rowStride, std::int64_t apart, const float* bias, float* out,
                         std::int64_t outStride, std::int64_t perHead);
void windowHeadAttention(const std::uint16_t* qkv, std::int64_t rowStride, std::int64_t apart, const float* bias,
                         std::uint16_t* out, std::int64_t outStride, std::int64_t perHead);

} // namespace prolap::model::nn
