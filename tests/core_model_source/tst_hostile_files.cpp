#include "tests/core_checkpoint/checkpoint_files.h"
#include "tests/core_model_source/refusal.h"
#include "tests/core_model_source/tiny_checkpoints.h"
#include "tests/support/test_main.h"

#include <cstring>
#include <random>

#include <QTemporaryDir>
#include <QTest>

using namespace prolap;
using namespace prolap::test;
namespace fs = std::filesystem;

/// Files that lie, are cut off or would run something, through the door that users open.
class TstHostileFiles : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    Path m_folder;

private Q_SLOTS:
    void init()
    {
        m_folder = Path(m_dir.path().toStdString()) / QTest::currentTestFunction();
        fs::create_directories(m_folder);
    }

    void aPickleThatWouldRunACommand()
    {
        const Path witness = m_folder / "ran";
        const std::string pickle =
            pickledGlobal("os", "system") + pickledText("touch '" + witness.string() + "'") + "\x85R";
        writeFile(m_folder / "CLAP_weights_2023.pth", pytorchFile(pickle, {}));
        const QString said = refusal(m_folder, ErrorKind::Unsupported);
        QVERIFY2(said.contains("os.system") || said.contains("os system"), qPrintable(said));
        QVERIFY(said.contains("CLAP_weights_2023.pth"));
        QVERIFY(!fs::exists(witness));

        // The same behind a good state dict.
        FloatTensors tensors = msClapTensors();
        writeFile(m_folder / "CLAP_weights_2023.pth",
                  pytorchBytes(tensors, "model", pickledText("then") + pickle + "s"));
        QVERIFY(refusal(m_folder, ErrorKind::Unsupported).contains("system"));
        QVERIFY(!fs::exists(witness));
    }

    void aHeaderThatClaimsFortyGigabytes()
    {
        writeHuggingFace(m_folder);
        std::string bytes = readFile(m_folder / "model.safetensors");
        const std::uint64_t claim = 40ULL << 30;
        std::memcpy(bytes.data(), &claim, sizeof claim);
        writeFile(m_folder / "model.safetensors", bytes);
        const QString said = refusal(m_folder, ErrorKind::Corrupt);
        QVERIFY2(said.contains("model.safetensors") && said.contains("a claim of 42949672960"), qPrintable(said));
    }

    void weightsThatWereCutOff()
    {
        writeHuggingFace(m_folder);
        const std::string bytes = readFile(m_folder / "model.safetensors");
        for (const std::size_t length : {std::size_t{0}, std::size_t{7}, std::size_t{1000}, bytes.size() - 1}) {
            writeFile(m_folder / "model.safetensors", std::string_view(bytes).substr(0, length));
            QVERIFY(refusal(m_folder, ErrorKind::Corrupt).contains("model.safetensors"));
        }
        const Path other = m_folder / "other";
        fs::create_directories(other);
        const std::string whole = pytorchBytes(msClapTensors(), "model");
        for (const std::size_t length : {std::size_t{0}, std::size_t{3}, whole.size() / 2, whole.size() - 1}) {
            writeFile(other / "m.pth", std::string_view(whole).substr(0, length));
            const QString said = refusal(other, ErrorKind::Corrupt);
            QVERIFY2(said.contains("m.pth"), qPrintable(said));
        }
    }

    /// Whatever bytes change, the answer is a model or a sentence.
    void anyByteChanged()
    {
        std::mt19937 random(7);
        const std::string whole = pytorchBytes(laionTensors(true), "state_dict");
        const std::string_view names = "state_dict";
        const std::size_t pickleBegin = whole.find(names);
        const Path file = m_folder / "changed.pt";
        for (int round = 0; round < 150; ++round) {
            std::string bytes = whole;
            for (int i = 0; i < 3; ++i)
                bytes[round % 2 ? random() % bytes.size() : pickleBegin + random() % 20000] =
                    static_cast<char>(random());
            writeFile(file, bytes);
            try {
                const model::ModelSource source = model::openModelSource(file);
                QVERIFY(!source.tensors.tensors().empty());
            } catch (const Error& error) {
                QVERIFY(std::string_view(error.what()).ends_with('.'));
            }
        }
    }
};

PROLAP_TEST(TstHostileFiles)
#include "tst_hostile_files.moc"
