#include "tests/core_checkpoint/checkpoint_files.h"
#include "tests/core_model_source/refusal.h"
#include "tests/core_model_source/tiny_checkpoints.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>
#include <QTest>

using namespace prolap;
using namespace prolap::model;
using namespace prolap::test;
using nlohmann::json;
namespace fs = std::filesystem;

/// What openModelSource() makes of folders and files that are one model, several, another's or none.
class TstModelPlace : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    int m_folders = 0;

    Path newFolder()
    {
        const Path folder = Path(m_dir.path().toStdString()) / ("place" + std::to_string(m_folders++));
        fs::create_directories(folder);
        return folder;
    }
    static void writeMsClap(const Path& file) { writeFile(file, pytorchBytes(msClapTensors(), "model")); }
    static void writeLaion(const Path& file) { writeFile(file, pytorchBytes(laionTensors(false), "state_dict")); }

    /// A pack of the networks that published models have; its content is not looked at here.
    static PackConfig writePack(const Path& folder)
    {
        PackConfig config;
        config.name = "mine";
        config.licence = "CC0-1.0";
        config.audio.mel = MelConfig::clapUnfused();
        config.audio.network = HtsatConfig{};
        config.text.network = BertConfig{};
        writeFile(folder / "config.json", config.toJson().dump());
        FloatTensors tensors;
        put(tensors, "anything", {3});
        writeSafetensorsFile(folder / "model.safetensors", tensors);
        return config;
    }

private Q_SLOTS:
    void packAsItIs()
    {
        const Path folder = newFolder();
        const PackConfig config = writePack(folder);
        for (const Path& path : {folder, folder / "config.json", folder / "model.safetensors"}) {
            const ModelSource source = openModelSource(path);
            QCOMPARE(source.kind, std::string("ProLAP pack"));
            QVERIFY(source.config.toJson() == config.toJson());
            QVERIFY(source.tensors.find("anything"));
            QCOMPARE(source.tensors.tensors().size(), 1U);
            QCOMPARE(source.path, folder);
            QCOMPARE(source.weightFile, folder / "model.safetensors");
            QCOMPARE(source.weightFiles.size(), 1U);
            QCOMPARE(source.tokenizerFolder, folder);
        }
    }

    void filesStandForTheirFolder()
    {
        const Path folder = newFolder() / "laion";
        writeHuggingFace(folder);
        for (const char* name : {"config.json", "model.safetensors"})
            QCOMPARE(openModelSource(folder / name).path, folder);
        QVERIFY(refusal(folder / "vocab.json", ErrorKind::Unsupported).contains("another kind of file"));
        const fs::path before = fs::current_path();
        fs::current_path(folder);
        QCOMPARE(openModelSource("config.json").kind, std::string("Hugging Face CLAP"));
        QCOMPARE(openModelSource(".").config.name, std::string("laion"));
        fs::current_path(before);
    }

    void folderWithOneCheckpoint()
    {
        const Path folder = newFolder();
        writeMsClap(folder / "CLAP_weights_2023.pth");
        writeGpt2Tokenizer(folder);
        const ModelSource source = openModelSource(folder);
        QCOMPARE(source.path, folder / "CLAP_weights_2023.pth");
        QCOMPARE(source.tokenizerFolder, folder);
        writeFile(folder / "config.json", R"({"model_type": "gpt2"})"); // of the tokenizer's download
        QCOMPARE(openModelSource(folder).kind, std::string("MS-CLAP 2023"));
        const fs::path before = fs::current_path();
        fs::current_path(folder);
        QCOMPARE(openModelSource("CLAP_weights_2023.pth").tokenizerFolder, Path("."));
        fs::current_path(before);
    }

    void severalModels()
    {
        const Path folder = newFolder();
        writeMsClap(folder / "a.pth");
        writeLaion(folder / "b.pt");
        writeRobertaTokenizer(folder);
        QVERIFY(refusal(folder, ErrorKind::BadInput).contains("several checkpoints (a.pth, b.pt)"));
        QCOMPARE(openModelSource(folder / "b.pt").kind, std::string("LAION CLAP"));

        const Path both = newFolder();
        writeHuggingFace(both);
        writeLaion(both / "630k-best.pt");
        QVERIFY(refusal(both, ErrorKind::BadInput).contains("two models, model.safetensors and 630k-best.pt"));
        QCOMPARE(openModelSource(both / "630k-best.pt").kind, std::string("LAION CLAP"));
        QCOMPARE(openModelSource(both / "model.safetensors").kind, std::string("Hugging Face CLAP"));
        // What else a training leaves is no model.
        fs::remove(both / "630k-best.pt");
        writeFile(both / "optimizer.pt", smallPyTorchFile());
        writeFile(both / "rng_state.pth", "no checkpoint at all");
        QCOMPARE(openModelSource(both).kind, std::string("Hugging Face CLAP"));
    }

    void noModel()
    {
        const Path folder = newFolder();
        QVERIFY(refusal(folder / "nowhere", ErrorKind::NotFound).contains("nowhere is not there"));
        QVERIFY(refusal(folder, ErrorKind::NotFound).contains("holds no model: expected a ProLAP pack"));
        writeFile(folder / "model.safetensors", "x");
        QVERIFY(refusal(folder, ErrorKind::NotFound).contains("model.safetensors without the config.json"));
        QVERIFY(refusal(folder / "model.safetensors", ErrorKind::NotFound).contains("config.json beside it"));
        fs::remove(folder / "model.safetensors");
        writeFile(folder / "config.json", huggingFaceConfig(false).dump());
        QVERIFY(refusal(folder, ErrorKind::NotFound).contains("without its weights: expected model.safetensors or"));
        writeFile(folder / "song.wav", "RIFF");
        QVERIFY(refusal(folder / "song.wav", ErrorKind::Unsupported).contains("found another kind of file"));
    }

    void otherFamilies()
    {
        const Path folder = newFolder();
        writeFile(folder / "model.safetensors", "x");
        const auto said = [&](const std::string& config) {
            writeFile(folder / "config.json", config);
            return refusal(folder, ErrorKind::Unsupported);
        };
        QVERIFY(said(R"({"model_type": "bert"})").contains("found model_type \"bert\""));
        QVERIFY(said(R"({"format": "other-pack"})").contains("found format \"other-pack\""));
        QVERIFY(said("{}").contains("found neither of these fields"));
        QVERIFY(said("[1]").contains("found no JSON object"));
        QVERIFY(said(R"({"model_type": {"model_type": "clap"}})").contains("found neither of these fields"));
        writeFile(folder / "config.json", "{\"model_type\"");
        QVERIFY(refusal(folder, ErrorKind::Corrupt).contains("is not JSON"));
        writeFile(folder / "config.json", R"({"model_type": )" + std::string(100, '[') + std::string(100, ']') + "}");
        QVERIFY(refusal(folder, ErrorKind::Corrupt).contains("at most 64 levels"));
        QVERIFY(sentenceOf([&] { PackConfig::read(folder); }, ErrorKind::Corrupt).find("at most 64 levels") !=
                std::string::npos);
        writeFile(folder / "config.json", R"({"model_type": "clap", "hidden_size": 1e905})");
        QVERIFY(refusal(folder, ErrorKind::Corrupt).contains("a number that is too large"));
        writeFile(folder / "config.json", std::string((4 << 20) + 1, ' '));
        QVERIFY(refusal(folder, ErrorKind::Corrupt).contains("at most 4194304 bytes, found 4194305"));
    }

    void otherCheckpoints_data()
    {
        QTest::addColumn<QString>("tensor");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* tensor, ErrorKind kind, const char* said) {
            QTest::newRow(tensor) << tensor << static_cast<int>(kind) << said;
        };
        row("model.audio_encoder.base.conv_block1.conv1.weight", ErrorKind::Unsupported, "found MS-CLAP 2022");
        row("model.clap.audio_encoder.x", ErrorKind::Unsupported, "audio captioning");
        row("state_dict.module.audio_branch.conv_block1.bn1.bias", ErrorKind::Unsupported, "PANN");
        row("embedding_net.conv_block1.conv1.weight", ErrorKind::Unsupported, "aiSFX");
        row("audio_model.audio_encoder.norm.bias", ErrorKind::NotFound, "without the config.json");
        row("something.weight", ErrorKind::Unsupported, "found tensors such as something.weight");
    }
    void otherCheckpoints()
    {
        QFETCH(QString, tensor);
        QFETCH(int, kind);
        QFETCH(QString, said);
        const Path file = newFolder() / "model.pth";
        FloatTensors tensors;
        put(tensors, tensor.toStdString(), {2});
        writeFile(file, pytorchBytes(tensors, ""));
        const QString sentence = refusal(file, static_cast<ErrorKind>(kind));
        QVERIFY2(sentence.contains(said) && sentence.contains("model.pth"), qPrintable(sentence));
        writeFile(file, pytorchBytes({}, ""));
        QVERIFY(refusal(file, ErrorKind::Unsupported).contains("found no tensors"));
    }

    void tensorsOutliveTheSource()
    {
        const Path folder = newFolder();
        writeMsClap(folder / "a.pth");
        checkpoint::TensorSet kept;
        {
            ModelSource source = openModelSource(folder);
            kept = source.tensors;
        }
        float sum = 0;
        for (const auto& tensor : kept.tensors())
            for (const float value : floatsOf(tensor))
                sum += value;
        QVERIFY(sum > 0);
    }
};

PROLAP_TEST(TstModelPlace)
#include "tst_model_place.moc"
