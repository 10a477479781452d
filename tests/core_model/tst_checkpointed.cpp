#include "core/model/nn/autocast.h"
#include "core/model/nn/checkpointed.h"
#include "core/model/nn/cnn8.h"
#include "core/model/nn/gpt2.h"
#include "tests/core_model/references.h"
#include "tests/core_model/small_encoders.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace prolap;
using namespace prolap::test;
using model::nn::checkpointed;

namespace {

/// Counts the bytes of tensors on the CPU that this thread makes and frees while it is installed.
class MemoryCount : public c10::MemoryReportingInfoBase {
public:
    std::int64_t held = 0, peak = 0;

    void reportMemoryUsage(void*, std::int64_t bytes, std::size_t, std::size_t, c10::Device) override
    {
        held += bytes;
        peak = std::max(peak, held);
    }
    bool memoryProfilingEnabled() const override { return true; }
};

struct StepMemory {
    std::int64_t afterForward, peak; ///< bytes more than before the step
};

StepMemory stepMemory(const std::function<torch::Tensor()>& loss, torch::nn::Module& net)
{
    net.zero_grad(/*set_to_none=*/false); // gradients that are there do not count
    const auto count = std::make_shared<MemoryCount>();
    const c10::DebugInfoGuard guard(c10::DebugInfoKind::PROFILER_STATE, count);
    auto value = loss();
    const std::int64_t afterForward = count->held;
    value.backward();
    return {afterForward, count->peak};
}

void everyEncoder()
{
    QTest::addColumn<int>("unused");
    for (const auto& name : kSmallEncoders)
        QTest::newRow(name.c_str()) << 0;
}

} // namespace

/// Forward passes that keep little and compute it anew.
class TstCheckpointed : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { torch::manual_seed(6); }

    /// Dropout draws the same numbers the second time, and the generator goes on as if there had been no second time.
    void dropoutAgrees()
    {
        const auto weight = torch::randn({50, 50}).requires_grad_();
        const auto work = [weight](const torch::Tensor& x) {
            return torch::dropout(torch::matmul(x, weight).tanh(), .5, true);
        };
        const auto run = [&](bool checkpoint) {
            torch::manual_seed(7);
            const auto x = torch::linspace(-1, 1, 1000).view({20, 50}).requires_grad_();
            const auto y = checkpoint ? checkpointed(work, x, {weight}) : work(x);
            torch::rand({3}); // other draws come between
            weight.mutable_grad() = torch::Tensor();
            y.square().sum().backward();
            return std::vector{y.detach(), x.grad(), weight.grad().clone(), torch::rand({4})};
        };
        const auto plain = run(false), again = run(true);
        for (std::size_t i = 0; i < plain.size(); ++i)
            QVERIFY2(torch::equal(plain[i], again[i]), qPrintable(QString::number(i)));
    }

    /// The first block gets an input without gradient; frozen parameters get none.
    void onlyWhatIsTrained()
    {
        const auto first = torch::randn({4, 4}).requires_grad_(), frozen = torch::randn({4, 4});
        const auto work = [&](const torch::Tensor& x) { return torch::matmul(torch::matmul(x, first), frozen).exp(); };
        const auto x = torch::randn({3, 4});
        const auto y = checkpointed(work, x, {first, frozen});
        y.sum().backward();
        QVERIFY(first.grad().defined() && !frozen.grad().defined() && !x.grad().defined());
        const torch::NoGradGuard noGrad;
        QVERIFY(!checkpointed(work, x, {first}).requires_grad());
    }

    void sameGradients_data() { everyEncoder(); }

    /// Every encoder, wholly and partly trained: outputs, gradients and batch statistics to the last bit.
    void sameGradients()
    {
        for (const std::int64_t blocks : {1000, 2}) {
            const auto run = [&](bool checkpoint) {
                const auto encoder = makeSmallEncoder(QTest::currentDataTag());
                encoder.net->setTrainedBlocks(blocks);
                encoder.net->setGradientCheckpointing(checkpoint);
                encoder.net->train();
                return std::pair(gradientsOf(encoder), encoder.net->named_buffers());
            };
            const auto [plain, buffers] = run(false);
            const auto [again, buffersAgain] = run(true);
            std::size_t gradients = 0;
            for (const auto& item : plain) {
                QCOMPARE(again[item.key()].defined(), item.value().defined());
                if (!item.value().defined())
                    continue;
                QVERIFY2(torch::equal(again[item.key()], item.value()), item.key().c_str());
                gradients += largestValue(item.value()) > 0 ? 1 : 0;
            }
            QVERIFY(gradients > 3);
            for (const auto& item : buffers)
                QVERIFY2(torch::equal(buffersAgain[item.key()], item.value()), item.key().c_str());
        }
    }

    /// Blocks are not computed anew where no gradient goes.
    void frozenBlocksRunOnce()
    {
        const auto work = [](const torch::Tensor& x) { return x + (model::nn::isRecomputing() ? 1000 : 1); };
        const auto frozen = checkpointed(work, torch::zeros({2}), {});
        QVERIFY(!frozen.requires_grad());
        auto x = torch::zeros({2}).requires_grad_();
        bool again = false;
        checkpointed(
            [&](const torch::Tensor& in) {
                again = model::nn::isRecomputing();
                return in * 2;
            },
            x, {})
            .sum()
            .backward();
        QVERIFY(again);
        QVERIFY(!model::nn::isRecomputing());
    }

    void holdsLess_data()
    {
        QTest::addColumn<bool>("sound");
        QTest::newRow("cnn8") << true;
        QTest::newRow("gpt2") << false;
    }

    /// Bytes of tensors that are alive after the forward pass and at the peak.
    void holdsLess()
    {
        QFETCH(bool, sound);
        std::shared_ptr<model::nn::Encoder> net;
        std::function<torch::Tensor()> loss;
        if (sound) {
            const auto cnn = std::make_shared<model::nn::Cnn8>(model::Cnn8Config{{8, 16, 32, 64}, 100, 100},
                                                               model::MelConfig::aisfx());
            net = cnn;
            loss = [cnn, pieces = torch::rand({8, 100, 96})] { return cnn->forward(pieces).square().sum(); };
        } else {
            const auto gpt2 = std::make_shared<model::nn::Gpt2>(model::Gpt2Config{100, 32, 8, 4, 64});
            net = gpt2;
            loss = [gpt2, ids = torch::randint(1, 100, {16, 40})] {
                return gpt2->forward(ids, torch::ones_like(ids)).square().sum();
            };
        }
        net->train();
        loss().backward(); // gradients are there, and what libraries make once
        const auto plain = stepMemory(loss, *net);
        net->setGradientCheckpointing(true);
        const auto less = stepMemory(loss, *net);
        qInfo("%s: after the forward pass %lld of %lld KiB, at the peak %lld of %lld KiB", QTest::currentDataTag(),
              static_cast<long long>(less.afterForward / 1024), static_cast<long long>(plain.afterForward / 1024),
              static_cast<long long>(less.peak / 1024), static_cast<long long>(plain.peak / 1024));
        QVERIFY(plain.afterForward > 1 << 20);
        QVERIFY(less.afterForward < plain.afterForward / 4);
        QVERIFY(less.peak < plain.peak * (sound ? .9 : .4)); // the first block of the CNN holds half by itself
    }

    /// The second time runs in the precision of the first, also where the backward pass is outside of autocast; a copy
    /// of a weight that is used again afterwards has its gradient.
    void autocastAgrees()
    {
        const auto weight = torch::randn({32, 32}).requires_grad_();
        const auto run = [&](bool checkpoint) {
            weight.mutable_grad() = torch::Tensor();
            const auto x = torch::linspace(-1, 1, 320).view({10, 32}).requires_grad_();
            torch::Tensor y;
            {
                const model::nn::Autocast bf16({torch::kCPU, true});
                const auto work = [&](const torch::Tensor& in) { return torch::matmul(in, weight).tanh(); };
                y = checkpoint ? checkpointed(work, x, {weight}) : work(x);
                QTest::qVerify(y.scalar_type() == torch::kBFloat16, "bf16", "", __FILE__, __LINE__);
                y = torch::matmul(y, weight);
            }
            y.to(torch::kFloat).square().sum().backward();
            return std::pair(x.grad(), weight.grad().clone());
        };
        const auto plain = run(false), again = run(true);
        QVERIFY(torch::equal(plain.first, again.first));
        // The gradients of the two uses are added in float32 here, in bf16 where one copy serves both.
        QVERIFY(largestDifference(plain.second, again.second) < .02 * largestValue(plain.second));
    }
};

PROLAP_TEST(TstCheckpointed)
#include "tst_checkpointed.moc"
