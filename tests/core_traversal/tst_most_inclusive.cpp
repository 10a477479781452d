#include "core/traversal/most_inclusive.h"

#include <algorithm>
#include <cmath>
#include <random>

#include "core/index/half.h"
#include "core/traversal/inclusion_bounds.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace prolap;
using namespace prolap::traversal;

namespace {

/// Captions in half precision, and what they read as.
struct Rows {
    std::size_t dim = 0;
    std::vector<std::uint16_t> means, logVars;
    std::vector<std::vector<float>> mean, logVar;

    void add(const std::vector<float>& m, const std::vector<float>& l)
    {
        mean.emplace_back();
        logVar.emplace_back();
        for (std::size_t d = 0; d < dim; ++d) {
            means.push_back(index::toHalf(m[d]));
            logVars.push_back(index::toHalf(l[d]));
            mean.back().push_back(index::fromHalf(means.back()));
            logVar.back().push_back(index::fromHalf(logVars.back()));
        }
    }
    GaussianRows<std::uint16_t> all() const { return {means.data(), dim, logVars.data(), dim, mean.size()}; }
};

std::vector<float> unit(std::minstd_rand& random, std::size_t dim)
{
    std::normal_distribution<float> normal;
    std::vector<float> values(dim);
    float squares = 0;
    for (float& value : values) {
        value = normal(random);
        squares += value * value;
    }
    for (float& value : values)
        value /= std::sqrt(squares);
    return values;
}

std::vector<float> around(std::minstd_rand& random, std::size_t dim, float middle, float spread)
{
    std::normal_distribution<float> normal(middle, spread);
    std::vector<float> values(dim);
    std::ranges::generate(values, [&] { return normal(random); });
    return values;
}

std::size_t exactly(const GaussianSpan& subject, const Rows& rows)
{
    std::size_t best = 0;
    double greatest = 0;
    for (std::size_t i = 0; i < rows.mean.size(); ++i)
        if (const double h = inclusionMeasure(subject, {rows.mean[i], rows.logVar[i]}); i == 0 || h > greatest) {
            best = i;
            greatest = h;
        }
    return best;
}

} // namespace

/// The root `inclusive`, found quickly, against the measure of each pair.
class TstMostInclusive : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsQuickIsWithinItsBound_data()
    {
        QTest::addColumn<int>("dim");
        QTest::addColumn<float>("middle");
        QTest::addColumn<float>("spread");
        for (const int dim : {1, 7, 8, 16, 33, 256, 1024})
            for (const auto& [middle, spread] :
                 {std::pair(-6.F, 1.F), {-6.F, 4.F}, {0.F, .1F}, {-12.F, 8.F}, {-30.F, 20.F}, {-100.F, 60.F}})
                QTest::addRow("D %d, log v %g +- %g", dim, static_cast<double>(middle), static_cast<double>(spread))
                    << dim << middle << spread;
    }

    void whatIsQuickIsWithinItsBound()
    {
        QFETCH(int, dim);
        QFETCH(float, middle);
        QFETCH(float, spread);
        std::minstd_rand random(static_cast<unsigned>(dim));
        Rows rows;
        rows.dim = static_cast<std::size_t>(dim);
        for (int i = 0; i < 40; ++i) {
            const std::vector<float> mean = unit(random, rows.dim), logVar = around(random, rows.dim, middle, spread);
            rows.add(unit(random, rows.dim), around(random, rows.dim, middle, spread));
            const GaussianSpan subject{mean, logVar};
            const InclusionBounds bounds(subject);
            const auto at = static_cast<std::size_t>(i);
            const double exact = inclusionMeasure(subject, {rows.mean[at], rows.logVar[at]});
            for (const BoundedMeasure& found :
                 {bounds.of(rows.means.data() + at * rows.dim, rows.logVars.data() + at * rows.dim),
                  bounds.of(rows.mean[at].data(), rows.logVar[at].data())}) {
                if (std::isinf(found.error))
                    QVERIFY(middle < -20); // where single precision ends it says so
                else
                    QVERIFY2(std::abs(found.value - exact) <= found.error,
                             qPrintable(QString("%1 instead of %2, error %3")
                                            .arg(found.value, 0, 'g', 12)
                                            .arg(exact, 0, 'g', 12)
                                            .arg(found.error)));
            }
        }
    }

    void theGreatestOfMany()
    {
        std::minstd_rand random(5);
        for (const std::size_t dim : {16, 256}) {
            Rows rows;
            rows.dim = dim;
            for (int i = 0; i < 5000; ++i)
                rows.add(unit(random, dim), around(random, dim, -7.F + static_cast<float>(i % 13) * .1F, .3F));
            for (int i = 0; i < 5; ++i) {
                const std::vector<float> mean = unit(random, dim), logVar = around(random, dim, -8, .5F);
                QCOMPARE(mostInclusive(GaussianSpan{mean, logVar}, rows.all()).value(), exactly({mean, logVar}, rows));
            }
        }
    }

    /// Captions that differ in the last bit of one number only: nothing but the exact measure can tell them apart.
    void nearlyEqualOnes()
    {
        std::minstd_rand random(6);
        Rows rows;
        rows.dim = 64;
        const std::vector<float> mean = unit(random, 64), logVar = around(random, 64, -8, .5F);
        const std::vector<float> other = unit(random, 64), variances = around(random, 64, -7, .3F);
        for (int i = 0; i < 300; ++i) {
            rows.add(other, variances);
            rows.logVars.back() = static_cast<std::uint16_t>(rows.logVars.back() + (i * 37) % 11);
            rows.logVar.back().back() = index::fromHalf(rows.logVars.back());
        }
        const std::size_t expected = exactly({mean, logVar}, rows);
        QCOMPARE(mostInclusive(GaussianSpan{mean, logVar}, rows.all()).value(), expected);
        QVERIFY(expected < 11); // of equals the first
    }

    /// The same numbers in other orders, before a subject that is alike in all dimensions: the quick measure differs by
    /// its rounding, which must not decide.
    void theSameInOtherOrders()
    {
        std::minstd_rand random(8);
        Rows rows;
        rows.dim = 256;
        const std::vector<float> mean(256, 1.F / 16), logVar(256, -8);
        std::vector<std::pair<float, float>> other;
        const std::vector<float> means = unit(random, 256), variances = around(random, 256, -7, 1);
        for (std::size_t d = 0; d < 256; ++d)
            other.emplace_back(means[d], variances[d]);
        for (int i = 0; i < 500; ++i) {
            std::ranges::shuffle(other, random);
            std::vector<float> m, l;
            for (const auto& [at, width] : other) {
                m.push_back(at);
                l.push_back(width);
            }
            rows.add(m, l);
        }
        QCOMPARE(mostInclusive(GaussianSpan{mean, logVar}, rows.all()).value(), exactly({mean, logVar}, rows));
    }

    void nothingToFind()
    {
        const std::vector<float> mean{1, 0}, logVar{-4, -4};
        QVERIFY(!mostInclusive(GaussianSpan{mean, logVar}, GaussianRows<float>{}));
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(!mostInclusive(GaussianSpan{mean, logVar}, GaussianRows<float>{mean.data(), 2, logVar.data(), 2, 1},
                               stop.get_token()));
    }
};

PROLAP_TEST(TstMostInclusive)
#include "tst_most_inclusive.moc"
