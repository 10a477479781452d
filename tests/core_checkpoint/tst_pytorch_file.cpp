#include "core/model/checkpoint/pytorch_file.h"
#include "tests/core_checkpoint/checkpoint_files.h"
#include "tests/support/files.h"
#include "tests/support/test_main.h"

#include <algorithm>
#include <cstring>
#include <random>

#include <QElapsedTimer>
#include <QTest>

using namespace prolap;
using namespace prolap::checkpoint;
using namespace prolap::test;

/// The reader of PyTorch files on files made here, byte by byte.
class TstPytorchFile : public QObject {
    Q_OBJECT

    static TensorSet read(const std::string& bytes)
    {
        return readPyTorchBytes(std::as_bytes(std::span(bytes)), "model.pt");
    }

    static std::vector<float> floats(const TensorSet& set, const char* name)
    {
        const TensorView* tensor = set.find(name);
        std::vector<float> values(tensor ? tensor->count() : 0);
        if (tensor)
            std::memcpy(values.data(), tensor->bytes.data(), tensor->bytes.size());
        return values;
    }

    static std::string sixFloats() { return std::string(24, '\0'); }

    static QString refusal(const std::string& bytes, ErrorKind kind = ErrorKind::Corrupt)
    {
        const auto sentence = QString::fromStdString(sentenceOf([&] { read(bytes); }, kind));
        return sentence.contains("model.pt") ? sentence : "does not name the file: " + sentence;
    }

    static QString pickleRefusal(const std::string& pickle, ErrorKind kind = ErrorKind::Corrupt)
    {
        return refusal(pytorchFile(pickle, {{"0", sixFloats()}}), kind);
    }

private Q_SLOTS:
    void readsTensorsAndFacts()
    {
        const std::string bytes = smallPyTorchFile();
        const TensorSet set = read(bytes);
        QCOMPARE(set.tensors().size(), 2U);
        QCOMPARE(set.find("w")->shape, (std::vector<std::int64_t>{2, 3}));
        QCOMPARE(floats(set, "w"), (std::vector<float>{0, 1, 2, 3, 4, 5}));
        QCOMPARE(set.find("wT")->shape, (std::vector<std::int64_t>{3, 2}));
        QCOMPARE(floats(set, "wT"), (std::vector<float>{0, 3, 1, 4, 2, 5}));
        QCOMPARE(set.metadata().at("epoch"), std::string("7"));
        // What lies contiguous in the file is not copied.
        const auto* begin = reinterpret_cast<const std::byte*>(bytes.data());
        QVERIFY(set.find("w")->bytes.data() > begin && set.find("w")->bytes.data() < begin + bytes.size());
    }

    void takesOneBranch()
    {
        const std::string bytes =
            pytorchFile("}" + pickledText("model") + "}" + pickledText("w") + pickledTensor("0", 6, 2, {4}, {1}) +
                            "ss" + pickledText("other") + pickledTensor("0", 6, 0, {6}, {1}) + "s",
                        {{"0", sixFloats()}});
        const TensorSet branch = read(bytes).under("model.");
        QCOMPARE(branch.tensors().size(), 1U);
        QCOMPARE(branch.find("w")->shape, (std::vector<std::int64_t>{4}));
    }

    void zip64Fields()
    {
        const auto values = bytesOf<float>({1, 2});
        std::vector<ZipEntry> entries = {
            {"a/data.pkl", "\x80\x02" + pickledTensor("0", 2, 0, {2}, {1}) + "."},
            {"a/data/0", std::string(reinterpret_cast<const char*>(values.data()), values.size())}};
        entries[1].zip64 = true;
        const std::string bytes = zipFile(entries, true);
        const TensorSet set = read(bytes);
        QCOMPARE(floats(set, ""), (std::vector<float>{1, 2}));
    }

    void refusesObjectsByName_data()
    {
        QTest::addColumn<QByteArray>("pickle");
        QTest::addColumn<QString>("name");
        const auto row = [](const char* module, const char* name, const char* shown) {
            QTest::newRow(shown) << QByteArray::fromStdString(pickledGlobal(module, name) + "(" +
                                                              pickledText("touch was_run") + "tR")
                                 << QString(shown);
        };
        row("os", "system", "os.system");
        row("posix", "system", "posix.system");
        row("builtins", "exec", "builtins.exec");
        row("torch", "load", "torch.load");
        row("torch._utils", "_rebuild_tensor", "torch._utils._rebuild_tensor");
        row("collections", "defaultdict", "collections.defaultdict");
        row("os\r\x1b[31m", "system", "os??[31m.system");
        // The same by protocol 4's way of naming.
        QTest::newRow("stack global") << QByteArray::fromStdString(pickledText("os") + pickledText("system") + "\x93")
                                      << QString("os.system");
    }

    void refusesObjectsByName()
    {
        QFETCH(QByteArray, pickle);
        QFETCH(QString, name);
        const QString sentence = pickleRefusal(pickle.toStdString(), ErrorKind::Unsupported);
        QVERIFY2(sentence.contains("`" + name + "`; nothing of it was run."), qPrintable(sentence));
    }

    void refusesOddUsesOfKnownObjects_data()
    {
        QTest::addColumn<QByteArray>("pickle");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const std::string& pickle, const char* says) {
            QTest::newRow(name) << QByteArray::fromStdString(pickle) << QString(says);
        };
        const std::string encode = pickledGlobal("_codecs", "encode");
        const std::string scalar = pickledGlobal("numpy.core.multiarray", "scalar");
        const std::string dtype = pickledGlobal("numpy", "dtype");
        row("other codec", encode + pickledText("abc") + pickledText("zip") + "\x86R", "the bytes of a number");
        row("text beyond Latin-1", encode + pickledText("\xE2\x82\xAC") + pickledText("latin1") + "\x86R",
            "beyond Latin-1");
        row("long bytes", encode + pickledText(std::string(100, 'a')) + pickledText("latin1") + "\x86R",
            "the bytes of a number");
        row("scalar of the wrong size",
            scalar + dtype + "(" + pickledText("i8") + "tR" + encode + pickledText("abc") + pickledText("latin1") +
                "\x86R\x86R",
            "found 3 bytes of type `i8`");
        row("object scalar",
            scalar + dtype + "(" + pickledText("O8") + "tR" + encode + pickledText("abcdefgh") + pickledText("latin1") +
                "\x86R\x86R",
            "found 8 bytes of type `O8`");
        row("big-endian type", dtype + "(" + pickledText("i8") + "tR(" + pickledInteger(3) + pickledText(">") + "tb",
            "little-endian NumPy type");
        row("state of a list", "]}b", "to complete");
        row("state of an ordered dict", pickledGlobal("collections", "OrderedDict") + ")R" + pickledInteger(1) + "b",
            "attributes of an ordered dict");
        row("calling a storage type", pickledGlobal("torch", "FloatStorage") + ")R", "found a storage type");
        row("calling a text", pickledText("os") + ")R", "a known object to make");
        row("many arguments", pickledGlobal("torch", "Size") + "(NNNNNNNNNtR", "at most 8 arguments");
        row("hooks",
            pickledGlobal("torch._utils", "_rebuild_tensor_v2") + "((" + pickledText("storage") +
                pickledGlobal("torch", "FloatStorage") + pickledText("0") + pickledText("cpu") + pickledInteger(6) +
                "tQ" + pickledInteger(0) + "))\x89}" + pickledText("hook") + "NstR",
            "a tensor's storage, offset");
        row("storage of another kind", "(" + pickledText("module") + "tQ", "a tensor's storage");
        row("storage in two sizes", "(" + pickledTensor("0", 6, 0, {1}, {1}) + pickledTensor("0", 5, 0, {1}, {1}) + "t",
            "storage `0` of one type and size");
        row("negative size", pickledTensor("0", 6, 0, {-1}, {1}), "a tensor's shape");
        row("negative stride", pickledTensor("0", 6, 5, {2}, {-1}), "a tensor's strides");
        row("beyond its storage", pickledTensor("0", 6, 1, {2, 3}, {3, 1}), "within the 6 elements");
        row("stride beyond its storage", pickledTensor("0", 6, 0, {2}, {6}), "within the 6 elements");
        row("overflow", pickledTensor("0", 6, 0, {2147483647, 2147483647, 2147483647}, {1, 1, 1}), "found [2147483647");
        row("many dimensions", pickledTensor("0", 6, 0, {1, 1, 1, 1, 1, 1, 1, 1, 1}, {1, 1, 1, 1, 1, 1, 1, 1, 1}),
            "at most 8 numbers");
        row("spread out", pickledTensor("0", 6, 0, {100000, 100000}, {0, 0}), "no larger than the file");
        row("missing storage", pickledTensor("1", 6, 0, {6}, {1}), "the data of storage `1`");
        row("storage size", pickledTensor("0", 7, 0, {6}, {1}), "found 24 bytes");
        row("doubled name",
            "}(" + pickledText("a.b") + pickledTensor("0", 6, 0, {6}, {1}) + pickledText("a") + "}" + pickledText("b") +
                pickledTensor("0", 6, 0, {6}, {1}) + "su",
            "`a.b` twice");
        row("key that is no name", "}N" + pickledTensor("0", 6, 0, {6}, {1}) + "s", "keys of a dict");
        row("memo", "h\x05", "number 5, which was not");
        row("empty stack", "R", "found none");
        row("across a mark", "N(\x85", "found none");
        row("no mark", "Nt", "a mark");
        row("two objects", "NN", "expected one object");
        row("odd pairs", "}(Nu", "pairs");
        row("append to a dict", "}Na", "a list to append to");
        row("unfinished name", "cos", "whole pickle");
        row("cut off", "X\xFF\xFF\xFF\x7F", "texts of at most");
        row("contains itself",
            "]q\x01h\x01"
            "a",
            "64 levels");
        // Each list holds the one before it twice: 2^60 ways.
        std::string laughs = "]";
        for (int i = 0; i < 60; ++i)
            laughs += "q\x01h\x01\x86";
        row("a billion laughs", laughs, "at most 64 levels and 1000000 objects");
    }

    void refusesOddUsesOfKnownObjects()
    {
        QFETCH(QByteArray, pickle);
        QFETCH(QString, says);
        QString sentence = pickleRefusal(pickle.toStdString());
        if (says == "whole pickle") // the name swallows the stop
            says = "a name of at most 256 bytes";
        QVERIFY2(sentence.contains(says), qPrintable(sentence));
    }

    void refusesOtherOpcodes()
    {
        for (const char opcode : std::string("IiodPSVFLlg2\x81\x8f\x92\x97")) {
            const QString sentence = pickleRefusal(std::string(1, opcode), ErrorKind::Unsupported);
            QVERIFY2(sentence.contains("the pickle opcode 0x"), qPrintable(sentence));
        }
    }

    void boundsWhatAPickleMayDo()
    {
        QElapsedTimer timer;
        timer.start();
        QVERIFY(pickleRefusal(std::string(200'000, 'N')).contains("100000 objects on the stack"));
        QVERIFY(pickleRefusal(std::string(200'000, '(')).contains("too many marks"));
        std::string opcodes = "]";
        for (int i = 0; i < 500'001; ++i)
            opcodes += "Na";
        QVERIFY(pickleRefusal(opcodes).contains("1000000 pickle opcodes"));
        // One long list of pairs, made into a dict again and again.
        std::string dicts = "](";
        for (int i = 0; i < 20'000; ++i)
            dicts += pickledText("k") + "N\x86";
        dicts += "eq\1";
        dicts = dicts + "(";
        for (int i = 0; i < 1000; ++i)
            dicts += pickledGlobal("collections", "OrderedDict") + "h\1\x85R";
        QVERIFY(pickleRefusal(dicts + "t").contains("1000000 pairs"));
        QVERIFY(timer.elapsed() < 30000);
    }

    void refusesDamagedZips_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const std::string& bytes, const char* says) {
            QTest::newRow(name) << QByteArray::fromStdString(bytes) << QString(says);
        };
        const ZipEntry pickle{"a/data.pkl", std::string("\x80\x02N.", 4)};
        const auto changed = [](std::string bytes, std::size_t at, std::uint32_t value) {
            std::memcpy(bytes.data() + at, &value, sizeof value);
            return bytes;
        };
        const std::string good = zipFile({pickle});
        const std::size_t end = good.size() - 22;
        const std::size_t directory = end - 46 - pickle.name.size();
        row("no pickle", zipFile({{"a/other", "x"}}), "a data.pkl");
        row("two pickles", zipFile({pickle, {"b/data.pkl", "x"}}), "found several");
        row("one name twice", zipFile({pickle, pickle}), "`a/data.pkl` twice");
        row("no end record", good.substr(0, good.size() - 1), "the end record");
        row("local header only", good.substr(0, 40), "the end record");
        row("directory beyond the file", changed(good, end + 16, 1U << 30), "before its end record");
        row("directory elsewhere", changed(good, end + 16, 0), "ZIP directory entry 1");
        row("size beyond the file", changed(changed(good, directory + 20, 1U << 30), directory + 24, 1U << 30),
            "1073741824 bytes of `a/data.pkl`");
        row("two sizes", changed(good, directory + 20, 3), "one size");
        row("header beyond the directory", changed(good, directory + 42, 1U << 30), "before the ZIP directory");
        row("no header there", changed(good, directory + 42, 8), "something else");
        row(
            "another name in the header",
            [&] {
                std::string bytes = good;
                bytes[30] = 'b';
                return bytes;
            }(),
            "that of `b/data.pkl`");
        std::string nested = zipFile({{"a/data/0", std::string(200, 'x')}, pickle});
        // The first entry's data run into the second.
        const std::size_t firstEntry = nested.size() - 22 - (46 + 10) - (46 + 8);
        nested = changed(changed(nested, firstEntry + 20, 230), firstEntry + 24, 230);
        row("overlap", nested, "inside the one before it");
        std::string many = good;
        many[end + 4] = 1;
        row("several parts", many, "in one part");
    }

    void refusesDamagedZips()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, says);
        const QString sentence = refusal(bytes.toStdString());
        QVERIFY2(sentence.contains(says), qPrintable(sentence));
    }

    void refusesPackedZips()
    {
        QVERIFY(refusal(zipFile({{"a/data.pkl", "xx", 8}}), ErrorKind::Unsupported).contains("compressed"));
        QVERIFY(refusal(zipFile({{"a/data.pkl", "xx", 0, 1}}), ErrorKind::Unsupported).contains("encrypted"));
        QVERIFY(refusal(zipFile({{"a/data.pkl", "\x80\x02N."}, {"a/byteorder", "big"}}), ErrorKind::Unsupported)
                    .contains("found `big`"));
    }

    void refusesOtherFiles()
    {
        QVERIFY(refusal("").contains("an empty file"));
        QVERIFY(refusal("hello, this is text").contains("something else"));
        QVERIFY(refusal("\x80\x02N.").contains("a pickle of something else"));
        QVERIFY(refusal("\x80\x07N.").contains("protocol 2 to 5"));
    }

    void everyTruncationIsRefused()
    {
        const std::string whole = smallPyTorchFile();
        for (std::size_t size = 0; size < whole.size(); ++size) {
            const QString sentence = refusal(whole.substr(0, size));
            QVERIFY2(sentence.startsWith("model.pt is"), qPrintable(sentence));
        }
    }

    void flippedBytesNeverCrash()
    {
        const std::string whole = smallPyTorchFile();
        std::mt19937 random(2026);
        int refused = 0;
        for (int round = 0; round < 2000; ++round) {
            std::string bytes = whole;
            for (int flips = 1 + round % 4; flips > 0; --flips)
                bytes[random() % bytes.size()] = static_cast<char>(random());
            try {
                const TensorSet set = read(bytes);
                for (const TensorView& tensor : set.tensors())
                    QVERIFY(byteSize(tensor.dtype, tensor.shape) == tensor.bytes.size());
            } catch (const Error&) {
                ++refused;
            }
        }
        QVERIFY2(refused > 500 && refused < 2000, qPrintable(QString::number(refused)));
    }
};

PROLAP_TEST(TstPytorchFile)
#include "tst_pytorch_file.moc"
