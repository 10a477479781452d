#include "core/model/compute_setting.h"
#include "core/model/open_embedder.h"
#include "core/model/prolap_model.h"
#include "tests/support/files.h"
#include "tests/support/test_main.h"
#include "tests/support/tiny_pack.h"

#include <cmath>
#include <limits>
#include <thread>

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

using namespace prolap;
using namespace prolap::test;
using model::Embedder;
using model::Embeddings;
using model::openEmbedder;

namespace {

std::vector<float> sound(std::size_t samples, double hz, double noise)
{
    std::vector<float> out(samples);
    std::uint32_t state = 7;
    for (std::size_t i = 0; i < samples; ++i) {
        state = state * 1664525U + 1013904223U;
        out[i] = static_cast<float>(.5 * std::sin(2 * M_PI * hz * double(i) / 16000) +
                                    noise * (double(state >> 8) / (1 << 23) - 1));
    }
    return out;
}

Embeddings audio(const Embedder& embedder, const std::vector<std::vector<float>>& sounds)
{
    const std::vector<std::span<const float>> windows(sounds.begin(), sounds.end());
    return embedder.embedAudio(windows);
}

bool sameBits(std::span<const float> a, std::span<const float> b)
{
    return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size_bytes()) == 0;
}

void verifyGaussians(const Embeddings& all, std::size_t count)
{
    QCOMPARE(all.count, count);
    QCOMPARE(all.mean.size(), count * all.dim);
    QCOMPARE(all.logVar.size(), count * all.dim);
    for (std::size_t i = 0; i < count; ++i) {
        double square = 0;
        for (const float value : all.meanOf(i))
            square += double(value) * value;
        QVERIFY(std::abs(square - 1) < 1e-5);
        for (const float value : all.logVarOf(i))
            QVERIFY(value >= -12 && value <= 0);
    }
}

} // namespace

class TstEmbedder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_pack = Path(m_dir.path().toStdString()) / "tiny";
        writeTinyPack(m_pack);
        m_embedder = openEmbedder(m_pack, {});
    }

    void tellsWhatItIs()
    {
        const auto& info = m_embedder->info();
        QCOMPARE(info.name, std::string("tiny"));
        QCOMPARE(info.audioEncoder, std::string("cnn8"));
        QCOMPARE(info.textEncoder, std::string("bert"));
        QCOMPARE(info.dim, std::size_t(16));
        QCOMPARE(info.sampleRate, 16000);
        QCOMPARE(info.windowSeconds, 10.0);
        QVERIFY(info.probabilistic && info.calibrated);
        QCOMPARE(info.scale, 10.0);
        QCOMPARE(info.bias, -5.0);
        QCOMPARE(info.id.size(), std::size_t(64));
        QVERIFY(info.parameters > 1000);
        QVERIFY(info.device == "cpu" || info.device.starts_with("cuda:"));
    }

    /// The id follows what is computed, not what is told about it.
    void idsNameWhatIsComputed()
    {
        const Path other = m_pack.parent_path() / "other";
        writeTinyPack(other, 2);
        QVERIFY(openEmbedder(other, {})->info().id != m_embedder->info().id);
        const Path told = m_pack.parent_path() / "told";
        auto model = model::ProlapModel::load(m_pack);
        model.config.name = "renamed";
        model.config.calibration.reset();
        model.save(told, "");
        const auto renamed = openEmbedder(told, {});
        QCOMPARE(renamed->info().id, m_embedder->info().id);
        QVERIFY(!renamed->info().calibrated);
        QVERIFY(std::abs(renamed->info().scale - 10) < 1e-5); // exp(log 10), the start value
    }

    void anyLength()
    {
        std::vector<std::vector<float>> sounds;
        for (const std::size_t samples : {1, 2, 100, 511, 513, 16000, 159999, 160000})
            sounds.push_back(sound(samples, 440, .1));
        sounds.push_back(std::vector<float>(8000)); // digital silence
        verifyGaussians(audio(*m_embedder, sounds), sounds.size());
        QCOMPARE(audio(*m_embedder, {}).count, std::size_t(0));
        for (const std::size_t samples : {std::size_t(0), std::size_t(160001)}) {
            const auto said =
                sentenceOf([&] { audio(*m_embedder, {std::vector<float>(samples)}); }, ErrorKind::BadInput);
            QVERIFY2(said.find("expected 1 to 160000 at 16000 Hz") != std::string::npos, said.c_str());
        }
    }

    void nanCountsAsZero()
    {
        auto clean = sound(20000, 300, .2), dirty = clean;
        clean[5] = clean[900] = clean[901] = 0;
        dirty[5] = std::numeric_limits<float>::quiet_NaN();
        dirty[900] = std::numeric_limits<float>::infinity();
        dirty[901] = -std::numeric_limits<float>::infinity();
        const auto both = audio(*m_embedder, {clean, dirty});
        QVERIFY(sameBits(both.meanOf(0), both.meanOf(1)));
        verifyGaussians(audio(*m_embedder, {std::vector<float>(99, std::numeric_limits<float>::max())}), 1);
        verifyGaussians(audio(*m_embedder, {std::vector<float>(99, std::numeric_limits<float>::denorm_min())}), 1);
    }

    void resultsDoNotDependOnTheBatch()
    {
        std::vector<std::vector<float>> sounds;
        for (int i = 0; i < 7; ++i)
            sounds.push_back(sound(3000 + 22000 * std::size_t(i), 100 * (i + 1), .05 * i));
        const auto together = audio(*m_embedder, sounds);
        for (std::size_t i = 0; i < sounds.size(); ++i) {
            const auto alone = audio(*m_embedder, {sounds[i]});
            QVERIFY(sameBits(alone.mean, together.meanOf(i)));
            QVERIFY(sameBits(alone.logVar, together.logVarOf(i)));
        }
        const std::vector<std::string> captions{
            "a dog", "", "rain on a tin roof", std::string(10000, 'x'), "!", "short high tone", "noise"};
        const auto texts = m_embedder->embedText(captions);
        verifyGaussians(texts, captions.size());
        for (std::size_t i = 0; i < captions.size(); ++i) {
            const auto alone = m_embedder->embedText(std::span(captions).subspan(i, 1));
            QVERIFY(sameBits(alone.mean, texts.meanOf(i)));
            QVERIFY(sameBits(alone.logVar, texts.logVarOf(i)));
        }
        QVERIFY(!sameBits(texts.meanOf(0), texts.meanOf(2)));
    }

    void openedTwiceComputesTheSame()
    {
        const auto again = openEmbedder(m_pack, {});
        const std::vector<std::vector<float>> sounds{sound(50000, 500, .1)};
        QVERIFY(sameBits(audio(*again, sounds).mean, audio(*m_embedder, sounds).mean));
        QCOMPARE(again->info().id, m_embedder->info().id);
    }

    void tokens()
    {
        const auto tokens = m_embedder->tokenize("dog barking");
        QCOMPARE(tokens.ids.size(), std::size_t(5)); // [CLS] dog bark ##ing [SEP]
        QCOMPARE(tokens.mask, std::vector<int>(5, 1));
        QVERIFY(m_embedder->tokenize(std::string(10000, 'x')).ids.size() <= 64);
    }

    /// Captions are answered while another thread embeds sound, with the same bits.
    void textBesideAudio()
    {
        const std::vector<std::string> caption{"a dog"};
        const auto quiet = m_embedder->embedText(caption);
        const std::vector<std::vector<float>> sounds(40, sound(160000, 200, .3));
        std::atomic<bool> done = false;
        std::jthread indexing([&] {
            audio(*m_embedder, sounds);
            done = true;
        });
        int answered = 0;
        while (!done) {
            const auto busy = m_embedder->embedText(caption);
            QVERIFY(sameBits(busy.mean, quiet.mean));
            answered += !done;
        }
        QVERIFY2(answered >= 3, qPrintable(QString::number(answered)));
    }

    void settings()
    {
        const auto said = [&](const model::EmbedderOptions& options, ErrorKind kind) {
            return sentenceOf([&] { openEmbedder(m_pack, options); }, kind);
        };
        const auto contains = [](const std::string& text, const char* part) {
            return QTest::qVerify(text.find(part) != std::string::npos, part, text.c_str(), __FILE__, __LINE__);
        };
        if (!contains(said({"gpu", "auto", 0}, ErrorKind::BadInput), "There is no device gpu") ||
            !contains(said({"cuda:x", "auto", 0}, ErrorKind::BadInput), "expected auto, cpu, cuda or cuda:N") ||
            !contains(said({"cpu", "fp16", 0}, ErrorKind::BadInput), "There is no precision fp16"))
            return;
        if (!torch::cuda::is_available()) {
            if (!contains(said({"cuda", "auto", 0}, ErrorKind::Unsupported), "use device cpu or auto"))
                return;
            QCOMPARE(openEmbedder(m_pack, {"auto", "auto", 0})->info().device, std::string("cpu"));
        }
        if (!model::hasBf16Units(torch::kCPU)) {
            if (!contains(said({"cpu", "bf16", 0}, ErrorKind::Unsupported), "has no avx512_bf16"))
                return;
            QCOMPARE(openEmbedder(m_pack, {"cpu", "auto", 0})->info().precision, std::string("fp32"));
        }
        QCOMPARE(openEmbedder(m_pack, {"cpu", "fp32", 0})->info().precision, std::string("fp32"));
    }

    /// One inference keeps to its threads and leaves torch's setting as it was.
    void threads()
    {
        const int before = at::get_num_threads();
        const auto single = openEmbedder(m_pack, {"cpu", "fp32", 1});
        const std::vector<std::vector<float>> sounds{sound(50000, 500, .1)};
        verifyGaussians(audio(*single, sounds), 1);
        QCOMPARE(at::get_num_threads(), before);
        {
            const model::ThreadCount one(1);
            QCOMPARE(at::get_num_threads(), 1);
        }
        QCOMPARE(at::get_num_threads(), before);
    }

    void deterministicModelsHaveNoVariance()
    {
        auto model = model::ProlapModel::load(m_pack);
        auto heads = *model.config.heads;
        heads.probabilistic = false;
        model.addHeads(heads);
        model.save(m_pack.parent_path() / "deterministic", "");
        const auto embedder = openEmbedder(m_pack.parent_path() / "deterministic", {});
        QVERIFY(!embedder->info().probabilistic);
        const auto found = audio(*embedder, {sound(9000, 100, 0)});
        QVERIFY(found.logVar.empty());
        QCOMPARE(found.mean.size(), std::size_t(16));
    }

    void encodersAloneCannotSearch()
    {
        auto model = model::ProlapModel::load(m_pack);
        model.config.heads.reset();
        model.config.calibration.reset();
        model.audioHead = nullptr;
        model.textHead = nullptr;
        model.save(m_pack.parent_path() / "encoders", "");
        const auto said =
            sentenceOf([&] { openEmbedder(m_pack.parent_path() / "encoders", {}); }, ErrorKind::Unsupported);
        QVERIFY2(said.find("encoders without heads") != std::string::npos, said.c_str());
    }

private:
    QTemporaryDir m_dir;
    Path m_pack;
    std::unique_ptr<Embedder> m_embedder;
};

PROLAP_TEST(TstEmbedder)
#include "tst_embedder.moc"
