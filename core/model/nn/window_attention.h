#pragma once

#include <torch/torch.h>

namespace prolap::model::nn {

/// Attention within the windows of one grid of tokens, for inference: each token looks at the tokens of its window.
/// qkv: [W * A, 3 * C], row by row query, key, value, each split into heads; the queries already divided by
/// sqrt(C / heads); float32 or bfloat16. bias: float32 [1 or W, heads, A, A], added to the logits (query, key).
/// Returns [W * A, C] of qkv's type. Sums are in float32.
torch::Tensor windowAttention(const torch::Tensor& qkv, const torch::Tensor& bias);

/// The same by torch's own operations, whatever device and sizes; what windowAttention() uses where it has no kernel.
torch::Tensor windowAttentionByTorch(const torch::Tensor& qkv, const torch::Tensor& bias);

} // namespace prolap::model::nn
