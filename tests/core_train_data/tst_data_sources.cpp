#include <functional>
#include <memory>

#include <QTemporaryDir>
#include <QTest>

#include "core/error.h"
#include "core/train/data/clip_query.h"
#include "core/train/data/read_data.h"
#include "core/train/data/split_name.h"
#include "db/clip_table.h"
#include "db/label_table.h"
#include "db/root_table.h"
#include "tests/core_train_data/data_files.h"
#include "tests/support/test_main.h"

using namespace prolap;
using namespace prolap::train;

using Texts = std::vector<std::string>;

/// Every kind of data set as its publisher or user has it, and what becomes of what is wrong in it.
class TstDataSources : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_folder = m_dir->path().toStdString();
    }

    void audioCapsIsFoundUnderAllItsNames()
    {
        for (const char* name : {"-aBcDeFgH_1.wav", "Y_bCdEfGhI2.FLAC", "cDeFgHiJk-3_30.m4a", "90002.ogg"})
            test::writeText(m_folder / "wav" / name, "sound");
        test::writeText(m_folder / "wav/notes.txt", "not a sound");
        const Path csv = write("train.csv", "audiocap_id,youtube_id,start_time,caption\r\n"
                                            "1,-aBcDeFgH_1,0,A dog barks\r\n"
                                            "2,_bCdEfGhI2,130,\"A man says \"\"stop\"\", then a door closes\"\r\n"
                                            "3,cDeFgHiJk-3,30,\"Rain falls\nwhile wind blows\"\r\n"
                                            "90001,dEfGhIjKlM4,20,An engine idles\r\n"
                                            "90002,dEfGhIjKlM4,20,A truck engine runs\r\n");
        const Manifest manifest = read(csv, m_folder / "wav");
        QCOMPARE(manifest.rows.size(), std::size_t(4));
        QVERIFY(manifest.hasSplit);
        QCOMPARE(manifest.levels, 1);
        QCOMPARE(manifest.rows[0].split, std::string("train"));
        QCOMPARE(manifest.rows[0].file, m_folder / "wav/-aBcDeFgH_1.wav");
        QCOMPARE(manifest.rows[1].captions[0], std::string("A man says \"stop\", then a door closes"));
        QCOMPARE(manifest.rows[1].file.filename(), Path("Y_bCdEfGhI2.FLAC"));
        QCOMPARE(manifest.rows[2].captions[0], std::string("Rain falls\nwhile wind blows"));
        QCOMPARE(manifest.rows[3].line, 6); // its file has the second row's id
        QVERIFY(captionsAt(manifest.rows[3], 0) == (Texts{"An engine idles", "A truck engine runs"}));
        QVERIFY(manifest.failures.empty());
    }

    void rowsOfOneExcerptAreCaptionsOfOneClip()
    {
        test::writeText(m_folder / "aaaaaaaaaaa.wav", "sound");
        test::writeText(m_folder / "bbbbbbbbbbb.wav", "sound");
        const Path csv = write("test.csv", "audiocap_id,youtube_id,start_time,caption\n"
                                           "1,aaaaaaaaaaa,0,Rain falls\n"
                                           "2,bbbbbbbbbbb,0,A cat meows\n"
                                           "3,aaaaaaaaaaa,0,Water drips\n"
                                           "4,aaaaaaaaaaa,0,Rain falls\n"
                                           "5,aaaaaaaaaaa,0,\n"
                                           "6,ccccccccccc,0,A goat bleats\n"
                                           ",,,\n");
        const Manifest manifest = read(csv);
        QCOMPARE(manifest.rows.size(), std::size_t(2));
        QVERIFY(captionsAt(manifest.rows[0], 0) == (Texts{"Rain falls", "Water drips"}));
        QCOMPARE(manifest.rows[0].line, 2);
        QCOMPARE(manifest.rows[0].split, std::string("test"));
        QVERIFY(lines(manifest) == (std::vector<int>{6, 7, 8}));
        QVERIFY(manifest.failures[1].reason.find("Yccccccccccc") != std::string::npos);
        expectError([&] { readData({csv, {}, {}, {}}, true); }, "line 6");
        expectError([&] { read(csv, m_folder / "nowhere"); }, "--audio");
    }

    void clothoHasFiveCaptionsOfEqualRank()
    {
        test::writeText(m_folder / "development/City rain (loud).wav", "sound");
        test::writeText(m_folder / "development/door.flac", "sound");
        const Path csv = write("clotho_captions_development.csv",
                               "file_name,keywords,caption_1,caption_2,caption_3,caption_4,caption_5\n"
                               "City rain (loud).wav,rain;city,\"Rain falls, hard.\",It rains.,It rains.,,Drops fall.\n"
                               "door.wav,door,A door opens.,A door creaks.,Wood creaks.,A hinge moves.,It opens.\n"
                               "gone.wav,none,A.,B.,C.,D.,E.\n"
                               "door.wav,door,short\n");
        const Manifest manifest = read(csv);
        QCOMPARE(manifest.rows.size(), std::size_t(2));
        QCOMPARE(manifest.levels, 1);
        QVERIFY(captionsAt(manifest.rows[0], 0) == (Texts{"Rain falls, hard.", "It rains.", "Drops fall."}));
        QCOMPARE(captionsAt(manifest.rows[1], 0).size(), std::size_t(5));
        QCOMPARE(manifest.rows[1].file, m_folder / "development/door.flac");
        QCOMPARE(manifest.rows[0].split, std::string("train"));
        QVERIFY(lines(manifest) == (std::vector<int>{4, 5}));
        expectError([&] { readData({csv, {}, {}, {}}, true); }, "gone.wav");
    }

    void aFolderOfPublishedListsHasTheirSplits()
    {
        for (const char* stem : {"aaaaaaaaaaa", "bbbbbbbbbbb", "ccccccccccc"})
            test::writeText(m_folder / "all" / (std::string(stem) + ".wav"), "sound");
        const std::string header = "audiocap_id,youtube_id,start_time,caption\n";
        write("train.csv", header + "1,aaaaaaaaaaa,0,Rain\n2,ddddddddddd,0,Gone\n");
        write("val.csv", header + "3,bbbbbbbbbbb,0,Wind\n4,aaaaaaaaaaa,0,Rain again\n");
        write("test.csv", header + "5,ccccccccccc,0,A dog\n");
        write("statistics.csv", "a,a\n1,2\n"); // no list at all
        const Manifest manifest = read(m_folder, m_folder / "all");
        std::vector<std::string> splits;
        for (const ManifestRow& row : manifest.rows)
            splits.push_back(row.split);
        QVERIFY(splits == (Texts{"test", "train", "val", "val"})); // a clip of two splits is not merged
        QCOMPARE(manifest.failures.size(), std::size_t(1));
        QVERIFY(manifest.failures[0].reason.find("train.csv") != std::string::npos);
    }

    void splitsAreWordsOfTheName()
    {
        QCOMPARE(splitOfName("clotho_captions_validation.csv"), std::string("val"));
        QCOMPARE(splitOfName("/test/AudioCaps-Train.csv"), std::string("train"));
        QCOMPARE(splitOfName("evaluation.csv"), std::string("test"));
        QCOMPARE(splitOfName("trains.csv"), std::string());
        QCOMPARE(splitOfName("latest.csv"), std::string());
    }

    void captionsLieBesideTheSounds()
    {
        for (const char* name : {"a.wav", "deep/b.flac", "c.ogg", "d.wav", "e.wav", "f.wav", ".hidden/g.wav", "h.wav"})
            test::writeText(m_folder / name, "sound");
        write("README.txt", "Not of any sound.");
        write("a.txt", "\xEF\xBB\xBFRain falls\r\n\r\n  Water drips  \nRain falls\n");
        write("deep/b.json", R"({"captions": ["Wind blows", "It is windy"], "label": "wind", "split": "val",
                                 "license": "CC0", "source": "field", "duration": 3.2, "tags": ["x"]})");
        write("c.json", R"({"text": "A dog barks"})");
        write("d.json", R"({"caption": )");
        write("e.json", R"({"caption": 3})");
        write(".hidden/g.txt", "Hidden");
        write("h.txt", "\n \n");
        const Manifest manifest = readData({m_folder, {}, {}, {}}, false);
        QCOMPARE(manifest.rows.size(), std::size_t(3));
        QVERIFY(captionsAt(manifest.rows[0], 0) == (Texts{"Rain falls", "Water drips"}));
        QCOMPARE(manifest.rows[0].split, std::string("train")); // others name a split
        QVERIFY(captionsAt(manifest.rows[1], 0) == (Texts{"A dog barks"}));
        const ManifestRow& wind = manifest.rows[2];
        QCOMPARE(wind.path, Path("deep/b.flac"));
        QVERIFY(captionsAt(wind, 0) == (Texts{"Wind blows", "It is windy"}));
        QVERIFY(wind.split == "val" && wind.label == "wind" && wind.licence == "CC0" && wind.source == "field");
        QVERIFY(manifest.hasSplit && manifest.hasLabels && manifest.hasLicences && manifest.hasSources);
        std::vector<std::string> failed;
        for (const DataFailure& failure : manifest.failures)
            failed.push_back(failure.path.string() + ": " + failure.reason);
        QCOMPARE(failed.size(), std::size_t(4));
        QVERIFY(failed[0].starts_with("d.wav: d.json does not hold a JSON object"));
        QVERIFY(failed[1].starts_with("e.wav: \"caption\" in e.json is neither"));
        QVERIFY(failed[2].starts_with("f.wav: it has no caption: there is neither f.json nor f.txt"));
        QVERIFY(failed[3].starts_with("h.wav: it has no caption"));
        expectError([&] { readData({m_folder, {}, {}, {}}, true); }, "d.wav");
        expectError([&] { readData({m_folder, m_folder, {}, {}}, false); }, "CSV");
    }

    void levelsBesideTheSounds()
    {
        for (const char* name : {"a.wav", "b.wav"})
            test::writeText(m_folder / name, "sound");
        write("a.json", R"({"caption1": "animal", "caption2": "dog", "caption3": "a dog barks", "caption": "woof"})");
        write("b.json", R"({"caption": "a cat meows"})");
        const Manifest manifest = readData({m_folder, {}, {}, {}}, false);
        QCOMPARE(manifest.levels, 3);
        QVERIFY(!manifest.hasSplit);
        QVERIFY(manifest.rows[0].captions == (Texts{"animal", "dog", "a dog barks"}));
        QVERIFY(captionsAt(manifest.rows[0], 2) == (Texts{"a dog barks", "woof"}));
        QVERIFY(manifest.rows[1].captions == (Texts{"", "", "a cat meows"}));
    }

    void aLibraryAnswersByTags()
    {
        const Path library = makeLibrary();
        const Manifest rain = readData({{}, {}, library, "tag:RAIN"}, false);
        QCOMPARE(rain.rows.size(), std::size_t(2));
        QCOMPARE(rain.levels, 3); // tags, then captions from general to specific
        QVERIFY(captionsAt(rain.rows[0], 0) == (Texts{"heavy rain", "rain"}));
        QVERIFY(rain.rows[0].captions[1] == "weather outdoors");
        QVERIFY(captionsAt(rain.rows[0], 2) == (Texts{"rain hammers on a tin roof", "drops on metal"}));
        QVERIFY(rain.rows[1].captions == (Texts{"rain", "", ""}));
        QVERIFY(!rain.hasSplit && !rain.hasLabels);
        QVERIFY(rain.failures.empty());

        const Manifest dry = readData({{}, {}, library, "-tag:rain"}, false);
        QCOMPARE(dry.rows.size(), std::size_t(1));
        QCOMPARE(dry.rows[0].file, m_folder / "sounds/deep/wind.wav");
        QCOMPARE(dry.failures.size(), std::size_t(1)); // gone.wav is tagged but not there now
        expectError([&] { readData({{}, {}, library, "-tag:rain"}, true); }, "gone.wav");
        const std::string below = "folder:" + (m_folder / "sounds/deep").string();
        QCOMPARE(readData({{}, {}, library, below}, false).rows.size(), std::size_t(1));
        QCOMPARE(readData({{}, {}, library, "*"}, false).rows.size(), std::size_t(3));
        QCOMPARE(readData({{}, {}, library, "tag:\"heavy rain\""}, false).rows.size(), std::size_t(1));
        const Manifest tagsAlone = readData({{}, {}, library, "tag:wind"}, false);
        QCOMPARE(tagsAlone.levels, 1);

        expectError([&] { readData({{}, {}, library, "tag:snow"}, false); }, "its tags are heavy rain, rain, wind");
        expectError([&] { readData({{}, {}, library, "colour:red"}, false); }, "colour:red");
        expectError([&] { readData({{}, {}, library, "tag:\"rain"}, false); }, "never closed");
        expectError([&] { readData({{}, {}, library, "folder:sounds"}, false); }, "absolute");
        expectError([&] { readData({{}, {}, m_folder / "none.db", "*"}, false); }, "none.db");
        expectError([&] { readData({library, {}, {}, {}}, false); }, "--library");
    }

    void whatIsNoDataSetIsSaidSo()
    {
        expectError([&] { read(write("words.csv", "file,words\na.wav,rain\n")); }, "it is \"file,words\"");
        expectError([&] { read(write("sound.csv", std::string("RIFF\0\0\0WAVE", 11))); }, "not a CSV");
        expectError([&] { read(write("empty.csv", "")); }, "empty");
        expectError([&] { read(m_folder / "none.csv"); }, "none.csv");
        expectError([&] { readData({}, false); }, "one of the two");
        expectError([&] { readData({"a.csv", {}, "l.db", "*"}, false); }, "one of the two");
        std::filesystem::create_directories(m_folder / "empty");
        expectError([&] { read(m_folder / "empty"); }, "no usable row");
    }

    void pathsOfAManifestStartWhereItIsTold()
    {
        test::writeText(m_folder / "elsewhere/good.wav", "sound");
        const Path csv = write("manifest.csv", "path,caption\ngood.wav,a tone\n");
        QCOMPARE(read(csv, m_folder / "elsewhere").rows.size(), std::size_t(1));
        expectError([&] { read(csv); }, "no usable row");
    }

private:
    Path write(const std::string& name, const std::string& text)
    {
        test::writeText(m_folder / name, text);
        return m_folder / name;
    }

    static Manifest read(const Path& data, const Path& audio = {}) { return readData({data, audio, {}, {}}, false); }

    static std::vector<int> lines(const Manifest& manifest)
    {
        std::vector<int> all;
        for (const DataFailure& failure : manifest.failures)
            all.push_back(failure.line);
        return all;
    }

    /// Three tagged clips that are there, one that is gone, and one that nobody has said anything of.
    Path makeLibrary()
    {
        const Path file = m_folder / "library.db", sounds = m_folder / "sounds";
        db::Catalogue catalogue(file);
        const RootId root = db::RootTable(catalogue).add(sounds);
        db::ClipTable clips(catalogue);
        db::LabelTable labels(catalogue);
        const auto add = [&](const char* name, const Texts& tags, const std::vector<db::Caption>& captions) {
            const ClipId clip = clips.list({root, name, 1, 1});
            for (const std::string& tag : tags)
                labels.addTag(clip, tag);
            labels.setCaptions(clip, captions);
            if (std::string(name) != "gone.wav")
                test::writeText(sounds / name, "sound");
        };
        add("roof.wav", {"rain", "heavy rain"},
            {{1, "rain hammers on a tin roof", "user"},
             {1, "drops on metal", "user"},
             {3, "weather outdoors", "user"}});
        add("gutter.wav", {"Rain"}, {});
        add("deep/wind.wav", {"wind"}, {});
        add("gone.wav", {"wind"}, {});
        add("unknown.wav", {}, {});
        return file;
    }

    static void expectError(const std::function<void()>& call, const char* part)
    {
        try {
            call();
        } catch (const Error& e) {
            QVERIFY2(std::string(e.what()).find(part) != std::string::npos, e.what());
            return;
        }
        QFAIL(qPrintable(QString("no error with ") + part));
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    Path m_folder;
};

PROLAP_TEST(TstDataSources)
#include "tst_data_sources.moc"
