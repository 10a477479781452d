#include "core/library/traversal/traverse.h"

#include <algorithm>
#include <cmath>
#include <future>
#include <limits>
#include <unordered_map>

#include <fmt/format.h>

#include "core/error.h"
#include "core/index/kernels.h"
#include "core/index/top_k.h"
#include "core/library/ranking.h"
#include "core/traversal/meetings.h"
#include "core/traversal/most_inclusive.h"
#include "core/traversal/pair_inclusion.h"

namespace prolap::library {

namespace {

constexpr std::size_t kExpectedFrom = 10;  ///< captions that say what uncertainty is to be expected at a point
constexpr std::size_t kRowsAtATime = 4096; ///< between two looks at the stop token
constexpr double kSamePlace = 1 - 1e-6;    ///< cosine from which on start and root are one

/// Two halves of a loop at once.
template <typename Work> void inTwo(std::size_t count, const Work& work)
{
    if (count < 2 * kRowsAtATime) {
        work(0, count);
        return;
    }
    auto second = std::async(std::launch::async, [&] { work(count / 2, count); });
    work(0, count / 2);
    second.get();
}

/// A query as the kernels take it: [stride], padded with 0.
std::vector<float> padded(std::span<const float> values, std::size_t stride)
{
    std::vector<float> query(values.begin(), values.end());
    query.resize(stride);
    return query;
}

std::vector<float> productsWith(const CaptionGaussians& captions, std::span<const float> vector,
                                const std::stop_token& stop)
{
    std::vector<float> products(captions.count());
    const std::vector<float> query = padded(vector, captions.stride);
    inTwo(captions.count(), [&](std::size_t from, std::size_t to) {
        const auto product = index::kernels().halfProduct;
        for (std::size_t i = from; i < to && (i % kRowsAtATime || !stop.stop_requested()); ++i)
            products[i] =
                static_cast<float>(product(captions.means.data() + i * captions.stride, query.data(), captions.stride));
    });
    return products;
}

std::vector<float> productsWith(const index::MatrixView& matrix, std::span<const float> vector,
                                const std::stop_token& stop)
{
    std::vector<float> products(matrix.size());
    const std::size_t stride = matrix.layout().stride;
    const std::vector<float> query = padded(vector, stride);
    inTwo(matrix.size(), [&](std::size_t from, std::size_t to) {
        const auto product = index::kernels().halfProduct;
        for (std::size_t i = from; i < to && (i % kRowsAtATime || !stop.stop_requested()); ++i)
            products[i] = static_cast<float>(product(matrix.halves(i), query.data(), stride));
    });
    return products;
}

double dot(std::span<const float> a, std::span<const float> b)
{
    double sum = 0;
    for (std::size_t d = 0; d < a.size(); ++d)
        sum += static_cast<double>(a[d]) * static_cast<double>(b[d]);
    return sum;
}

/// Of length 1 again, which half precision took away.
std::vector<float> unit(std::vector<float> vector)
{
    const double length = std::sqrt(dot(vector, vector));
    for (float& value : vector)
        value = length > 0 ? static_cast<float>(static_cast<double>(value) / length) : 0;
    return vector;
}

class Traverser {
public:
    Traverser(const TraversalCandidates& candidates, const TraversalEnds& ends, const TraversalSetting& setting,
              const std::stop_token& stop)
        : m_captions(candidates.captions),
          m_clips(candidates.clips),
          m_model(candidates.model),
          m_ends(ends),
          m_setting(setting),
          m_stop(stop)
    {
    }

    std::optional<Traversal> run()
    {
        check();
        begin();
        if (m_stop.stop_requested())
            return std::nullopt;
        if (m_result.shape == PathShape::Climb)
            climb();
        else if (!goStraight())
            return std::nullopt;
        if (m_stop.stop_requested())
            return std::nullopt;
        makeLadder();
        findClipsOfRungs();
        if (m_stop.stop_requested())
            return std::nullopt;
        return std::move(m_result);
    }

private:
    void check() const
    {
        if (m_captions.count() == 0)
            throw Error(ErrorKind::BadInput, "There are no captions to go by: take the vocabulary as candidates, or "
                                             "give the library's clips captions.");
        if (m_setting.points < 1 || m_setting.points > kMostTraversalPoints)
            throw Error(ErrorKind::BadInput,
                        fmt::format("A path has 1 to {} points, not {}.", kMostTraversalPoints, m_setting.points));
        if (m_model.probabilistic)
            return;
        if (shape() == PathShape::Climb)
            throw Error(ErrorKind::Unsupported, fmt::format("{} knows no uncertainty, which a climb goes by: take the "
                                                            "straight line.",
                                                            m_model.name));
        if (m_setting.root == TraversalRoot::Inclusive)
            throw Error(ErrorKind::Unsupported, fmt::format("{} knows no uncertainty, which the root inclusive is "
                                                            "found by: take another root.",
                                                            m_model.name));
    }

    PathShape shape() const
    {
        return m_setting.shape.value_or(m_model.probabilistic ? PathShape::Climb : PathShape::Linear);
    }

    std::optional<float> probability(float similarity) const
    {
        if (!m_model.calibrated)
            return std::nullopt;
        return static_cast<float>(matchProbability(m_model, static_cast<double>(similarity)));
    }

    std::optional<float> uncertaintyOf(std::size_t caption) const
    {
        return m_model.probabilistic ? std::optional(m_captions.uncertainties[caption]) : std::nullopt;
    }

    void begin()
    {
        m_result.model = m_model.name;
        m_result.modelId = m_model.id;
        m_result.shape = shape();
        m_result.start = m_setting.start;
        m_result.captionCandidates = m_captions.count();
        m_result.clipCandidates = m_clips.clips->groupCount();
        const std::vector<float> u = model::uncertainties(m_ends.subject);
        const float own = u.empty() ? 0 : u.front();
        if (!u.empty())
            m_result.startUncertainty = own;
        const auto subject = m_ends.subject.meanOf(0);
        m_result.subjectMean.assign(subject.begin(), subject.end());
        m_withSubject = productsWith(m_captions, subject, m_stop);
        for (std::size_t i = 0; i < m_withSubject.size(); ++i)
            m_withSubject[i] -= .5F * (m_captions.uncertainties[i] + own);
        m_nearest = static_cast<std::size_t>(std::ranges::max_element(m_withSubject) - m_withSubject.begin());
        m_result.startCaption = m_captions.texts[m_nearest];
        if (const auto group = m_ends.clip ? m_clips.clips->groupOf(*m_ends.clip) : std::nullopt)
            m_ownGroup = *group;
        if (!m_model.probabilistic)
            m_result.notes.push_back(
                fmt::format("{} knows no uncertainty: there is none to show, and no inclusion.", m_model.name));
    }

    NearCaption near(std::size_t caption, float similarity) const
    {
        return {static_cast<std::uint32_t>(caption), m_captions.texts[caption], similarity, probability(similarity),
                uncertaintyOf(caption)};
    }

    NearClip nearClip(std::size_t row, float similarity) const
    {
        const index::RowKey& key = m_clips.matrix.key(row);
        NearClip near;
        near.clip = key.clip;
        near.start = key.startSeconds;
        near.end = key.endSeconds;
        near.similarity = similarity;
        near.probability = probability(similarity);
        if (m_model.probabilistic)
            near.uncertainty = -2 * m_clips.matrix.bias(row);
        return near;
    }

    /// What the nearest caption says of the start.
    void describe(TraversalPoint& point)
    {
        if (point.captions.empty())
            return;
        const std::size_t caption = point.captions.front().index;
        point.similarity = m_withSubject[caption];
        point.match = probability(point.similarity);
        point.inclusion = inclusionIn(caption);
    }

    std::optional<float> inclusionIn(std::size_t caption)
    {
        if (!m_captions.probabilistic() || m_ends.subject.logVar.empty())
            return std::nullopt;
        const auto [at, isNew] = m_inclusions.emplace(caption, 0.F);
        if (isNew) {
            const std::vector<float> mean = m_captions.mean(caption), logVar = m_captions.logVar(caption);
            at->second = static_cast<float>(
                traversal::inclusionOf({m_ends.subject.meanOf(0), m_ends.subject.logVarOf(0)}, {mean, logVar}));
        }
        return at->second;
    }

    bool goStraight()
    {
        m_result.root = m_setting.root;
        m_result.startMean =
            m_setting.start == TraversalStart::Clip ? m_result.subjectMean : m_captions.mean(m_nearest);
        m_result.startMean = unit(std::move(m_result.startMean));
        if (m_setting.root == TraversalRoot::Inclusive) {
            const auto caption = traversal::mostInclusive(
                traversal::GaussianSpan{m_ends.subject.meanOf(0), m_ends.subject.logVarOf(0)},
                traversal::GaussianRows<std::uint16_t>{m_captions.means.data(), m_captions.stride,
                                                       m_captions.logVars.data(), m_captions.dim, m_captions.count()},
                m_stop);
            if (!caption)
                return false;
            m_result.rootCaption = m_captions.texts[*caption];
            m_result.rootMean = m_captions.mean(*caption);
        } else {
            m_result.rootMean.assign(m_ends.root.begin(), m_ends.root.end());
        }
        m_result.rootMean = unit(std::move(m_result.rootMean));
        const double cosine = dot(m_result.startMean, m_result.rootMean);
        if (cosine > kSamePlace)
            m_result.notes.push_back("The root is where the path begins, so there is no way to go: take another root.");
        const std::vector<traversal::PathWeights> weights =
            traversal::pathWeights(m_result.shape, cosine, m_setting.points);
        for (const traversal::PathWeights& w : weights) {
            TraversalPoint point;
            point.t = w.t;
            for (std::size_t d = 0; d < m_result.startMean.size(); ++d)
                point.mean.push_back(static_cast<float>(w.a * static_cast<double>(m_result.startMean[d]) +
                                                        w.b * static_cast<double>(m_result.rootMean[d])));
            m_result.points.push_back(std::move(point));
        }
        findCaptions(weights);
        findClips(weights);
        return !m_stop.stop_requested();
    }

    void findCaptions(const std::vector<traversal::PathWeights>& weights)
    {
        const std::vector<float> withStart = productsWith(m_captions, m_result.startMean, m_stop);
        const std::vector<float> withRoot = productsWith(m_captions, m_result.rootMean, m_stop);
        std::vector<float> bias(m_captions.count());
        std::ranges::transform(m_captions.uncertainties, bias.begin(), [](float u) { return -.5F * u; });
        const traversal::Meetings meetings = traversal::alongLine(weights, {withStart, withRoot, bias, {}},
                                                                  std::max(kExpectedFrom, m_setting.nearest), m_stop);
        for (std::size_t p = 0; p < meetings.size(); ++p) {
            TraversalPoint& point = m_result.points[p];
            for (const traversal::Met& met : meetings[p])
                if (point.captions.size() < m_setting.nearest)
                    point.captions.push_back(near(met.candidate, met.score));
            point.uncertainty = expected(meetings[p]);
            describe(point);
        }
    }

    std::optional<float> expected(const std::vector<traversal::Met>& nearest) const
    {
        if (!m_model.probabilistic || nearest.empty())
            return std::nullopt;
        double sum = 0, weights = 0;
        for (const traversal::Met& one : nearest) {
            const double weight = std::exp(m_model.scale * static_cast<double>(one.score - nearest.front().score));
            sum += weight * std::log(std::max(1e-30, static_cast<double>(m_captions.uncertainties[one.candidate])));
            weights += weight;
        }
        return static_cast<float>(std::exp(sum / weights));
    }

    void findClips(const std::vector<traversal::PathWeights>& weights)
    {
        const index::MatrixView& matrix = m_clips.matrix;
        if (matrix.size() == 0)
            return;
        const std::vector<float> withStart = productsWith(matrix, m_result.startMean, m_stop);
        const std::vector<float> withRoot = productsWith(matrix, m_result.rootMean, m_stop);
        std::vector<float> bias(matrix.size());
        for (std::size_t row = 0; row < bias.size(); ++row)
            bias[row] = matrix.bias(row);
        const traversal::Meetings meetings = traversal::alongLine(
            weights,
            {withStart, withRoot, bias, [&](std::size_t row) { return m_clips.clips->groupOfRow(row); }, m_ownGroup},
            m_setting.nearest, m_stop);
        for (std::size_t p = 0; p < meetings.size(); ++p)
            for (const traversal::Met& met : meetings[p])
                m_result.points[p].clips.push_back(nearClip(met.candidate, met.score));
    }

    void climb()
    {
        std::vector<float> logU(m_captions.count());
        for (std::size_t i = 0; i < logU.size(); ++i)
            logU[i] = std::log(std::max(1e-30F, m_captions.uncertainties[i]));
        const double width = m_setting.width.value_or(traversal::climbWidth(logU));
        m_result.width = width;
        const auto most = static_cast<std::size_t>(std::ranges::max_element(logU) - logU.begin());
        m_result.startMean = m_captions.mean(m_nearest);
        if (logU[most] - logU[m_nearest] < 1e-6F)
            m_result.notes.push_back("The caption nearest to the start is already the most general of all: there is "
                                     "nowhere to climb.");
        const std::vector<double> levels = traversal::climbLevels(static_cast<double>(logU[m_nearest]),
                                                                  static_cast<double>(logU[most]), m_setting.points);
        const traversal::Meetings meetings =
            traversal::alongClimb(levels, m_withSubject, logU, width, m_setting.nearest, m_stop);
        if (meetings.empty())
            return;
        m_result.points.resize(levels.size());
        std::size_t last = m_nearest;
        for (std::size_t p = 0; p < levels.size(); ++p) {
            TraversalPoint& point = m_result.points[p];
            point.t = levels.size() < 2 ? 0 : static_cast<double>(p) / static_cast<double>(levels.size() - 1);
            point.uncertainty = static_cast<float>(std::exp(levels[p]));
            for (const traversal::Met& met : meetings[p])
                point.captions.push_back(near(met.candidate, met.score));
            if (!point.captions.empty()) {
                last = point.captions.front().index;
                point.uncertainty = m_captions.uncertainties[last];
            }
            point.mean = m_captions.mean(last); // where nothing was met, at the caption last met
            describe(point);
        }
        m_result.rootMean = m_captions.mean(last);
        m_result.rootCaption = m_captions.texts[last];
    }

    void makeLadder()
    {
        std::unordered_map<std::uint32_t, std::size_t> rungs;
        for (std::size_t p = 0; p < m_result.points.size(); ++p) {
            if (m_result.points[p].captions.empty())
                continue;
            const std::uint32_t caption = m_result.points[p].captions.front().index;
            const auto [at, isNew] = rungs.emplace(caption, m_result.ladder.size());
            if (isNew) {
                Rung rung;
                rung.caption = caption;
                rung.text = m_captions.texts[caption];
                rung.firstPoint = p;
                rung.similarity = m_withSubject[caption];
                rung.probability = probability(rung.similarity);
                rung.uncertainty = uncertaintyOf(caption);
                rung.inclusion = inclusionIn(caption);
                m_result.ladder.push_back(std::move(rung));
            }
            Rung& rung = m_result.ladder[at->second];
            rung.lastPoint = p;
            ++rung.points;
        }
    }

    void findClipsOfRungs()
    {
        if (m_clips.matrix.size() == 0)
            return;
        std::vector<std::uint8_t> allowed;
        if (m_ownGroup != traversal::kNoGroup) {
            allowed.assign(m_clips.clips->groupCount(), 1);
            allowed[m_ownGroup] = 0;
        }
        for (Rung& rung : m_result.ladder) {
            const std::vector<float> mean = m_captions.mean(rung.caption);
            index::TopKQuery query{.vector = mean, .k = m_setting.nearest, .allowed = allowed};
            const auto rows = index::topK(m_clips.matrix, m_clips.clips.get(), query, m_stop);
            if (!rows)
                return;
            for (const index::ScoredRow& row : *rows)
                rung.clips.push_back(nearClip(row.row, row.score));
        }
        if (m_result.shape != PathShape::Climb)
            return;
        std::unordered_map<std::uint32_t, const Rung*> ofCaption;
        for (const Rung& rung : m_result.ladder)
            ofCaption.emplace(rung.caption, &rung);
        for (TraversalPoint& point : m_result.points)
            if (!point.captions.empty())
                point.clips = ofCaption.at(point.captions.front().index)->clips;
    }

    const CaptionGaussians& m_captions;
    const SearchableVectors& m_clips;
    const model::ModelInfo& m_model;
    const TraversalEnds& m_ends;
    const TraversalSetting& m_setting;
    const std::stop_token& m_stop;
    Traversal m_result;
    std::vector<float> m_withSubject; ///< s of every caption with the subject
    std::size_t m_nearest = 0;        ///< caption
    std::uint32_t m_ownGroup = traversal::kNoGroup;
    std::unordered_map<std::size_t, float> m_inclusions;
};

} // namespace

std::optional<Traversal> traverse(const TraversalCandidates& candidates, const TraversalEnds& ends,
                                  const TraversalSetting& setting, std::stop_token stop)
{
    return Traverser(candidates, ends, setting, stop).run();
}

std::vector<Meeting> captionsInCommon(const Traversal& first, const Traversal& second)
{
    std::vector<Meeting> common;
    for (std::size_t i = 0; i < first.ladder.size(); ++i)
        for (std::size_t j = 0; j < second.ladder.size(); ++j)
            if (first.ladder[i].text == second.ladder[j].text)
                common.push_back({i, j});
    return common;
}

std::optional<Meeting> whereTheyMeet(const Traversal& first, const Traversal& second)
{
    const std::vector<Meeting> common = captionsInCommon(first, second);
    return common.empty() ? std::nullopt : std::optional(common.front());
}

} // namespace prolap::library
