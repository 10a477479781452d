#include <cmath>

#include <torch/torch.h>

#include "core/train/evaluation/uncertainty_protocol.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace prolap;
using namespace prolap::train;

namespace {

bool near(double a, double b)
{
    return std::abs(a - b) < 1e-9;
}

} // namespace

class TstUncertaintyProtocol : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Four clips of two labels in two dimensions, two levels: a caption of each label with u .8, one of each clip with
    /// u .2; the longer, the surer.
    void init()
    {
        const auto unit = [](std::initializer_list<int> axes) {
            return torch::eye(2, torch::kFloat64)
                .index_select(0, torch::tensor(std::vector<std::int64_t>(axes.begin(), axes.end()), torch::kInt64));
        };
        m_split = {};
        m_split.model.name = "plane";
        m_split.rows.resize(4);
        m_split.captions.resize(6);
        m_split.task.labels = torch::tensor({0, 0, 1, 1}, torch::kInt64);
        m_split.task.captionIds = torch::tensor({{0, 2}, {0, 3}, {1, 4}, {1, 5}}, torch::kInt64);
        m_split.task.clips = {unit({0, 0, 1, 1}), torch::full({4, 2}, std::log(.05), torch::kFloat64)};
        const torch::Tensor u = torch::tensor({.8, .8, .2, .2, .2, .2}, torch::kFloat64);
        m_split.task.captions = {unit({0, 1, 0, 0, 1, 1}), (u / 2).log().unsqueeze(1).repeat({1, 2})};
        m_split.captionTokens = torch::tensor({2, 2, 6, 6, 6, 6}, torch::kInt64);
    }

    void correlationsAndMeans()
    {
        const ProtocolReport report = evaluateUncertainty(m_split, true);
        const auto& metrics = report.figures.metrics;
        QVERIFY(near(metrics.at("r_length_u"), -1));
        QVERIFY(near(metrics.at("r_level_u"), -1));
        QVERIFY(near(metrics.at("mean_u_level1"), .8) && near(metrics.at("mean_u_level2"), .2));
        QVERIFY(near(metrics.at("mean_log_var_level1"), std::log(.4)));
        QVERIFY(near(metrics.at("mean_u_clips"), .1) && near(metrics.at("median_u_clips"), .1));
        QVERIFY(near(report.figures.chance.at("r_level_u"), 0));
        QVERIFY(!metrics.contains("ece"));
        QCOMPARE(report.notes.size(), std::size_t(1));
        QCOMPARE(report.charts.size(), std::size_t(2));
    }

    void lengthsThatDoNotVaryHaveNoCorrelation()
    {
        m_split.captionTokens.fill_(4);
        const auto metrics = evaluateUncertainty(m_split, false).figures.metrics;
        QVERIFY(!metrics.contains("r_length_u") && metrics.contains("r_level_u"));
    }

    void eceByHand()
    {
        // Naming captions are the last of the two levels, true of the clips of their label: s = 1 - .15 for those, -.15
        // for the others. A flat claim of one half is right for half of the pairs.
        m_split.model.calibration = Calibration{0, 0};
        const auto flat = evaluateUncertainty(m_split, true);
        QVERIFY(near(flat.figures.metrics.at("ece"), 0));
        QCOMPARE(flat.charts.size(), std::size_t(3));
        QCOMPARE(std::get<LineChart>(flat.charts[2].plot).series[0].points.size(), std::size_t(1));
        // sigmoid(2 s): .8455 where all are true, .4256 where none is.
        m_split.model.calibration = Calibration{2, 0};
        const double yes = 1 / (1 + std::exp(-1.7)), no = 1 / (1 + std::exp(.3));
        QVERIFY(near(evaluateUncertainty(m_split, false).figures.metrics.at("ece"), ((1 - yes) + no) / 2));
        // sharp: the false pairs fall below a tenth.
        m_split.model.calibration = Calibration{20, 0};
        const double sharp = 1 / (1 + std::exp(-17.0));
        QVERIFY(near(evaluateUncertainty(m_split, false).figures.metrics.at("ece_above_tenth"), 1 - sharp));
    }

    void aDeterministicModelIsRefused()
    {
        m_split.model.probabilistic = false;
        QVERIFY_THROWS_EXCEPTION(Error, evaluateUncertainty(m_split, false));
    }

private:
    EmbeddedSplit m_split;
};

PROLAP_TEST(TstUncertaintyProtocol)
#include "tst_uncertainty_protocol.moc"
