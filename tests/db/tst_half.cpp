#include "db/half.h"
#include "tests/support/test_main.h"

#include <bit>
#include <cmath>
#include <limits>
#include <vector>

#include <QTest>

using namespace prolap::db;

namespace {

/// What the bits of a half mean, from the definition.
double meaning(Half half)
{
    const int exponent = (half >> 10) & 31;
    const int mantissa = half & 1023;
    const double sign = half & 0x8000 ? -1 : 1;
    if (exponent == 31)
        return mantissa ? std::nan("") : sign * std::numeric_limits<double>::infinity();
    return sign * (exponent ? std::ldexp(1024 + mantissa, exponent - 25) : std::ldexp(mantissa, -24));
}

} // namespace

class TstHalf : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void allHalvesMeanWhatTheyShall()
    {
        for (std::uint32_t bits = 0; bits < 65536; ++bits) {
            const auto half = static_cast<Half>(bits);
            const double expected = meaning(half);
            if (std::isnan(expected)) {
                QVERIFY(std::isnan(fromHalf(half)));
                QVERIFY(std::isnan(fromHalf(toHalf(fromHalf(half)))));
                continue;
            }
            QCOMPARE(static_cast<double>(fromHalf(half)), expected);
            QCOMPARE(toHalf(fromHalf(half)), half);
        }
    }

    /// Between each two neighbours: below the middle, at it and above it.
    void roundsToTheNearestAndTiesToEven()
    {
        for (std::uint32_t bits = 0; bits < 0x7bff; ++bits) {
            const float low = fromHalf(static_cast<Half>(bits));
            const float high = fromHalf(static_cast<Half>(bits + 1));
            const float middle = static_cast<float>((static_cast<double>(low) + high) / 2);
            const auto even = static_cast<Half>(bits & 1 ? bits + 1 : bits);
            QCOMPARE(toHalf(middle), even);
            QCOMPARE(toHalf(std::nextafterf(middle, 0)), static_cast<Half>(bits));
            QCOMPARE(toHalf(std::nextafterf(middle, 1e9f)), static_cast<Half>(bits + 1));
            QCOMPARE(toHalf(-middle), static_cast<Half>(even | 0x8000));
        }
    }

    void keepsTheEdges()
    {
        QCOMPARE(toHalf(65504.0f), Half(0x7bff));
        QCOMPARE(toHalf(65519.996f), Half(0x7bff));
        QCOMPARE(toHalf(65520.0f), Half(0x7c00));
        QCOMPARE(toHalf(-1e30f), Half(0xfc00));
        QCOMPARE(toHalf(std::numeric_limits<float>::denorm_min()), Half(0));
        QCOMPARE(toHalf(-0.0f), Half(0x8000));
        QVERIFY(std::isnan(fromHalf(toHalf(std::bit_cast<float>(0x7f800001u)))));
    }

    /// The vector path may be another one (F16C) and must agree, also in the tail.
    void wholeVectorsAgreeWithSingleValues()
    {
        std::vector<float> values;
        for (int i = 0; i < 1003; ++i)
            values.push_back(std::ldexp(static_cast<float>(std::sin(i)), i % 40 - 28));
        std::vector<Half> halves(values.size());
        toHalf(values, halves);
        std::vector<float> back(values.size());
        fromHalf(halves, back);
        for (std::size_t i = 0; i < values.size(); ++i) {
            QCOMPARE(halves[i], toHalf(values[i]));
            QCOMPARE(back[i], fromHalf(halves[i]));
        }
    }
};

PROLAP_TEST(TstHalf)
#include "tst_half.moc"
