#include <cmath>
#include <set>

#include <torch/torch.h>

#include "core/train/evaluation/hierarchy_pairs.h"
#include "core/train/evaluation/inclusion_protocol.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace prolap;
using namespace prolap::train;

namespace {

bool near(double a, double b)
{
    return std::abs(a - b) < 1e-9;
}

/// Six clips of three labels in six dimensions, an axis of each label. Captions by level: one for everything (0), one
/// for each label (1 to 3), one for each clip (4 to 9); narrower from level to level, the clips narrowest.
EmbeddedSplit threeLabels()
{
    EmbeddedSplit split;
    split.model.name = "axes";
    split.rows.resize(6);
    split.captions.resize(10);
    const torch::Tensor axes = torch::eye(6, torch::kFloat64);
    const torch::Tensor labels = torch::tensor({0, 0, 1, 1, 2, 2}, torch::kInt64);
    split.task.labels = labels;
    split.task.captionIds = torch::stack({torch::zeros({6}, torch::kInt64), labels + 1, torch::arange(4, 10)}, 1);
    const torch::Tensor own = axes.index_select(0, labels);
    const torch::Tensor general = torch::nn::functional::normalize(own.mean(0, true));
    split.task.captions.mean = torch::cat({general, axes.slice(0, 0, 3), own});
    split.task.clips.mean = own;
    const auto wide = [](std::int64_t rows, double logVar) { return torch::full({rows, 6}, logVar, torch::kFloat64); };
    split.task.captions.logVar = torch::cat({wide(1, -3), wide(3, -4), wide(6, -5)});
    split.task.clips.logVar = wide(6, -6);
    return split;
}

const torch::Tensor kAll = torch::ones({6}, torch::kBool);

std::set<std::pair<std::int64_t, std::int64_t>> pairSet(const torch::Tensor& a, const torch::Tensor& b)
{
    std::set<std::pair<std::int64_t, std::int64_t>> pairs;
    for (std::int64_t i = 0; i < a.numel(); ++i)
        pairs.emplace(a[i].item<std::int64_t>(), b[i].item<std::int64_t>());
    return pairs;
}

} // namespace

class TstInclusionProtocol : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void clipsLieInTheirCaptions()
    {
        const auto pairs = audioPairs(threeLabels().task, kAll, 1);
        QCOMPARE(pairs.size(), std::size_t(3));
        QCOMPARE(pairs[1].name, std::string("audio_level2"));
        QVERIFY(pairSet(pairs[1].inner, pairs[1].outer) ==
                (std::set<std::pair<std::int64_t, std::int64_t>>{{0, 1}, {1, 1}, {2, 2}, {3, 2}, {4, 3}, {5, 3}}));
        QCOMPARE(pairs[0].shuffledInner.numel(), 0); // the first caption is true of every clip
    }

    void shuffledPairsKeepTheCaptionsAndAreFalse()
    {
        const EmbeddedSplit split = threeLabels();
        for (const std::uint64_t seed : {1, 2, 3}) {
            for (const HierarchyPairs& pairs : audioPairs(split.task, kAll, seed)) {
                if (pairs.name == "audio_level1")
                    continue;
                QVERIFY(torch::equal(pairs.shuffledOuter, pairs.outer));
                for (const auto& [clip, caption] : pairSet(pairs.shuffledInner, pairs.shuffledOuter)) {
                    // Not of a clip of that label, though another clip carries the caption itself.
                    const std::int64_t label = caption < 4 ? caption - 1 : (caption - 4) / 2;
                    QVERIFY(clip / 2 != label);
                }
            }
        }
        QVERIFY(torch::equal(audioPairs(split.task, kAll, 5)[2].shuffledInner,
                             audioPairs(split.task, kAll, 5)[2].shuffledInner));
        bool differs = false;
        for (const std::uint64_t seed : {2, 3, 4})
            differs |= !torch::equal(audioPairs(split.task, kAll, 1)[2].shuffledInner,
                                     audioPairs(split.task, kAll, seed)[2].shuffledInner);
        QVERIFY(differs);
    }

    void captionsLieInThoseOfTheLevelAbove()
    {
        const auto pairs = levelPairs(threeLabels().task, kAll, 1);
        QCOMPARE(pairs.size(), std::size_t(2));
        QCOMPARE(pairs[0].name, std::string("level2_level1"));
        QCOMPARE(pairs[0].inner.numel(), 3); // of six clips, every pair once
        QCOMPARE(pairs[0].shuffledInner.numel(), 0);
        QCOMPARE(pairs[1].inner.numel(), 6);
        for (const auto& [inner, outer] : pairSet(pairs[1].shuffledInner, pairs[1].shuffledOuter))
            QVERIFY((inner - 4) / 2 != outer - 1);
    }

    void aPerfectHierarchyPassesAndSharesOfShuffledPairsToo()
    {
        const EmbeddedSplit split = threeLabels();
        const OverlapThresholds thresholds = overlapThresholds(split, 1);
        QVERIFY(thresholds.audioText && thresholds.levels);
        const ProtocolReport report = evaluateInclusion(split, thresholds, 1, true);
        const auto& metrics = report.figures.metrics;
        for (const char* name :
             {"share_audio_text", "share_levels", "share_audio_level1", "share_level3_level2", "auroc_levels"})
            QVERIFY2(near(metrics.at(name), 1), name);
        // The trap: shuffled pairs pass as often; only overlap tells them apart.
        QVERIFY(near(metrics.at("share_audio_text_shuffled"), 1) && near(metrics.at("share_levels_shuffled"), 1));
        QVERIFY(near(metrics.at("auroc_audio_level2"), 1) && near(metrics.at("auroc_audio_level2_h"), 1));
        QVERIFY(near(metrics.at("contains_levels_shuffled"), 0));
        QVERIFY(near(metrics.at("contains_audio_text_shuffled"), 0));
        QVERIFY(metrics.at("contains_audio_text") > .6);
        QCOMPARE(report.charts.size(), std::size_t(2));
        QCOMPARE(std::get<BarChart>(report.charts[0].plot).groups.size(), std::size_t(5));
    }

    void theWrongDirectionFails()
    {
        EmbeddedSplit split = threeLabels();
        split.task.captions.logVar = -10 - split.task.captions.logVar; // general captions are now the narrow ones
        const auto metrics = evaluateInclusion(split, {}, 1, false).figures.metrics;
        QVERIFY(near(metrics.at("share_levels"), 0) && near(metrics.at("share_audio_level1"), 0));
        QVERIFY(!metrics.contains("contains_levels"));
    }

    void aDeterministicModelIsRefused()
    {
        EmbeddedSplit split = threeLabels();
        split.model.probabilistic = false;
        try {
            evaluateInclusion(split, {}, 1, false);
            QFAIL("no error");
        } catch (const Error& e) {
            QVERIFY(e.kind() == ErrorKind::Unsupported);
        }
    }
};

PROLAP_TEST(TstInclusionProtocol)
#include "tst_inclusion_protocol.moc"
