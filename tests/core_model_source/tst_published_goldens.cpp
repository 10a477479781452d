#include "core/model/checkpoint/pytorch_file.h"
#include "core/model/checkpoint/safetensors.h"
#include "tests/core_model_source/refusal.h"
#include "tests/core_model_source/tiny_checkpoints.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace prolap;
using namespace prolap::model;
using namespace prolap::test;

/// Checkpoints that the original software wrote: what they are found to be. That their embeddings come out right is
/// tested where torch is.
class TstPublishedGoldens : public QObject {
    Q_OBJECT

    Path m_golden = goldenFolder();

    static const HtsatConfig& htsatOf(const ModelSource& source)
    {
        return std::get<HtsatConfig>(source.config.audio.network);
    }
    static std::vector<std::int64_t> shapeOf(const ModelSource& source, const char* name)
    {
        const auto* tensor = source.tensors.find(name);
        return tensor ? tensor->shape : std::vector<std::int64_t>{-1};
    }
    static bool sameBytes(const checkpoint::TensorView* a, const checkpoint::TensorView* b)
    {
        return a && b && std::ranges::equal(a->bytes, b->bytes);
    }

private Q_SLOTS:
    void init()
    {
        if (m_golden.empty())
            QSKIP("shared/golden is not here");
    }

    void hfUnfused()
    {
        const ModelSource source = openModelSource(m_golden / "hf-unfused");
        QVERIFY(source.missing.empty());
        QVERIFY(source.config.audio.mel == MelConfig::clapUnfused());
        QCOMPARE(htsatOf(source).heads, (std::vector<std::int64_t>{1, 2, 4, 8}));
        const BertConfig roberta{855, 16, 2, 4, 48, 514, 1, 2, 1e-12, BertConfig::Pooling::FirstTokenTanh};
        QVERIFY(std::get<BertConfig>(source.config.text.network) == roberta);
        QCOMPARE(source.config.text.maxTokens, 512);
        // All of the file but indices, counters and logit_scale_t, and five that only packs have.
        const auto file = checkpoint::readSafetensors(m_golden / "hf-unfused" / "model.safetensors");
        std::size_t passedOver = 0;
        for (const auto& tensor : file.tensors())
            passedOver += tensor.dtype == checkpoint::DType::I64;
        QCOMPARE(source.tensors.tensors().size(), file.tensors().size() - passedOver - 1 + 5);
        QVERIFY(sameBytes(source.tensors.find("audio_encoder.norm.weight"),
                          file.find("audio_model.audio_encoder.norm.weight")));
        QVERIFY(std::abs(source.config.training["logit_scale_a"].get<double>() - 3.1) < 1e-6);
        QVERIFY(std::abs(source.config.training["logit_scale_t"].get<double>() - 2.8) < 1e-6);
    }

    void hfFused()
    {
        const ModelSource source = openModelSource(m_golden / "hf-fused");
        QVERIFY(source.missing.empty());
        QCOMPARE(source.weightFile.filename(), Path("pytorch_model.bin"));
        QVERIFY(source.config.audio.mel == MelConfig::clapFused());
        QCOMPARE(htsatOf(source).fusion, HtsatConfig::Fusion::AlsoWindow);
        QVERIFY(!htsatOf(source).antialiasedView);
        QCOMPARE(shapeOf(source, "audio_encoder.patch_embed.mel_conv2d.weight"),
                 (std::vector<std::int64_t>{8, 1, 4, 12}));
    }

    void hfLarger()
    {
        const ModelSource source = openModelSource(m_golden / "hf-larger");
        QVERIFY(source.missing.empty());
        QCOMPARE(source.weightFiles.size(), 2U);
        QCOMPARE(htsatOf(source).depths, (std::vector<std::int64_t>{1, 1, 3, 1}));
        QCOMPARE(htsatOf(source).embedDim, 6);
        QCOMPARE(std::get<BertConfig>(source.config.text.network).heads, 2);
        QCOMPARE(shapeOf(source, "audio_head.projection.linear1.weight"), (std::vector<std::int64_t>{24, 48}));
    }

    void msClap2023()
    {
        const ModelSource source = openModelSource(m_golden / "msclap-2023");
        QVERIFY(source.missing.empty());
        QCOMPARE(source.tokenizerFolder, m_golden / "msclap-2023" / "tokenizer");
        MelConfig mel = MelConfig::msClap2023();
        mel.fftSize = 256;
        QVERIFY(source.config.audio.mel == mel);
        QCOMPARE(htsatOf(source).fill, HtsatConfig::Fill::Repeat);
        // Four heads: with any other number the golden text features come out wrong.
        const Gpt2Config gpt2{851, 16, 2, 4, 112, 1e-5, Gpt2Config::Pooling::LastNonZeroId};
        QVERIFY(std::get<Gpt2Config>(source.config.text.network) == gpt2);
        QCOMPARE(source.config.text.maxTokens, 112);
        QCOMPARE(source.config.heads->dim, 40);
        const auto file = checkpoint::readPyTorchFile(m_golden / "msclap-2023" / "CLAP_weights_2023.pth");
        const auto all = floatsOf(*file.find("model.audio_encoder.base.htsat.layers.3.blocks.0.attn.qkv.weight"));
        const auto value =
            floatsOf(*source.tensors.find("audio_encoder.layers.3.blocks.0.attention.self.value.weight"));
        QVERIFY(std::ranges::equal(value, std::span(all).last(value.size())));
        QCOMPARE(value.size() * 3, all.size());
    }

    void laion()
    {
        const Path tokenizer = m_golden / "hf-unfused";
        const ModelSource unfused = openModelSource(m_golden / "laion-pt-unfused", tokenizer);
        QVERIFY(unfused.missing.empty());
        MelConfig mel = MelConfig::clapUnfused();
        mel.fftSize = 128;
        mel.quantise16 = true;
        QVERIFY(unfused.config.audio.mel == mel);
        const BertConfig roberta{855, 16, 2, 4, 48, 514, 1, 2, 1e-5, BertConfig::Pooling::FirstTokenTanh};
        QVERIFY(std::get<BertConfig>(unfused.config.text.network) == roberta);
        QCOMPARE(unfused.config.text.maxTokens, 77);

        const ModelSource fused = openModelSource(m_golden / "laion-pt-fused");
        QCOMPARE(fused.missing.size(), 1U);
        QCOMPARE(htsatOf(fused).fusion, HtsatConfig::Fusion::Longer);
        QVERIFY(htsatOf(fused).antialiasedView);
        QCOMPARE(fused.config.audio.mel.fftSize, 1024);
        QCOMPARE(fused.config.audio.mel.scale, MelConfig::Scale::Htk);
        QVERIFY(std::abs(fused.config.training["logit_scale_t"].get<double>() - 2.8) < 1e-6);
    }
};

PROLAP_TEST(TstPublishedGoldens)
#include "tst_published_goldens.moc"
