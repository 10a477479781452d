#include "core/traversal/path_shape.h"

#include <algorithm>
#include <cmath>

namespace prolap::traversal {

namespace {

constexpr PathShape kShapes[] = {PathShape::Linear, PathShape::Spherical, PathShape::Climb};
constexpr double kSmall = 1e-6;

double step(std::size_t i, std::size_t points)
{
    return points < 2 ? 0 : static_cast<double>(i) / static_cast<double>(points - 1);
}

} // namespace

std::string_view nameOf(PathShape shape)
{
    switch (shape) {
    case PathShape::Linear:
        return "linear";
    case PathShape::Spherical:
        return "spherical";
    case PathShape::Climb:
        return "climb";
    }
    return {};
}

std::optional<PathShape> pathShapeFrom(std::string_view name)
{
    for (const PathShape shape : kShapes)
        if (nameOf(shape) == name)
            return shape;
    return std::nullopt;
}

std::optional<TraversalRoot> traversalRootFrom(std::string_view name)
{
    for (const TraversalRoot root : kTraversalRoots)
        if (nameOf(root) == name)
            return root;
    return std::nullopt;
}

std::vector<PathWeights> pathWeights(PathShape shape, double cosine, std::size_t points)
{
    std::vector<PathWeights> weights;
    const double c = std::clamp(cosine, -1.0, 1.0);
    const double angle = std::acos(c);
    for (std::size_t i = 0; i < points; ++i) {
        PathWeights w;
        w.t = step(i, points);
        if (shape == PathShape::Spherical && angle > kSmall && std::sin(angle) > kSmall) {
            w.a = std::sin((1 - w.t) * angle) / std::sin(angle);
            w.b = std::sin(w.t * angle) / std::sin(angle);
        } else {
            const double a = 1 - w.t, b = w.t;
            const double length = std::sqrt(std::max(0.0, a * a + b * b + 2 * a * b * c));
            if (length > kSmall) {
                w.a = a / length;
                w.b = b / length;
            }
        }
        weights.push_back(w);
    }
    return weights;
}

std::vector<double> climbLevels(double from, double to, std::size_t points)
{
    std::vector<double> levels;
    for (std::size_t i = 0; i < points; ++i)
        levels.push_back(from + step(i, points) * (to - from));
    return levels;
}

std::vector<std::size_t> bestWithin(std::span<const float> scores, std::span<const float> logUncertainty, double level,
                                    double width, std::size_t most)
{
    std::vector<std::size_t> best;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        if ((best.size() == most && scores[i] <= scores[best.back()]) ||
            std::abs(static_cast<double>(logUncertainty[i]) - level) > width)
            continue;
        const auto before = std::ranges::find_if(best, [&](std::size_t other) { return scores[other] < scores[i]; });
        best.insert(before, i);
        if (best.size() > most)
            best.pop_back();
    }
    return best;
}

double climbWidth(std::span<const float> logUncertainty)
{
    std::vector<float> sorted(logUncertainty.begin(), logUncertainty.end());
    std::ranges::sort(sorted);
    const auto at = [&](double share) {
        return static_cast<double>(sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1))]);
    };
    return sorted.empty() ? 0 : (at(.95) - at(.05)) / 10;
}

} // namespace prolap::traversal
