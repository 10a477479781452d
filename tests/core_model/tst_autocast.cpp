#include "core/model/nn/autocast.h"
#include "tests/core_model/references.h"
#include "tests/core_model/small_encoders.h"
#include "tests/support/test_main.h"

#include <optional>

#include <QTest>

using namespace prolap;
using namespace prolap::test;
using model::nn::Autocast;
using model::nn::AutocastSetting;

/// Training in bf16 with weights in float32.
class TstAutocast : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void lastsForItsScope()
    {
        const auto a = torch::ones({2, 2});
        QVERIFY(!AutocastSetting::current(torch::kCPU).on);
        {
            const Autocast bf16({torch::kCPU, true});
            QCOMPARE(torch::matmul(a, a).scalar_type(), torch::kBFloat16);
            {
                const Autocast off({torch::kCPU, false});
                QCOMPARE(torch::matmul(a, a).scalar_type(), torch::kFloat);
            }
            QCOMPARE(torch::matmul(a, a).scalar_type(), torch::kBFloat16);
        }
        QCOMPARE(torch::matmul(a, a).scalar_type(), torch::kFloat);
    }

    void closeToFloat_data()
    {
        QTest::addColumn<int>("unused");
        for (const auto& name : kSmallEncoders)
            QTest::newRow(name.c_str()) << 0;
    }

    /// Features and gradients of each encoder are near those of float32, and not the same; weights and gradients are in
    /// float32, with gradient checkpointing too.
    void closeToFloat()
    {
        const auto run = [](bool bf16, bool checkpoint = false) {
            const auto encoder = makeSmallEncoder(QTest::currentDataTag());
            encoder.net->setGradientCheckpointing(checkpoint);
            encoder.net->train();
            torch::Tensor features;
            {
                std::optional<Autocast> cast;
                if (bf16)
                    cast.emplace(AutocastSetting{torch::kCPU, true});
                features = encoder.features();
            }
            features = features.to(torch::kFloat);
            (features * torch::linspace(-1, 1, features.numel()).view(features.sizes())).sum().backward();
            std::vector<torch::Tensor> gradients;
            for (const auto& parameter : encoder.net->parameters()) {
                QTest::qVerify(parameter.scalar_type() == torch::kFloat &&
                                   (!parameter.grad().defined() || parameter.grad().scalar_type() == torch::kFloat),
                               "float32", "", __FILE__, __LINE__);
                if (parameter.grad().defined())
                    gradients.push_back(parameter.grad().flatten());
            }
            return std::pair(features.detach(), torch::cat(gradients).unsqueeze(0));
        };
        const auto exact = run(false), cast = run(true), again = run(true, true);
        QVERIFY2(leastCosine(exact.first, cast.first) > .999,
                 qPrintable(QString::number(leastCosine(exact.first, cast.first))));
        QVERIFY(largestDifference(exact.first, cast.first) > 1e-5 * largestValue(exact.first));
        QVERIFY2(leastCosine(exact.second, cast.second) > .98,
                 qPrintable(QString::number(leastCosine(exact.second, cast.second))));
        QVERIFY(torch::equal(again.first, cast.first));
        QVERIFY2(leastCosine(again.second, cast.second) > .9999,
                 qPrintable(QString::number(leastCosine(again.second, cast.second))));
    }

    /// Weights are read anew in the next scope: no copy of before a step is used after it.
    void seesNewWeights()
    {
        auto weight = torch::ones({4, 4}).requires_grad_();
        const auto x = torch::ones({1, 4});
        const auto product = [&] {
            const Autocast bf16({torch::kCPU, true});
            return torch::matmul(x, weight).sum().item<float>();
        };
        QCOMPARE(product(), 16.F);
        const torch::NoGradGuard noGrad;
        weight.mul_(2);
        const torch::AutoGradMode withGradient(true);
        QCOMPARE(product(), 32.F);
    }
};

PROLAP_TEST(TstAutocast)
#include "tst_autocast.moc"
