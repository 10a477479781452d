#include "core/library/query/gaussian_query.h"
#include "tests/support/test_main.h"

#include <cmath>
#include <random>
#include <vector>

#include <QTest>

using namespace prolap;
using namespace prolap::library;

namespace {

constexpr std::size_t kDim = 24;

model::Embeddings randomGaussians(std::size_t count, unsigned seed)
{
    std::mt19937 random(seed);
    std::normal_distribution<float> normal;
    model::Embeddings all{count, kDim, std::vector<float>(count * kDim), std::vector<float>(count * kDim)};
    for (std::size_t i = 0; i < count; ++i) {
        double squares = 0;
        for (std::size_t d = 0; d < kDim; ++d) {
            const float value = all.mean[i * kDim + d] = normal(random);
            squares += static_cast<double>(value) * static_cast<double>(value);
            all.logVar[i * kDim + d] = -5 + normal(random);
        }
        for (std::size_t d = 0; d < kDim; ++d)
            all.mean[i * kDim + d] /= static_cast<float>(std::sqrt(squares));
    }
    return all;
}

double product(std::span<const float> a, std::span<const float> b)
{
    double sum = 0;
    for (std::size_t d = 0; d < a.size(); ++d)
        sum += static_cast<double>(a[d]) * static_cast<double>(b[d]);
    return sum;
}

} // namespace

class TstGaussianQuery : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Mean and variance of the mixture, from lots drawn from it.
    void aMixtureIsWhatItsDrawsSay()
    {
        const model::Embeddings parts = randomGaussians(2, 1);
        const std::vector<double> weights = {1, 3};
        const model::Embeddings mixture = mixtureOf(parts, weights);
        QCOMPARE(mixture.count, std::size_t(1));
        QVERIFY(std::abs(product(mixture.meanOf(0), mixture.meanOf(0)) - 1) < 1e-5);
        std::mt19937 random(2);
        std::normal_distribution<double> normal;
        constexpr int kDraws = 200000;
        for (std::size_t d = 0; d < kDim; d += 5) {
            double sum = 0, squares = 0, length = 0;
            for (std::size_t k = 0; k < kDim; ++k) {
                const double mean =
                    .25 * static_cast<double>(parts.meanOf(0)[k]) + .75 * static_cast<double>(parts.meanOf(1)[k]);
                length += mean * mean;
            }
            length = std::sqrt(length);
            for (int i = 0; i < kDraws; ++i) {
                const std::size_t from = i % 4 == 0 ? 0 : 1;
                const double x = (static_cast<double>(parts.meanOf(from)[d]) +
                                  std::exp(static_cast<double>(parts.logVarOf(from)[d]) / 2) * normal(random)) /
                                 length;
                sum += x;
                squares += x * x;
            }
            const double mean = sum / kDraws, variance = squares / kDraws - mean * mean;
            QVERIFY(std::abs(mean - static_cast<double>(mixture.mean[d])) < 5e-3);
            QVERIFY(std::abs(variance / std::exp(static_cast<double>(mixture.logVar[d])) - 1) < .03);
        }
    }

    void aMixtureOfOneAndItsWeights()
    {
        const model::Embeddings parts = randomGaussians(2, 3);
        for (const auto& [weights, which] : {std::pair(std::vector<double>{1, 0}, 0), {std::vector<double>{0, 2}, 1}}) {
            const model::Embeddings same = mixtureOf(parts, weights);
            for (std::size_t d = 0; d < kDim; ++d) {
                QVERIFY(std::abs(same.mean[d] - parts.meanOf(static_cast<std::size_t>(which))[d]) < 1e-5F);
                QVERIFY(std::abs(same.logVar[d] - parts.logVarOf(static_cast<std::size_t>(which))[d]) < 1e-3F);
            }
        }
        // It stands for either: wider than both.
        const model::Embeddings both = mixtureOf(parts, std::vector<double>{1, 1});
        const float u = model::uncertainties(both)[0];
        for (const float part : model::uncertainties(parts))
            QVERIFY(u > part);
        const double a = product(both.meanOf(0), parts.meanOf(0)), b = product(both.meanOf(0), parts.meanOf(1));
        QVERIFY(std::abs(a - b) < 1e-5 && a > .5);
    }

    void pushingAwayTurnsFromIt()
    {
        const model::Embeddings query = randomGaussians(1, 4), away = randomGaussians(2, 5);
        const model::Embeddings pushed = pushedAway(query, away);
        QVERIFY(std::abs(product(pushed.meanOf(0), pushed.meanOf(0)) - 1) < 1e-5);
        for (std::size_t j = 0; j < 2; ++j)
            QVERIFY(product(pushed.meanOf(0), away.meanOf(j)) < product(query.meanOf(0), away.meanOf(j)));
        QVERIFY(product(pushed.meanOf(0), query.meanOf(0)) > .7);
        // m = mu - (mu_1 + mu_2) / 2, and v = v_x + (v_1 + v_2) / 4, over the length of m.
        std::vector<double> m(kDim);
        double squares = 0;
        for (std::size_t d = 0; d < kDim; ++d) {
            m[d] = static_cast<double>(query.mean[d]) - .5 * static_cast<double>(away.meanOf(0)[d]) -
                   .5 * static_cast<double>(away.meanOf(1)[d]);
            squares += m[d] * m[d];
        }
        for (std::size_t d = 0; d < kDim; ++d) {
            const auto v = [](float logVar) { return std::exp(static_cast<double>(logVar)); };
            const double variance =
                (v(query.logVar[d]) + .25 * (v(away.logVarOf(0)[d]) + v(away.logVarOf(1)[d]))) / squares;
            QVERIFY(std::abs(static_cast<double>(pushed.mean[d]) - m[d] / std::sqrt(squares)) < 1e-5);
            QVERIFY(std::abs(static_cast<double>(pushed.logVar[d]) - std::log(variance)) < 1e-3);
        }
    }

    void deterministicStaysDeterministicAndNothingIsNaN()
    {
        model::Embeddings parts = randomGaussians(2, 6);
        parts.logVar.clear();
        QVERIFY(mixtureOf(parts, std::vector<double>{1, 1}).logVar.empty());
        // Opposite parts leave no direction: the first one's stands.
        model::Embeddings opposite = randomGaussians(1, 7);
        opposite.count = 2;
        for (std::size_t d = 0; d < kDim; ++d)
            opposite.mean.push_back(-opposite.mean[d]);
        opposite.logVar.insert(opposite.logVar.end(), opposite.logVar.begin(), opposite.logVar.begin() + kDim);
        const model::Embeddings none = mixtureOf(opposite, std::vector<double>{1, 1});
        for (std::size_t d = 0; d < kDim; ++d)
            QCOMPARE(none.mean[d], opposite.mean[d]);
        // Nothing but words to push away: what is least like them.
        const model::Embeddings away = randomGaussians(1, 8);
        const model::Embeddings least = pushedAway({0, kDim, {}, {}}, away);
        QVERIFY(std::abs(product(least.meanOf(0), away.meanOf(0)) + 1) < 1e-5);
    }
};

PROLAP_TEST(TstGaussianQuery)
#include "tst_gaussian_query.moc"
