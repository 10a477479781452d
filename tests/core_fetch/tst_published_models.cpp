#include "core/fetch/published_models.h"
#include "tests/support/files.h"
#include "tests/support/test_main.h"

#include <set>

#include <QTest>

using namespace prolap;
using namespace prolap::fetch;
using namespace prolap::test;

class TstPublishedModels : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theListIsTheOneOfTheResources()
    {
        const Path file = Path(qEnvironmentVariable("PROLAP_SOURCE_DIR").toStdString()) / "resources/models";
        QVERIFY(publishedJson() == readFile(file / "published.json"));
    }

    void everyModelCanBeUsedAsItComes()
    {
        std::set<std::string> names;
        for (const PublishedModel& model : publishedModels().models) {
            QVERIFY2(names.insert(model.name).second, model.name.c_str());
            QVERIFY2(model.page.rfind(publishedModels().server + "/", 0) == 0, model.page.c_str());
            std::set<std::string> files;
            for (const PublishedFile& file : model.files)
                files.insert(file.name);
            QVERIFY2(files.contains("vocab.json") && files.contains("merges.txt"), model.name.c_str());
            const std::string& weights = model.files.back().name;
            const bool checkpoint = weights.ends_with(".pt") || weights.ends_with(".pth");
            QVERIFY2(checkpoint || (weights == "pytorch_model.bin" && files.contains("config.json") &&
                                    files.contains("preprocessor_config.json")),
                     model.name.c_str());
            QVERIFY2(model.bytes() > 600'000'000 && model.bytes() < 2'500'000'000, model.name.c_str());
        }
        for (const char* name : {"clap-htsat-unfused", "clap-htsat-fused", "larger_clap_general", "larger_clap_music",
                                 "larger_clap_music_and_speech", "msclap-2023", "laion-630k-audioset"})
            QVERIFY2(names.contains(name), name);
    }

    void addresses()
    {
        const PublishedModel& model = publishedModels().find("msclap-2023");
        QCOMPARE(fileUrl(publishedModels().server, model.files.back()),
                 std::string("https://huggingface.co/microsoft/msclap/resolve/main/CLAP_weights_2023.pth"));
        QCOMPARE(fileUrl("http://mirror.test/hub//", model.files.front()),
                 std::string("http://mirror.test/hub/openai-community/gpt2/resolve/main/vocab.json"));
    }

    void anUnknownNameListsTheOthers()
    {
        const std::string sentence = sentenceOf([] { publishedModels().find("clap"); }, ErrorKind::BadInput);
        QVERIFY2(sentence.find("`clap`") != sentence.npos && sentence.find("clap-htsat-unfused") != sentence.npos,
                 sentence.c_str());
    }

    void theWayByHandNamesEveryFile()
    {
        const PublishedModel& model = publishedModels().find("clap-htsat-fused");
        std::string steps;
        for (const std::string& line : manualSteps(model, "/home/ada/models/x"))
            steps += line + '\n';
        for (const PublishedFile& file : model.files)
            QVERIFY2(steps.find("/resolve/main/" + file.name + "  (") != steps.npos, steps.c_str());
        QVERIFY2(steps.find("/home/ada/models/x") != steps.npos, steps.c_str());
    }

    void listsThatAreNone_data()
    {
        QTest::addColumn<QString>("old");
        QTest::addColumn<QString>("with");
        QTest::newRow("no JSON") << "{\"server\""
                                 << "{\"server";
        QTest::newRow("no models") << "\"models\""
                                   << "\"model\"";
        QTest::newRow("a name with a slash") << "\"a.bin\""
                                             << "\"../a.bin\"";
        QTest::newRow("a hidden name") << "\"a.bin\""
                                       << "\".a.bin\"";
        QTest::newRow("a repository that climbs") << "some/one"
                                                  << "../one";
        QTest::newRow("no size") << "\"bytes\""
                                 << "\"size\"";
        QTest::newRow("a negative size") << ":7"
                                         << ":-7";
        QTest::newRow("a short hash") << "ba78"
                                      << "ba7";
        QTest::newRow("an upper-case hash") << "ba78"
                                            << "BA78";
        QTest::newRow("no licence") << "\"licence\":\"l\""
                                    << "\"licence\":\"\"";
        QTest::newRow("one file twice") << "}]}"
                                        << "},{\"name\":\"a.bin\",\"bytes\":7}]}";
    }

    void listsThatAreNone()
    {
        QFETCH(QString, old);
        QFETCH(QString, with);
        const QString right = R"({"server":"https://h","models":[{"name":"m","title":"t","licence":"l","page":"p",)"
                              R"("notes":"n","sources":[{"repository":"some/one","files":[{"name":"a.bin","bytes":7,)"
                              R"("sha256":"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"}]}]}]})";
        QCOMPARE(readPublishedModels(right.toStdString()).find("m").files.front().bytes, std::int64_t(7));
        QString wrong = right;
        QVERIFY(wrong.contains(old));
        wrong.replace(old, with);
        const std::string sentence = sentenceOf([&] { readPublishedModels(wrong.toStdString()); }, ErrorKind::Corrupt);
        QVERIFY2(sentence.rfind("The list of published models", 0) == 0, sentence.c_str());
    }
};

PROLAP_TEST(TstPublishedModels)
#include "tst_published_models.moc"
