#include "core/model/nn/heads.h"
#include "tests/core_model/references.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace prolap::test;
using namespace prolap::model::nn;
using prolap::model::HeadsConfig;

class TstHeads : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { torch::manual_seed(1); }

    void startsNearlyDeterministic()
    {
        JointHead head(512, HeadsConfig{});
        head->eval();
        const auto out = head->forward(torch::randn({200, 512}));
        QCOMPARE(out.mean.sizes().vec(), (std::vector<std::int64_t>{200, 256}));
        QVERIFY(largestDifference(out.mean.norm(2, 1), torch::ones({200})) < 1e-5);
        QVERIFY(std::abs(out.logVar.mean().item<double>() + 7) < .05);
        const double spread = out.logVar.std().item<double>();
        QVERIFY(spread > .005 && spread < .2);
    }

    void logVarianceIsClamped()
    {
        HeadsConfig options;
        options.startLogVar = 5;
        options.maxLogVar = -.5;
        QCOMPARE(JointHead(512, options)->forward(torch::randn({4, 512})).logVar.max().item<float>(), -.5F);
        options.startLogVar = -50;
        QCOMPARE(JointHead(512, options)->forward(torch::randn({4, 512})).logVar.min().item<float>(), -12.F);
    }

    void deterministicHasNoUncertainty()
    {
        HeadsConfig options;
        options.probabilistic = false;
        JointHead head(512, options);
        QVERIFY(!head->forward(torch::randn({2, 512})).logVar.defined());
        QVERIFY(!head->named_parameters().contains("uncertainty.linear1.weight"));
    }

    void standardisation()
    {
        JointHead head(3, HeadsConfig{});
        auto features = torch::randn({1000, 3}) * torch::tensor({2.F, .1F, 0.F}) + torch::tensor({5.F, -1.F, 3.F});
        head->setStandardisation(features);
        const auto standard = head->standardise(features);
        QVERIFY(largestDifference(standard.mean(0), torch::zeros({3})) < 1e-4);
        QVERIFY(largestDifference(standard.std(0, false), torch::tensor({1.F, 1.F, 0.F})) < 1e-4);
        head->eval();
        QVERIFY(torch::equal(head->forward(features).mean, head->forwardStandardised(standard).mean));
    }

    void dropoutOnlyInTraining()
    {
        JointHead head(512, HeadsConfig{});
        const auto features = torch::randn({4, 512});
        QVERIFY(!torch::equal(head->forward(features).mean, head->forward(features).mean));
        head->eval();
        QVERIFY(torch::equal(head->forward(features).mean, head->forward(features).mean));
    }
};

PROLAP_TEST(TstHeads)
#include "tst_heads.moc"
