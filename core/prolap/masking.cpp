#include "core/prolap/masking.h"

namespace prolap {

std::vector<torch::Tensor> recursiveMasks(const torch::Tensor& maskable, int levels, double q)
{
    TORCH_CHECK(levels >= 0 && q >= 0 && q <= 1, "masks need levels of 0 or more and a probability");
    std::vector<torch::Tensor> masks;
    torch::Tensor hidden = torch::zeros_like(maskable);
    for (int level = 0; level <= levels; ++level) {
        const torch::Tensor drawn = torch::rand(maskable.sizes()).to(maskable.device()) < q;
        hidden = hidden | (drawn & maskable);
        masks.push_back(hidden);
    }
    return masks;
}

} // namespace prolap
