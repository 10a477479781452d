#include "core/prolap/traversal.h"

#include <limits>
#include <unordered_set>

#include "core/prolap/inclusion.h"

namespace prolap {

namespace {

torch::Tensor normalised(const torch::Tensor& rows)
{
    return torch::nn::functional::normalize(rows, torch::nn::functional::NormalizeFuncOptions().dim(-1));
}

} // namespace

torch::Tensor traversalPoints(const torch::Tensor& start, const torch::Tensor& root, std::int64_t points)
{
    TORCH_CHECK(points >= 2, "a traversal needs at least two points");
    const torch::Tensor t = torch::linspace(0, 1, points, start.options()).unsqueeze(1);
    return normalised((1 - t) * start.unsqueeze(0) + t * root.unsqueeze(0));
}

torch::Tensor nearestCandidates(const torch::Tensor& points, const torch::Tensor& means, const torch::Tensor& u)
{
    return (torch::mm(points, means.t()) - 0.5 * u.unsqueeze(0)).argmax(1);
}

torch::Tensor climb(const torch::Tensor& scores, const torch::Tensor& logUncertainty, std::int64_t start,
                    const ClimbOptions& options)
{
    const auto from = logUncertainty[start].item<double>(), to = logUncertainty.max().item<double>();
    const torch::Tensor steps = torch::linspace(from, to, options.points, logUncertainty.options()).unsqueeze(1);
    const torch::Tensor within = (logUncertainty.unsqueeze(0) - steps).abs() <= options.width;
    const torch::Tensor fits = torch::where(within, scores.unsqueeze(0), -std::numeric_limits<float>::infinity());
    return torch::where(within.any(1), fits.argmax(1), -1);
}

std::vector<std::int64_t> distinctInOrder(const torch::Tensor& path)
{
    const torch::Tensor indices = path.to(torch::kCPU, torch::kInt64).contiguous();
    std::vector<std::int64_t> met;
    std::unordered_set<std::int64_t> seen;
    for (std::int64_t i = 0; i < indices.numel(); ++i) {
        const std::int64_t index = indices.const_data_ptr<std::int64_t>()[i];
        if (index >= 0 && seen.insert(index).second)
            met.push_back(index);
    }
    return met;
}

torch::Tensor centroid(const torch::Tensor& means)
{
    return normalised(means.mean(0));
}

torch::Tensor mostInclusive(const Gaussians& clips, const Gaussians& captions)
{
    std::vector<torch::Tensor> best;
    for (std::int64_t i = 0; i < clips.mean.size(0); ++i) {
        const Gaussians clip{clips.mean.slice(0, i, i + 1), clips.logVar.slice(0, i, i + 1)};
        best.push_back(inclusionMeasure(clip, captions).argmax().view({1}));
    }
    return torch::cat(best);
}

} // namespace prolap
