#include <functional>

#include <torch/torch.h>

#include "core/prolap/inclusion_loss.h"
#include "core/prolap/info_nce.h"
#include "core/prolap/mask_repulsive_loss.h"
#include "core/prolap/ppcl.h"
#include "core/prolap/siglip.h"
#include "core/prolap/similarity.h"
#include "core/prolap/targets.h"
#include "core/prolap/vib.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace prolap;

namespace {

Gaussians randomGaussians(std::int64_t n, std::int64_t d, double logVar = -4)
{
    const auto options = torch::TensorOptions(torch::kFloat64);
    return {torch::nn::functional::normalize(torch::randn({n, d}, options),
                                             torch::nn::functional::NormalizeFuncOptions().dim(1)),
            torch::randn({n, d}, options) + logVar};
}

/// Largest difference between the gradient by torch and by central differences.
double gradientError(const torch::Tensor& input, const std::function<torch::Tensor(const torch::Tensor&)>& loss)
{
    constexpr double kStep = 1e-6;
    torch::Tensor x = input.detach().clone().set_requires_grad(true);
    const torch::Tensor gradient = torch::autograd::grad({loss(x)}, {x})[0].contiguous();
    const torch::NoGradGuard noGrad;
    double worst = 0;
    for (std::int64_t i = 0; i < x.numel(); ++i) {
        torch::Tensor above = x.detach().clone(), below = x.detach().clone();
        above.view(-1)[i] += kStep;
        below.view(-1)[i] -= kStep;
        const double numeric = (loss(above) - loss(below)).item<double>() / (2 * kStep);
        worst = std::max(worst, std::abs(numeric - gradient.view(-1)[i].item<double>()));
    }
    return worst;
}

} // namespace

class TstGaussians : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { torch::manual_seed(7); }

    void similarityRanksAsTheDistanceDoes()
    {
        const Gaussians a = randomGaussians(20, 8), b = randomGaussians(20, 8);
        QVERIFY(torch::allclose(csd(a, b), 2 - 2 * similarity(a, b)));
        QVERIFY(torch::allclose(similarityMatrix(a, b).diagonal(), similarity(a, b)));
    }

    void withoutVarianceSimilarityIsTheCosine()
    {
        Gaussians a = randomGaussians(4, 8), b = randomGaussians(5, 8);
        a.logVar = b.logVar = torch::Tensor();
        QVERIFY(torch::allclose(similarityMatrix(a, b), torch::mm(a.mean, b.mean.t())));
    }

    void inclusionIsAntisymmetric()
    {
        const Gaussians a = randomGaussians(50, 16, -6), b = randomGaussians(50, 16, -3);
        for (const auto form : {InclusionForm::Exact, InclusionForm::ProLip}) {
            QVERIFY(torch::allclose(inclusion(a, b, form), -inclusion(b, a, form)));
            QVERIFY(torch::allclose(inclusion(a, a, form), torch::zeros({50}, torch::kFloat64)));
        }
    }

    /// H is the logarithm of an integral: a fine sum over x must give the same in one dimension.
    void exactInclusionIsTheIntegral()
    {
        const auto options = torch::TensorOptions(torch::kFloat64);
        const double m1 = .3, m2 = -.1, v1 = .02, v2 = .1;
        const Gaussians a{torch::full({1, 1}, m1, options), torch::full({1, 1}, std::log(v1), options)};
        const Gaussians b{torch::full({1, 1}, m2, options), torch::full({1, 1}, std::log(v2), options)};
        const auto density = [](double x, double m, double v) {
            return std::exp(-(x - m) * (x - m) / (2 * v)) / std::sqrt(2 * M_PI * v);
        };
        double integral = 0;
        constexpr double kStep = 1e-4;
        for (double x = -5; x < 5; x += kStep)
            integral += density(x, m1, v1) * density(x, m1, v1) * density(x, m2, v2) * kStep;
        QVERIFY(std::abs(inclusionMeasure(a, b).item<double>() - std::log(integral)) < 1e-8);
    }

    void theWiderOneContains()
    {
        const auto options = torch::TensorOptions(torch::kFloat64);
        Gaussians narrow = randomGaussians(10, 8), wide = randomGaussians(10, 8);
        narrow.logVar = torch::full({10, 8}, -8, options);
        wide.logVar = torch::full({10, 8}, -3, options);
        QVERIFY((inclusion(narrow, wide) > 0).all().item<bool>());
    }

    void tinyVariancesStayFinite()
    {
        Gaussians a = randomGaussians(3, 4), b = randomGaussians(3, 4);
        a.logVar = torch::full({3, 4}, -60.0, torch::kFloat64);
        b.logVar = torch::full({3, 4}, -50.0, torch::kFloat64);
        QVERIFY(torch::isfinite(inclusion(a, b)).all().item<bool>());
    }

    void lossesDoNotDependOnTheOrderOfTheBatch()
    {
        const Gaussians a = randomGaussians(12, 8), t = randomGaussians(12, 8);
        const torch::Tensor labels = torch::tensor({0, 0, 1, 1, 2, 2, 3, 3, 4, 4, -1, -1}, torch::kInt64);
        const torch::Tensor captions = torch::arange(24).view({12, 2});
        const torch::Tensor levels = torch::tensor({0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1}, torch::kInt64);
        const torch::Tensor y = labelAwareTargets(captions, levels, labels);
        const torch::Tensor order = torch::randperm(12);
        const torch::Tensor mixedY =
            labelAwareTargets(captions.index({order}), levels.index({order}), labels.index({order}));
        const Gaussians ma = a.select(order), mt = t.select(order);
        const auto scale = torch::tensor(2.0, torch::kFloat64), bias = torch::tensor(-5.0, torch::kFloat64);
        QVERIFY(torch::allclose(ppclLoss(a, t, y, scale, bias), ppclLoss(ma, mt, mixedY, scale, bias)));
        QVERIFY(torch::allclose(infoNceLoss(a.mean, t.mean, y, scale), infoNceLoss(ma.mean, mt.mean, mixedY, scale)));
        QVERIFY(torch::allclose(siglipLoss(a.mean, t.mean, y, scale, bias),
                                siglipLoss(ma.mean, mt.mean, mixedY, scale, bias)));
        QVERIFY(torch::allclose(inclusionLoss(a, t), inclusionLoss(ma, mt)));
        QVERIFY(torch::allclose(inclusionLoss(a, t, {1000, InclusionForm::ProLip}),
                                inclusionLoss(ma, mt, {1000, InclusionForm::ProLip})));
        const Gaussians third = randomGaussians(12, 8, -2), mixedThird = third.select(order);
        const std::vector<Gaussians> views{a, t, third}, mixedViews{ma, mt, mixedThird};
        QVERIFY(torch::allclose(hierarchicalInclusionLoss(views), hierarchicalInclusionLoss(mixedViews)));
        QVERIFY(torch::allclose(maskRepulsiveLoss(views, ~y, scale, bias),
                                maskRepulsiveLoss(mixedViews, ~mixedY, scale, bias)));
        QVERIFY(
            torch::allclose(mixtureInclusionLoss(a, t, {&third, 1}), mixtureInclusionLoss(ma, mt, {&mixedThird, 1})));
        QVERIFY(torch::allclose(vibLoss(a), vibLoss(ma)));
    }

    void labelAwareTargetsKnowLabelsAndSharedCaptions()
    {
        // Clips 0 and 1 share the first caption; 1 and 2 the label; 3 has no label and no shared caption.
        const torch::Tensor captions = torch::tensor({{5, 10}, {5, 11}, {6, 12}, {7, -1}}, torch::kInt64);
        const torch::Tensor labels = torch::tensor({0, 1, 1, -1}, torch::kInt64);
        const torch::Tensor y = labelAwareTargets(captions, torch::tensor({0, 1, 0, 0}, torch::kInt64), labels);
        const torch::Tensor expected = torch::tensor({{1, 0, 0, 0}, {1, 1, 1, 0}, {0, 1, 1, 0}, {0, 0, 0, 1}}) > 0;
        QVERIFY(torch::equal(y, expected));
    }

    void gradientsMatchFiniteDifferences()
    {
        const Gaussians a = randomGaussians(5, 4), t = randomGaussians(5, 4);
        const torch::Tensor y = oneToOneTargets(5);
        const auto scale = torch::tensor(2.0, torch::kFloat64), bias = torch::tensor(-5.0, torch::kFloat64);
        const std::vector<std::function<torch::Tensor(const Gaussians&)>> losses{
            [&](const Gaussians& z) { return ppclLoss(z, t, y, scale, bias); },
            [&](const Gaussians& z) { return infoNceLoss(z.mean, t.mean, y, scale); },
            [&](const Gaussians& z) { return inclusionLoss(z, t); },
            [&](const Gaussians& z) {
                return inclusionLoss(t, z, {1000, InclusionForm::ProLip});
            },
            [&](const Gaussians& z) {
                const std::vector<Gaussians> levels{t, z, a};
                return captionLevelInclusionLoss(levels);
            },
            [&](const Gaussians& z) {
                const std::vector<Gaussians> views{t, z, a};
                return hierarchicalInclusionLoss(views);
            },
            [&](const Gaussians& z) {
                const std::vector<Gaussians> views{t, z, a};
                return maskRepulsiveLoss(views, ~y, scale, bias);
            },
            [&](const Gaussians& z) {
                const std::vector<Gaussians> mixtures{z, t};
                return mixtureInclusionLoss(a, t, mixtures);
            },
            [&](const Gaussians& z) { return vibLoss(z); }};
        for (const auto& loss : losses) {
            QVERIFY(gradientError(a.mean, [&](const torch::Tensor& x) { return loss({x, a.logVar}); }) < 1e-6);
            if (&loss != &losses[1]) // InfoNCE knows no variance
                QVERIFY(gradientError(a.logVar, [&](const torch::Tensor& x) { return loss({a.mean, x}); }) < 1e-6);
        }
        QVERIFY(gradientError(bias, [&](const torch::Tensor& x) { return ppclLoss(a, t, y, scale, x); }) < 1e-6);
        QVERIFY(gradientError(a.mean, [&](const torch::Tensor& x) { return siglipLoss(x, t.mean, y, scale, bias); }) <
                1e-6);
    }

    void theOrderOfViewsDecidesTheHierarchicalLoss()
    {
        Gaussians narrow = randomGaussians(10, 8), middle = randomGaussians(10, 8), wide = randomGaussians(10, 8);
        narrow.logVar = torch::full({10, 8}, -8, torch::kFloat64);
        middle.logVar = torch::full({10, 8}, -5, torch::kFloat64);
        wide.logVar = torch::full({10, 8}, -2, torch::kFloat64);
        const std::vector<Gaussians> rising{narrow, middle, wide}, falling{wide, middle, narrow};
        QVERIFY(hierarchicalInclusionLoss(rising).item<double>() < 1e-3);
        QVERIFY(hierarchicalInclusionLoss(falling).item<double>() > 10);
        const std::vector<Gaussians> generalFirst(falling);
        QVERIFY(captionLevelInclusionLoss(generalFirst).item<double>() < 1e-3);
        QVERIFY(mixtureInclusionLoss(narrow, narrow, {&wide, 1}).item<double>() < 1e-3);
        QVERIFY(mixtureInclusionLoss(narrow, wide, {&middle, 1}).item<double>() > 5); // the second is not inside
    }

    void repulsionLeavesScaleAndBiasAloneAndCountsOnlyDifferentSamples()
    {
        const std::vector<Gaussians> views{randomGaussians(6, 8), randomGaussians(6, 8)};
        const torch::Tensor scale = torch::tensor(2.0, torch::kFloat64).set_requires_grad(true);
        const torch::Tensor bias = torch::tensor(-5.0, torch::kFloat64).set_requires_grad(true);
        const torch::Tensor different = ~oneToOneTargets(6);
        QVERIFY(!maskRepulsiveLoss(views, different, scale, bias).requires_grad());
        QCOMPARE(maskRepulsiveLoss(views, torch::zeros_like(different), scale, bias).item<double>(), 0.0);
        // Views that have fallen onto one point cost more than views apart.
        Gaussians fallen = views[1];
        fallen.mean = views[1].mean[0].expand({6, 8});
        const std::vector<Gaussians> collapsed{views[0], fallen};
        QVERIFY(maskRepulsiveLoss(collapsed, different, scale, bias).item<double>() >
                maskRepulsiveLoss(views, different, scale, bias).item<double>());
    }
};

PROLAP_TEST(TstGaussians)
#include "tst_gaussians.moc"
