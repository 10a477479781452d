#include "core/library/word_fusion.h"

#include <algorithm>
#include <cmath>

namespace prolap::library {

WordEvidence fuseWords(const std::vector<db::WordHit>& hits, std::span<const std::string> queryWords,
                       std::int64_t clipCount, const model::ModelInfo& model)
{
    WordEvidence evidence;
    std::unordered_map<std::string, double> clipsWith;
    for (const db::WordHit& hit : hits)
        for (const std::string& word : hit.words)
            ++clipsWith[word];
    const auto weightOf = [&](const std::string& word) {
        const auto found = clipsWith.find(word);
        if (found == clipsWith.end())
            return 0.0;
        return std::log(1 + std::max<double>(1, static_cast<double>(clipCount)) / found->second);
    };
    double total = 0;
    for (const std::string& word : queryWords)
        total += weightOf(word);
    const double full = model.calibrated && model.scale > 0 ? kWordLogOdds / model.scale : kWordSimilarity;
    for (const db::WordHit& hit : hits) {
        double found = 0;
        for (const std::string& word : hit.words)
            found += weightOf(word);
        evidence.clips[hit.clip] = {total > 0 ? static_cast<float>(full * std::min(1.0, found / total)) : 0.0F,
                                    hit.words.size() >= queryWords.size(), hit.words};
    }
    return evidence;
}

} // namespace prolap::library
