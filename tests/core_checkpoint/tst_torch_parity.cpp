#include "core/content_hash.h"
#include "core/model/checkpoint/pytorch_file.h"
#include "tests/support/files.h"
#include "tests/support/python.h"
#include "tests/support/test_main.h"

#include <random>

#include <nlohmann/json.hpp>

#include <QTemporaryDir>
#include <QTest>

using namespace prolap;
using namespace prolap::checkpoint;
using namespace prolap::test;

/// Every tensor of files that PyTorch wrote, against what torch.load reads from them.
class TstTorchParity : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    Path m_folder;
    Path m_aisfx;

    static void compare(const Path& file, const nlohmann::json& expected)
    {
        const TensorSet set = readPyTorchFile(file);
        QCOMPARE(set.tensors().size(), expected.size());
        for (const auto& [name, tensor] : expected.items()) {
            const TensorView* found = set.find(name);
            QVERIFY2(found, name.c_str());
            ContentHash hash;
            hash.add(found->bytes);
            QCOMPARE(std::string(dtypeName(found->dtype)), tensor.at(0).get<std::string>());
            QCOMPARE(found->shape, tensor.at(1).get<std::vector<std::int64_t>>());
            QVERIFY2(hash.hex() == tensor.at(2), name.c_str());
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (pythonPackage("torch").empty())
            QSKIP("PROLAP_PYTHON has no package `torch`");
        m_folder = Path(m_dir.path().toStdString());
        QStringList arguments = {"tests/core_checkpoint/torch_files.py", m_dir.path()};
        if (const Path golden = goldenFolder(); !golden.empty())
            for (const char* file :
                 {"hf-fused/pytorch_model.bin", "msclap-2023/CLAP_weights_2023.pth",
                  "laion-pt-unfused/630k-audioset-best.pt", "laion-pt-fused/630k-audioset-fusion-best.pt"})
                arguments.append(QString::fromStdString((golden / file).string()));
        m_aisfx = pythonPackage("aisfx");
        if (!m_aisfx.empty())
            arguments.append(QString::fromStdString((m_aisfx / "models" / "checkpoint.pth").string()));
        runPython(arguments);
    }

    void sameTensorsAsPyTorch()
    {
        const auto expected = nlohmann::json::parse(readFile(m_folder / "expected.json"));
        QVERIFY(expected.size() >= 4);
        for (const auto& [file, tensors] : expected.items())
            compare(file, tensors);
        if (m_aisfx.empty())
            QSKIP("PROLAP_PYTHON has no package `aisfx`: its checkpoint was not compared");
        QCOMPARE(expected.at((m_aisfx / "models" / "checkpoint.pth").string()).size(), 102U);
    }

    void numbersAndTexts()
    {
        for (const char* file : {"odd.pt", "odd_protocol4.pt", "odd_legacy.pt"}) {
            const TensorSet set = readPyTorchFile(m_folder / file);
            QCOMPARE(set.metadata().at("epoch"), std::string("7"));
            QCOMPARE(set.metadata().at("name"), std::string("odd ü"));
            QCOMPARE(set.metadata().at("rate"), std::string("0.0001"));
            QCOMPARE(set.metadata().at("steps"), std::string("-3"));
            QCOMPARE(set.metadata().at("list.1.2"), std::string("1.5"));
            const TensorSet branch = set.under("state_dict.");
            QVERIFY(branch.find("turned"));
        }
    }

    void runsNothing()
    {
        for (const char* file : {"hostile.pt", "hostile_protocol4.pt", "hostile_legacy.pt"}) {
            const std::string sentence = sentenceOf([&] { readPyTorchFile(m_folder / file); }, ErrorKind::Unsupported);
            QVERIFY2(sentence.find("the Python object `posix.system`; nothing of it was run.") != std::string::npos,
                     sentence.c_str());
            QVERIFY(sentence.find(file) != std::string::npos);
        }
        QVERIFY(sentenceOf([&] { readPyTorchFile(m_folder / "hostile.pkl"); }, ErrorKind::Unsupported)
                    .find("`posix.system`") != std::string::npos);
        QVERIFY(sentenceOf([&] { readPyTorchFile(m_folder / "module.pt"); }, ErrorKind::Unsupported)
                    .find("`torch.nn.modules.linear.Linear`") != std::string::npos);
        QVERIFY(!std::filesystem::exists(m_folder / "was_run"));
    }

    void truncatedAndFlipped()
    {
        std::mt19937 random(7);
        for (const char* name : {"odd.pt", "odd_legacy.pt"}) {
            const std::string whole = readFile(m_folder / name);
            for (std::size_t size = 0; size < whole.size(); size += 1 + whole.size() / 300) {
                const auto part = std::as_bytes(std::span(whole)).first(size);
                const std::string sentence = sentenceOf([&] { readPyTorchBytes(part, "part"); }, ErrorKind::Corrupt);
                QVERIFY2(sentence.starts_with("part "), sentence.c_str());
            }
            int refused = 0;
            for (int round = 0; round < 2000; ++round) {
                std::string bytes = whole;
                // Mostly in the pickles, which come first in both formats.
                const std::size_t reach = round % 4 == 0 ? bytes.size() : std::min<std::size_t>(bytes.size(), 4000);
                bytes[random() % reach] = static_cast<char>(random());
                try {
                    readPyTorchBytes(std::as_bytes(std::span(bytes)), "flipped");
                } catch (const Error&) {
                    ++refused;
                }
            }
            QVERIFY2(refused > 200, qPrintable(QString::number(refused)));
        }
    }
};

PROLAP_TEST(TstTorchParity)
#include "tst_torch_parity.moc"
