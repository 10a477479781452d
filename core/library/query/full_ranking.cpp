#include "core/library/query/full_ranking.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <functional>
#include <limits>
#include <thread>

#include "core/index/all_scores.h"
#include "core/library/query/inclusion_scan.h"

namespace prolap::library {

namespace {

bool before(const RankedClip& a, const RankedClip& b)
{
    if (a.credible != b.credible)
        return a.credible;
    return a.fused != b.fused ? a.fused > b.fused : a.clip < b.clip;
}

/// The first `limit` in order.
void cutToLimit(std::vector<RankedClip>& ranked, std::size_t limit)
{
    const auto end = ranked.begin() + static_cast<std::ptrdiff_t>(std::min(limit, ranked.size()));
    std::partial_sort(ranked.begin(), end, ranked.end(), before);
    ranked.erase(end, ranked.end());
}

class FullRank {
public:
    FullRank(const SearchableVectors& vectors, const model::ModelInfo& model, const RankQuery& query,
             const FullRanking& how)
        : m_vectors(vectors), m_model(model), m_query(query), m_how(how), m_credible(credibleSimilarity(model))
    {
    }

    std::optional<std::vector<RankedClip>> run(const std::stop_token& stop)
    {
        if (m_vectors.set && m_vectors.matrix.size() > 0) {
            auto scores = index::allScores(
                m_vectors.matrix, m_vectors.clips.get(),
                {.vector = m_query.mean, .biasWeight = m_model.probabilistic ? 1.0F : 0.0F, .allowed = m_query.allowed},
                stop);
            if (!scores)
                return std::nullopt;
            m_scores = std::move(*scores);
            if (m_how.relation == Relation::SoundsLike ? !bySimilarity() : !byInclusion(stop))
                return std::nullopt;
        }
        if (m_how.relation == Relation::SoundsLike)
            addWithoutSound();
        cutToLimit(m_ranked, m_query.limit);
        return std::move(m_ranked);
    }

private:
    const index::RowGroups& clips() const { return *m_vectors.clips; }
    bool counts(std::size_t row) const
    {
        return std::isfinite(m_scores[row]) && m_vectors.matrix.key(row).clip != m_query.exclude;
    }

    const WordEvidence::OfClip* evidenceOf(ClipId clip) const
    {
        if (!m_query.words)
            return nullptr;
        const auto found = m_query.words->clips.find(clip);
        return found == m_query.words->clips.end() ? nullptr : &found->second;
    }

    /// Clips in m_ranked from the best row of each, by `value`.
    void takeBestRows(const std::function<double(std::size_t)>& value)
    {
        constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();
        std::vector<std::size_t> best(clips().groupCount(), kNone);
        std::vector<double> bestValue(clips().groupCount());
        for (std::size_t row = 0; row < m_scores.size(); ++row) {
            if (!counts(row))
                continue;
            const std::size_t group = clips().groupOfRow(row);
            const double here = value(row);
            if (best[group] == kNone || here > bestValue[group]) {
                best[group] = row;
                bestValue[group] = here;
            }
        }
        for (std::size_t group = 0; group < best.size(); ++group)
            if (best[group] != kNone)
                m_ranked.push_back({clips().clip(static_cast<std::uint32_t>(group)), best[group], m_scores[best[group]],
                                    bestValue[group], false, std::nullopt});
    }

    bool bySimilarity()
    {
        const std::function<double(double)> moved = generality();
        takeBestRows([&](std::size_t row) {
            return static_cast<double>(m_scores[row]) + moved(-2 * static_cast<double>(m_vectors.matrix.bias(row)));
        });
        for (RankedClip& clip : m_ranked) {
            const WordEvidence::OfClip* evidence = evidenceOf(clip.clip);
            const double bonus = evidence ? static_cast<double>(evidence->bonus) : 0;
            clip.fused += bonus;
            clip.credible = static_cast<double>(clip.similarity) + bonus >= m_credible || (evidence && evidence->all);
        }
        return true;
    }

    /// What a window of uncertainty u gains.
    std::function<double(double)> generality() const
    {
        std::vector<float> all;
        if (m_how.generality != 0)
            for (std::size_t row = 0; row < m_vectors.matrix.size(); ++row)
                all.push_back(-2 * m_vectors.matrix.bias(row));
        std::erase_if(all, [](float u) { return !(u > 0); });
        if (all.empty())
            return [](double) { return 0.0; };
        const auto percentile = [&](double share) {
            const auto at = all.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(all.size() - 1));
            std::nth_element(all.begin(), at, all.end());
            return std::log(static_cast<double>(*at));
        };
        const double low = percentile(.05), high = percentile(.95);
        const double weight =
            m_how.generality *
            (m_model.calibrated && m_model.scale > 0 ? kGeneralityLogOdds / m_model.scale : kGeneralitySimilarity);
        return [=](double u) {
            if (high - low < 1e-9 || u <= 0)
                return 0.0;
            return weight * std::clamp(2 * (std::log(u) - low) / (high - low) - 1, -1.0, 1.0);
        };
    }

    bool byInclusion(const std::stop_token& stop)
    {
        double overlaps = m_credible;
        if (!std::isfinite(overlaps)) {
            std::vector<float> best;
            for (std::size_t row = 0; row < m_scores.size(); ++row)
                if (counts(row))
                    best.push_back(m_scores[row]);
            if (best.size() > kOverlappingWindows) {
                const auto last = best.begin() + kOverlappingWindows - 1;
                std::nth_element(best.begin(), last, best.end(), std::greater<>());
                overlaps = static_cast<double>(*last);
            }
        }
        std::vector<std::size_t> rows;
        for (std::size_t row = 0; row < m_scores.size(); ++row)
            if (counts(row) && static_cast<double>(m_scores[row]) >= overlaps && row < m_how.variances->rows())
                rows.push_back(row);
        std::vector<double> inclusion(m_scores.size(), std::numeric_limits<double>::quiet_NaN());
        const InclusionScan scan(m_query.mean, m_how.logVar);
        const double sign = m_how.relation == Relation::Contains ? 1 : -1;
        constexpr std::size_t kPart = 256;
        std::atomic<std::size_t> next = 0;
        const auto work = [&] {
            for (std::size_t from = kPart * next++; from < rows.size() && !stop.stop_requested(); from = kPart * next++)
                for (std::size_t i = from; i < std::min(from + kPart, rows.size()); ++i)
                    inclusion[rows[i]] =
                        sign * scan.of(m_vectors.matrix.halves(rows[i]), m_how.variances->row(rows[i]));
        };
        {
            std::vector<std::jthread> others;
            const std::size_t threads =
                std::min<std::size_t>(std::max(1U, std::thread::hardware_concurrency()), 1 + rows.size() / (4 * kPart));
            for (std::size_t t = 1; t < threads; ++t)
                others.emplace_back(work);
            work();
        }
        if (stop.stop_requested())
            return false;
        const auto logProbability = [](double logOdds) { return -std::log1p(std::exp(-logOdds)); };
        const auto order = [&](std::size_t row) {
            const double included = logProbability(kInclusionScale * inclusion[row]);
            return m_model.calibrated
                       ? logProbability(m_model.scale * static_cast<double>(m_scores[row]) + m_model.bias) + included
                       : included;
        };
        // Windows that do it stand above those that do not; similarities lie within [-D, 1].
        constexpr double kAbove = 1e6;
        const auto does = [&](std::size_t row) { return inclusion[row] > 0; };
        takeBestRows(
            [&](std::size_t row) { return does(row) ? kAbove + order(row) : static_cast<double>(m_scores[row]); });
        for (RankedClip& clip : m_ranked) {
            clip.credible = does(*clip.row);
            clip.fused = clip.credible ? order(*clip.row) : static_cast<double>(clip.similarity);
            if (std::isfinite(inclusion[*clip.row]))
                clip.inclusion = static_cast<float>(inclusion[*clip.row]);
        }
        return true;
    }

    /// As in ranking.cpp: clips that are not listened to yet have words only.
    void addWithoutSound()
    {
        if (!m_query.words)
            return;
        for (const auto& [clip, evidence] : m_query.words->clips) {
            if (evidence.bonus <= 0 || clips().groupOf(clip) || clip == m_query.exclude)
                continue;
            const double neutral = std::isfinite(m_credible) ? m_credible : 0;
            const double fused = neutral - 1e-6 + static_cast<double>(evidence.bonus);
            m_ranked.push_back({clip, std::nullopt, 0, fused, fused >= m_credible || evidence.all, std::nullopt});
        }
    }

    const SearchableVectors& m_vectors;
    const model::ModelInfo& m_model;
    const RankQuery& m_query;
    const FullRanking& m_how;
    const double m_credible;
    std::vector<float> m_scores; ///< [rows]; minus infinity: left out
    std::vector<RankedClip> m_ranked;
};

} // namespace

std::optional<std::vector<RankedClip>> rankFully(const SearchableVectors& vectors, const model::ModelInfo& model,
                                                 const RankQuery& query, const FullRanking& how, std::stop_token stop)
{
    return FullRank(vectors, model, query, how).run(stop);
}

std::vector<RankedClip> rankByWords(const SearchableVectors& vectors, const RankQuery& query)
{
    std::vector<RankedClip> ranked;
    if (query.words)
        for (const auto& [clip, evidence] : query.words->clips) {
            const auto group = vectors.clips->groupOf(clip);
            if (clip != query.exclude && (!group || query.allowed.empty() || query.allowed[*group]))
                ranked.push_back({clip, std::nullopt, 0, static_cast<double>(evidence.bonus), evidence.all, {}});
        }
    cutToLimit(ranked, query.limit);
    return ranked;
}

} // namespace prolap::library
