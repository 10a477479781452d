#include <cmath>

#include <torch/torch.h>

#include "core/train/evaluation/traversal_protocol.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace prolap;
using namespace prolap::train;

namespace {

bool near(double a, double b)
{
    return std::abs(a - b) < 1e-9;
}

torch::Tensor atAngles(const std::vector<double>& degrees)
{
    const torch::Tensor angle = torch::tensor(degrees, torch::kFloat64) * (M_PI / 180);
    return torch::stack({angle.cos(), angle.sin()}, 1);
}

/// log-variances with which a caption's u is the given one.
torch::Tensor ofUncertainty(const std::vector<double>& u)
{
    const torch::Tensor row = (torch::tensor(u, torch::kFloat64) / 2).log();
    return torch::stack({row, row}, 1);
}

} // namespace

class TstTraversalProtocol : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Clips at 0, 90 and 45 degrees, so the centroid lies at 45. Captions: a thing (45) on the first two clips, their
    /// own (0 and 90), and one that belongs only to the third clip (30), which has no other and is left out.
    void init()
    {
        m_split = {};
        m_split.model.name = "circle";
        m_split.model.probabilistic = false;
        m_split.rows.resize(3);
        m_split.captions = {"thing", "a", "b", "between"};
        m_split.task.clips.mean = atAngles({0, 90, 45});
        m_split.task.captions.mean = atAngles({45, 0, 90, 30});
        m_split.task.captionIds = torch::tensor({{0, 1}, {0, 2}, {-1, 3}}, torch::kInt64);
        m_split.task.labels = torch::full({3}, -1, torch::kInt64);
        m_split.empty.mean = atAngles({-80});
        m_setting = {};
    }

    void theLineMeetsWhatLiesOnIt()
    {
        const ProtocolReport report = evaluateTraversal(m_split, m_setting, false, false);
        const auto& [metrics, chance] = report.figures;
        QCOMPARE(report.clips, 2);
        QCOMPARE(report.captions, 4);
        // The first clip also meets the stranger at 30 degrees, the second only its own two.
        QVERIFY(near(metrics.at("precision"), (2.0 / 3 + 1) / 2));
        QVERIFY(near(metrics.at("recall"), 1));
        QVERIFY(near(metrics.at("recall_level1"), 1) && near(metrics.at("recall_level2"), 1));
        QVERIFY(near(metrics.at("captions_met"), 2.5));
        QVERIFY(near(chance.at("precision"), 2.0 / 4) && near(chance.at("recall"), 2.5 / 4));
        QVERIFY(report.charts.empty());
    }

    void theRootDecides()
    {
        // Away from everything: the first clip meets its own caption alone; the second passes all on its way.
        m_setting.root = TraversalRoot::Empty;
        const auto metrics = evaluateTraversal(m_split, m_setting, false, false).figures.metrics;
        QVERIFY(near(metrics.at("precision"), (1 + 2.0 / 4) / 2));
        QVERIFY(near(metrics.at("recall"), (.5 + 1) / 2));
        QVERIFY(near(metrics.at("recall_level1"), .5));
    }

    void theClimbPassesTheLevelsOfUncertainty()
    {
        addVariances();
        m_setting.path = TraversalPath::Climb;
        const auto metrics = evaluateTraversal(m_split, m_setting, false, false).figures.metrics;
        QVERIFY(near(metrics.at("precision"), 2.0 / 3)); // own, between, thing
        QVERIFY(near(metrics.at("recall"), 1));
        // As wide as everything, a climb stays with what fits best.
        m_setting.width = 100;
        QVERIFY(near(evaluateTraversal(m_split, m_setting, false, false).figures.metrics.at("captions_met"), 1));
    }

    void theInclusiveRootIsOneOfEachClip()
    {
        // Alone as narrow as the clips, the own captions have the greatest measure: the ways end where they start.
        addVariances();
        m_setting.root = TraversalRoot::Inclusive;
        const auto metrics = evaluateTraversal(m_split, m_setting, false, false).figures.metrics;
        QVERIFY(near(metrics.at("precision"), 1));
        QVERIFY(near(metrics.at("recall_level2"), 1) && near(metrics.at("recall_level1"), 0));
    }

    void everyWayLeavesOutWhatTheModelDoesNotAllow()
    {
        ProtocolReport report = evaluateTraversal(m_split, m_setting, true, true);
        QVERIFY(near(report.figures.metrics.at("centroid_line_precision"), report.figures.metrics.at("precision")));
        QVERIFY(report.figures.metrics.contains("empty_line_recall_level1"));
        QVERIFY(!report.figures.metrics.contains("inclusive_line_precision"));
        QCOMPARE(report.notes.size(), std::size_t(3)); // inclusive, masked, climb
        QCOMPARE(report.charts.size(), std::size_t(2));

        addVariances();
        m_split.masked = Gaussians{atAngles({45}), ofUncertainty({2})};
        report = evaluateTraversal(m_split, m_setting, true, false);
        QVERIFY(report.notes.empty());
        QVERIFY(near(report.figures.metrics.at("masked_line_precision"), report.figures.metrics.at("precision")));
        QVERIFY(report.figures.metrics.contains("climb_recall"));
        QVERIFY(report.figures.chance.contains("inclusive_line_recall"));
    }

    void whatIsMissingIsSaid()
    {
        m_setting.root = TraversalRoot::Masked;
        QVERIFY_THROWS_EXCEPTION(Error, evaluateTraversal(m_split, m_setting, false, false));
        m_setting.root = TraversalRoot::Inclusive;
        QVERIFY_THROWS_EXCEPTION(Error, evaluateTraversal(m_split, m_setting, false, false));
        m_setting = {};
        m_split.task.captionIds = m_split.task.captionIds.slice(1, 1, 2);
        try {
            evaluateTraversal(m_split, m_setting, false, false);
            QFAIL("no error");
        } catch (const Error& e) {
            QVERIFY(e.kind() == ErrorKind::BadInput);
            QVERIFY(std::string(e.what()).find("caption1") != std::string::npos);
        }
    }

private:
    void addVariances()
    {
        m_split.model.probabilistic = true;
        m_split.task.clips.logVar = ofUncertainty({.01, .01, .01});
        m_split.task.captions.logVar = ofUncertainty({.5, .02, .02, .1});
    }

    EmbeddedSplit m_split;
    TraversalSetting m_setting;
};

PROLAP_TEST(TstTraversalProtocol)
#include "tst_traversal_protocol.moc"
