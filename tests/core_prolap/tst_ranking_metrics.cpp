#include <torch/torch.h>

#include "core/prolap/ranking_metrics.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace prolap;

namespace {

bool near(double a, double b, double tolerance = 1e-9)
{
    return std::abs(a - b) <= tolerance;
}

} // namespace

class TstRankingMetrics : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void threeQueriesByHand()
    {
        const torch::Tensor scores = torch::tensor({{.9, .8, .7, .6}, {.1, .2, .3, .4}, {.5, .5, .5, .5}});
        // Hits at ranks 1 and 3; at rank 2; none: the last query does not count.
        const torch::Tensor hits = torch::tensor({{1, 0, 1, 0}, {0, 0, 1, 0}, {0, 0, 0, 0}}) > 0;
        const RankedQueries ranked = rankQueries(scores, hits);
        QVERIFY(torch::equal(ranked.firstRank, torch::tensor({1, 2, 0}, torch::kInt64)));
        const RankingMetrics m = rankingMetrics(ranked);
        QCOMPARE(m.queries, 2);
        QVERIFY(near(m.r1, .5) && near(m.r5, 1) && near(m.r10, 1));
        QVERIFY(near(m.map10, ((1 + 2.0 / 3) / 2 + .5) / 2));
        QVERIFY(near(m.medianRank, 1.5));
    }

    void averagePrecisionAtTenDividesByAtMostTen()
    {
        const torch::Tensor scores = torch::arange(20, 0, -1).to(torch::kFloat32).unsqueeze(0);
        QVERIFY(near(rankingMetrics(rankQueries(scores, torch::ones({1, 20}, torch::kBool))).map10, 1));
        torch::Tensor late = torch::zeros({1, 20}, torch::kBool);
        late[0][10] = true;
        const RankingMetrics m = rankingMetrics(rankQueries(scores, late));
        QVERIFY(near(m.map10, 0) && near(m.r10, 0) && near(m.medianRank, 11));
    }

    void equalScoresKeepTheOrderOfTheItems()
    {
        torch::Tensor hits = torch::zeros({1, 50}, torch::kBool);
        hits[0][7] = true;
        QCOMPARE(rankQueries(torch::zeros({1, 50}), hits).firstRank[0].item<std::int64_t>(), 8);
    }

    void portionsJoinToTheWhole()
    {
        torch::manual_seed(3);
        const torch::Tensor scores = torch::rand({9, 30});
        const torch::Tensor hits = torch::rand({9, 30}) > .8;
        const RankingMetrics whole = rankingMetrics(rankQueries(scores, hits));
        const RankingMetrics parts = rankingMetrics(joined({rankQueries(scores.slice(0, 0, 4), hits.slice(0, 0, 4)),
                                                            rankQueries(scores.slice(0, 4), hits.slice(0, 4))}));
        QVERIFY(near(whole.map10, parts.map10) && near(whole.medianRank, parts.medianRank) && near(whole.r5, parts.r5));
    }

    /// Chance by formula against the mean over many random rankings.
    void chanceIsWhatRandomRankingsGive()
    {
        torch::manual_seed(5);
        constexpr std::int64_t kDraws = 20000, kItems = 14;
        for (const std::int64_t wanted : {1, 3, 12}) {
            const torch::Tensor hits = (torch::arange(kItems) < wanted).expand({kDraws, kItems});
            const torch::Tensor scores = torch::rand({kDraws, kItems});
            const RankingMetrics found = rankingMetrics(rankQueries(scores, hits));
            const RankingMetrics chance = rankingChance(torch::full({1}, wanted, torch::kInt64), kItems);
            QVERIFY(near(found.r1, chance.r1, .012) && near(found.r5, chance.r5, .012));
            QVERIFY(near(found.r10, chance.r10, .012) && near(found.map10, chance.map10, .012));
            const double ap = averagePrecision(scores, hits).mean().item<double>();
            QVERIFY(near(ap, averagePrecisionChance(kItems, wanted), .012));
        }
    }

    void classificationByHand()
    {
        // Four items of classes 0, 0, 1, 2; class 3 has none. The second item is taken for class 1.
        const torch::Tensor scores =
            torch::tensor({{.9, .1, .0, .2}, {.3, .8, .1, .2}, {.2, .7, .1, .0}, {.1, .2, .9, .0}});
        const torch::Tensor truth = torch::tensor({0, 0, 1, 2}, torch::kInt64);
        const ClassificationMetrics m = classificationMetrics(scores, truth);
        QVERIFY(near(m.top1, .75));
        // Class 0: ranks 1 and 2. Class 1: its item is second. Class 2: first.
        QVERIFY(near(m.macroMap, (1 + .5 + 1) / 3));
        const ClassificationMetrics chance = classificationChance(truth, 4);
        QVERIFY(near(chance.top1, .25));
        QVERIFY(near(chance.macroMap, (averagePrecisionChance(4, 2) + 2 * averagePrecisionChance(4, 1)) / 3));
    }
};

PROLAP_TEST(TstRankingMetrics)
#include "tst_ranking_metrics.moc"
