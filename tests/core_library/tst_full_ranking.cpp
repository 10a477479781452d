#include "core/index/half.h"
#include "core/index/matrix.h"
#include "core/library/query/full_ranking.h"
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

struct Library {
    SearchableVectors vectors;
    WindowVariances variances;
    std::vector<std::vector<float>> logVar;
};

Library randomLibrary(int clips, unsigned seed)
{
    std::mt19937 random(seed);
    std::normal_distribution<float> normal;
    Library library;
    library.variances.dim = kDim;
    std::vector<std::vector<float>> values;
    std::vector<index::NewRow> rows;
    for (int clip = 1; clip <= clips; ++clip)
        for (unsigned window = 0; window <= random() % 3; ++window) {
            std::vector<float> vector(kDim), logVar(kDim);
            double norm = 0;
            for (float& value : vector) {
                value = normal(random) + (clip % 3 == 0 ? 1.0F : 0.0F);
                norm += static_cast<double>(value) * static_cast<double>(value);
            }
            const float wide = -4 + normal(random);
            double u = 0;
            for (std::size_t d = 0; d < kDim; ++d) {
                vector[d] /= static_cast<float>(std::sqrt(norm));
                const std::uint16_t half = index::toHalf(wide + 0.2F * normal(random));
                library.variances.halves.push_back(half);
                logVar[d] = index::fromHalf(half);
                u += std::exp(static_cast<double>(logVar[d]));
            }
            values.push_back(vector);
            library.logVar.push_back(logVar);
            const auto id = static_cast<std::int64_t>(values.size());
            rows.push_back(
                {{WindowId{id}, ClipId{clip}, 1.0 * window, 1.0 * window + 1}, {}, -0.5F * static_cast<float>(u)});
        }
    for (std::size_t i = 0; i < rows.size(); ++i)
        rows[i].vector = values[i];
    index::Matrix matrix = index::Matrix::inMemory(kDim);
    matrix.append(rows, 1);
    library.vectors.set = EmbeddingSetId{1};
    library.vectors.matrix = matrix.view();
    auto groups = std::make_shared<index::RowGroups>();
    groups->extend(library.vectors.matrix);
    library.vectors.clips = groups;
    return library;
}

/// H(q, x) - H(x, q) by the definition, with A, B and C of the completed square, averaged over the dimensions.
double plainInclusion(std::span<const float> m1, std::span<const float> l1, std::span<const float> m2,
                      std::span<const float> l2)
{
    const auto h = [](double mu1, double v1, double mu2, double v2) {
        const double a = 1 / v1 + 1 / (2 * v2), b = 2 * mu1 / v1 + mu2 / v2, c = mu1 * mu1 / v1 + mu2 * mu2 / (2 * v2);
        return -std::log(v1) - .5 * std::log(v2) - .5 * std::log(a) + b * b / (4 * a) - c;
    };
    double sum = 0;
    for (std::size_t d = 0; d < m1.size(); ++d) {
        const double mu1 = m1[d], mu2 = m2[d], v1 = std::exp(static_cast<double>(l1[d])),
                     v2 = std::exp(static_cast<double>(l2[d]));
        sum += h(mu1, v1, mu2, v2) - h(mu2, v2, mu1, v1);
    }
    return sum / static_cast<double>(m1.size());
}

double similarity(const Library& library, std::size_t row, std::span<const float> mean)
{
    double s = static_cast<double>(library.vectors.matrix.bias(row));
    const auto values = library.vectors.matrix.vector(row);
    for (std::size_t d = 0; d < kDim; ++d)
        s += static_cast<double>(values[d]) * static_cast<double>(mean[d]);
    return s;
}

/// What is promised, in the plainest way.
std::vector<RankedClip> naive(const Library& library, const model::ModelInfo& model, const RankQuery& query,
                              const FullRanking& how)
{
    std::vector<double> logs;
    for (std::size_t row = 0; row < library.vectors.matrix.size(); ++row)
        logs.push_back(std::log(-2 * static_cast<double>(library.vectors.matrix.bias(row))));
    std::sort(logs.begin(), logs.end());
    const auto percentile = [&](double share) {
        return logs[static_cast<std::size_t>(share * static_cast<double>(logs.size() - 1))];
    };
    const double low = percentile(.05), high = percentile(.95);
    std::map<std::int64_t, RankedClip> best;
    for (std::size_t row = 0; row < library.vectors.matrix.size(); ++row) {
        const ClipId clip = library.vectors.matrix.key(row).clip;
        if (clip == query.exclude || (!query.allowed.empty() && !query.allowed[*library.vectors.clips->groupOf(clip)]))
            continue;
        const double s = similarity(library, row, query.mean);
        RankedClip here{clip, row, static_cast<float>(s), s, false, {}};
        const bool overlaps = matchProbability(model, s) >= model.credibleProbability;
        if (how.relation == Relation::SoundsLike) {
            const double t =
                2 * (std::log(-2 * static_cast<double>(library.vectors.matrix.bias(row))) - low) / (high - low) - 1;
            here.fused += how.generality * 4 / model.scale * std::clamp(t, -1.0, 1.0);
            here.credible = overlaps;
        } else {
            double inclusion =
                plainInclusion(query.mean, how.logVar, library.vectors.matrix.vector(row), library.logVar[row]);
            if (how.relation == Relation::PartOf)
                inclusion = -inclusion;
            here.credible = overlaps && inclusion > 0;
            if (here.credible)
                here.fused = std::log(matchProbability(model, s)) - std::log(1 + std::exp(-10 * inclusion));
        }
        const auto [entry, isNew] = best.try_emplace(clip.value, here);
        const bool better = how.relation == Relation::SoundsLike || here.credible == entry->second.credible
                                ? here.fused > entry->second.fused
                                : here.credible;
        if (!isNew && better)
            entry->second = here;
    }
    std::vector<RankedClip> all;
    for (auto& [id, clip] : best) {
        if (how.relation == Relation::SoundsLike && query.words && query.words->clips.contains(clip.clip)) {
            const auto& evidence = query.words->clips.at(clip.clip);
            const double bonus = static_cast<double>(evidence.bonus);
            clip.fused += bonus;
            clip.credible = evidence.all || matchProbability(model, static_cast<double>(clip.similarity) + bonus) >=
                                                model.credibleProbability;
        }
        all.push_back(clip);
    }
    std::sort(all.begin(), all.end(), [](const RankedClip& a, const RankedClip& b) {
        return a.credible != b.credible ? a.credible : a.fused != b.fused ? a.fused > b.fused : a.clip < b.clip;
    });
    return all;
}

} // namespace

class TstFullRanking : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isWhatANaiveRankingFinds_data()
    {
        QTest::addColumn<int>("relation");
        QTest::addColumn<double>("generality");
        QTest::addColumn<double>("bias");
        for (const double bias : {-1.0, -4.0, -9.0}) {
            for (const double generality : {-1.0, -0.3, 0.0, 0.7, 1.0})
                QTest::addRow("slider %g, %g", generality, bias) << 0 << generality << bias;
            QTest::addRow("contains, %g", bias) << 1 << 0.0 << bias;
            QTest::addRow("part of, %g", bias) << 2 << 0.0 << bias;
        }
    }
    void isWhatANaiveRankingFinds()
    {
        QFETCH(int, relation);
        QFETCH(double, generality);
        QFETCH(double, bias);
        const Library library = randomLibrary(500, 3);
        model::ModelInfo model;
        model.scale = 10;
        model.bias = bias;
        model.calibrated = true;
        std::mt19937 random(4);
        WordEvidence words;
        for (int i = 0; i < 120; ++i) {
            const bool all = random() % 5 == 0;
            const float bonus = 0.05F * static_cast<float>(1 + random() % 7);
            words.clips[ClipId{static_cast<std::int64_t>(1 + random() % 500)}] = {
                i % 4 == 0 ? -bonus : bonus, all && i % 4 != 0, {"word"}};
        }
        std::vector<std::uint8_t> allowed(library.vectors.clips->groupCount());
        for (auto& byte : allowed)
            byte = random() % 4 != 0;
        const std::vector<float> mean(kDim, static_cast<float>(1 / std::sqrt(kDim))), logVar(kDim, -4.0F);
        const FullRanking how{generality, static_cast<Relation>(relation), &library.variances, logVar};
        for (const auto& mask : {std::span<const std::uint8_t>(), std::span<const std::uint8_t>(allowed)})
            for (const std::size_t limit : {std::size_t(5), std::size_t(2000)}) {
                const RankQuery query{mean, &words, limit, mask, ClipId{17}};
                const auto found = *rankFully(library.vectors, model, query, how, {});
                const auto expected = naive(library, model, query, how);
                QCOMPARE(found.size(), std::min(limit, expected.size()));
                for (std::size_t i = 0; i < found.size(); ++i) {
                    QCOMPARE(found[i].credible, expected[i].credible);
                    QVERIFY(std::abs(found[i].fused - expected[i].fused) < 1e-4);
                    const bool clear =
                        (i == 0 || std::abs(expected[i].fused - expected[i - 1].fused) > 1e-4) &&
                        (i + 1 == expected.size() || std::abs(expected[i].fused - expected[i + 1].fused) > 1e-4);
                    if (clear) {
                        QCOMPARE(found[i].clip, expected[i].clip);
                        QCOMPARE(found[i].row, expected[i].row);
                    }
                }
            }
    }

    /// With the slider in the middle it is the plain search.
    void nothingTurnedIsThePlainRanking()
    {
        const Library library = randomLibrary(300, 9);
        model::ModelInfo model;
        model.scale = 10;
        model.bias = -4;
        model.calibrated = true;
        const std::vector<float> mean(kDim, static_cast<float>(1 / std::sqrt(kDim)));
        const RankQuery query{mean, nullptr, 50, {}, {}};
        const auto plain = *rankClips(library.vectors, model, query, {});
        const auto full = *rankFully(library.vectors, model, query, {}, {});
        QCOMPARE(full.size(), std::size_t(50));
        for (std::size_t i = 0; i < 50; ++i) {
            QCOMPARE(full[i].clip, plain[i].clip);
            QCOMPARE(full[i].similarity, plain[i].similarity);
        }
    }

    void wordsAlone()
    {
        WordEvidence words;
        words.clips[ClipId{1}] = {0.1F, false, {"rain"}};
        words.clips[ClipId{2}] = {0.3F, true, {"rain", "roof"}};
        const auto ranked = rankByWords({}, {{}, &words, 10, {}, {}});
        QCOMPARE(ranked.size(), std::size_t(2));
        QVERIFY(ranked[0].clip == ClipId{2} && ranked[0].credible && !ranked[1].credible);
    }

    void emptyAndStopped()
    {
        const std::vector<float> mean(kDim, 0.3F);
        QVERIFY(rankFully({}, {}, {mean, nullptr, 10, {}, {}}, {}, {})->empty());
        std::stop_source stopped;
        stopped.request_stop();
        const Library library = randomLibrary(20, 1);
        QVERIFY(!rankFully(library.vectors, {}, {mean, nullptr, 10, {}, {}}, {1}, stopped.get_token()));
    }
};

PROLAP_TEST(TstFullRanking)
#include "tst_full_ranking.moc"
