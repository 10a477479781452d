#include <cmath>

#include <QTest>

#include "core/train/runs/data_split.h"
#include "core/train/runs/mix_curve.h"
#include "core/train/runs/sound_alike.h"
#include "tests/support/test_main.h"

using namespace prolap;
using namespace prolap::train;

namespace {

/// Vectors of length 1, drawn by a small generator of our own; every tenth is close to the one before it.
std::vector<std::vector<float>> drawn(std::size_t count, std::size_t dim)
{
    std::uint32_t state = 7;
    const auto next = [&state] {
        state = state * 1664525u + 1013904223u;
        return static_cast<float>(state >> 8) / static_cast<float>(1 << 24) - .5F;
    };
    std::vector<std::vector<float>> vectors;
    for (std::size_t i = 0; i < count; ++i) {
        std::vector<float> vector = i % 10 == 9 ? vectors.back() : std::vector<float>(dim);
        const float size = i % 10 == 9 ? .02F : 1;
        for (float& value : vector)
            value += size * next();
        float square = 0;
        for (const float value : vector)
            square += value * value;
        for (float& value : vector)
            value /= std::sqrt(square);
        vectors.push_back(std::move(vector));
    }
    return vectors;
}

std::vector<ManifestRow> rows(std::size_t count, std::size_t labels)
{
    std::vector<ManifestRow> all(count);
    for (std::size_t i = 0; i < count; ++i) {
        all[i].path = all[i].file =
            "/sounds/" + std::string(1, char('a' + i % 26)) + std::string(1, char('a' + i / 26)) + ".wav";
        all[i].label = std::to_string(i % labels);
    }
    return all;
}

} // namespace

/// Clips that sound nearly the same stay on one side of the split.
class TstSoundAlike : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyPairIsFoundAndNoOther()
    {
        auto vectors = drawn(300, 16);
        vectors[17].clear(); // not heard yet
        for (const float least : {.5F, .9F, .985F}) {
            std::size_t expected = 0;
            for (std::size_t i = 0; i < vectors.size(); ++i) {
                for (std::size_t j = i + 1; j < vectors.size(); ++j) {
                    float cosine = -2;
                    if (!vectors[i].empty() && !vectors[j].empty()) {
                        cosine = 0;
                        for (std::size_t d = 0; d < 16; ++d)
                            cosine += vectors[i][d] * vectors[j][d];
                    }
                    expected += cosine >= least;
                }
            }
            QVERIFY(expected > 5);
            QCOMPARE(alikePairs(vectors, least, {}).size(), expected);
        }
    }

    void alikeClipsStayTogether()
    {
        std::vector<ManifestRow> all = rows(80, 4);
        const std::vector<AlikePair> alike{{0, 41, .99F}, {41, 62, .99F}, {3, 50, .987F}};
        const SplitReport report = splitByGroup(all, {}, {}, alike);
        QCOMPARE(report.alikeFrom, kAlikeCosine);
        QVERIFY(all[0].split == all[41].split && all[41].split == all[62].split && all[3].split == all[50].split);
        QVERIFY(report.test > 5 && report.validation > 5);
    }

    void tooManyAlikeKeepOnlyTheMostAlikeTogether()
    {
        std::vector<ManifestRow> all = rows(80, 4);
        std::vector<AlikePair> alike;
        for (std::size_t i = 1; i < all.size(); ++i)
            alike.push_back({0, i, .986F}); // as if everything were one sound
        alike.push_back({5, 6, .997F});
        const SplitReport report = splitByGroup(all, {}, {}, alike);
        QVERIFY(report.alikeFrom > .986F);
        QCOMPARE(all[5].split, all[6].split);
        QVERIFY(report.test > 5);
    }

    void mixturesAreReadBetweenTheMeasuredOnes()
    {
        MixCurve curve;
        curve.points = {{0, {{"held_out", {{"zeroshot_top1", .4}}}}, {}},
                        {.5, {{"held_out", {{"zeroshot_top1", .8}}}}, {}},
                        {1, {{"held_out", {{"zeroshot_top1", .9}}}}, {}}};
        const MixCurve read = MixCurve::fromJson(curve.toJson());
        QCOMPARE(read.figure("held_out", "zeroshot_top1", .5).value(), .8);
        QVERIFY(std::abs(read.figure("held_out", "zeroshot_top1", .75).value() - .85) < 1e-9);
        QVERIFY(!read.figure("control", "zeroshot_top1", .5));
    }
};

PROLAP_TEST(TstSoundAlike)
#include "tst_sound_alike.moc"
