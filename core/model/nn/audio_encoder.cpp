#include "core/model/nn/audio_encoder.h"

namespace prolap::model::nn {

torch::Tensor meanOfGroups(const torch::Tensor& rows, const std::vector<std::int64_t>& counts)
{
    std::vector<torch::Tensor> means;
    means.reserve(counts.size());
    std::int64_t at = 0;
    for (const std::int64_t count : counts) {
        means.push_back(rows.narrow(0, at, count).mean(0));
        at += count;
    }
    return means.empty() ? rows.new_empty({0, rows.size(1)}) : torch::stack(means);
}

torch::ScalarType AudioEncoder::optimiseForInference(torch::ScalarType)
{
    return torch::kFloat;
}

torch::Tensor AudioEncoder::forwardWindows(const torch::Tensor& pieces, const std::vector<std::int64_t>& counts)
{
    return meanOfGroups(forward(pieces), counts);
}

} // namespace prolap::model::nn
