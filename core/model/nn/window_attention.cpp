#include "core/model/nn/window_attention.h"

#include "core/model/nn/window_attention_kernel.h"

#include <ATen/Parallel.h>

namespace prolap::model::nn {

namespace {

template <typename Number> void runKernel(const torch::Tensor& qkv, const torch::Tensor& bias, const torch::Tensor& out)
{
    const std::int64_t heads = bias.size(1), channels = out.size(1), perHead = channels / heads;
    const std::int64_t windows = out.size(0) / kKernelArea;
    const auto* from = static_cast<const Number*>(qkv.const_data_ptr());
    auto* to = static_cast<Number*>(out.mutable_data_ptr());
    const float* biases = bias.const_data_ptr<float>();
    const bool ownBias = bias.size(0) > 1;
    constexpr std::int64_t kTasks = 16; // a thread's least: about 0.1 ms
    at::parallel_for(0, windows * heads, kTasks, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t i = begin; i < end; ++i) {
            const std::int64_t window = i / heads, head = i % heads;
            windowHeadAttention(from + window * kKernelArea * 3 * channels + head * perHead, 3 * channels, channels,
                                biases + ((ownBias ? window : 0) * heads + head) * kKernelArea * kKernelArea,
                                to + window * kKernelArea * channels + head * perHead, channels, perHead);
        }
    });
}

} // namespace

torch::Tensor windowAttentionByTorch(const torch::Tensor& qkv, const torch::Tensor& bias)
{
    const std::int64_t heads = bias.size(1), area = bias.size(2), channels = qkv.size(1) / 3;
    const auto parts = qkv.view({-1, area, 3, heads, channels / heads}).permute({2, 0, 3, 1, 4});
    const auto mask = bias.to(qkv.scalar_type()).expand({parts.size(1), -1, -1, -1});
    return at::scaled_dot_product_attention(parts[0], parts[1], parts[2], mask, /*dropout_p=*/0, /*is_causal=*/false,
                                            /*scale=*/1.0)
        .transpose(1, 2)
        .reshape({-1, channels});
}

torch::Tensor windowAttention(const torch::Tensor& qkv, const torch::Tensor& bias)
{
    const std::int64_t channels = qkv.size(1) / 3, perHead = channels / bias.size(1);
    if (!hasWindowAttentionKernel(bias.size(2), perHead) || !qkv.is_cpu() || !qkv.is_contiguous() ||
        !bias.is_contiguous())
        return windowAttentionByTorch(qkv, bias);
    auto out = torch::empty({qkv.size(0), channels}, qkv.options());
    if (qkv.scalar_type() == torch::kBFloat16)
        runKernel<std::uint16_t>(qkv, bias, out);
    else
        runKernel<float>(qkv, bias, out);
    return out;
}

} // namespace prolap::model::nn
