#pragma once

#include <torch/torch.h>

namespace prolap::model::nn {

/// A linear layer for inference: a copy of its weights in the order that the processor multiplies them in, with what
/// follows it done in the same pass. On devices other than the CPU, torch's own operations.
class PackedLinear {
public:
    PackedLinear() = default;
    /// weight: [out, in]; bias: [out], or undefined. type: kFloat or kBFloat16. rows: how many the input will have.
    PackedLinear(const torch::Tensor& weight, const torch::Tensor& bias, torch::ScalarType type, std::int64_t rows);

    /// x: [rows, in] of the type. Returns [rows, out].
    torch::Tensor forward(const torch::Tensor& x) const;
    torch::Tensor thenGelu(const torch::Tensor& x) const; ///< the exact GELU
    torch::Tensor plus(const torch::Tensor& x, const torch::Tensor& addend) const;

private:
    torch::Tensor pointwise(const torch::Tensor& x, const char* what) const;

    torch::Tensor m_weight;
    std::optional<torch::Tensor> m_bias;
    bool m_packed = false;
};

} // namespace prolap::model::nn
