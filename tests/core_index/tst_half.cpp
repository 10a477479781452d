#include "core/index/half.h"
#include "tests/support/test_main.h"

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <random>

#include <QTest>

using prolap::index::fromHalf;
using prolap::index::toHalf;

class TstHalf : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyHalfComesBack()
    {
        for (std::uint32_t half = 0; half <= 0xFFFF; ++half) {
            const float value = fromHalf(static_cast<std::uint16_t>(half));
            if (std::isnan(value))
                QVERIFY(std::isnan(fromHalf(toHalf(value))));
            else
                QCOMPARE(toHalf(value), static_cast<std::uint16_t>(half));
        }
    }

    void valuesOfTheStandard()
    {
        QCOMPARE(fromHalf(0x3C00), 1.0F);
        QCOMPARE(fromHalf(0xC000), -2.0F);
        QCOMPARE(fromHalf(0x7BFF), 65504.0F);
        QCOMPARE(fromHalf(0x0001), 0x1p-24F);
        QCOMPARE(fromHalf(0x7C00), std::numeric_limits<float>::infinity());
    }

    void roundsToTheNearest()
    {
        // Between two neighbours a and b nothing is further from the result than half their distance.
        std::mt19937 random(1);
        for (int i = 0; i < 200000; ++i) {
            const auto low = static_cast<std::uint16_t>(random() % 0x7BFF);
            const double a = fromHalf(low), b = fromHalf(static_cast<std::uint16_t>(low + 1));
            const auto value = static_cast<float>(a + (b - a) * (static_cast<double>(random()) / 4294967296.0));
            const double rounded = fromHalf(toHalf(value));
            QVERIFY(std::abs(rounded - value) <= (b - a) / 2);
            QCOMPARE(static_cast<double>(fromHalf(toHalf(-value))), -rounded);
        }
        QCOMPARE(toHalf(1 + 0x1p-11F), std::uint16_t(0x3C00));     // a tie goes to the even one
        QCOMPARE(toHalf(1 + 3 * 0x1p-11F), std::uint16_t(0x3C02)); // here upwards
        QCOMPARE(toHalf(65519), std::uint16_t(0x7BFF));
        QCOMPARE(toHalf(65520), std::uint16_t(0x7C00));
    }
};

PROLAP_TEST(TstHalf)
#include "tst_half.moc"
