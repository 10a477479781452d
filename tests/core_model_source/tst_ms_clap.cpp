#include "tests/core_checkpoint/checkpoint_files.h"
#include "tests/core_model_source/refusal.h"
#include "tests/core_model_source/tiny_checkpoints.h"
#include "tests/support/test_main.h"

#include <limits>

#include <QTemporaryDir>
#include <QTest>

using namespace prolap;
using namespace prolap::model;
using namespace prolap::test;

/// MS-CLAP 2023 checkpoints made in code: names, sizes, front end, and what is refused.
class TstMsClap : public QObject {
    Q_OBJECT

    const std::string m_htsat = "audio_encoder.base.htsat.";
    QTemporaryDir m_dir;
    Path m_file;

    Path write(const FloatTensors& tensors) const
    {
        writeFile(m_file, pytorchBytes(tensors, "model"));
        return m_file;
    }
    QString refused(const FloatTensors& tensors, ErrorKind kind = ErrorKind::Incompatible) const
    {
        const QString sentence = refusal(write(tensors), kind);
        return sentence.contains("CLAP_weights_2023.pth") ? sentence : "does not name the file: " + sentence;
    }

private Q_SLOTS:
    void initTestCase()
    {
        const Path folder(m_dir.path().toStdString());
        m_file = folder / "CLAP_weights_2023.pth";
        writeGpt2Tokenizer(folder / "tokenizer");
    }

    void becomesAPack()
    {
        const FloatTensors original = msClapTensors();
        const ModelSource source = openModelSource(write(original));
        QCOMPARE(source.kind, std::string("MS-CLAP 2023"));
        QVERIFY(source.missing.empty());
        QCOMPARE(source.path, m_file);
        QCOMPARE(source.weightFile, m_file);
        QCOMPARE(source.weightFiles, std::vector{m_file});
        QCOMPARE(source.tokenizerFolder, m_file.parent_path() / "tokenizer");

        const PackConfig& config = source.config;
        QCOMPARE(config.name, std::string("CLAP_weights_2023"));
        QCOMPARE(config.licence, std::string("MS-PL"));
        MelConfig mel = MelConfig::msClap2023();
        mel.fftSize = 64;
        QVERIFY(config.audio.mel == mel);
        QCOMPARE(config.audio.windowSeconds, 7.0);
        HtsatConfig htsat;
        htsat.embedDim = 4;
        htsat.depths = {1, 2};
        htsat.heads = {1, 2};
        htsat.fill = HtsatConfig::Fill::Repeat;
        QVERIFY(std::get<HtsatConfig>(config.audio.network) == htsat);
        const Gpt2Config gpt2{263, 8, 1, 4, 20, 1e-5, Gpt2Config::Pooling::LastNonZeroId};
        QVERIFY(std::get<Gpt2Config>(config.text.network) == gpt2);
        QCOMPARE(config.text.tokenizer, std::string("gpt2-bpe"));
        QCOMPARE(config.text.maxTokens, 20);
        QVERIFY(config.heads && !config.heads->probabilistic && config.heads->dropout == 0);
        QCOMPARE(config.heads->projection, HeadsConfig::Projection::Residual);
        QCOMPARE(config.heads->dim, 6);
        QCOMPARE(config.heads->projectionHidden, 6);
        QVERIFY(!config.calibration);
        QCOMPARE(config.training["logit_scale"].get<double>(), 2.5);
    }

    void takesTensorsOverUnderTheNamesOfAPack()
    {
        const FloatTensors original = msClapTensors();
        const ModelSource source = openModelSource(write(original));
        const auto same = [&](const char* name, const std::string& from) {
            const checkpoint::TensorView* tensor = source.tensors.find(name);
            return tensor && tensor->shape == original.at(from).shape &&
                   std::ranges::equal(tensor->bytes, original.at(from).bytes);
        };
        const std::string block = m_htsat + "layers.1.blocks.1.";
        const char* here = "audio_encoder.layers.1.blocks.1.";
        const auto in = [&](const char* name) { return here + std::string(name); };
        QVERIFY(same(in("layernorm_before.weight").c_str(), block + "norm1.weight"));
        QVERIFY(same(in("layernorm_after.bias").c_str(), block + "norm2.bias"));
        QVERIFY(same(in("attention.output.dense.weight").c_str(), block + "attn.proj.weight"));
        QVERIFY(same(in("intermediate.dense.weight").c_str(), block + "mlp.fc1.weight"));
        QVERIFY(same(in("output.dense.bias").c_str(), block + "mlp.fc2.bias"));
        QVERIFY(same(in("attention.self.relative_position_bias_table").c_str(),
                     block + "attn.relative_position_bias_table"));
        QVERIFY(same("audio_encoder.batch_norm.running_var", m_htsat + "bn0.running_var"));
        QVERIFY(same("audio_encoder.patch_embed.norm.weight", m_htsat + "patch_embed.norm.weight"));
        QVERIFY(same("audio_encoder.layers.0.downsample.reduction.weight",
                     m_htsat + "layers.0.downsample.reduction.weight"));
        QVERIFY(same("audio_encoder.norm.bias", m_htsat + "norm.bias"));
        QVERIFY(same("text_encoder.h.0.attn.c_attn.bias", "caption_encoder.base.h.0.attn.c_attn.bias"));
        QVERIFY(same("text_encoder.wpe.weight", "caption_encoder.base.wpe.weight"));
        QVERIFY(same("audio_head.projection.linear1.weight", "audio_encoder.projection.linear1.weight"));
        QVERIFY(same("text_head.projection.layer_norm.bias", "caption_encoder.projection.layer_norm.bias"));
        QVERIFY(same("logit_scale", "logit_scale"));
        for (const char* left : {"audio_encoder.tscam_conv.weight", "audio_encoder.head.weight",
                                 "audio_encoder.batch_norm.num_batches_tracked", "text_encoder.h.0.attn.bias",
                                 "audio_encoder.log_mel.mel_weight"})
            QVERIFY2(!source.tensors.find(left), left);

        QCOMPARE(floatsOf(*source.tensors.find("logit_bias")), std::vector{-10.0F});
        QCOMPARE(floatsOf(*source.tensors.find("audio_head.feature_mean")), std::vector<float>(8, 0));
        QCOMPARE(floatsOf(*source.tensors.find("text_head.feature_std")), std::vector<float>(8, 1));
        QVERIFY(std::ranges::is_sorted(source.tensors.tensors(), {}, &checkpoint::TensorView::name));
    }

    void takesQueryKeyAndValueApartWithoutCopying()
    {
        const FloatTensors original = msClapTensors();
        const ModelSource source = openModelSource(write(original));
        const auto all = floatsOf(original.at(m_htsat + "layers.1.blocks.0.attn.qkv.weight").view());
        std::vector<float> joined;
        const std::byte* end = nullptr;
        for (const char* part : {"query", "key", "value"}) {
            const auto* tensor =
                source.tensors.find(fmtName("audio_encoder.layers.1.blocks.0.attention.self.", part, ".weight"));
            QVERIFY(tensor);
            QCOMPARE(tensor->shape, (std::vector<std::int64_t>{8, 8}));
            QVERIFY(!end || tensor->bytes.data() == end);
            end = tensor->bytes.data() + tensor->bytes.size();
            for (const float value : floatsOf(*tensor))
                joined.push_back(value);
            const auto* bias =
                source.tensors.find(fmtName("audio_encoder.layers.1.blocks.0.attention.self.", part, ".bias"));
            QVERIFY(bias);
            QCOMPARE(bias->shape, std::vector<std::int64_t>{8});
        }
        QCOMPARE(joined, all);
    }

    void namesTheDesignOfTheFilterBank_data()
    {
        QTest::addColumn<int>("rate");
        QTest::addColumn<int>("designRate");
        QTest::newRow("as published") << 32000 << 32000;
        QTest::newRow("LAION's") << 48000 << 48000;
    }
    void namesTheDesignOfTheFilterBank()
    {
        QFETCH(int, rate);
        QFETCH(int, designRate);
        FloatTensors tensors = msClapTensors();
        putFrontEnd(tensors, m_htsat, 128, slaneyBank(rate, 128));
        const MelConfig mel = openModelSource(write(tensors)).config.audio.mel;
        QCOMPARE(mel.fftSize, 128);
        QCOMPARE(mel.sampleRate, 44100);
        QCOMPARE(mel.designRate, designRate);
        QCOMPARE(mel.scale, MelConfig::Scale::Slaney);
        QCOMPARE(mel.norm, MelConfig::Norm::Slaney);
    }

    void handsAnUnknownFilterBankOverTransposed()
    {
        FloatTensors tensors = msClapTensors();
        std::vector<float> bank = slaneyBank(32000, 64);
        bank[2 * 64 + 5] += 1e-4F; // bin 2 of band 5
        putFrontEnd(tensors, m_htsat, 64, bank);
        const ModelSource source = openModelSource(write(tensors));
        QCOMPARE(source.config.audio.mel.scale, MelConfig::Scale::Stored);
        const auto* stored = source.tensors.find("audio_encoder.log_mel.mel_weight");
        QVERIFY(stored);
        QCOMPARE(stored->shape, (std::vector<std::int64_t>{64, 33}));
        const auto values = floatsOf(*stored);
        for (std::size_t band = 0; band < 64; ++band)
            for (std::size_t bin = 0; bin < 33; ++bin)
                QCOMPARE(values[band * 33 + bin], bank[bin * 64 + band]);
        QVERIFY(PackConfig::fromJson(source.config.toJson(), "c").audio.mel == source.config.audio.mel);
    }

    void refusesOtherKernels()
    {
        FloatTensors tensors = msClapTensors();
        const std::string real = m_htsat + "spectrogram_extractor.stft.conv_real.weight";
        auto values = floatsOf(tensors.at(real).view());
        values[70] += 1e-5F;
        tensors.at(real).bytes = bytesOf<float>(values);
        QVERIFY(refused(tensors, ErrorKind::Unsupported).contains("conv_real.weight, found kernels that differ"));
        values[70] = std::numeric_limits<float>::quiet_NaN();
        tensors.at(real).bytes = bytesOf<float>(values);
        QVERIFY(refused(tensors, ErrorKind::Unsupported).contains("differ from it by nan"));
        std::swap(tensors.at(real).bytes, tensors.at(m_htsat + "spectrogram_extractor.stft.conv_imag.weight").bytes);
        QVERIFY(refused(tensors, ErrorKind::Unsupported).contains("conv_real.weight, found kernels"));
        put(tensors, real, {32, 1, 64});
        QVERIFY(refused(tensors).contains("found [32, 1, 64]"));
        tensors.erase(real);
        QVERIFY(refused(tensors).contains("conv_real.weight with 3 sizes, found none"));
        tensors = msClapTensors();
        put(tensors, m_htsat + "logmel_extractor.melW", {32, 64});
        QVERIFY(refused(tensors).contains("[33, at most 1024] as the shape of tensor"));
    }

    void refusesAMissingTensor_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("said");
        QTest::newRow("block") << "audio_encoder.base.htsat.layers.1.blocks.1.norm2.bias"
                               << "audio_encoder.layers.1.blocks.1.layernorm_after.bias of shape [8]";
        QTest::newRow("size") << "caption_encoder.base.wte.weight"
                              << "text_encoder.wte.weight";
        QTest::newRow("head") << "caption_encoder.projection.linear2.weight"
                              << "text_head.projection.linear2.weight";
        QTest::newRow("audio head") << "audio_encoder.projection.linear2.weight"
                                    << "audio_head.projection.linear2.weight of shape [6, 6]";
        QTest::newRow("scale") << "logit_scale"
                               << "logit_scale";
        QTest::newRow("qkv") << "audio_encoder.base.htsat.layers.0.blocks.0.attn.qkv.bias"
                             << "attention.self.key.bias of shape [4]";
    }
    void refusesAMissingTensor()
    {
        QFETCH(QString, name);
        QFETCH(QString, said);
        FloatTensors tensors = msClapTensors();
        QCOMPARE(tensors.erase(name.toStdString()), 1U);
        const QString sentence = refused(tensors);
        QVERIFY2(sentence.contains(said) && sentence.contains("found none"), qPrintable(sentence));
    }

    void refusesATensorTooMany_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* name :
             {"audio_encoder.base.htsat.layers.0.blocks.0.attn.extra", "audio_encoder.base.htsat.tscam_conv.scale",
              "audio_encoder.base.htsat.layers.7.blocks.0.norm1.weight", "caption_encoder.base.h.0.attn.c_attn.extra",
              "caption_encoder.base.h.5.ln_1.weight", "audio_encoder.projection.linear3.weight", "logit_scale_a",
              "audio_encoder.base.htsat.head.scale",
              "audio_encoder.base.htsat.layers.0.blocks.0.layernorm_before.bias"})
            QTest::newRow(name) << name;
    }
    void refusesATensorTooMany()
    {
        QFETCH(QString, name);
        FloatTensors tensors = msClapTensors();
        put(tensors, name.toStdString(), {3});
        const QString sentence = refused(tensors);
        QVERIFY2(sentence.contains("found tensor model." + name + " of shape [3], which MS-CLAP 2023 does not have"),
                 qPrintable(sentence));
    }

    void refusesOtherShapes()
    {
        const auto said = [&](const std::string& name, std::vector<std::int64_t> shape,
                              ErrorKind kind = ErrorKind::Incompatible) {
            FloatTensors tensors = msClapTensors();
            put(tensors, name, std::move(shape));
            return refused(tensors, kind);
        };
        QVERIFY(said(m_htsat + "layers.1.blocks.0.mlp.fc1.weight", {31, 8})
                    .contains("layers.1.blocks.0.mlp.fc1.weight (audio_encoder.layers.1.blocks.0.intermediate.dense."
                              "weight here) of shape [32, 8], found [31, 8]"));
        QVERIFY(
            said(m_htsat + "layers.1.blocks.0.attn.qkv.weight", {25, 8}).contains("qkv.weight, found shape [25, 8]"));
        QVERIFY(said(m_htsat + "layers.0.blocks.0.attn.relative_position_bias_table", {224, 1})
                    .contains("the square of an odd number of rows"));
        QVERIFY(said(m_htsat + "layers.0.blocks.0.attn.relative_position_bias_table", {225, 3})
                    .contains("divisors of the stages' widths"));
        QVERIFY(said(m_htsat + "patch_embed.proj.weight", {4, 4}).contains("4 sizes of at least 1"));
        QVERIFY(said(m_htsat + "patch_embed.proj.weight", {0, 1, 4, 4}).contains("4 sizes of at least 1"));
        QVERIFY(said(m_htsat + "bn0.weight", {63}).contains("of shape [64], found [63]"));
        QVERIFY(said("caption_encoder.base.wte.weight", {263, 10}, ErrorKind::Unsupported)
                    .contains("multiple of 64, found 10"));
        QVERIFY(said("audio_encoder.projection.linear1.weight", {7, 8}).contains("of shape [6, 8], found [7, 8]"));
        QVERIFY(said("logit_scale", {1}).contains("expected one number in tensor model.logit_scale, found shape [1]"));
    }

    void wantsTheTokenizerOfItsTable()
    {
        const auto withRows = [](std::int64_t rows) {
            FloatTensors tensors = msClapTensors();
            put(tensors, "caption_encoder.base.wte.weight", {rows, 8});
            return tensors;
        };
        QVERIFY(refusal(write(withRows(262)), ErrorKind::Incompatible)
                    .contains("the tokenizer has 263 ids, the embedding table in " +
                              QString::fromStdString(m_file.string()) + " has 262 rows"));
        QVERIFY(refusal(write(withRows(391)), ErrorKind::Incompatible).contains("has 391 rows"));
        QVERIFY(openModelSource(write(withRows(390))).missing.empty()); // filled up to a multiple of 128, say
        const Path other = Path(m_dir.path().toStdString()) / "other";
        writeRobertaTokenizer(other);
        QVERIFY(refusal(write(msClapTensors()), ErrorKind::Corrupt, other)
                    .contains("expected the token <|endoftext|>, found none"));
    }

    void saysWhereTheTokenizerBelongs()
    {
        const Path folder = Path(m_dir.path().toStdString()) / "alone";
        std::filesystem::create_directories(folder);
        const Path file = folder / "my.pth";
        writeFile(file, pytorchBytes(msClapTensors(), "model"));
        ModelSource source = openModelSource(file);
        QVERIFY(source.tokenizerFolder.empty());
        QCOMPARE(source.missing.size(), 1U);
        const QString sentence = QString::fromStdString(source.missing.front());
        QVERIFY2(sentence.contains("put vocab.json and merges.txt (or tokenizer.json) of the public model gpt2 into "),
                 qPrintable(sentence));
        QVERIFY(sentence.contains(QString::fromStdString((folder / "tokenizer").string())));
        QCOMPARE(source.config.licence, std::string("LicenseRef-unknown"));
        QVERIFY(source.config.provenance.ends_with("do not say under which licence."));

        writeFile(folder / "vocab.json", "{}"); // half of a tokenizer is none
        QCOMPARE(openModelSource(file).missing.size(), 1U);
        const Path given = m_file.parent_path() / "tokenizer";
        source = openModelSource(file, given);
        QVERIFY(source.missing.empty());
        QCOMPARE(source.tokenizerFolder, given);
        source = openModelSource(file, folder / "nowhere");
        QVERIFY(QString::fromStdString(source.missing.at(0)).contains("nowhere"));
        writeGpt2Tokenizer(folder);
        QCOMPARE(openModelSource(file).tokenizerFolder, folder);
    }

private:
    static std::string fmtName(const char* before, const char* part, const char* behind)
    {
        return std::string(before) + part + behind;
    }
};

PROLAP_TEST(TstMsClap)
#include "tst_ms_clap.moc"
