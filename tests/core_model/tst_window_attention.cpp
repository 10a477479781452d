#include "core/model/nn/packed_linear.h"
#include "core/model/nn/window_attention.h"
#include "core/model/nn/window_attention_kernel.h"
#include "tests/core_model/references.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace prolap;
using namespace prolap::test;
using model::nn::PackedLinear;

/// What the copy of HTS-AT's weights for inference is computed with, against plain formulas in double.
class TstWindowAttention : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asByFormula_data()
    {
        QTest::addColumn<int>("area");
        QTest::addColumn<int>("perHead");
        QTest::addColumn<bool>("ownBias");
        QTest::addRow("tiny's heads") << 64 << 24 << false;
        QTest::addRow("base's heads, bias by window") << 64 << 32 << true;
        QTest::addRow("odd heads") << 64 << 7 << true;
        QTest::addRow("heads of one register") << 64 << 16 << false;
        QTest::addRow("wide heads: no kernel") << 64 << 40 << true;
        QTest::addRow("small windows: no kernel") << 16 << 24 << true;
    }

    void asByFormula()
    {
        QFETCH(int, area);
        QFETCH(int, perHead);
        QFETCH(bool, ownBias);
        torch::manual_seed(5);
        const std::int64_t windows = 9, heads = 3, channels = heads * perHead;
        const auto qkv = torch::randn({windows * area, 3 * channels}) / std::sqrt(std::sqrt(double(perHead)));
        auto bias = torch::randn({ownBias ? windows : 1, heads, area, area}) * 2;
        bias.index_put_({"...", torch::indexing::Slice(0, area / 2)}, -100.0); // as where the shift tore tokens apart
        bias.index_put_({"...", 3, torch::indexing::Slice()}, -100.0);         // a row that sees all others alike

        const auto parts = qkv.to(torch::kDouble).view({windows, area, 3, heads, perHead}).permute({2, 0, 3, 1, 4});
        const auto logits = torch::matmul(parts[0], parts[1].transpose(2, 3)) + bias.to(torch::kDouble);
        const auto wanted = torch::matmul(logits.softmax(-1), parts[2]).transpose(1, 2).reshape({-1, channels});

        // Float's step at logits of about -100 is 7.6e-6: the row that has only such ones cannot be nearer than that.
        const auto nearEnough = [&](const torch::Tensor& found) {
            const auto off = (found.to(torch::kDouble) - wanted).abs().view({windows, area, channels});
            const double torn = off.select(1, 3).max().item<double>();
            off.select(1, 3).zero_();
            return torn < 1e-5 && off.max().item<double>() < 3e-6;
        };
        const torch::InferenceMode inference;
        QVERIFY(nearEnough(model::nn::windowAttention(qkv, bias)));
        QVERIFY(nearEnough(model::nn::windowAttentionByTorch(qkv, bias)));
        const auto rounded = model::nn::windowAttention(qkv.to(torch::kBFloat16), bias);
        QCOMPARE(rounded.scalar_type(), torch::kBFloat16);
        const double off = largestDifference(rounded.to(torch::kDouble), wanted);
        QVERIFY2(off > 1e-4 && off < 4e-2, qPrintable(QString::number(off)));
    }

    void packedLayers()
    {
        torch::manual_seed(6);
        const auto x = torch::randn({37, 96}), weight = torch::randn({50, 96}) / 10, bias = torch::randn({50});
        const auto addend = torch::randn({37, 50});
        const auto exact = torch::linear(x.to(torch::kDouble), weight.to(torch::kDouble), bias.to(torch::kDouble));
        const torch::InferenceMode inference;
        const PackedLinear layer(weight, bias, torch::kFloat, 37), bare(weight, {}, torch::kFloat, 37);
        const auto off = [](const torch::Tensor& found, const torch::Tensor& wanted) {
            return largestDifference(found.to(torch::kDouble), wanted);
        };
        QVERIFY(off(layer.forward(x), exact) < 1e-5);
        QVERIFY(off(bare.forward(x), exact - bias) < 1e-5);
        QVERIFY(off(layer.thenGelu(x), torch::gelu(exact)) < 1e-5);
        QVERIFY(off(layer.plus(x, addend), exact + addend) < 1e-5);
    }
};

PROLAP_TEST(TstWindowAttention)
#include "tst_window_attention.moc"
