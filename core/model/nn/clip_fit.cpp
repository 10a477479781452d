#include "core/model/nn/clip_fit.h"

namespace prolap::model::nn {

torch::Tensor fillWindow(const torch::Tensor& samples, std::int64_t length, HtsatConfig::Fill fill)
{
    const std::int64_t n = samples.size(0);
    switch (fill) {
    case HtsatConfig::Fill::Repeat:
        return samples.repeat({(length + n - 1) / n}).narrow(0, 0, length);
    case HtsatConfig::Fill::Pad:
        return torch::constant_pad_nd(samples, {0, length - n});
    case HtsatConfig::Fill::RepeatPad:
        break;
    }
    return torch::constant_pad_nd(samples.repeat({length / n}), {0, length - length / n * n});
}

torch::Tensor centreCrop(const torch::Tensor& samples, std::int64_t length)
{
    return samples.narrow(0, (samples.size(0) - length) / 2, length);
}

std::array<std::int64_t, 3> fusionCropStarts(std::int64_t T, std::int64_t frames)
{
    // The places are parted as numpy.array_split does: the first (places mod 3) parts hold one more. An empty part
    // means place 0.
    const std::int64_t places = T - frames + 1;
    std::array<std::int64_t, 3> starts{};
    std::int64_t first = 0;
    for (std::int64_t part = 0; part < 3; ++part) {
        const std::int64_t count = places / 3 + (part < places % 3 ? 1 : 0);
        starts[static_cast<std::size_t>(part)] = count == 0 ? 0 : first + (count - 1) / 2;
        first += count;
    }
    return starts;
}

torch::Tensor fusionViews(const torch::Tensor& logMel, std::int64_t frames, bool antialiased,
                          const std::array<std::int64_t, 3>& starts)
{
    const auto image = logMel.view({1, 1, logMel.size(0), logMel.size(1)});
    const std::vector<std::int64_t> size{frames, logMel.size(1)};
    const auto whole = antialiased ? torch::_upsample_bilinear2d_aa(image, size, /*align_corners=*/false)
                                   : torch::upsample_bilinear2d(image, size, /*align_corners=*/false);
    std::vector<torch::Tensor> views{whole[0][0]};
    for (const std::int64_t start : starts)
        views.push_back(logMel.narrow(0, start, frames));
    return torch::stack(views);
}

torch::Tensor fusionViews(const torch::Tensor& logMel, std::int64_t frames, bool antialiased)
{
    return fusionViews(logMel, frames, antialiased, fusionCropStarts(logMel.size(0), frames));
}

} // namespace prolap::model::nn
