#include <torch/torch.h>

#include "core/train/evaluation/retrieval_protocol.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace prolap;
using namespace prolap::train;

namespace {

bool near(double a, double b)
{
    return std::abs(a - b) < 1e-9;
}

/// Unit vectors at angles in degrees, without variance.
Gaussians atAngles(const std::vector<double>& degrees)
{
    const torch::Tensor angle = torch::tensor(degrees, torch::kFloat64) * (M_PI / 180);
    return {torch::stack({angle.cos(), angle.sin()}, 1), {}};
}

} // namespace

class TstRetrievalProtocol : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Three clips on a circle: two dogs at 0 and 30 degrees, a bell at 100. Captions: an animal (10) on both dogs,
    /// barking (0) and yapping (90) on one each, a thing (120) and a bell (108) on the bell.
    void init()
    {
        m_task = {};
        m_task.clips = atAngles({0, 30, 100});
        m_task.captions = atAngles({10, 0, 90, 120, 108});
        m_task.captionIds = torch::tensor({{0, 1}, {0, 2}, {3, 4}}, torch::kInt64);
        m_task.labels = torch::tensor({0, 0, 1}, torch::kInt64);
    }

    void captionsFindTheirOwnClip()
    {
        const Figures figures = retrievalFigures(m_task);
        // Own clip's rank: animal 1 and 2, thing 1; barking 1, yapping 2 (the bell is nearer), bell 1.
        QVERIFY(near(figures.metrics.at("t2a_r1"), 4.0 / 6));
        QVERIFY(near(figures.metrics.at("t2a_r5"), 1));
        QVERIFY(near(figures.metrics.at("t2a_map10"), (4 + 2 * .5) / 6));
        QVERIFY(near(figures.metrics.at("t2a_medr"), 1));
        QVERIFY(near(figures.metrics.at("t2a_map10_level1"), (1 + .5 + 1) / 3));
        QVERIFY(near(figures.metrics.at("t2a_map10_level2"), (1 + .5 + 1) / 3));
        QVERIFY(near(figures.chance.at("t2a_r1"), 1.0 / 3));
    }

    void everyOneOfSeveralCaptionsAsksAndCounts()
    {
        m_task.alternatives = m_task.captionIds.unsqueeze(1); // one level of two captions
        m_task.captionIds = m_task.alternatives.select(2, 0);
        const Figures figures = retrievalFigures(m_task);
        QVERIFY(near(figures.metrics.at("t2a_r1"), 4.0 / 6));
        QVERIFY(near(figures.metrics.at("t2a_map10"), (4 + 2 * .5) / 6));
        QVERIFY(!figures.metrics.contains("t2a_map10_level1"));
        // Each clip is nearest to one of its two captions, and yapping is far from the dog that yaps.
        QVERIFY(near(figures.metrics.at("a2t_r1"), 1));
        QVERIFY(near(figures.chance.at("a2t_r1"), 2.0 / 5));
        m_task.alternatives[1][0][1] = -1;
        QVERIFY(near(retrievalFigures(m_task).metrics.at("t2a_r1"), 4.0 / 5));
        QVERIFY(near(retrievalFigures(m_task, torch::tensor({0, 1, 0}) > 0).metrics.at("t2a_r1"), 0));
    }

    void captionsFindClipsOfTheirLabel()
    {
        const Figures figures = retrievalFigures(m_task);
        // Barking: 1, 2. Yapping: the bell first, then both dogs: (1/2 + 2/3) / 2. Bell: 1.
        QVERIFY(near(figures.metrics.at("t2a_label_map10"), (1 + (.5 + 2.0 / 3) / 2 + 1) / 3));
        // Every clip is nearest to a caption of its label.
        QVERIFY(near(figures.metrics.at("a2t_label_r1"), 1));
        QVERIFY(near(figures.chance.at("a2t_label_r1"), (2.0 / 3 + 2.0 / 3 + 1.0 / 3) / 3));
    }

    void aVaguerClipRanksLower()
    {
        m_task.clips.logVar = torch::full({3, 2}, -20, torch::kFloat64);
        m_task.clips.logVar[0] = std::log(2.0); // u = 4: the dog at 0 loses every query
        m_task.captions.logVar = torch::full({5, 2}, -20, torch::kFloat64);
        const Figures figures = retrievalFigures(m_task);
        QVERIFY(near(figures.metrics.at("t2a_map10_level2"), (1.0 / 3 + .5 + 1) / 3));
    }

    void askingClipsAreRankedAmongAll()
    {
        const Figures figures = retrievalFigures(m_task, torch::tensor({0, 1, 0}) > 0);
        QVERIFY(near(figures.metrics.at("t2a_r1"), 0)); // animal: rank 2; yapping: rank 2
        QVERIFY(near(figures.metrics.at("t2a_label_map10"), (.5 + 2.0 / 3) / 2));
        QVERIFY(near(figures.chance.at("t2a_r1"), 1.0 / 3));
    }

    void withoutLabelsThereAreNoLabelFigures()
    {
        m_task.labels.fill_(-1);
        const Figures figures = retrievalFigures(m_task);
        QVERIFY(!figures.metrics.count("t2a_label_map10"));
        QVERIFY(near(figures.metrics.at("t2a_r1"), 4.0 / 6));
        const NamedClips named = namedClips(m_task);
        QVERIFY(torch::equal(named.hits, torch::eye(3, torch::kBool)));
    }

private:
    RetrievalTask m_task;
};

PROLAP_TEST(TstRetrievalProtocol)
#include "tst_retrieval_protocol.moc"
