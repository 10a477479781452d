#include "core/model/checkpoint/safetensors.h"
#include "tests/core_checkpoint/checkpoint_files.h"
#include "tests/support/files.h"
#include "tests/support/test_main.h"

#include <algorithm>
#include <cstring>
#include <random>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <QTemporaryDir>
#include <QTest>

using namespace prolap;
using namespace prolap::checkpoint;
using namespace prolap::test;

class TstSafetensors : public QObject {
    Q_OBJECT

    static std::vector<OwnedTensor> someTensors()
    {
        return {
            {"bias", DType::F32, {3}, bytesOf<float>({1.0F, -2.0F, 3.5F})},
            {"steps", DType::I64, {}, bytesOf<std::int64_t>({42})},
            {"half", DType::F16, {1, 3}, bytesOf<std::uint16_t>({0x3C00, 0xC000, 0})},
            {"mask", DType::Bool, {2, 2}, bytesOf<std::uint8_t>({1, 0, 0, 1})},
            {"nothing", DType::F64, {0, 7}, {}},
            {"a", DType::F32, {1}, bytesOf<float>({9.0F})},
        };
    }

    static std::vector<TensorView> viewsOf(const std::vector<OwnedTensor>& tensors)
    {
        std::vector<TensorView> views;
        for (const OwnedTensor& tensor : tensors)
            views.push_back(tensor.view());
        return views;
    }

private Q_SLOTS:
    void readsWhatItWrites()
    {
        QTemporaryDir dir;
        const Path file = Path(dir.path().toStdString()) / "model.safetensors";
        const auto tensors = someTensors();
        writeSafetensors(file, viewsOf(tensors), {{"format", "pt"}, {"licence", "CC0 \"quoted\" \n ü"}});
        const TensorSet set = readSafetensors(file);
        QCOMPARE(set.tensors().size(), tensors.size());
        QCOMPARE(set.metadata().at("licence"), std::string("CC0 \"quoted\" \n ü"));
        for (const OwnedTensor& expected : tensors) {
            const TensorView* found = set.find(expected.name);
            QVERIFY2(found, expected.name.c_str());
            QCOMPARE(found->dtype, expected.dtype);
            QCOMPARE(found->shape, expected.shape);
            QVERIFY(std::ranges::equal(found->bytes, expected.bytes));
            QCOMPARE(reinterpret_cast<std::uintptr_t>(found->bytes.data()) % elementSize(found->dtype), 0U);
        }
        QVERIFY(std::ranges::is_sorted(set.tensors(), {}, &TensorView::name));
        QVERIFY(!set.find("b"));
    }

    void writesTheSameBytesInAnyOrder()
    {
        QTemporaryDir dir;
        const Path folder(dir.path().toStdString());
        auto tensors = someTensors();
        writeSafetensors(folder / "one", viewsOf(tensors), {{"k", "v"}});
        std::ranges::reverse(tensors);
        writeSafetensors(folder / "two", viewsOf(tensors), {{"k", "v"}});
        const std::string bytes = readFile(folder / "one");
        QCOMPARE(bytes, readFile(folder / "two"));
        std::uint64_t header = 0;
        std::memcpy(&header, bytes.data(), sizeof header);
        QCOMPARE(header % 8, 0U);
        QCOMPARE(bytes[8], '{');
    }

    void failedWriteLeavesTheOldFile()
    {
        QTemporaryDir dir;
        const Path folder(dir.path().toStdString());
        writeFile(folder / "model", "old");
        auto tensors = someTensors();
        tensors.push_back(tensors.front());
        const auto views = viewsOf(tensors);
        QVERIFY(
            QString::fromStdString(sentenceOf([&] { writeSafetensors(folder / "model", views); }, ErrorKind::BadInput))
                .contains("`bias` again"));
        tensors = someTensors();
        tensors.front().shape = {4};
        QVERIFY(QString::fromStdString(
                    sentenceOf([&] { writeSafetensors(folder / "model", viewsOf(tensors)); }, ErrorKind::BadInput))
                    .contains("[4] of F32"));
        QVERIFY(QString::fromStdString(
                    sentenceOf([&] { writeSafetensors(folder / "none" / "model", {}); }, ErrorKind::NotFound))
                    .contains("none/model"));
        QCOMPARE(readFile(folder / "model"), std::string("old"));
        QCOMPARE(std::distance(std::filesystem::directory_iterator(folder), {}), std::ptrdiff_t(1));
    }

    void readsUnalignedData()
    {
        QTemporaryDir dir;
        const Path file = Path(dir.path().toStdString()) / "odd.safetensors";
        const float value = 2.5F;
        // A header of odd length, as older writers left it.
        std::string header = R"({"w":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}})";
        if (header.size() % 2 == 0)
            header += ' ';
        writeFile(file, safetensorsFile(header, std::string(reinterpret_cast<const char*>(&value), 4)));
        const TensorSet set = readSafetensors(file);
        const TensorSet copy = set; // shares the bytes
        const TensorView* w = copy.find("w");
        QCOMPARE(reinterpret_cast<std::uintptr_t>(w->bytes.data()) % 4, 0U);
        QCOMPARE(*reinterpret_cast<const float*>(w->bytes.data()), value);
    }

    void refusesDamagedFiles_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const std::string& bytes, const char* says) {
            QTest::newRow(name) << QByteArray::fromStdString(bytes) << QString(says);
        };
        const auto header = [](const char* json, std::size_t dataBytes = 8) {
            return safetensorsFile(json, std::string(dataBytes, '\0'));
        };
        const std::uint64_t fortyGigabytes = 40ULL << 30;
        row("empty", "", "found 0");
        row("seven bytes", "1234567", "found 7");
        row("40 GB header", std::string(reinterpret_cast<const char*>(&fortyGigabytes), 8) + "{}",
            "found a claim of 42949672960");
        row("largest header", std::string(8, '\xFF') + "{}", "found a claim of 18446744073709551615");
        row("no JSON", header("hello", 0), "found something else");
        row("broken JSON", header(R"({"w":{"dtype":"F32",)", 0), "syntax error");
        row("text behind", header("{} {}", 0), "syntax error");
        row("array", safetensorsFile("[]", ""), "found something else");
        row("nested", header(R"({"w":{"dtype":{"dtype":"F32"}}})"), "an object at `w`");
        row("deep", header((R"({"w":)" + std::string(100000, '[')).c_str()), "an array at `w`");
        row("doubled name",
            header(R"({"w":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},)"
                   R"("w":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}})"),
            "`w` twice");
        row("doubled field", header(R"({"w":{"dtype":"F32","dtype":"F32","shape":[2],"data_offsets":[0,8]}})"),
            "dtype twice");
        row("no shape", header(R"({"w":{"dtype":"F32","data_offsets":[0,8]}})"), "found 2 of them");
        row("other field", header(R"({"w":{"dtype":"F32","strides":[1]}})"), "found `strides` for `w`");
        row("negative", header(R"({"w":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}})"), "a negative number");
        row("fraction", header(R"({"w":{"dtype":"F32","shape":[2.0],"data_offsets":[0,8]}})"), "no integer");
        row("huge size", header(R"({"w":{"dtype":"F32","shape":[9007199254740993],"data_offsets":[0,8]}})"), "2^53");
        row("overflow", header(R"({"w":{"dtype":"F32","shape":[4294967296,4294967296],"data_offsets":[0,8]}})"),
            "[4294967296, 4294967296]");
        row("overflow behind a zero",
            header(R"({"w":{"dtype":"F32","shape":[0,4294967296,4294967296],"data_offsets":[0,0]}})", 0),
            "fits into memory");
        row("rank", header(R"({"w":{"dtype":"F32","shape":[1,1,1,1,1,1,1,1,2],"data_offsets":[0,8]}})"),
            "8 dimensions");
        row("three offsets", header(R"({"w":{"dtype":"F32","shape":[2],"data_offsets":[0,4,8]}})"), "two data_offsets");
        row("one offset", header(R"({"w":{"dtype":"F32","shape":[2],"data_offsets":[8]}})"), "two data_offsets");
        row("size and offsets", header(R"({"w":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}})"),
            "expected 12 bytes for `w`");
        row("backwards", header(R"({"w":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}})"), "starts late");
        row("gap",
            header(R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},)"
                   R"("w":{"dtype":"F32","shape":[1],"data_offsets":[8,12]}})",
                   12),
            "leaves a gap");
        row("overlap",
            header(R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},)"
                   R"("w":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}})"),
            "overlaps another");
        row("cut off", header(R"({"w":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}})", 7), "found 7 (cut off)");
        row("longer", header(R"({"w":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}})", 9),
            "found 9 (something follows)");
        row("metadata number", header(R"({"__metadata__":{"step":7}})", 0), "a number at `__metadata__`");
        row("metadata twice", header(R"({"__metadata__":{"a":"b","a":"c"}})", 0), "`a` twice in __metadata__");
        row("boolean of 2", safetensorsFile(R"({"b":{"dtype":"BOOL","shape":[2],"data_offsets":[0,2]}})", "\1\2"),
            "found 2");
        row("long name", header(("{\"" + std::string(600, 'n') + "\":1}").c_str()), "found one of 600");
    }

    void refusesDamagedFiles()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, says);
        if (says == "starts late") // the wording of the first check that such offsets fail
            says = "expected `w` to start at byte 0";
        QTemporaryDir dir;
        const Path file = Path(dir.path().toStdString()) / "bad.safetensors";
        writeFile(file, bytes.toStdString());
        const auto sentence = QString::fromStdString(sentenceOf([&] { readSafetensors(file); }, ErrorKind::Corrupt));
        QVERIFY2(sentence.contains(says) && sentence.contains("bad.safetensors"), qPrintable(sentence));
    }

    void refusesWhatItCannotUse()
    {
        QTemporaryDir dir;
        const Path folder(dir.path().toStdString());
        writeFile(folder / "f8", safetensorsFile(R"({"w":{"dtype":"F8_E4M3","shape":[1],"data_offsets":[0,1]}})", "x"));
        QVERIFY(QString::fromStdString(sentenceOf([&] { readSafetensors(folder / "f8"); }, ErrorKind::Unsupported))
                    .contains("`F8_E4M3` for `w`"));
        QVERIFY(QString::fromStdString(sentenceOf([&] { readSafetensors(folder / "none"); }, ErrorKind::NotFound))
                    .contains("none"));
        QVERIFY(QString::fromStdString(sentenceOf([&] { readSafetensors(folder); }, ErrorKind::BadInput))
                    .contains("found a folder"));
    }

    void everyTruncationIsRefused()
    {
        QTemporaryDir dir;
        const Path folder(dir.path().toStdString());
        const auto tensors = someTensors();
        writeSafetensors(folder / "whole", viewsOf(tensors));
        const std::string bytes = readFile(folder / "whole");
        for (std::size_t size = 0; size < bytes.size(); ++size) {
            const auto part = std::as_bytes(std::span(bytes)).first(size);
            const std::string sentence = sentenceOf([&] { readSafetensorsBytes(part, "part"); }, ErrorKind::Corrupt);
            QVERIFY2(sentence.find("part") != std::string::npos, sentence.c_str());
        }
    }

    void flippedBytesNeverCrash()
    {
        QTemporaryDir dir;
        const Path folder(dir.path().toStdString());
        const auto tensors = someTensors();
        writeSafetensors(folder / "whole", viewsOf(tensors), {{"format", "pt"}});
        const std::string whole = readFile(folder / "whole");
        std::mt19937 random(2026);
        int refused = 0;
        for (int round = 0; round < 2000; ++round) {
            std::string bytes = whole;
            for (int flips = 1 + round % 3; flips > 0; --flips)
                bytes[random() % bytes.size()] = static_cast<char>(random());
            try {
                const TensorSet set = readSafetensorsBytes(std::as_bytes(std::span(bytes)), "flipped");
                for (const TensorView& tensor : set.tensors())
                    QVERIFY(byteSize(tensor.dtype, tensor.shape) == tensor.bytes.size());
            } catch (const Error&) {
                ++refused;
            }
        }
        QVERIFY2(refused > 1000, qPrintable(QString::number(refused)));
    }

    void readsShards()
    {
        QTemporaryDir dir;
        const Path folder(dir.path().toStdString());
        const auto tensors = someTensors();
        const auto views = viewsOf(tensors);
        writeSafetensors(folder / "a.safetensors", std::span(views).first(2));
        writeSafetensors(folder / "b.safetensors", std::span(views).subspan(2));
        nlohmann::json index = {{"metadata", {{"total_size", 99}}}, {"weight_map", nlohmann::json::object()}};
        for (std::size_t i = 0; i < views.size(); ++i)
            index["weight_map"][views[i].name] = i < 2 ? "a.safetensors" : "b.safetensors";
        const Path file = folder / "model.safetensors.index.json";
        writeFile(file, index.dump());
        const TensorSet set = readShardedSafetensors(file);
        QCOMPARE(set.tensors().size(), views.size());
        QVERIFY(std::ranges::is_sorted(set.tensors(), {}, &TensorView::name));
        QVERIFY(std::ranges::equal(set.find("a")->bytes, tensors.back().bytes));

        const auto refused = [&](const nlohmann::json& changed, ErrorKind kind = ErrorKind::Corrupt) {
            writeFile(file, changed.dump());
            return QString::fromStdString(sentenceOf([&] { readShardedSafetensors(file); }, kind));
        };
        nlohmann::json changed = index;
        changed["weight_map"]["more"] = "a.safetensors";
        QVERIFY(refused(changed).contains("expected `more` in a.safetensors"));
        changed = index;
        changed["weight_map"]["bias"] = "b.safetensors";
        QVERIFY(refused(changed).contains("expected `bias` in b.safetensors, found it in a.safetensors"));
        changed = index;
        changed["weight_map"].erase("bias");
        QVERIFY(refused(changed).contains("expected `bias` in no shard"));
        changed = index;
        changed["weight_map"]["bias"] = "../a.safetensors";
        QVERIFY(refused(changed).contains("the file name `../a.safetensors`"));
        changed = index;
        changed["weight_map"]["bias"] = 7;
        QVERIFY(refused(changed).contains("no file name for `bias`"));
        QVERIFY(refused(nlohmann::json::array()).contains("something else"));
        QVERIFY(refused(nlohmann::json::object()).contains("no weight_map"));
        changed = index;
        changed["weight_map"]["more"] = "c.safetensors";
        QVERIFY(refused(changed, ErrorKind::NotFound).contains("c.safetensors"));
        const std::string shard = readFile(folder / "b.safetensors");
        writeFile(folder / "b.safetensors", std::string_view(shard).substr(0, shard.size() - 1));
        QVERIFY(refused(index).contains("b.safetensors is damaged"));
    }

    void readsWhatOthersWrote()
    {
        const Path golden = goldenFolder();
        if (golden.empty())
            QSKIP("shared/golden is not here");
        const TensorSet larger = readShardedSafetensors(golden / "hf-larger" / "model.safetensors.index.json");
        QVERIFY(larger.find("logit_scale_a"));
        QVERIFY(larger.find("logit_scale_a")->shape.empty());
        const TensorSet unfused = readSafetensors(golden / "hf-unfused" / "model.safetensors");
        const TensorView* index =
            unfused.find("audio_model.audio_encoder.layers.0.blocks.0.attention.self.relative_position_index");
        QVERIFY(index);
        QCOMPARE(index->dtype, DType::I64);
        QCOMPARE(index->shape, (std::vector<std::int64_t>{64, 64}));
        std::vector<std::int64_t> values(index->count());
        std::memcpy(values.data(), index->bytes.data(), index->bytes.size());
        // The published checks of the relative position index.
        QCOMPARE(values[0], 112);
        QCOMPARE(values[1], 111);
        QCOMPARE(values[63], 0);
        QCOMPARE(values[63 * 64], 224);
    }
};

PROLAP_TEST(TstSafetensors)
#include "tst_safetensors.moc"
