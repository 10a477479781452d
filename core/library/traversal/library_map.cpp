#include "core/library/traversal/library_map.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <future>

#include "core/index/half.h"
#include "core/library/vector_cache.h"
#include "core/library/vocabulary/caption_gaussians.h"

namespace prolap::library {

namespace {

constexpr std::size_t kSample = 20'000;
constexpr int kIterations = 300;
constexpr std::size_t kBlock = 512, kTogether = 8; ///< rows

/// Every half as a float, worked out once: a map reads millions of them.
const std::vector<float>& halfTable()
{
    static const std::vector<float> table = [] {
        std::vector<float> values(65536);
        for (std::size_t i = 0; i < values.size(); ++i)
            values[i] = index::fromHalf(static_cast<std::uint16_t>(i));
        return values;
    }();
    return table;
}

/// The means of clips and captions as one list of rows.
class Rows {
public:
    Rows(const SearchableVectors& clips, const CaptionGaussians& captions)
        : m_clips(clips), m_captions(captions), m_groups(clips.clips->groupCount()), m_dim(captions.dim)
    {
        if (m_groups > 0)
            m_dim = clips.matrix.dim();
        // The windows of a clip, side by side.
        m_firstOfGroup.assign(m_groups + 1, 0);
        for (std::size_t row = 0; row < clips.clips->rowCount(); ++row)
            ++m_firstOfGroup[clips.clips->groupOfRow(row) + 1];
        for (std::size_t group = 0; group < m_groups; ++group)
            m_firstOfGroup[group + 1] += m_firstOfGroup[group];
        m_rows.resize(clips.clips->rowCount());
        std::vector<std::size_t> next(m_firstOfGroup.begin(), m_firstOfGroup.end() - 1);
        for (std::size_t row = 0; row < m_rows.size(); ++row)
            m_rows[next[clips.clips->groupOfRow(row)]++] = row;
    }

    std::size_t dim() const { return m_dim; }
    std::size_t groups() const { return m_groups; }
    std::size_t count() const { return m_groups + m_captions.count(); }

    void mean(std::size_t i, std::vector<float>& out) const
    {
        const std::vector<float>& value = halfTable();
        out.assign(m_dim, 0);
        const auto add = [&](const std::uint16_t* halves) {
            for (std::size_t d = 0; d < m_dim; ++d)
                out[d] += value[halves[d]];
        };
        if (i >= m_groups) {
            add(m_captions.means.data() + (i - m_groups) * m_captions.stride);
            return;
        }
        const std::size_t from = m_firstOfGroup[i], to = m_firstOfGroup[i + 1];
        for (std::size_t at = from; at < to; ++at)
            add(m_clips.matrix.halves(m_rows[at]));
        if (to - from > 1) {
            double squares = 0;
            for (const float v : out)
                squares += static_cast<double>(v) * static_cast<double>(v);
            const auto scale = static_cast<float>(1 / std::sqrt(std::max(1e-30, squares)));
            for (float& v : out)
                v *= scale;
        }
    }

    float uncertainty(std::size_t i) const
    {
        if (i >= m_groups)
            return m_captions.uncertainties[i - m_groups];
        double sum = 0;
        const std::size_t from = m_firstOfGroup[i], to = m_firstOfGroup[i + 1];
        for (std::size_t at = from; at < to; ++at)
            sum += -2 * static_cast<double>(m_clips.matrix.bias(m_rows[at]));
        return static_cast<float>(sum / static_cast<double>(std::max<std::size_t>(1, to - from)));
    }

private:
    const SearchableVectors& m_clips;
    const CaptionGaussians& m_captions;
    std::size_t m_groups, m_dim;
    std::vector<std::size_t> m_firstOfGroup, m_rows;
};

using Vector = std::vector<double>;

double dot(const Vector& a, const Vector& b)
{
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        sum += a[i] * b[i];
    return sum;
}

void normalise(Vector& v)
{
    const double length = std::sqrt(dot(v, v));
    for (double& x : v)
        x = length > 1e-12 ? x / length : 0;
}

/// The two leading eigenvectors of a symmetric matrix [D, D], by orthogonal iteration, each with its greatest entry
/// positive so that the same library always looks the same; and their eigenvalues.
struct Leading {
    std::array<Vector, 2> vectors;
    std::array<double, 2> values{};
};

Leading leading(const std::vector<double>& matrix, std::size_t dim)
{
    Leading found;
    for (std::size_t k = 0; k < 2; ++k) {
        found.vectors[k].resize(dim);
        for (std::size_t d = 0; d < dim; ++d) // any start that is not at right angles to what is sought
            found.vectors[k][d] = std::sin(static_cast<double>((d + 1) * (k + 1))) + .01;
    }
    for (int i = 0; i < kIterations; ++i)
        for (std::size_t k = 0; k < 2; ++k) {
            Vector next(dim);
            for (std::size_t r = 0; r < dim; ++r) {
                double sum = 0;
                for (std::size_t c = 0; c < dim; ++c)
                    sum += matrix[r * dim + c] * found.vectors[k][c];
                next[r] = sum;
            }
            found.values[k] = std::sqrt(dot(next, next));
            if (k == 1) {
                const double along = dot(next, found.vectors[0]);
                for (std::size_t d = 0; d < dim; ++d)
                    next[d] -= along * found.vectors[0][d];
            }
            normalise(next);
            found.vectors[k] = std::move(next);
        }
    for (Vector& v : found.vectors) {
        const auto most = std::ranges::max_element(v, {}, [](double x) { return std::abs(x); });
        if (most != v.end() && *most < 0)
            for (double& x : v)
                x = -x;
    }
    return found;
}

std::vector<float> asFloats(const Vector& v)
{
    return {v.begin(), v.end()};
}

void nameAxis(MapAxis& axis, const LibraryMap& map, float MapPosition::*along)
{
    if (map.captionPositions.empty())
        return;
    const auto [low, high] = std::ranges::minmax_element(map.captionPositions, {}, along);
    axis.low = map.captions[static_cast<std::size_t>(low - map.captionPositions.begin())];
    axis.high = map.captions[static_cast<std::size_t>(high - map.captionPositions.begin())];
}

} // namespace

MapPosition LibraryMap::position(std::span<const float> mean) const
{
    float px = 0, py = 0;
    for (std::size_t d = 0; d < centre.size() && d < mean.size(); ++d) {
        const float value = mean[d] - centre[d];
        px += value * xAxis[d];
        py += value * yAxis[d];
    }
    return {px, py};
}

std::optional<LibraryMap> makeLibraryMap(const SearchableVectors& clips, const CaptionGaussians& captions,
                                         bool probabilistic, std::stop_token stop)
{
    const Rows rows(clips, captions);
    const std::size_t dim = rows.dim(), count = rows.count();
    const std::size_t sample = std::min(count, kSample);
    const auto chosen = [&](std::size_t i) { return i * count / sample; };

    Vector centre(dim);
    std::vector<float> row;
    for (std::size_t i = 0; i < sample; ++i) {
        rows.mean(chosen(i), row);
        for (std::size_t d = 0; d < dim; ++d)
            centre[d] += static_cast<double>(row[d]) / static_cast<double>(sample);
    }
    // The upper half of the covariance, many rows at a time; two threads share its area, and the sums do not depend on
    // that.
    std::vector<float> sums(dim * dim);
    std::vector<float> block(kBlock * dim);
    const auto middle = static_cast<std::size_t>((1 - std::sqrt(.5)) * static_cast<double>(dim));
    for (std::size_t i = 0; i < sample; i += kBlock) {
        if (stop.stop_requested())
            return std::nullopt;
        const std::size_t size = std::min(kBlock, sample - i);
        for (std::size_t k = 0; k < size; ++k) {
            rows.mean(chosen(i + k), row);
            for (std::size_t d = 0; d < dim; ++d)
                block[k * dim + d] = row[d] - static_cast<float>(centre[d]);
        }
        const auto addTo = [&](std::size_t from, std::size_t to) {
            for (std::size_t first = 0; first < size; first += kTogether) // what stays in the cache
                for (std::size_t r = from; r < to; ++r) {
                    float* out = sums.data() + r * dim;
                    for (std::size_t k = first; k < std::min(first + kTogether, size); ++k) {
                        const float factor = block[k * dim + r];
                        const float* other = block.data() + k * dim;
                        for (std::size_t c = r; c < dim; ++c)
                            out[c] += factor * other[c];
                    }
                }
        };
        auto second = std::async(std::launch::async, [&] { addTo(middle, dim); });
        addTo(0, middle);
        second.get();
    }
    std::vector<double> covariance(dim * dim);
    double trace = 0;
    for (std::size_t r = 0; r < dim; ++r)
        for (std::size_t c = r; c < dim; ++c) {
            const double value = static_cast<double>(sums[r * dim + c]) / static_cast<double>(sample);
            covariance[r * dim + c] = covariance[c * dim + r] = value;
            if (r == c)
                trace += value;
        }
    const Leading found = leading(covariance, dim);

    LibraryMap map;
    map.centre = asFloats(centre);
    map.xAxis = asFloats(found.vectors[0]);
    map.yAxis = asFloats(found.vectors[1]);
    map.x.explained = trace > 0 ? found.values[0] / trace : 0;
    map.y.explained = trace > 0 ? found.values[1] / trace : 0;
    map.captions = captions.texts;
    std::vector<MapPosition> positions(count);
    std::vector<float> uncertainties(probabilistic ? count : 0);
    const auto place = [&](std::size_t from, std::size_t to) {
        std::vector<float> mean;
        for (std::size_t i = from; i < to && (i % 1024 || !stop.stop_requested()); ++i) {
            rows.mean(i, mean);
            positions[i] = map.position(mean);
            if (probabilistic)
                uncertainties[i] = rows.uncertainty(i);
        }
    };
    auto second = std::async(std::launch::async, [&] { place(count / 2, count); });
    place(0, count / 2);
    second.get();
    if (stop.stop_requested())
        return std::nullopt;
    const auto split = static_cast<std::ptrdiff_t>(rows.groups());
    for (std::size_t group = 0; group < rows.groups(); ++group)
        map.clips.push_back(clips.clips->clip(static_cast<std::uint32_t>(group)));
    map.clipPositions.assign(positions.begin(), positions.begin() + split);
    map.captionPositions.assign(positions.begin() + split, positions.end());
    if (probabilistic) {
        map.clipUncertainties.assign(uncertainties.begin(), uncertainties.begin() + split);
        map.captionUncertainties.assign(uncertainties.begin() + split, uncertainties.end());
    }
    nameAxis(map.x, map, &MapPosition::x);
    nameAxis(map.y, map, &MapPosition::y);
    return map;
}

std::optional<LibraryMap> makeClipMap(const SearchableVectors& clips, bool probabilistic, std::stop_token stop)
{
    if (clips.clips->groupCount() < 3)
        return std::nullopt;
    return makeLibraryMap(clips, CaptionGaussians(), probabilistic, std::move(stop));
}

} // namespace prolap::library
