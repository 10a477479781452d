#include <cmath>

#include <torch/torch.h>

#include "core/prolap/inclusion.h"
#include "core/prolap/traversal.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace prolap;

namespace {

torch::Tensor atAngles(const std::vector<double>& degrees)
{
    const torch::Tensor angle = torch::tensor(degrees, torch::kFloat64) * (M_PI / 180);
    return torch::stack({angle.cos(), angle.sin()}, 1);
}

std::vector<std::int64_t> listed(const torch::Tensor& values)
{
    return {values.data_ptr<std::int64_t>(), values.data_ptr<std::int64_t>() + values.numel()};
}

using Path = std::vector<std::int64_t>;

} // namespace

class TstTraversal : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { torch::manual_seed(3); }

    void thePointsLeadFromStartToRoot()
    {
        const torch::Tensor ends = atAngles({0, 90});
        const torch::Tensor points = traversalPoints(ends[0], ends[1], 5);
        QVERIFY(torch::allclose(points[0], ends[0]) && torch::allclose(points[4], ends[1]));
        QVERIFY(torch::allclose(points[2], atAngles({45})[0]));
        QVERIFY(torch::allclose(points.norm(2, 1), torch::ones({5}, torch::kFloat64)));
    }

    void theNearestCandidateIsMetAtEachPoint()
    {
        const torch::Tensor points = traversalPoints(atAngles({0})[0], atAngles({90})[0], 7);
        const torch::Tensor candidates = atAngles({80, 40, 5});
        const torch::Tensor flat = torch::zeros({3}, torch::kFloat64);
        QCOMPARE(distinctInOrder(nearestCandidates(points, candidates, flat)), (Path{2, 1, 0}));
        // A candidate as vague as this one is near to nothing.
        const torch::Tensor vague = torch::tensor({0., 1.5, 0.}, torch::kFloat64);
        QCOMPARE(distinctInOrder(nearestCandidates(points, candidates, vague)), (Path{2, 0}));
    }

    void theClimbRisesAndStaysWithTheClip()
    {
        // log u from 0 (start) to 3; at each level the second of two fits the clip better.
        const torch::Tensor logU = torch::tensor({0., 1., 1., 2., 2., 3.}, torch::kFloat64);
        const torch::Tensor scores = torch::tensor({.9, .1, .5, .2, .4, .3}, torch::kFloat64);
        QCOMPARE(listed(climb(scores, logU, 0, {4, .1})), (Path{0, 2, 4, 5}));
        // Between the levels there is nothing within the width.
        QCOMPARE(listed(climb(scores, logU, 0, {7, .1})), (Path{0, -1, 2, -1, 4, -1, 5}));
        // A wide window takes the best of all it sees.
        QCOMPARE(listed(climb(scores, logU, 0, {4, 1.})), (Path{0, 0, 2, 4}));
        QCOMPARE(distinctInOrder(climb(scores, logU, 0, {7, .1})), (Path{0, 2, 4, 5}));
        QCOMPARE(listed(climb(scores, logU, 5, {3, .1})), (Path{5, 5, 5}));
    }

    void theCentroidDoesNotDependOnTheOrder()
    {
        const torch::Tensor means = torch::nn::functional::normalize(torch::randn({9, 6}, torch::kFloat64));
        const torch::Tensor middle = centroid(means);
        QVERIFY(std::abs(middle.norm().item<double>() - 1) < 1e-12);
        QVERIFY(torch::allclose(middle, centroid(means.index({torch::randperm(9)}))));
        QVERIFY(torch::allclose(centroid(atAngles({10, 50})), atAngles({30})[0]));
    }

    void theInclusiveCaptionHasTheGreatestMeasure()
    {
        const auto random = [](std::int64_t n) {
            return Gaussians{torch::nn::functional::normalize(torch::randn({n, 6}, torch::kFloat64)),
                             torch::randn({n, 6}, torch::kFloat64) - 4};
        };
        const Gaussians clips = random(4), captions = random(11);
        const Path found = listed(mostInclusive(clips, captions));
        for (std::int64_t i = 0; i < 4; ++i) {
            double best = -INFINITY;
            std::int64_t expected = -1;
            for (std::int64_t c = 0; c < 11; ++c) {
                const double h = inclusionMeasure(clips.select(torch::tensor({i})), captions.select(torch::tensor({c})))
                                     .item<double>();
                if (h > best) {
                    best = h;
                    expected = c;
                }
            }
            QCOMPARE(found[static_cast<std::size_t>(i)], expected);
        }
    }
};

PROLAP_TEST(TstTraversal)
#include "tst_traversal.moc"
