#include "core/index/matrix.h"
#include "core/library/ranking.h"
#include "tests/support/test_main.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <random>

#include <QTest>

using namespace prolap;
using namespace prolap::library;

namespace {

constexpr std::size_t kDim = 12;

SearchableVectors randomVectors(int clips, unsigned seed)
{
    std::mt19937 random(seed);
    std::normal_distribution<float> normal;
    std::vector<std::vector<float>> values;
    std::vector<index::NewRow> rows;
    for (int clip = 1; clip <= clips; ++clip) {
        for (unsigned window = 0; window <= random() % 3; ++window) {
            std::vector<float> vector(kDim);
            double norm = 0;
            for (float& value : vector) {
                value = normal(random);
                norm += static_cast<double>(value) * value;
            }
            for (float& value : vector)
                value /= static_cast<float>(std::sqrt(norm));
            values.push_back(vector);
            rows.push_back(
                {{WindowId{static_cast<std::int64_t>(values.size())}, ClipId{clip}, 1.0 * window, 1.0 * window + 1},
                 {},
                 -0.01F * static_cast<float>(random() % 10)});
        }
    }
    for (std::size_t i = 0; i < rows.size(); ++i)
        rows[i].vector = values[i];
    index::Matrix matrix = index::Matrix::inMemory(kDim);
    matrix.append(rows, 1);
    SearchableVectors vectors;
    vectors.set = EmbeddingSetId{1};
    vectors.matrix = matrix.view();
    auto groups = std::make_shared<index::RowGroups>();
    groups->extend(vectors.matrix);
    vectors.clips = groups;
    return vectors;
}

/// What rankClips promises, in the plainest way.
std::vector<RankedClip> naive(const SearchableVectors& vectors, const model::ModelInfo& model, const RankQuery& query)
{
    std::map<std::int64_t, RankedClip> best;
    for (std::size_t row = 0; row < vectors.matrix.size(); ++row) {
        const ClipId clip = vectors.matrix.key(row).clip;
        const auto group = *vectors.clips->groupOf(clip);
        if (clip == query.exclude || (!query.allowed.empty() && !query.allowed[group]))
            continue;
        double s = static_cast<double>(vectors.matrix.bias(row));
        const auto values = vectors.matrix.vector(row);
        for (std::size_t d = 0; d < kDim; ++d)
            s += static_cast<double>(values[d]) * static_cast<double>(query.mean[d]);
        const auto [entry, isNew] =
            best.try_emplace(clip.value, RankedClip{clip, row, static_cast<float>(s), s, false});
        if (!isNew && s > entry->second.fused)
            entry->second = {clip, row, static_cast<float>(s), s, false};
    }
    if (query.words)
        for (const auto& [clip, evidence] : query.words->clips)
            if (!vectors.clips->groupOf(clip))
                best[clip.value] = {clip, {}, 0, 0, false};
    std::vector<RankedClip> all;
    for (auto& [id, clip] : best) {
        if (!clip.row)
            clip.fused = -model.bias / model.scale; // half a chance, as credibleProbability is one half
        if (query.words && query.words->clips.contains(clip.clip)) {
            const auto& evidence = query.words->clips.at(clip.clip);
            clip.fused += evidence.bonus;
            clip.credible = evidence.all;
        }
        clip.credible = clip.credible || matchProbability(model, clip.fused) >= model.credibleProbability;
        all.push_back(clip);
    }
    std::sort(all.begin(), all.end(), [](const RankedClip& a, const RankedClip& b) {
        if (a.credible != b.credible)
            return a.credible;
        return a.fused != b.fused ? a.fused > b.fused : a.clip < b.clip;
    });
    return all;
}

} // namespace

class TstRanking : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isWhatANaiveRankingFinds_data()
    {
        QTest::addColumn<int>("limit");
        QTest::addColumn<double>("bias");
        QTest::addColumn<int>("wordClips");
        for (const int limit : {1, 10, 100, 2000})
            for (const double bias : {-2.0, -6.0, -9.0, -30.0}) // most, some, few and none are credible
                for (const int wordClips : {0, 3, 300})
                    QTest::addRow("%d %g %d", limit, bias, wordClips) << limit << bias << wordClips;
    }
    void isWhatANaiveRankingFinds()
    {
        QFETCH(int, limit);
        QFETCH(double, bias);
        QFETCH(int, wordClips);
        const SearchableVectors vectors = randomVectors(600, 3);
        model::ModelInfo model;
        model.scale = 10;
        model.bias = bias;
        model.calibrated = true;
        std::mt19937 random(4);
        WordEvidence words;
        for (int i = 0; i < wordClips; ++i) {
            const bool all = random() % 5 == 0;
            // Some of them are not in the matrix yet.
            words.clips[ClipId{static_cast<std::int64_t>(1 + random() % 650)}] = {
                all ? 0.4F : 0.05F * static_cast<float>(1 + random() % 6), all, {"word"}};
        }
        std::vector<std::uint8_t> allowed(vectors.clips->groupCount());
        for (auto& byte : allowed)
            byte = random() % 4 != 0;
        std::vector<float> mean(kDim, static_cast<float>(1 / std::sqrt(kDim)));
        for (const auto& mask : {std::span<const std::uint8_t>(), std::span<const std::uint8_t>(allowed)}) {
            for (const std::optional<ClipId> exclude : {std::optional<ClipId>(), std::optional<ClipId>(ClipId{17})}) {
                const RankQuery query{mean, &words, static_cast<std::size_t>(limit), mask, exclude};
                const auto found = *rankClips(vectors, model, query, {});
                const auto expected = naive(vectors, model, query);
                const std::size_t count = std::min<std::size_t>(expected.size(), query.limit);
                QVERIFY(found.size() >= count);
                for (std::size_t i = 0; i < count; ++i) {
                    QCOMPARE(found[i].credible, expected[i].credible);
                    QVERIFY(std::abs(found[i].fused - expected[i].fused) < 1e-5);
                    QCOMPARE(found[i].row.has_value(), expected[i].row.has_value());
                    if (i + 1 < expected.size() && std::abs(expected[i].fused - expected[i + 1].fused) > 1e-5 &&
                        (i == 0 || std::abs(expected[i].fused - expected[i - 1].fused) > 1e-5))
                        QCOMPARE(found[i].clip, expected[i].clip);
                }
            }
        }
    }

    void nothingInAnEmptyLibrary()
    {
        const std::vector<float> mean(kDim, 0.3F);
        WordEvidence words;
        words.clips[ClipId{5}] = {0.3F, true, {"rain"}};
        const auto found = *rankClips({}, {}, {mean, &words, 10, {}, {}}, {});
        QCOMPARE(found.size(), std::size_t(1)); // listed, not listened to yet
        QVERIFY(found[0].credible && !found[0].row);
    }
};

PROLAP_TEST(TstRanking)
#include "tst_ranking.moc"
