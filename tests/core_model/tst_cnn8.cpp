#include "core/model/checkpoint/safetensors.h"
#include "core/model/nn/cnn8.h"
#include "tests/core_model/references.h"
#include "tests/support/files.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace prolap;
using namespace prolap::test;
using model::Cnn8Config;
using model::MelConfig;
using model::nn::Cnn8;

namespace {

std::vector<std::int64_t> blocksOf(std::int64_t frames, std::int64_t hop)
{
    const auto image = torch::arange(frames, torch::kFloat).unsqueeze(1);
    return model::nn::cutBlocks(image, 100, hop).sizes().vec();
}

} // namespace

class TstCnn8 : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void numberOfBlocks()
    {
        const std::pair<int, int> overlapped[] = {{1, 1},   {50, 1},  {99, 1},  {100, 1}, {101, 2},
                                                  {150, 2}, {151, 3}, {216, 4}, {302, 6}, {431, 8}};
        for (const auto& [frames, count] : overlapped)
            QCOMPARE(blocksOf(frames, 50), (std::vector<std::int64_t>{count, 100, 1}));
        const std::pair<int, int> apart[] = {{1, 1}, {100, 1}, {101, 2}, {400, 4}, {431, 5}};
        for (const auto& [frames, count] : apart)
            QCOMPARE(blocksOf(frames, 100), (std::vector<std::int64_t>{count, 100, 1}));
    }

    /// A block that runs over the end repeats its own frames, not those before it.
    void lastBlockRepeatsItself()
    {
        const auto blocks = model::nn::cutBlocks(torch::arange(138, torch::kFloat).unsqueeze(1), 100, 50);
        QCOMPARE(blocks[1][0][0].item<int>(), 50);
        QCOMPARE(blocks[1][87][0].item<int>(), 137);
        QCOMPARE(blocks[1][88][0].item<int>(), 50);
        const auto tiny = model::nn::cutBlocks(torch::arange(13, torch::kFloat).unsqueeze(1), 100, 50);
        QCOMPARE(tiny[0][99][0].item<int>(), 99 % 13);
    }

    /// The folded copy computes what the layers compute, and is not used in training.
    void foldedEqualsLayers()
    {
        torch::manual_seed(5);
        Cnn8 net(Cnn8Config{{8, 16, 16}, 20, 10}, MelConfig::aisfx());
        {
            torch::NoGradGuard noGrad;
            for (auto& buffer : net.named_buffers())
                if (buffer.key().ends_with("running_mean"))
                    buffer.value().normal_(0, .3);
                else if (buffer.key().ends_with("running_var"))
                    buffer.value().uniform_(.5, 2);
        }
        net.eval();
        const auto input = torch::rand({3, 20, 96});
        torch::InferenceMode inference;
        const auto plain = net.forward(input);
        QCOMPARE(net.optimiseForInference(), torch::kFloat);
        const auto folded = net.forward(input);
        QVERIFY(largestDifference(plain, folded) < 1e-5 * largestValue(plain));
        QVERIFY(!torch::equal(plain, folded)); // else the copy would not be in use
        QCOMPARE(net.optimiseForInference(torch::kBFloat16), torch::kBFloat16);
        const auto half = net.forward(input);
        QVERIFY(leastCosine(plain, half) > .999);
        QVERIFY(largestDifference(plain, half) > 1e-4 * largestValue(plain));
    }

    void gradientReachesTheFirstLayer()
    {
        Cnn8 net(Cnn8Config{{4, 8}, 20, 20}, MelConfig::aisfx());
        net.optimiseForInference();
        net.train();
        net.forward(torch::rand({4, 20, 96})).sum().backward();
        const auto parameters = net.named_parameters();
        QVERIFY(parameters["embedding_net.conv_block1.conv1.weight"].grad().abs().sum().item<float>() > 0);
    }

    void golden_data()
    {
        QTest::addColumn<bool>("folded");
        QTest::addRow("layers") << false;
        QTest::addRow("folded") << true;
    }

    void golden()
    {
        QFETCH(bool, folded);
        const Path golden = goldenFolder();
        if (golden.empty())
            QSKIP("the golden data are not here");
        if (!aisfxWeights().missing.empty())
            QSKIP(aisfxWeights().missing.c_str());
        const auto expected = checkpoint::readSafetensors(golden / "aisfx/expected.safetensors");
        Cnn8 net(Cnn8Config{}, MelConfig::aisfx());
        fill(net, aisfxWeights().tensors, "");
        torch::InferenceMode inference;
        if (folded)
            net.optimiseForInference();

        const auto check = [&](const torch::Tensor& found, const std::string& name, double tolerance) {
            const auto wanted = reference(expected, name);
            const double difference = largestDifference(found, wanted) / std::max(1e-9, largestValue(wanted));
            QVERIFY2(difference <= tolerance, (name + ": " + std::to_string(difference)).c_str());
        };
        const auto frame = torch::arange(100).unsqueeze(1), band = torch::arange(96).unsqueeze(0);
        const auto ramp = ((frame * 96 + band).remainder(97).to(torch::kFloat) / 97).unsqueeze(0);
        check(net.forward(ramp), "ramp.embedding", 2e-5);
        check(net.forward(torch::zeros({1, 100, 96})), "zeros.embedding", 2e-5);
        const auto exact = reference(expected, "logmel.exact").unsqueeze(0);
        check(net.forward(exact), "blocks.exact", 2e-5);
        if (!folded) {
            const int channels[] = {16, 16, 32, 64}, times[] = {5, 5, 1, 1};
            for (std::size_t i = 0; i < 4; ++i) {
                const auto stage = net.stage(exact, i + 1)[0];
                check(stage.slice(0, 0, stage.size(0), channels[i]).slice(1, 0, stage.size(1), times[i]),
                      "stage." + std::to_string(i + 1) + "_strided", 1e-4);
            }
        }
        for (const char* clip : {"tiny", "short", "partial", "exact", "mid", "chirp", "five", "window", "silence"}) {
            const std::string name = clip;
            const bool shared = name == "short" || name == "mid" || name == "window";
            const auto samples = readWav(golden / (shared ? "inputs/44100" : "aisfx/inputs") / (name + ".wav"));
            const auto blocks = net.forward(net.prepare(samples));
            check(blocks, "blocks." + name, 2e-4);
            check(blocks.mean(0), "embedding." + name, 2e-4);
            QVERIFY(leastCosine(blocks, reference(expected, "blocks." + name)) >= .999999);
        }
    }
};

PROLAP_TEST(TstCnn8)
#include "tst_cnn8.moc"
