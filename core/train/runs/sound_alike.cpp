#include "core/train/runs/sound_alike.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace prolap::train {

namespace {

constexpr std::size_t kPivots = 4;

float dot(const std::vector<float>& a, const std::vector<float>& b)
{
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0F);
}

} // namespace

std::vector<AlikePair> alikePairs(const std::vector<std::vector<float>>& vectors, float least, std::stop_token stop)
{
    std::vector<AlikePair> pairs;
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < vectors.size(); ++i) {
        if (!vectors[i].empty() && vectors[i].size() == vectors[rows.empty() ? i : rows.front()].size())
            rows.push_back(i);
    }
    if (rows.size() < 2)
        return pairs;
    // Two vectors of length 1 with cosine c are sqrt(2 - 2c) apart, so are their distances to any third one at most:
    // what differs more in that is left out without a look at the rest.
    const float apart = std::sqrt(std::max(0.0F, 2 - 2 * least)) + 1e-4F;
    std::vector<std::array<float, kPivots>> far(vectors.size());
    std::size_t pivot = rows.front();
    for (std::size_t k = 0; k < kPivots; ++k) {
        std::size_t next = pivot;
        float most = -1;
        for (const std::size_t row : rows) {
            far[row][k] = std::sqrt(std::max(0.0F, 2 - 2 * dot(vectors[row], vectors[pivot])));
            float nearest = far[row][0];
            for (std::size_t other = 1; other <= k; ++other)
                nearest = std::min(nearest, far[row][other]);
            if (nearest > most) {
                most = nearest;
                next = row;
            }
        }
        pivot = next;
    }
    std::sort(rows.begin(), rows.end(),
              [&](std::size_t a, std::size_t b) { return std::pair(far[a][0], a) < std::pair(far[b][0], b); });
    for (std::size_t i = 0; i < rows.size() && !stop.stop_requested(); ++i) {
        for (std::size_t j = i + 1; j < rows.size() && far[rows[j]][0] - far[rows[i]][0] <= apart; ++j) {
            bool near = true;
            for (std::size_t k = 1; k < kPivots && near; ++k)
                near = std::abs(far[rows[i]][k] - far[rows[j]][k]) <= apart;
            if (!near)
                continue;
            const float cosine = dot(vectors[rows[i]], vectors[rows[j]]);
            if (cosine >= least)
                pairs.push_back({std::min(rows[i], rows[j]), std::max(rows[i], rows[j]), cosine});
        }
    }
    std::sort(pairs.begin(), pairs.end(), [](const AlikePair& a, const AlikePair& b) {
        return std::pair(a.first, a.second) < std::pair(b.first, b.second);
    });
    return pairs;
}

} // namespace prolap::train
