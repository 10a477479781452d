#include "core/traversal/meetings.h"

#include <cmath>
#include <numbers>

#include "tests/support/test_main.h"

#include <QTest>

using namespace prolap::traversal;

namespace {

using Indices = std::vector<std::size_t>;

/// Candidates on a circle, and a way from 0 to 90 degrees.
struct Circle {
    explicit Circle(const std::vector<double>& degrees, std::vector<float> u = {}) : bias(std::move(u))
    {
        for (const double angle : degrees) {
            withStart.push_back(static_cast<float>(std::cos(angle * std::numbers::pi / 180)));
            withRoot.push_back(static_cast<float>(std::sin(angle * std::numbers::pi / 180)));
        }
        bias.resize(degrees.size());
        for (float& value : bias)
            value *= -.5F;
    }
    EndProducts products() const { return {withStart, withRoot, bias, {}}; }

    std::vector<float> withStart, withRoot, bias;
};

/// The nearest of each step; -1 where there is none.
std::vector<int> nearest(const Meetings& meetings)
{
    std::vector<int> all;
    for (const std::vector<Met>& at : meetings)
        all.push_back(at.empty() ? -1 : static_cast<int>(at.front().candidate));
    return all;
}

} // namespace

class TstMeetings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theNearestIsMetAtEachPoint()
    {
        const std::vector<PathWeights> way = pathWeights(PathShape::Linear, 0, 7);
        QCOMPARE(distinctInOrder(alongLine(way, Circle({80, 40, 5}).products(), 1)), (Indices{2, 1, 0}));
        // A candidate as vague as this one is near to nothing.
        QCOMPARE(distinctInOrder(alongLine(way, Circle({80, 40, 5}, {0, 1.5F, 0}).products(), 1)), (Indices{2, 0}));
    }

    void severalAreInOrder()
    {
        const Meetings met = alongLine(pathWeights(PathShape::Spherical, 0, 4), Circle({80, 40, 5}).products(), 2);
        QCOMPARE(met.size(), std::size_t(4));
        QCOMPARE(met[1].size(), std::size_t(2)); // at 30 degrees
        QCOMPARE(met[1][0].candidate, std::size_t(1));
        QCOMPARE(met[1][1].candidate, std::size_t(2));
        QVERIFY(std::abs(met[1][0].score - std::cos(10 * std::numbers::pi_v<float> / 180)) < 1e-6F);
    }

    void windowsOfOneClipAreOne()
    {
        const Circle circle({0, 10, 20, 80});
        EndProducts products = circle.products();
        products.groupOf = [](std::size_t row) { return static_cast<std::uint32_t>(row / 2); };
        const std::vector<PathWeights> start = pathWeights(PathShape::Linear, 0, 1);
        Meetings met = alongLine(start, products, 5);
        QCOMPARE(met[0].size(), std::size_t(2));
        QCOMPARE(met[0][0].candidate, std::size_t(0));
        QCOMPARE(met[0][1].candidate, std::size_t(2));
        products.leftOut = 0;
        met = alongLine(start, products, 5);
        QCOMPARE(met[0].size(), std::size_t(1));
        QCOMPARE(met[0][0].candidate, std::size_t(2));
    }

    void theClimbRisesAndStaysWithTheSubject()
    {
        // log u from 0 (start) to 3; at each level the second of two fits the subject better.
        const std::vector<float> logU{0, 1, 1, 2, 2, 3}, scores{.9F, .1F, .5F, .2F, .4F, .3F};
        const auto climb = [&](float from, std::size_t points, double width) {
            return alongClimb(climbLevels(static_cast<double>(from), 3, points), scores, logU, width, 1);
        };
        QCOMPARE(nearest(climb(0, 4, .1)), (std::vector<int>{0, 2, 4, 5}));
        // Between the levels there is nothing within the width.
        QCOMPARE(nearest(climb(0, 7, .1)), (std::vector<int>{0, -1, 2, -1, 4, -1, 5}));
        // A wide window takes the best of all it sees.
        QCOMPARE(nearest(climb(0, 4, 1)), (std::vector<int>{0, 0, 2, 4}));
        QCOMPARE(distinctInOrder(climb(0, 7, .1)), (Indices{0, 2, 4, 5}));
        QCOMPARE(nearest(climb(3, 3, .1)), (std::vector<int>{5, 5, 5}));
    }

    void twoThreadsFindWhatOneFinds()
    {
        std::vector<double> degrees;
        for (int i = 0; i < 20'000; ++i)
            degrees.push_back(90. * ((i * 7919) % 20'000) / 20'000);
        const Circle circle(degrees);
        const std::vector<PathWeights> way = pathWeights(PathShape::Linear, 0, 50);
        const Meetings all = alongLine(way, circle.products(), 1);
        for (std::size_t p = 0; p < way.size(); ++p)
            QCOMPARE(all[p].front().candidate,
                     alongLine(std::span(way).subspan(p, 1), circle.products(), 1)[0].front().candidate);
    }

    void stops()
    {
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(
            alongLine(pathWeights(PathShape::Linear, 0, 7), Circle({1, 2}).products(), 1, stop.get_token()).empty());
    }
};

PROLAP_TEST(TstMeetings)
#include "tst_meetings.moc"
