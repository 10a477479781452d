#include <limits>

#include "core/prolap/inclusion.h"
#include "core/traversal/meetings.h"
#include "core/traversal/most_inclusive.h"
#include "core/traversal/pair_inclusion.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace prolap;

namespace {

std::span<const float> span(const torch::Tensor& values)
{
    return std::span(values.const_data_ptr<float>(), static_cast<std::size_t>(values.numel()));
}

torch::Tensor unitRows(std::int64_t rows, std::int64_t dim)
{
    return torch::nn::functional::normalize(torch::randn({rows, dim}));
}

std::vector<std::int64_t> nearest(const traversal::Meetings& meetings)
{
    std::vector<std::int64_t> all;
    for (const std::vector<traversal::Met>& at : meetings)
        all.push_back(at.empty() ? -1 : static_cast<std::int64_t>(at.front().candidate));
    return all;
}

std::vector<std::int64_t> listed(const torch::Tensor& values)
{
    return {values.const_data_ptr<std::int64_t>(), values.const_data_ptr<std::int64_t>() + values.numel()};
}

} // namespace

/// The walk of window, command line and evaluation, which knows no torch, against the formulas of the papers written
/// down with tensors.
class TstTraversalAgreement : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Each point normalised again, the nearest caption by s = mu . mu_c - u_c / 2 (arXiv 2510.18423).
    void alongALine()
    {
        torch::manual_seed(3);
        for (int round = 0; round < 5; ++round) {
            const torch::Tensor start = unitRows(1, 24)[0], root = unitRows(1, 24)[0], means = unitRows(400, 24);
            const torch::Tensor u = torch::rand({400}) * .3;
            const torch::Tensor t = torch::linspace(0, 1, 50).unsqueeze(1);
            const torch::Tensor points =
                torch::nn::functional::normalize((1 - t) * start.unsqueeze(0) + t * root.unsqueeze(0));
            const torch::Tensor expected = (torch::mm(points, means.t()) - .5 * u.unsqueeze(0)).argmax(1);

            const torch::Tensor withStart = torch::mv(means, start), withRoot = torch::mv(means, root);
            const torch::Tensor bias = -.5 * u;
            const auto weights =
                traversal::pathWeights(traversal::PathShape::Linear, start.dot(root).item<double>(), 50);
            for (int i = 0; i < 50; ++i) {
                const auto& w = weights[static_cast<std::size_t>(i)];
                QVERIFY(torch::allclose(points[i], w.a * start + w.b * root, 1e-5, 1e-6));
            }
            QCOMPARE(nearest(traversal::alongLine(weights, {span(withStart), span(withRoot), span(bias), {}}, 1)),
                     listed(expected));
        }
    }

    void stepsOfAClimb()
    {
        torch::manual_seed(4);
        const torch::Tensor scores = torch::randn({400}), logU = torch::randn({400}) * .7;
        const auto from = logU[17].item<double>(), to = logU.max().item<double>();
        for (const double width : {.02, .4}) {
            const torch::Tensor steps = torch::linspace(from, to, 50).unsqueeze(1);
            const torch::Tensor within = (logU.unsqueeze(0) - steps).abs() <= width;
            const torch::Tensor fits =
                torch::where(within, scores.unsqueeze(0), -std::numeric_limits<float>::infinity());
            const torch::Tensor expected = torch::where(within.any(1), fits.argmax(1), -1);
            QCOMPARE(nearest(traversal::alongClimb(traversal::climbLevels(from, to, 50), span(scores), span(logU),
                                                   width, 3)),
                     listed(expected));
        }
    }

    void inclusionOfAPair()
    {
        torch::manual_seed(5);
        const Gaussians a{torch::randn({1, 24}), torch::randn({1, 24}) - 5},
            b{torch::randn({1, 24}), torch::randn({1, 24}) - 4};
        const auto gaussian = [](const Gaussians& z) { return traversal::GaussianSpan{span(z.mean), span(z.logVar)}; };
        const double expected = inclusion(a, b, InclusionForm::Exact, InclusionReduction::Mean).item<double>();
        const double found = traversal::inclusionOf(gaussian(a), gaussian(b));
        QVERIFY2(std::abs(found - expected) < 1e-4 * std::max(1.0, std::abs(expected)),
                 qPrintable(QString("%1 instead of %2").arg(found).arg(expected)));
    }

    /// The root `inclusive`: the caption with the greatest H(clip, caption), exact form.
    void theInclusiveRoot()
    {
        torch::manual_seed(6);
        const Gaussians clips{unitRows(20, 32), torch::randn({20, 32}) * .5 - 6},
            captions{unitRows(500, 32), torch::randn({500, 32}) * .5 - 5};
        for (std::int64_t i = 0; i < 20; ++i) {
            const Gaussians clip = clips.select(torch::tensor({i}));
            const Gaussians exact{clip.mean.to(torch::kFloat64), clip.logVar.to(torch::kFloat64)},
                all{captions.mean.to(torch::kFloat64), captions.logVar.to(torch::kFloat64)};
            const auto expected = inclusionMeasure(exact, all).argmax().item<std::int64_t>();
            const auto found = traversal::mostInclusive<float>(
                {span(clip.mean), span(clip.logVar)},
                {captions.mean.const_data_ptr<float>(), 32, captions.logVar.const_data_ptr<float>(), 32, 500});
            QCOMPARE(static_cast<std::int64_t>(found.value()), expected);
        }
    }
};

PROLAP_TEST(TstTraversalAgreement)
#include "tst_traversal_agreement.moc"
