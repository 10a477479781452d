#include "tests/core_checkpoint/checkpoint_files.h"
#include "tests/core_model_source/refusal.h"
#include "tests/core_model_source/tiny_checkpoints.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>
#include <QTest>

using namespace prolap;
using namespace prolap::model;
using namespace prolap::test;

/// LAION checkpoints made in code: what differs from MS-CLAP.
class TstLaionClap : public QObject {
    Q_OBJECT

    const std::string m_audio = "module.audio_branch.";
    QTemporaryDir m_dir;
    Path m_file;

    Path write(const FloatTensors& tensors, const std::string& key = "state_dict") const
    {
        // A training's other state is no part of the model.
        FloatTensors optimizer;
        put(optimizer, "exp_avg", {3});
        const std::string more = pickledText("epoch") + pickledInteger(3) + "s" + pickledText("optimizer") + "}(" +
                                 pickledText("step") + pickledInteger(5) + "us";
        writeFile(m_file, pytorchBytes(tensors, key, more));
        return m_file;
    }
    QString refused(const FloatTensors& tensors, ErrorKind kind = ErrorKind::Incompatible) const
    {
        return refusal(write(tensors), kind);
    }
    static FloatTensors renamed(const FloatTensors& tensors, std::size_t without)
    {
        FloatTensors out;
        for (const auto& [name, tensor] : tensors)
            out[name.substr(without)] = tensor;
        return out;
    }

private Q_SLOTS:
    void initTestCase()
    {
        const Path folder(m_dir.path().toStdString());
        m_file = folder / "630k-best.pt";
        writeRobertaTokenizer(folder);
    }

    void unfusedBecomesAPack()
    {
        const FloatTensors original = laionTensors(false);
        const ModelSource source = openModelSource(write(original));
        QCOMPARE(source.kind, std::string("LAION CLAP"));
        QVERIFY(source.missing.empty());
        QCOMPARE(source.tokenizerFolder, m_file.parent_path());
        const PackConfig& config = source.config;
        QCOMPARE(config.name, std::string("630k-best"));
        QCOMPARE(config.licence, std::string("CC0-1.0"));
        MelConfig mel = MelConfig::clapUnfused();
        mel.fftSize = 64;
        mel.quantise16 = true;
        QVERIFY(config.audio.mel == mel);
        QCOMPARE(config.audio.windowSeconds, 10.0);
        const auto& htsat = std::get<HtsatConfig>(config.audio.network);
        QCOMPARE(htsat.fill, HtsatConfig::Fill::RepeatPad);
        QCOMPARE(htsat.fusion, HtsatConfig::Fusion::None);
        const BertConfig roberta{267, 8, 1, 4, 12, 20, 1, 2, 1e-5, BertConfig::Pooling::FirstTokenTanh};
        QVERIFY(std::get<BertConfig>(config.text.network) == roberta);
        QCOMPARE(config.text.tokenizer, std::string("roberta-bpe"));
        QCOMPARE(config.text.maxTokens, 18); // 77, where there are so many positions
        QCOMPARE(config.heads->projection, HeadsConfig::Projection::Relu);
        QCOMPARE(config.heads->dim, 6);
        QCOMPARE(config.training["logit_scale_a"].get<double>(), 3.0);
        QCOMPARE(config.training["logit_scale_t"].get<double>(), 4.0);

        QCOMPARE(floatsOf(*source.tensors.find("logit_scale")), std::vector{3.0F});
        const auto same = [&](const char* name, const char* from) {
            const auto* tensor = source.tensors.find(name);
            return tensor && std::ranges::equal(tensor->bytes, original.at(from).bytes);
        };
        QVERIFY(same("audio_head.projection.linear1.weight", "module.audio_projection.0.weight"));
        QVERIFY(same("text_head.projection.linear2.bias", "module.text_projection.2.bias"));
        QVERIFY(same("text_encoder.pooler.dense.weight", "module.text_branch.pooler.dense.weight"));
        QVERIFY(same("audio_encoder.layers.1.blocks.0.output.dense.weight",
                     "module.audio_branch.layers.1.blocks.0.mlp.fc2.weight"));
        QVERIFY(!source.tensors.find("text_encoder.embeddings.position_ids"));
    }

    void fusedBecomesAPack()
    {
        const FloatTensors original = laionTensors(true);
        const ModelSource source = openModelSource(write(original));
        const auto& htsat = std::get<HtsatConfig>(source.config.audio.network);
        QCOMPARE(htsat.fusion, HtsatConfig::Fusion::Longer);
        QVERIFY(htsat.antialiasedView);
        QCOMPARE(htsat.fusionReduction, 4);
        // The features of fused models are made outside the file, whatever kernels it holds.
        MelConfig mel = MelConfig::clapFused();
        mel.quantise16 = true;
        QVERIFY(source.config.audio.mel == mel);
        const auto* crops = source.tensors.find("audio_encoder.patch_embed.mel_conv2d.weight");
        QVERIFY(crops);
        QCOMPARE(crops->shape, (std::vector<std::int64_t>{4, 1, 4, 12}));
        QVERIFY(source.tensors.find("audio_encoder.patch_embed.fusion_model.global_att.5.running_var"));
        QVERIFY(!source.tensors.find("audio_encoder.patch_embed.fusion_model.local_att.1.num_batches_tracked"));
    }

    void takesEveryNestingOfItsSoftware()
    {
        const FloatTensors whole = laionTensors(false), bare = renamed(whole, std::string("module.").size());
        const auto names = [](const ModelSource& source) {
            std::vector<std::string> all;
            for (const auto& tensor : source.tensors.tensors())
                all.push_back(tensor.name);
            return all;
        };
        const auto expected = names(openModelSource(write(whole)));
        QCOMPARE(names(openModelSource(write(bare))), expected);
        QCOMPARE(names(openModelSource(write(whole, ""))), expected);
        QCOMPARE(names(openModelSource(write(bare, ""))), expected);
    }

    void refusesWhatItDoesNotKnow()
    {
        const auto with = [](const char* name, bool fused = false) {
            FloatTensors tensors = laionTensors(fused);
            put(tensors, name, {3});
            return tensors;
        };
        QVERIFY(
            refused(with("module.audio_projection.1.weight")).contains("found tensor state_dict.module.audio_proj"));
        QVERIFY(refused(with("module.text_branch.embeddings.extra")).contains("text_branch.embeddings.extra of shape"));
        QVERIFY(refused(with("module.logit_bias")).contains("state_dict.module.logit_bias of shape [3], which LAION"));
        QVERIFY(refused(with("module.audio_branch.patch_embed.fusion_model.local_att2.0.weight", true))
                    .contains("local_att2.0.weight"));
        QVERIFY(refused(with("module.audio_branch.conv_block1.conv1.weight"), ErrorKind::Unsupported).contains("PANN"));

        FloatTensors tensors = laionTensors(true);
        tensors.erase("module.audio_branch.patch_embed.fusion_model.local_att.0.weight");
        QVERIFY(refused(tensors).contains("local_att.0.weight, found none"));
        tensors = laionTensors(true);
        put(tensors, "module.audio_branch.patch_embed.mel_conv2d.weight", {4, 1, 4, 4});
        QVERIFY(refused(tensors).contains("of shape [4, 1, 4, 12], found [4, 1, 4, 4]"));
        tensors = laionTensors(true);
        put(tensors, "module.audio_branch.patch_embed.fusion_model.local_att.0.weight", {9, 4, 1, 1});
        QVERIFY(refused(tensors, ErrorKind::Corrupt).contains("audio_encoder.fusion_reduction, found 0"));
        tensors = laionTensors(false);
        put(tensors, "module.text_branch.embeddings.token_type_embeddings.weight", {2, 8});
        QVERIFY(refused(tensors).contains("RoBERTa's one row in the shape of tensor state_dict.module.text_branch"));
        tensors = laionTensors(false);
        tensors.erase("module.logit_scale_t");
        QVERIFY(refused(tensors).contains("expected tensor state_dict.module.logit_scale_t, found none"));
    }
};

PROLAP_TEST(TstLaionClap)
#include "tst_laion_clap.moc"
