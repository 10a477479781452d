#include "core/train/views.h"

namespace prolap::train {

MaskedViews drawnViews(const torch::Tensor& all, const torch::Tensor& rows, const torch::Device& device)
{
    const torch::Tensor draws = torch::randint(all.size(1), {rows.numel()}, torch::kInt64);
    return all.index({rows, draws}).to(device).unbind(1);
}

} // namespace prolap::train
