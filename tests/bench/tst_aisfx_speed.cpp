#include "core/model/checkpoint/safetensors.h"
#include "core/model/checkpoint/starter_encoders.h"
#include "core/model/compute_setting.h"
#include "core/model/module_weights.h"
#include "core/model/nn/cnn8.h"
#include "tests/support/python.h"
#include "tests/support/test_main.h"

#include <chrono>
#include <cmath>
#include <functional>
#include <set>

#include <QTemporaryDir>
#include <QTest>
#include <nlohmann/json.hpp>

using namespace prolap;
using namespace prolap::test;
using model::nn::Cnn8;

namespace {

constexpr int kThreads = 2;
constexpr int kWindows = 6;
constexpr int kWindowSeconds = 10;
constexpr int kRepeats = 3;

/// Chirps with noise, 10 s at 44.1 kHz.
torch::Tensor window(int index)
{
    torch::manual_seed(static_cast<std::uint64_t>(index));
    const auto t = torch::arange(44100 * kWindowSeconds) / 44100.0;
    return (.5 * (t * t * (200.0 + 300.0 * index)).sin() + .1 * torch::randn_like(t)).to(torch::kFloat);
}

/// Seconds of the fastest of several runs: other work on the machine only ever slows a run down.
double fastest(const std::function<void()>& run)
{
    run();
    double best = INFINITY;
    for (int i = 0; i < kRepeats; ++i) {
        const auto start = std::chrono::steady_clock::now();
        run();
        best = std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    }
    return best;
}

} // namespace

/// Speed of the aiSFX encoder: front end and network by themselves, with and without overlap of its blocks, and the
/// network as a ratio to the package's own in PyTorch eager on the same blocks in the same run.
class TstAisfxSpeed : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const Path package = pythonPackage("aisfx");
        if (package.empty() || pythonPackage("safetensors").empty())
            QSKIP("PROLAP_PYTHON has no aisfx and safetensors");
        m_weights = checkpoint::readAisfxEncoder(package.parent_path());
        for (int i = 0; i < kWindows; ++i)
            m_windows.push_back(window(i));
    }

    void againstEager_data()
    {
        QTest::addColumn<int>("hop");
        QTest::addRow("overlapping blocks, hop 50") << 50;
        QTest::addRow("blocks side by side, hop 100") << 100;
    }

    void againstEager()
    {
        QFETCH(int, hop);
        const model::ThreadCount threads(kThreads);
        const torch::InferenceMode inference;
        Cnn8 net(model::Cnn8Config{{64, 128, 256, 512}, 100, hop}, model::MelConfig::aisfx());
        std::set<std::string> used;
        model::copyWeights(model::weightsOf(net, ""), m_weights, "aisfx", used);
        net.eval();
        net.optimiseForInference();

        std::vector<torch::Tensor> pieces;
        const double frontEnd = fastest([&] {
            pieces.clear();
            for (const auto& samples : m_windows)
                pieces.push_back(net.prepare(samples));
        });
        double sum = 0;
        const double network = fastest([&] {
            sum = 0;
            for (const auto& blocks : pieces)
                sum += net.forward(blocks).sum().item<double>();
        });

        QTemporaryDir dir;
        const Path file(dir.filePath("blocks.safetensors").toStdString());
        model::writeWeights(file, {{"blocks", torch::cat(pieces)}}, {});
        const auto eager =
            nlohmann::json::parse(runPython({"tests/bench/aisfx_eager.py", QString::fromStdString(file.string()),
                                             QString::number(kThreads), QString::number(kRepeats)})
                                      .toStdString());
        QVERIFY(std::abs(eager["sum"].get<double>() - sum) < 1e-4 * sum); // both did the same work

        const double seconds = eager["seconds"].get<double>(), audio = kWindows * kWindowSeconds;
        qInfo("hop %d, %d threads: front end %.0f x real time; network %.1f x, %.2f windows/s; together %.1f x; eager "
              "network %.1f x; ours is %.2f times as fast",
              hop, kThreads, audio / frontEnd, audio / network, kWindows / network, audio / (frontEnd + network),
              audio / seconds, seconds / network);
        QVERIFY2(seconds / network > .8, "the encoder must not be slower than PyTorch eager");
    }

private:
    checkpoint::TensorSet m_weights;
    std::vector<torch::Tensor> m_windows;
};

PROLAP_TEST(TstAisfxSpeed)
#include "tst_aisfx_speed.moc"
