#pragma once

#include <cmath>
#include <cstdint>
#include <random>
#include <vector>

#include "core/index/matrix.h"

namespace prolap::test {

/// Vectors of length 1 that lie around a few centres, as embeddings do, with biases as -u/2 of a ProLAP model.
struct RandomRows {
    RandomRows(std::size_t count, std::size_t dim, unsigned seed, std::size_t windowsPerClip = 3)
        : m_dim(dim), m_values(count * dim), m_bias(count)
    {
        std::mt19937 random(seed);
        std::normal_distribution<float> normal;
        std::vector<float> centres(16 * dim);
        for (float& value : centres)
            value = normal(random);
        for (std::size_t row = 0; row < count; ++row) {
            const float* centre = &centres[random() % 16 * dim];
            double norm = 0;
            for (std::size_t d = 0; d < dim; ++d) {
                const float value = centre[d] + normal(random);
                m_values[row * dim + d] = value;
                norm += static_cast<double>(value) * value;
            }
            for (std::size_t d = 0; d < dim; ++d)
                m_values[row * dim + d] /= static_cast<float>(std::sqrt(norm));
            m_bias[row] = -0.05F * std::abs(normal(random));
            const auto number = static_cast<std::int64_t>(row);
            const auto inClip = static_cast<double>(row % windowsPerClip);
            rows.push_back({{WindowId{number + 1}, ClipId{number / static_cast<std::int64_t>(windowsPerClip) + 1},
                             10 * inClip, 10 * inClip + 10},
                            {&m_values[row * dim], dim},
                            m_bias[row]});
        }
    }

    std::vector<index::NewRow> rows;

private:
    std::size_t m_dim;
    std::vector<float> m_values;
    std::vector<float> m_bias;
};

} // namespace prolap::test
