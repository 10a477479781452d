#include <cmath>

#include <torch/torch.h>

#include "core/prolap/correlation.h"
#include "core/prolap/separation.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace prolap;

namespace {

bool near(double a, double b)
{
    return std::abs(a - b) < 1e-12;
}

} // namespace

class TstSeparation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { torch::manual_seed(5); }

    void aurocByHand()
    {
        // 3 beats both, 1 beats one: 3 of 4 pairs.
        QVERIFY(near(auroc(torch::tensor({3., 1.}), torch::tensor({2., 0.})), .75));
        QVERIFY(near(auroc(torch::tensor({1., 1.}), torch::tensor({1.})), .5));
        QVERIFY(near(auroc(torch::tensor({2., 1.}), torch::tensor({1., 0.})), 3.5 / 4));
        QVERIFY(std::isnan(auroc(torch::tensor({1.}), torch::zeros({0}))));
    }

    /// Against the definition, every pair looked at, with many ties.
    void aurocCountsPairs()
    {
        const torch::Tensor t = torch::randint(0, 12, {150}).to(torch::kFloat64);
        const torch::Tensor f = torch::randint(-4, 9, {90}).to(torch::kFloat64);
        const torch::Tensor difference = t.unsqueeze(1) - f.unsqueeze(0);
        const double expected = ((difference > 0).to(torch::kFloat64) + 0.5 * (difference == 0)).mean().item<double>();
        QVERIFY(near(auroc(t, f), expected));
        QVERIFY(near(auroc(f, t), 1 - expected));
        QVERIFY(near(auroc(3 * t - 7, 3 * f - 7), expected));
    }

    void theCurveEnclosesTheArea()
    {
        const torch::Tensor t = torch::randint(0, 12, {40}).to(torch::kFloat64);
        const torch::Tensor f = torch::randint(-4, 9, {60}).to(torch::kFloat64);
        const RocCurve curve = rocCurve(t, f);
        QVERIFY(near(curve.falseRate[-1].item<double>(), 1) && near(curve.trueRate[-1].item<double>(), 1));
        QVERIFY(near(torch::trapz(curve.trueRate, curve.falseRate).item<double>(), auroc(t, f)));
    }

    void bestSplitByHand()
    {
        // Above 2.5: 2 of 3 true, no false; above 1: all true but 1 of 2 false.
        QVERIFY(near(bestSplit(torch::tensor({4., 3., 1.}), torch::tensor({2., 0.})), 2.5));
        QVERIFY(near(bestSplit(torch::tensor({4.}), torch::tensor({4.})), 4));
    }

    void pearsonByDefinition()
    {
        const torch::Tensor x = torch::randn({80}, torch::kFloat64), y = .3 * x + torch::randn({80}, torch::kFloat64);
        double sx = 0, sy = 0, xx = 0, yy = 0, xy = 0;
        for (std::int64_t i = 0; i < 80; ++i) {
            const double a = x[i].item<double>(), b = y[i].item<double>();
            sx += a, sy += b, xx += a * a, yy += b * b, xy += a * b;
        }
        const double expected = (80 * xy - sx * sy) / std::sqrt((80 * xx - sx * sx) * (80 * yy - sy * sy));
        QVERIFY(near(pearson(x, y), expected));
        QVERIFY(near(pearson(x, -2 * x + 5), -1));
        QVERIFY(std::isnan(pearson(x, torch::full({80}, .1))));
        QVERIFY(std::isnan(pearson(torch::tensor({1.}), torch::tensor({2.}))));
    }
};

PROLAP_TEST(TstSeparation)
#include "tst_separation.moc"
