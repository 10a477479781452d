#include "core/library/ranking.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <unordered_set>

#include "core/index/top_k.h"

namespace prolap::library {

namespace {

class Ranking {
public:
    Ranking(const SearchableVectors& vectors, const model::ModelInfo& model, const RankQuery& query,
            const std::stop_token& stop)
        : m_vectors(vectors), m_query(query), m_stop(stop), m_credible(credibleSimilarity(model))
    {
        const std::size_t groups = clips().groupCount();
        if (m_query.words && !m_query.words->clips.empty()) {
            m_bonus.assign(groups, 0);
            for (const auto& [clip, evidence] : m_query.words->clips)
                if (const auto group = clips().groupOf(clip))
                    m_bonus[*group] = evidence.bonus;
        }
        m_allowed.assign(m_query.allowed.begin(), m_query.allowed.end());
        if (const auto group = m_query.exclude ? clips().groupOf(*m_query.exclude) : std::nullopt) {
            m_allowed.resize(groups, 1);
            m_allowed[*group] = 0;
        }
    }

    std::optional<std::vector<RankedClip>> run()
    {
        if (!take(m_allowed, m_bonus))
            return std::nullopt;
        // Those with all words of the query are credible whatever their sound: they may be missing from a full list.
        if (m_ranked.size() >= m_query.limit && !takeFoundByAllWords())
            return std::nullopt;
        addWithoutSound();
        std::sort(m_ranked.begin(), m_ranked.end(), [](const RankedClip& a, const RankedClip& b) {
            if (a.credible != b.credible)
                return a.credible;
            return a.fused != b.fused ? a.fused > b.fused : a.clip < b.clip;
        });
        return std::move(m_ranked);
    }

private:
    const index::RowGroups& clips() const { return *m_vectors.clips; }

    const WordEvidence::OfClip* evidenceOf(ClipId clip) const
    {
        if (!m_query.words)
            return nullptr;
        const auto found = m_query.words->clips.find(clip);
        return found == m_query.words->clips.end() ? nullptr : &found->second;
    }

    /// Adds the best of those allowed that are not in the list yet. False when stopped.
    bool take(std::span<const std::uint8_t> allowed, std::span<const float> bonus)
    {
        if (!m_vectors.set)
            return true;
        index::TopKQuery query{.vector = m_query.mean, .k = m_query.limit, .allowed = allowed, .bonus = bonus};
        const auto rows = index::topK(m_vectors.matrix, m_vectors.clips.get(), query, m_stop);
        if (!rows)
            return false;
        for (const index::ScoredRow& row : *rows) {
            const ClipId clip = m_vectors.matrix.key(row.row).clip;
            if (!m_taken.insert(clip).second)
                continue;
            const WordEvidence::OfClip* evidence = evidenceOf(clip);
            const float added = evidence ? evidence->bonus : 0;
            RankedClip ranked{clip, row.row, bonus.empty() ? row.score : row.score - added, 0, false};
            ranked.fused = static_cast<double>(ranked.similarity) + added;
            ranked.credible = ranked.fused >= m_credible || (evidence && evidence->all);
            m_ranked.push_back(ranked);
        }
        return true;
    }

    bool takeFoundByAllWords()
    {
        std::vector<std::uint8_t> allowed(m_bonus.size(), 0);
        bool any = false;
        if (m_query.words) {
            for (const auto& [clip, evidence] : m_query.words->clips) {
                const auto group = evidence.all ? clips().groupOf(clip) : std::nullopt;
                if (group && (m_allowed.empty() || m_allowed[*group]) && !m_taken.contains(clip)) {
                    allowed[*group] = 1;
                    any = true;
                }
            }
        }
        return !any || take(allowed, m_bonus);
    }

    /// Clips that are listed but not listened to yet have words only; the sound then speaks neither for nor against.
    void addWithoutSound()
    {
        if (!m_query.words)
            return;
        for (const auto& [clip, evidence] : m_query.words->clips) {
            if (clips().groupOf(clip) || clip == m_query.exclude)
                continue;
            const double neutral = std::isfinite(m_credible) ? m_credible : 0;
            const double fused = neutral - 1e-6 + static_cast<double>(evidence.bonus);
            m_ranked.push_back({clip, std::nullopt, 0, fused, fused >= m_credible || evidence.all});
        }
    }

    const SearchableVectors& m_vectors;
    const RankQuery& m_query;
    const std::stop_token& m_stop;
    const double m_credible;
    std::vector<float> m_bonus;
    std::vector<std::uint8_t> m_allowed;
    std::vector<RankedClip> m_ranked;
    std::unordered_set<ClipId> m_taken;
};

} // namespace

double credibleSimilarity(const model::ModelInfo& model)
{
    if (!model.calibrated)
        return -std::numeric_limits<double>::infinity();
    const double p = std::clamp(model.credibleProbability, 1e-9, 1 - 1e-9);
    return model.scale > 0 ? (std::log(p / (1 - p)) - model.bias) / model.scale
                           : std::numeric_limits<double>::infinity();
}

double matchProbability(const model::ModelInfo& model, double similarity)
{
    return 1 / (1 + std::exp(-(model.scale * similarity + model.bias)));
}

std::optional<std::vector<RankedClip>> rankClips(const SearchableVectors& vectors, const model::ModelInfo& model,
                                                 const RankQuery& query, std::stop_token stop)
{
    return Ranking(vectors, model, query, stop).run();
}

} // namespace prolap::library
