#include "core/error.h"
#include "core/model/checkpoint/safetensors.h"
#include "core/model/compute_setting.h"
#include "core/model/module_weights.h"
#include "core/model/prolap_model.h"
#include "tests/support/python.h"
#include "tests/support/test_main.h"

#include <chrono>
#include <cmath>
#include <ctime>
#include <functional>

#include <QTemporaryDir>
#include <QTest>
#include <nlohmann/json.hpp>

using namespace prolap;
using namespace prolap::test;
using model::HeadsConfig;
using model::ProlapModel;

namespace {

constexpr int kThreads = 2;
constexpr int kBatch = 8;
constexpr int kRepeats = 3;
constexpr int kRounds = 3;

/// HTS-AT and projection of laion/clap-htsat-unfused, and a small text encoder that is not used.
ProlapModel clap()
{
    model::PackConfig config;
    config.audio.mel = model::MelConfig::clapUnfused();
    config.audio.windowSeconds = 10;
    config.audio.network = model::HtsatConfig();
    model::BertConfig text;
    text.vocabulary = text.width = text.inner = 12;
    text.layers = 1;
    config.text.network = text;
    HeadsConfig heads;
    heads.dim = heads.projectionHidden = 512;
    heads.projection = HeadsConfig::Projection::Relu;
    heads.probabilistic = false;
    config.heads = heads;
    torch::manual_seed(1);
    return ProlapModel::random(config);
}

/// Chirps with noise, 10 s at 48 kHz.
std::vector<float> window(int index)
{
    torch::manual_seed(static_cast<std::uint64_t>(index));
    const auto t = torch::arange(480000) / 48000.0;
    const auto samples = (.5 * (t * t * (200.0 + 300.0 * index)).sin() + .1 * torch::randn_like(t)).to(torch::kFloat);
    return {samples.data_ptr<float>(), samples.data_ptr<float>() + samples.numel()};
}

/// Seconds of the fastest of several runs, as the watch shows and of the processor, all threads together: other work on
/// the machine only ever slows a run down, and delays the threads that wait for each other more than their work.
struct Seconds {
    double wall = INFINITY;
    double processor = INFINITY;
};

Seconds fastest(const std::function<void()>& run, Seconds best = {})
{
    run();
    for (int i = 0; i < kRepeats; ++i) {
        const auto start = std::chrono::steady_clock::now();
        const std::clock_t begun = std::clock();
        run();
        best.processor = std::min(best.processor, static_cast<double>(std::clock() - begun) / CLOCKS_PER_SEC);
        best.wall =
            std::min(best.wall, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    }
    return best;
}

double leastCosine(const torch::Tensor& a, const torch::Tensor& b)
{
    return torch::cosine_similarity(a.to(torch::kDouble), b.to(torch::kDouble), 1).min().item<double>();
}

} // namespace

/// Speed of HTS-AT at the published size with its projection, eight windows of 10 s: against the same module of
/// transformers in PyTorch eager on the same log-mel in the same run, and in bf16 against itself.
class TstHtsatSpeed : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        for (const char* package : {"transformers", "safetensors"})
            if (pythonPackage(package).empty())
                QSKIP("PROLAP_PYTHON has no transformers and safetensors");
        for (int i = 0; i < kBatch; ++i)
            m_samples.push_back(window(i));
        m_windows.assign(m_samples.begin(), m_samples.end());
        m_model = clap();
        m_model.audioEncoder->optimiseForInference();
    }

    void againstEager()
    {
        const model::ThreadCount threads(kThreads);
        const torch::InferenceMode inference;
        const double mel = fastest([&] { m_mel = logMels(); }).wall;
        torch::Tensor ours;
        m_fp32 = fastest([&] { ours = embed(); });

        QTemporaryDir dir;
        const Path weights(dir.filePath("weights.safetensors").toStdString());
        const Path theirs(dir.filePath("embeddings.safetensors").toStdString());
        auto tensors = model::weightsOf(*m_model.audioEncoder, "audio_model.audio_encoder.");
        for (auto& weight : model::weightsOf(*m_model.audioHead, "audio_"))
            tensors.push_back(std::move(weight));
        tensors.push_back({"mel", m_mel.squeeze(1)});
        model::writeWeights(weights, tensors, {});
        const auto eager = nlohmann::json::parse(
            runPython({"tests/bench/htsat_eager.py", QString::fromStdString(weights.string()),
                       QString::number(kThreads), QString::number(kRepeats), QString::fromStdString(theirs.string())})
                .toStdString());
        m_fp32 = fastest([&] { ours = embed(); }, m_fp32); // on both sides of eager's turn
        const auto file = checkpoint::readSafetensors(theirs);
        const double cosine = leastCosine(ours, model::toTorch(*file.find("embeddings"), theirs));
        const double whole = fastest([&] { m_model.encodeAudioFeatures(m_windows); }).wall;

        const double batch = eager["batch"], oneByOne = eager["one_by_one"];
        qInfo(
            "%d windows of 10 s, %d threads: log-mel %.0f ms, encoder and projection %.0f ms in fp32 (together as "
            "called %.0f ms, %.0f x real time); eager %.0f ms as one batch, %.0f ms one by one; ours is %.2f and %.2f "
            "times as fast; least cosine %.7f",
            kBatch, kThreads, mel * 1e3, m_fp32.wall * 1e3, whole * 1e3, kBatch * 10 / whole, batch * 1e3,
            oneByOne * 1e3, batch / m_fp32.wall, oneByOne / m_fp32.wall, cosine);
        QVERIFY(cosine > .99999);
        QVERIFY2(batch / m_fp32.wall >= 1, "the encoder must not be slower than PyTorch eager");
    }

    void bf16()
    {
        if (!model::hasBf16Units(torch::kCPU)) {
            QVERIFY(!model::wantsBf16("auto", torch::kCPU));
            QVERIFY_THROWS_EXCEPTION(Error, model::wantsBf16("bf16", torch::kCPU));
            QSKIP("this processor has no bf16 units, and bf16 is not chosen");
        }
        const model::ThreadCount threads(kThreads);
        const torch::InferenceMode inference;
        torch::Tensor exact, rounded;
        Seconds fp32 = m_fp32, bf16;
        for (int round = 0; round < kRounds; ++round) { // by turns, as other work on the machine comes and goes
            m_model.audioEncoder->optimiseForInference(torch::kFloat);
            fp32 = fastest([&] { exact = embed(); }, fp32);
            QCOMPARE(m_model.audioEncoder->optimiseForInference(torch::kBFloat16), torch::kBFloat16);
            bf16 = fastest([&] { rounded = embed(); }, bf16);
        }
        m_model.audioEncoder->optimiseForInference();
        const double cosine = leastCosine(exact, rounded);
        qInfo("%d windows of 10 s, %d threads: encoder and projection %.0f ms in fp32, %.0f ms in bf16: %.2f times as "
              "fast; of the processor %.0f and %.0f ms: %.2f times; least cosine %.5f",
              kBatch, kThreads, fp32.wall * 1e3, bf16.wall * 1e3, fp32.wall / bf16.wall, fp32.processor * 1e3,
              bf16.processor * 1e3, fp32.processor / bf16.processor, cosine);
        QVERIFY(cosine >= .999);
        // The aim is 1.8 by the watch; measured were 1.35 to 1.9, and 1.65 to 1.87 of the processor's time, by the kind
        // of processor (docs/models.md). What fails is a loss that other work on the machine does not explain: it costs
        // the shorter runs in bf16 more of the watch, and hardly changes the ratio of processor time.
        QVERIFY2(fp32.processor / bf16.processor >= 1.5, "bf16 must take clearly less of the processor than fp32");
        QVERIFY2(fp32.wall / bf16.wall > 1, "bf16 must be faster than fp32");
    }

private:
    torch::Tensor logMels() const
    {
        std::vector<torch::Tensor> pieces;
        for (const auto& samples : m_samples)
            pieces.push_back(m_model.audioEncoder->prepare(torch::tensor(samples)));
        return torch::stack(pieces);
    }

    /// As ProlapModel and the embedder do it: window by window.
    torch::Tensor embed() const
    {
        std::vector<torch::Tensor> rows;
        for (const auto& pieces : m_mel.unbind(0)) {
            auto head = m_model.audioHead;
            rows.push_back(head(m_model.audioEncoder->forward(pieces)).mean);
        }
        return torch::cat(rows);
    }

    ProlapModel m_model;
    std::vector<std::vector<float>> m_samples;
    std::vector<std::span<const float>> m_windows;
    torch::Tensor m_mel;
    Seconds m_fp32;
};

PROLAP_TEST(TstHtsatSpeed)
#include "tst_htsat_speed.moc"
