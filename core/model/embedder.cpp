#include "core/model/embedder.h"

#include <cassert>
#include <cmath>

namespace prolap::model {

Embeddings aggregateWindows(const Embeddings& windows)
{
    assert(windows.count > 0);
    const std::size_t dim = windows.dim;
    Embeddings clip{1, dim, std::vector<float>(dim), std::vector<float>(windows.logVar.empty() ? 0 : dim)};
    std::vector<double> mean(dim), logVar(clip.logVar.size());
    for (std::size_t i = 0; i < windows.count; ++i) {
        for (std::size_t d = 0; d < dim; ++d)
            mean[d] += windows.mean[i * dim + d];
        for (std::size_t d = 0; d < logVar.size(); ++d)
            logVar[d] += windows.logVar[i * dim + d];
    }
    double norm = 0;
    for (const double value : mean)
        norm += value * value;
    norm = std::sqrt(norm);
    // Windows that cancel each other out leave no direction: the first window then speaks for the clip.
    for (std::size_t d = 0; d < dim; ++d)
        clip.mean[d] = norm > 1e-12 ? static_cast<float>(mean[d] / norm) : windows.mean[d];
    for (std::size_t d = 0; d < logVar.size(); ++d)
        clip.logVar[d] = static_cast<float>(logVar[d] / static_cast<double>(windows.count));
    return clip;
}

std::vector<float> uncertainties(const Embeddings& embeddings)
{
    std::vector<float> u;
    if (embeddings.logVar.empty())
        return u;
    u.reserve(embeddings.count);
    for (std::size_t i = 0; i < embeddings.count; ++i) {
        double sum = 0;
        for (const float value : embeddings.logVarOf(i))
            sum += std::exp(static_cast<double>(value));
        u.push_back(static_cast<float>(sum));
    }
    return u;
}

} // namespace prolap::model
