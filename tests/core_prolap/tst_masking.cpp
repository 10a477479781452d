#include <torch/torch.h>

#include "core/prolap/masking.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace prolap;

class TstMasking : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { torch::manual_seed(11); }

    void everyLevelKeepsTheMasksBeforeIt()
    {
        const auto masks = recursiveMasks(torch::ones({64, 40}, torch::kBool), 2, .75);
        QCOMPARE(masks.size(), std::size_t(3));
        QVERIFY((masks[1] | ~masks[0]).all().item<bool>());
        QVERIFY((masks[2] | ~masks[1]).all().item<bool>());
    }

    /// What is still seen shrinks to (1 - q)^l; a standard error is below .01 here.
    void theShareSeenShrinksByOneMinusQ()
    {
        const auto masks = recursiveMasks(torch::ones({200, 200}, torch::kBool), 2, .75);
        double expected = 1;
        for (const torch::Tensor& mask : masks) {
            expected *= .25;
            const double seen = (~mask).to(torch::kFloat64).mean().item<double>();
            QVERIFY2(std::abs(seen - expected) < .01, qPrintable(QString::number(seen)));
        }
    }

    void whatMustNotBeHiddenStaysSeen()
    {
        torch::Tensor maskable = torch::ones({8, 12}, torch::kBool);
        maskable.select(1, 0).fill_(false);
        maskable.slice(1, 9).fill_(false);
        for (const torch::Tensor& mask : recursiveMasks(maskable, 3, 1)) {
            QVERIFY((mask & ~maskable).sum().item<std::int64_t>() == 0);
            QVERIFY((mask | ~maskable).all().item<bool>()); // q = 1 hides all that it may
        }
        for (const torch::Tensor& mask : recursiveMasks(maskable, 3, 0))
            QVERIFY(!mask.any().item<bool>());
    }

    void theSameSeedDrawsTheSameMasks()
    {
        const torch::Tensor maskable = torch::ones({5, 30}, torch::kBool);
        torch::manual_seed(3);
        const auto once = recursiveMasks(maskable, 1, .5);
        torch::manual_seed(3);
        const auto again = recursiveMasks(maskable, 1, .5);
        QVERIFY(torch::equal(once[1], again[1]));
        QVERIFY(!torch::equal(once[1], recursiveMasks(maskable, 1, .5)[1]));
    }
};

PROLAP_TEST(TstMasking)
#include "tst_masking.moc"
