#include "core/train/augment/mel_augmentation.h"

#include <algorithm>

#include "core/train/augment/uniform.h"

namespace prolap::train {

torch::Tensor specAugmented(const torch::Tensor& pieces, const SpecAugment& settings, std::mt19937_64& random)
{
    const torch::Tensor hidden = pieces.clone();
    const double mean = pieces.mean().item<double>();
    for (torch::Tensor piece : hidden.unbind(0)) {
        const auto hide = [&](std::int64_t dimension, int masks, int widest) {
            const std::int64_t length = piece.size(dimension);
            for (int i = 0; i < masks; ++i) {
                const std::int64_t width = uniformIndex(random, std::min<std::int64_t>(widest, length) + 1);
                piece.narrow(dimension, uniformIndex(random, length - width + 1), width).fill_(mean);
            }
        };
        hide(-2, settings.timeMasks, settings.timeWidth);
        hide(-1, settings.melMasks, settings.melWidth);
    }
    return hidden;
}

} // namespace prolap::train
