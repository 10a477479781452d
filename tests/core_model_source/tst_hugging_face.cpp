#include "tests/core_model_source/refusal.h"
#include "tests/core_model_source/tiny_checkpoints.h"
#include "tests/support/test_main.h"

#include "tests/core_checkpoint/checkpoint_files.h"

#include <QTemporaryDir>
#include <QTest>

using namespace prolap;
using namespace prolap::model;
using namespace prolap::test;
using nlohmann::json;
namespace fs = std::filesystem;

/// Hugging Face CLAP folders made in code: config, front end, the four forms of the weights, and what is refused.
class TstHuggingFace : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    int m_folders = 0;

    Path newFolder(bool fused = false)
    {
        const Path folder = Path(m_dir.path().toStdString()) / ("model" + std::to_string(m_folders++));
        writeHuggingFace(folder, fused);
        return folder;
    }
    QString refusedConfig(const char* pointer, const json& value, ErrorKind kind = ErrorKind::Unsupported)
    {
        const Path folder = newFolder();
        json config = huggingFaceConfig(false);
        config[json::json_pointer(pointer)] = value;
        writeFile(folder / "config.json", config.dump());
        return refusal(folder, kind);
    }
    QString refusedPreprocessor(const char* field, const json& value, ErrorKind kind = ErrorKind::Unsupported)
    {
        const Path folder = newFolder();
        json preprocessor = huggingFacePreprocessor(false);
        preprocessor[field] = value;
        writeFile(folder / "preprocessor_config.json", preprocessor.dump());
        const QString sentence = refusal(folder, kind);
        return sentence.contains("config.json") ? sentence : "does not name the file: " + sentence;
    }
    QString refusedTensors(const FloatTensors& tensors, ErrorKind kind = ErrorKind::Incompatible)
    {
        const Path folder = newFolder();
        writeSafetensorsFile(folder / "model.safetensors", tensors);
        const QString sentence = refusal(folder, kind);
        return sentence.contains("model.safetensors: ") ? sentence : "does not name the file: " + sentence;
    }

    static std::pair<FloatTensors, FloatTensors> halves(const FloatTensors& tensors)
    {
        std::pair<FloatTensors, FloatTensors> out;
        for (const auto& [name, tensor] : tensors)
            (out.first.size() * 2 < tensors.size() ? out.first : out.second)[name] = tensor;
        return out;
    }
    /// Splits the weights of a folder into two shards with an index.
    static void shard(const Path& folder, bool pytorch)
    {
        const auto [first, second] = halves(huggingFaceTensors(false));
        const std::string stem = pytorch ? "pytorch_model" : "model", end = pytorch ? ".bin" : ".safetensors";
        json index{{"metadata", {{"total_size", 1}}}, {"weight_map", json::object()}};
        int number = 0;
        for (const FloatTensors* part : {&first, &second}) {
            const std::string name = stem + "-0000" + std::to_string(++number) + "-of-00002" + end;
            if (pytorch)
                writeFile(folder / name, pytorchBytes(*part, ""));
            else
                writeSafetensorsFile(folder / name, *part);
            for (const auto& [tensor, value] : *part)
                index["weight_map"][tensor] = name;
        }
        writeFile(folder / (stem + end + ".index.json"), index.dump());
        fs::remove(folder / "model.safetensors");
    }

private Q_SLOTS:
    void becomesAPack()
    {
        const Path folder = newFolder();
        const ModelSource source = openModelSource(folder);
        QCOMPARE(source.kind, std::string("Hugging Face CLAP"));
        QVERIFY(source.missing.empty());
        QCOMPARE(source.path, folder);
        QCOMPARE(source.weightFile, folder / "model.safetensors");
        QCOMPARE(source.weightFiles, std::vector{folder / "model.safetensors"});
        QCOMPARE(source.tokenizerFolder, folder);
        const PackConfig& config = source.config;
        QCOMPARE(config.name, folder.filename().string());
        QVERIFY(config.audio.mel == MelConfig::clapUnfused());
        QCOMPARE(config.audio.windowSeconds, 10.0);
        HtsatConfig htsat;
        htsat.embedDim = 4;
        htsat.depths = {1, 2};
        htsat.heads = {1, 2};
        QVERIFY(std::get<HtsatConfig>(config.audio.network) == htsat);
        const BertConfig roberta{267, 8, 1, 2, 12, 20, 1, 2, 1e-12, BertConfig::Pooling::FirstTokenTanh};
        QVERIFY(std::get<BertConfig>(config.text.network) == roberta);
        QCOMPARE(config.text.maxTokens, 18);
        QCOMPARE(config.heads->dim, 6);
        QCOMPARE(config.heads->projection, HeadsConfig::Projection::Relu);
        QVERIFY(!config.heads->probabilistic);
        QCOMPARE(config.training["logit_scale_a"].get<double>(), 3.0);
        QCOMPARE(config.training["logit_scale_t"].get<double>(), 4.0);
        QCOMPARE(floatsOf(*source.tensors.find("logit_scale")), std::vector{3.0F});
        QVERIFY(source.tensors.find("audio_encoder.layers.1.blocks.1.attention.self.value.bias"));
        QVERIFY(source.tensors.find("text_encoder.encoder.layer.0.attention.output.LayerNorm.weight"));
        QVERIFY(!source.tensors.find("text_encoder.embeddings.position_ids"));
        QVERIFY(!source.tensors.find("audio_encoder.layers.0.blocks.0.attention.self.relative_position_index"));
    }

    void fusedBecomesAPack()
    {
        const ModelSource source = openModelSource(newFolder(true));
        const auto& htsat = std::get<HtsatConfig>(source.config.audio.network);
        QCOMPARE(htsat.fusion, HtsatConfig::Fusion::AlsoWindow);
        QCOMPARE(htsat.fusionReduction, 4);
        QVERIFY(!htsat.antialiasedView);
        QVERIFY(source.config.audio.mel == MelConfig::clapFused());
        QVERIFY(source.tensors.find("audio_encoder.patch_embed.fusion_model.local_att.4.running_mean"));
    }

    void readsEveryFormOfTheWeights()
    {
        const Path folder = newFolder();
        const auto names = [&] {
            std::vector<std::string> all;
            const ModelSource source = openModelSource(folder);
            for (const auto& tensor : source.tensors.tensors())
                all.push_back(tensor.name);
            return all;
        };
        const auto expected = names();
        shard(folder, false);
        QCOMPARE(names(), expected);
        ModelSource source = openModelSource(folder);
        QCOMPARE(source.weightFile, folder / "model.safetensors.index.json");
        QCOMPARE(source.weightFiles, (std::vector{folder / "model-00001-of-00002.safetensors",
                                                  folder / "model-00002-of-00002.safetensors"}));
        const Path second = newFolder();
        writeFile(second / "pytorch_model.bin", pytorchBytes(huggingFaceTensors(false), ""));
        QCOMPARE(openModelSource(second).weightFile, second / "model.safetensors"); // two forms of one model
        fs::remove(second / "model.safetensors");
        source = openModelSource(second);
        QCOMPARE(source.weightFile, second / "pytorch_model.bin");
        QCOMPARE(source.tensors.tensors().size(), expected.size());
        fs::remove(second / "pytorch_model.bin");
        shard(second, true);
        source = openModelSource(second);
        QCOMPARE(source.weightFile, second / "pytorch_model.bin.index.json");
        QCOMPARE(source.weightFiles.size(), 2U);
        QCOMPARE(source.tensors.tensors().size(), expected.size());
    }

    void refusesDamagedShards()
    {
        for (const bool pytorch : {false, true}) {
            const Path folder = newFolder();
            shard(folder, pytorch);
            const Path last =
                folder / (pytorch ? "pytorch_model-00002-of-00002.bin" : "model-00002-of-00002.safetensors");
            const std::string bytes = readFile(last);
            writeFile(last, std::string_view(bytes).substr(0, bytes.size() - 100));
            const QString said = refusal(folder, ErrorKind::Corrupt);
            QVERIFY2(said.contains("00002-of-00002"), qPrintable(said));
            fs::remove(last);
            QVERIFY(refusal(folder, ErrorKind::NotFound).contains("00002-of-00002"));
        }
        const Path folder = newFolder();
        shard(folder, true);
        json index = json::parse(readFile(folder / "pytorch_model.bin.index.json"));
        index["weight_map"]["logit_scale_a"] = "../elsewhere.bin";
        writeFile(folder / "pytorch_model.bin.index.json", index.dump());
        QVERIFY(refusal(folder, ErrorKind::Corrupt).contains("the file name `../elsewhere.bin`"));
    }

    void fillsInTheDefaultsOfItsSoftware()
    {
        const Path folder = newFolder();
        writeFile(folder / "config.json", R"({"model_type": "clap", "audio_config": {}, "text_config": null})");
        // A network of the published size, which these weights are not.
        const QString said = refusal(folder, ErrorKind::Incompatible);
        QVERIFY2(said.contains("of shape [96], found"), qPrintable(said));

        json preprocessor = huggingFacePreprocessor(true);
        for (const char* field : {"frequency_min", "frequency_max", "hop_length", "fft_window_size", "max_length_s",
                                  "padding", "sampling_rate", "feature_size", "truncation", "top_db"})
            preprocessor.erase(field);
        const Path fused = newFolder(true);
        writeFile(fused / "preprocessor_config.json", preprocessor.dump());
        MelConfig mel = MelConfig::clapFused();
        mel.minHz = 0; // the published files say 50
        QVERIFY(openModelSource(fused).config.audio.mel == mel);
    }

    void readsTheFrontEnd()
    {
        const Path folder = newFolder();
        json preprocessor = huggingFacePreprocessor(false);
        preprocessor["padding"] = "repeat";
        preprocessor["frequency_min"] = 20;
        preprocessor["frequency_max"] = 16000.5;
        preprocessor["sampling_rate"] = 44100;
        preprocessor["hop_length"] = 441;
        preprocessor["fft_window_size"] = 2048;
        preprocessor["max_length_s"] = 8;
        writeFile(folder / "preprocessor_config.json", preprocessor.dump());
        PackConfig config = openModelSource(folder).config;
        QCOMPARE(config.audio.mel.minHz, 20.0);
        QCOMPARE(config.audio.mel.maxHz, 16000.5);
        QCOMPARE(config.audio.mel.sampleRate, 44100);
        QCOMPARE(config.audio.mel.hopSamples, 441);
        QCOMPARE(config.audio.mel.fftSize, 2048);
        QCOMPARE(config.audio.windowSeconds, 8.0);
        QCOMPARE(std::get<HtsatConfig>(config.audio.network).fill, HtsatConfig::Fill::Repeat);
        preprocessor["padding"] = "pad";
        fs::remove(folder / "preprocessor_config.json");
        writeFile(folder / "processor_config.json", json{{"feature_extractor", preprocessor}}.dump());
        config = openModelSource(folder).config;
        QCOMPARE(std::get<HtsatConfig>(config.audio.network).fill, HtsatConfig::Fill::Pad);
        fs::remove(folder / "processor_config.json");
        const ModelSource source = openModelSource(folder);
        QCOMPARE(source.missing.size(), 1U);
        QVERIFY(QString::fromStdString(source.missing[0]).contains("preprocessor_config.json is missing"));
    }

    void refusesOtherVariants()
    {
        QVERIFY(refusedConfig("/audio_config/hidden_act", "relu")
                    .contains("expected \"gelu\" as audio_config.hidden_act, found \"relu\""));
        QVERIFY(refusedConfig("/audio_config/qkv_bias", false).contains("expected true as audio_config.qkv_bias"));
        QVERIFY(refusedConfig("/audio_config/enable_patch_layer_norm", false).contains("enable_patch_layer_norm"));
        QVERIFY(refusedConfig("/audio_config/flatten_patch_embeds", false).contains("flatten_patch_embeds"));
        QVERIFY(refusedConfig("/audio_config/patch_embed_input_channels", 3).contains("expected 1 as"));
        QVERIFY(refusedConfig("/audio_config/patch_stride", json{2, 2}).contains("audio_config.patch_stride"));
        QVERIFY(refusedConfig("/audio_config/layer_norm_eps", 1e-6).contains("audio_config.layer_norm_eps"));
        QVERIFY(refusedConfig("/text_config/hidden_act", "gelu_new").contains("text_config.hidden_act"));
        QVERIFY(refusedConfig("/text_config/position_embedding_type", "relative_key").contains("\"absolute\""));
        QVERIFY(refusedConfig("/text_config/is_decoder", true).contains("text_config.is_decoder"));
        QVERIFY(refusedConfig("/projection_hidden_act", "gelu").contains("\"relu\" as projection_hidden_act"));
        QVERIFY(refusedConfig("/audio_config/depths", "many", ErrorKind::Corrupt).contains("audio_config.depths"));
        QVERIFY(refusedConfig("/text_config", 7, ErrorKind::Corrupt).contains("text_config"));
        QVERIFY(refusedConfig("/audio_config/hidden_size", 16, ErrorKind::Incompatible)
                    .contains("(8) as audio_config.hidden_size, found 16"));
        QVERIFY(refusedConfig("/audio_config/window_size", 7, ErrorKind::Incompatible).contains("token grid"));
        QVERIFY(refusedConfig("/audio_config/patch_embeds_hidden_size", 0, ErrorKind::Incompatible)
                    .contains("audio_config.hidden_size"));
        QVERIFY(refusedConfig("/text_config/num_hidden_layers", 1 << 29, ErrorKind::Corrupt).contains("layers"));
        QVERIFY(refusedConfig("/text_config/vocab_size", -1, ErrorKind::Corrupt).contains("text_config.vocab_size"));
        QVERIFY(
            refusedConfig("/text_config/max_position_embeddings", 2, ErrorKind::Corrupt).contains("position_offset"));
    }

    void refusesOtherFrontEnds()
    {
        QVERIFY(refusedPreprocessor("top_db", 80).contains("expected null as top_db"));
        QVERIFY(refusedPreprocessor("padding", "reflect").contains("expected one of repeatpad, repeat, pad"));
        QVERIFY(refusedPreprocessor("truncation", "left").contains("fusion or rand_trunc as truncation"));
        QVERIFY(refusedPreprocessor("truncation", "fusion", ErrorKind::Incompatible)
                    .contains("rand_trunc as truncation, for audio_config.enable_fusion is false"));
        QVERIFY(
            refusedPreprocessor("feature_size", 128, ErrorKind::Incompatible).contains("expected 64 as feature_size"));
        QVERIFY(refusedPreprocessor("sampling_rate", "48k", ErrorKind::Corrupt).contains("sampling_rate"));
        QVERIFY(refusedPreprocessor("max_length_s", 60, ErrorKind::Incompatible).contains("frames fit the image"));
        QVERIFY(refusedPreprocessor("frequency_max", 10, ErrorKind::Corrupt).contains("max_hz"));
        const Path folder = newFolder();
        writeFile(folder / "preprocessor_config.json", "[]");
        QVERIFY(refusal(folder, ErrorKind::Corrupt).contains("preprocessor_config.json: expected an object"));
        writeFile(folder / "preprocessor_config.json", std::string(100000, '['));
        QVERIFY(refusal(folder, ErrorKind::Corrupt).contains("preprocessor_config.json"));
    }

    void refusesOtherTensors()
    {
        FloatTensors tensors = huggingFaceTensors(false);
        const std::string block = "audio_model.audio_encoder.layers.1.blocks.0.";
        put(tensors, block + "attention.self.query.weight", {8, 4});
        QVERIFY(refusedTensors(tensors).contains("query.weight here) of shape [8, 8], found [8, 4]"));
        tensors = huggingFaceTensors(false);
        tensors.erase(block + "layernorm_after.bias");
        QVERIFY(refusedTensors(tensors).contains("layers.1.blocks.0.layernorm_after.bias of shape [8], found none"));
        for (const char* extra : {"lm_head.weight", "text_model.encoder.layer.4.output.dense.bias",
                                  "audio_model.audio_encoder.layers.0.num_batches_tracked",
                                  "audio_model.audio_encoder.patch_embed.mel_conv2d.bias", "logit_bias"}) {
            tensors = huggingFaceTensors(false);
            put(tensors, extra, {2});
            QVERIFY(refusedTensors(tensors).contains(
                QString("found tensor %1 of shape [2], which Hugging Face CLAP").arg(extra)));
        }
        tensors = huggingFaceTensors(false);
        auto& integers = tensors.at("text_model.pooler.dense.bias");
        integers.dtype = checkpoint::DType::I32;
        QVERIFY(refusedTensors(tensors).contains("expected floating-point numbers in tensor text_model.pooler"));
        tensors = huggingFaceTensors(false);
        tensors.at("logit_scale_t").dtype = checkpoint::DType::I32;
        QVERIFY(refusedTensors(tensors).contains("floating-point numbers in tensor logit_scale_t, found I32"));
    }

    void takesHalfPrecision()
    {
        FloatTensors tensors = huggingFaceTensors(false);
        tensors.at("logit_scale_a") = {"", checkpoint::DType::F16, {}, bytesOf<std::uint16_t>({0x4100})};
        tensors.at("logit_scale_t") = {"", checkpoint::DType::BF16, {}, bytesOf<std::uint16_t>({0xC020})};
        const Path folder = newFolder();
        writeSafetensorsFile(folder / "model.safetensors", tensors);
        const ModelSource source = openModelSource(folder);
        QCOMPARE(source.config.training["logit_scale_a"].get<double>(), 2.5);
        QCOMPARE(source.config.training["logit_scale_t"].get<double>(), -2.5);
        QCOMPARE(source.tensors.find("logit_scale")->dtype, checkpoint::DType::F16);
    }

    void saysWhereTheTokenizerBelongs()
    {
        const Path folder = newFolder(), other = newFolder();
        fs::remove(folder / "merges.txt");
        ModelSource source = openModelSource(folder);
        QVERIFY(source.tokenizerFolder.empty());
        QVERIFY(QString::fromStdString(source.missing.at(0)).contains("public model roberta-base into"));
        source = openModelSource(folder, other);
        QVERIFY(source.missing.empty());
        QCOMPARE(source.tokenizerFolder, other);
    }
};

PROLAP_TEST(TstHuggingFace)
#include "tst_hugging_face.moc"
