#include <cmath>
#include <vector>

#include <QTest>

#include "core/train/augment/uniform.h"
#include "tests/support/test_main.h"

using namespace prolap::train;

class TstUniform : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void drawsAreEvenAndTheSameEverywhere()
    {
        std::mt19937_64 random(1);
        // The generator's sequence is the standard's: seed 5489 gives this number as the 10000th.
        std::mt19937_64 standard;
        standard.discard(9999);
        QCOMPARE(uniform(standard, 0, 1), static_cast<double>(9981545732273789042ull >> 11) * 0x1p-53);
        double sum = 0;
        std::vector<int> counts(5);
        constexpr int kDraws = 20000;
        for (int i = 0; i < kDraws; ++i) {
            const double x = uniform(random, -2, 6);
            QVERIFY(x >= -2 && x < 6);
            sum += x;
            ++counts[static_cast<std::size_t>(uniformIndex(random, 5))];
        }
        QVERIFY(std::abs(sum / kDraws - 2) < 4 * (8 / std::sqrt(12.)) / std::sqrt(kDraws));
        for (const int count : counts)
            QVERIFY(std::abs(count - kDraws / 5) < 4 * std::sqrt(kDraws * .2 * .8));
        QCOMPARE(uniformIndex(random, 1), 0);
    }
};

PROLAP_TEST(TstUniform)
#include "tst_uniform.moc"
