#include <set>

#include <QTest>
#include <torch/torch.h>

#include "core/train/dataset.h"
#include "core/train/mixture_plan.h"
#include "tests/support/test_main.h"

using namespace prolap;
using namespace prolap::train;

namespace {

/// Six clips of three labels with two levels of captions; the last clip validates, the third has no general caption.
Dataset sixClips()
{
    Dataset dataset;
    dataset.rows.resize(6);
    dataset.captions = {"an animal", "weather", "A dog barks.", "Rain falls.", "A cat meows.", "Hail falls."};
    dataset.captionIds = torch::tensor({{0, 2}, {0, 4}, {-1, 3}, {1, 5}, {0, 2}, {1, 3}}, torch::kInt64);
    dataset.alternatives = dataset.captionIds.unsqueeze(2);
    dataset.labels = torch::tensor({0, 1, 2, 3, 0, 2}, torch::kInt64);
    dataset.training = torch::arange(5);
    return dataset;
}

MixedPairs pairsOf(const torch::Tensor& first, const torch::Tensor& second)
{
    return {first, second, torch::zeros_like(first)};
}

} // namespace

class TstMixturePlan : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void partnersAreOtherTrainingClipsUnderTheirOwnCaptions()
    {
        const Dataset dataset = sixClips();
        const MixturePlan plan = plannedMixtures(dataset, 50, 7);
        for (int clip = 0; clip < 5; ++clip) {
            std::set<std::int64_t> partners;
            for (int draw = 0; draw < 50; ++draw) {
                const auto partner = plan.partners[clip][draw].item<std::int64_t>();
                partners.insert(partner);
                QVERIFY(partner != clip && partner >= 0 && partner < 5);
                for (int level = 0; level < 2; ++level) {
                    const auto beside = plan.secondLevels[clip][draw][level].item<std::int64_t>();
                    QCOMPARE(beside, std::int64_t(partner == 2 ? 1 : level)); // the third clip's only level
                    QVERIFY(plan.secondCaptions[clip][draw][level].equal(dataset.captionIds[partner][beside]));
                    QVERIFY(plan.firstCaptions[clip][draw][level].equal(dataset.captionIds[clip][level]));
                }
            }
            QCOMPARE(partners.size(), std::size_t(4));
        }
        QVERIFY((plan.partners[5] == -1).all().item<bool>());
        QVERIFY(plannedMixtures(dataset, 50, 7).partners.equal(plan.partners));
        QVERIFY(!plannedMixtures(dataset, 50, 8).partners.equal(plan.partners));
    }

    void captionsNameBothSounds()
    {
        const Dataset dataset = sixClips();
        MixturePlan plan = plannedMixtures(dataset, 1, 7);
        const std::string caption = plan.caption(dataset, 0, 0, 1);
        QVERIFY2(caption.starts_with("A dog barks and ") || caption.starts_with("A dog barks while "), caption.c_str());
        QVERIFY(caption == plan.caption(dataset, 0, 0, 1));
    }

    void aCaptionIsTrueOfEveryMixtureOfSuchSounds()
    {
        Dataset dataset = sixClips();
        dataset.mixtures = plannedMixtures(dataset, 1, 7);
        // 0 and 4 are dogs; 3 is hail, 1 a cat. Mixtures: dog + hail, hail + dog, dog + cat.
        const MixedPairs pairs = pairsOf(torch::tensor({0, 3, 4}), torch::tensor({3, 4, 1}));
        for (std::int64_t i = 0; i < 3; ++i) { // the plan's own partners are others
            const auto first = pairs.first[i].item<std::int64_t>(), second = pairs.second[i].item<std::int64_t>();
            for (int level = 0; level < 2; ++level) {
                dataset.mixtures.secondLevels[first][0][level] = level;
                dataset.mixtures.secondCaptions[first][0][level] = dataset.captionIds[second][level];
            }
        }
        const torch::Tensor specific = mixtureTargets(dataset, pairs, torch::full({3}, 1, torch::kInt64), true);
        QVERIFY(specific.equal(
            torch::tensor({{true, true, false}, {true, true, false}, {false, false, true}}, torch::kBool)));
        // At the general level the third is of two animals, which no other mixture has.
        const torch::Tensor general = mixtureTargets(dataset, pairs, torch::zeros({3}, torch::kInt64), true);
        QVERIFY(general.equal(specific));
        QVERIFY(
            mixtureTargets(dataset, pairs, torch::zeros({3}, torch::kInt64), false).equal(torch::eye(3, torch::kBool)));
    }
};

PROLAP_TEST(TstMixturePlan)
#include "tst_mixture_plan.moc"
