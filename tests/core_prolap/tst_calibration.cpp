#include <torch/torch.h>

#include "core/prolap/calibration.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace prolap;

class TstCalibration : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsTheLineThatMadeTheData()
    {
        torch::manual_seed(11);
        const torch::Tensor s = torch::randn({200000}, torch::kFloat64) * .2;
        const torch::Tensor truth = torch::rand({200000}, torch::kFloat64) < torch::sigmoid(12 * s - 3);
        const Calibration fit = fitCalibration(s, truth);
        QVERIFY2(std::abs(fit.scale - 12) < .3 && std::abs(fit.bias + 3) < .1,
                 qPrintable(QString("%1 %2").arg(fit.scale).arg(fit.bias)));
        QVERIFY(expectedCalibrationError(matchProbability(s, fit), truth) < .01);
        QVERIFY(expectedCalibrationError(matchProbability(s, {12, 0}), truth) > .1);
    }

    void binsByHand()
    {
        const torch::Tensor p = torch::tensor({.05, .15, .45, .95}, torch::kFloat64);
        const ReliabilityBins bins = reliabilityBins(p, torch::tensor({0, 1, 0, 1}) > 0, /*bins=*/2);
        QVERIFY(torch::allclose(bins.weight, torch::tensor({3., 1.}, torch::kFloat64)));
        QVERIFY(torch::allclose(bins.claimed, torch::tensor({.65 / 3, .95}, torch::kFloat64)));
        QVERIFY(torch::allclose(bins.found, torch::tensor({1. / 3, 1.}, torch::kFloat64)));
        const double expected = (.35 + .05) / 4; // |1 - .65| pairs and |1 - .95| pair
        QVERIFY(std::abs(expectedCalibrationError(p, torch::tensor({0, 1, 0, 1}) > 0, 2) - expected) < 1e-12);
    }

    void separableDataGiveFiniteAnswers()
    {
        const torch::Tensor s = torch::tensor({-.5, -.4, .4, .5});
        const Calibration fit = fitCalibration(s, s > 0);
        QVERIFY(std::isfinite(fit.scale) && fit.scale > 0 && std::isfinite(fit.bias));
    }

    void weightsCountAsRepetitions()
    {
        const torch::Tensor s = torch::tensor({.1, .2, .3, .4, .25}), truth = torch::tensor({0, 0, 1, 1, 1}) > 0;
        const torch::Tensor twice = torch::cat({s, s.slice(0, 4, 5)});
        const torch::Tensor twiceTruth = torch::cat({truth, truth.slice(0, 4, 5)});
        const Calibration a = fitCalibration(s, truth, torch::tensor({1., 1., 1., 1., 2.}));
        const Calibration b = fitCalibration(twice, twiceTruth);
        QVERIFY(std::abs(a.scale - b.scale) < 1e-6 * std::abs(b.scale));
        QVERIFY(std::abs(a.bias - b.bias) < 1e-6 * std::abs(b.bias));
    }

    void oneSidedTruthIsRefused()
    {
        const torch::Tensor s = torch::rand({4});
        QVERIFY_THROWS_EXCEPTION(c10::Error, fitCalibration(s, torch::ones({4}, torch::kBool)));
    }

    void bestThresholdByHand()
    {
        // First 2: both right (F1 .8); first 4: 3 of 4 right (F1 6/7).
        const torch::Tensor p = torch::tensor({.9, .8, .5, .4, .1, .05});
        const torch::Tensor truth = torch::tensor({1, 1, 0, 1, 0, 0}) > 0;
        QVERIFY(std::abs(bestF1Threshold(p, truth) - .25) < 1e-6);
    }
};

PROLAP_TEST(TstCalibration)
#include "tst_calibration.moc"
