#include "core/library/traversal/pair_inclusion.h"
#include "core/library/traversal/path_shape.h"
#include "core/prolap/inclusion.h"
#include "core/prolap/traversal.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace prolap;

/// What window and command line walk is what `eval traversal` measures: the forms without torch give the same.
class TstTraversalAgreement : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pointsOfALine()
    {
        torch::manual_seed(3);
        const auto unit = [] { return torch::nn::functional::normalize(torch::randn({1, 24}), {}).squeeze(0); };
        const torch::Tensor start = unit(), root = unit();
        const torch::Tensor points = traversalPoints(start, root, 50);
        const auto weights = library::pathWeights(library::PathShape::Linear, start.dot(root).item<double>(), 50);
        for (int i = 0; i < 50; ++i) {
            const auto& w = weights[static_cast<std::size_t>(i)];
            QVERIFY(torch::allclose(points[i], w.a * start + w.b * root, 1e-5, 1e-6));
        }
    }

    void stepsOfAClimb()
    {
        torch::manual_seed(4);
        const torch::Tensor scores = torch::randn({400}), logU = torch::randn({400}) * .7;
        const auto span = [](const torch::Tensor& t) {
            return std::span(t.const_data_ptr<float>(), static_cast<std::size_t>(t.numel()));
        };
        for (const double width : {.02, .4}) {
            const torch::Tensor expected = climb(scores, logU, 17, {50, width});
            const auto levels = library::climbLevels(logU[17].item<double>(), logU.max().item<double>(), 50);
            for (int i = 0; i < 50; ++i) {
                const auto found =
                    library::bestWithin(span(scores), span(logU), levels[static_cast<std::size_t>(i)], width, 3);
                QCOMPARE(found.empty() ? -1 : static_cast<std::int64_t>(found.front()),
                         expected[i].item<std::int64_t>());
            }
        }
    }

    void inclusionOfAPair()
    {
        torch::manual_seed(5);
        const Gaussians a{torch::randn({1, 24}), torch::randn({1, 24}) - 5},
            b{torch::randn({1, 24}), torch::randn({1, 24}) - 4};
        const auto span = [](const Gaussians& z) {
            return library::GaussianSpan{std::span(z.mean.const_data_ptr<float>(), 24),
                                         std::span(z.logVar.const_data_ptr<float>(), 24)};
        };
        const double expected = inclusion(a, b, InclusionForm::Exact, InclusionReduction::Mean).item<double>();
        const double found = library::inclusionOf(span(a), span(b));
        QVERIFY2(std::abs(found - expected) < 1e-3 * std::max(1.0, std::abs(expected)),
                 qPrintable(QString("%1 instead of %2").arg(found).arg(expected)));
    }
};

PROLAP_TEST(TstTraversalAgreement)
#include "tst_traversal_agreement.moc"
