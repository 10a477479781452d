#include "tests/app/prolap_run.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace prolap::test;

class TstHelp : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCommandTeachesByExample_data()
    {
        QTest::addColumn<QStringList>("command");
        const char* commands[] = {"index",          "search",           "similar",          "embed",
                                  "tokenize",       "library info",     "library check",    "tag",
                                  "library export", "library import",   "library relocate", "library duplicates",
                                  "library stats",  "model info",       "model fetch",      "model assemble",
                                  "train",          "eval retrieval",   "eval zeroshot",    "eval traversal",
                                  "eval inclusion", "eval uncertainty", "eval all",         "demo",
                                  "traverse",       "finetune"};
        for (const char* command : commands)
            QTest::newRow(command) << QString(command).split(' ');
    }

    void everyCommandTeachesByExample()
    {
        QFETCH(QStringList, command);
        const ProlapResult result = m_user.runBare(command + QStringList{"--help"});
        QVERIFY2(result.exitCode == 0, result.shown());
        QVERIFY2(result.out.contains("Examples:\n  prolap " + command.join(' ').toUtf8()), result.shown());
        for (const char* option : {"--library FILE", "--model PATH", "--device", "--precision", "--threads N",
                                   "--seed N", "--json", "--quiet"})
            QVERIFY2(result.out.contains(option), option);
    }

    void wrongOptionsAreExitCode1_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("no command") << QStringList{};
        QTest::newRow("unknown command") << QStringList{"find"};
        QTest::newRow("unknown option") << QStringList{"search", "rain", "--colour", "red"};
        QTest::newRow("no caption") << QStringList{"search"};
        QTest::newRow("device") << QStringList{"search", "rain", "--device", "gpu"};
        QTest::newRow("precision") << QStringList{"search", "rain", "--precision", "fp8"};
        QTest::newRow("threads") << QStringList{"search", "rain", "--threads", "none"};
        QTest::newRow("limit") << QStringList{"search", "rain", "--limit", "0"};
        QTest::newRow("two kinds of input") << QStringList{"embed", "--text", "rain", "--audio", "a.wav"};
        QTest::newRow("no input") << QStringList{"embed"};
        QTest::newRow("no subcommand") << QStringList{"library"};
        QTest::newRow("unknown protocol") << QStringList{"eval", "magic", "--manifest", "m.csv"};
        QTest::newRow("no model to fetch") << QStringList{"model", "fetch"};
        QTest::newRow("a list of one model") << QStringList{"model", "fetch", "clap-htsat-unfused", "--list"};
        QTest::newRow("no address of a mirror")
            << QStringList{"model", "fetch", "clap-htsat-unfused", "--base-url", "mirror.test"};
        QTest::newRow("no manifest") << QStringList{"eval", "retrieval"};
        const QStringList traversal{"eval", "traversal", "--manifest", "m.csv"};
        QTest::newRow("unknown root") << traversal + QStringList{"--root", "tree"};
        QTest::newRow("a root for a climb") << traversal + QStringList{"--path", "climb", "--root", "empty"};
        QTest::newRow("a width for a line") << traversal + QStringList{"--width", ".2"};
        QTest::newRow("one point") << traversal + QStringList{"--points", "1"};
        QTest::newRow("cached in bf16") << QStringList{"eval",        "all", "--manifest", "m.csv", "--cache-features",
                                                       "--precision", "bf16"};
    }

    void wrongOptionsAreExitCode1()
    {
        QFETCH(QStringList, arguments);
        const ProlapResult result = m_user.runBare(arguments);
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.out.isEmpty(), result.shown());
        QVERIFY2(!result.err.isEmpty(), "says nothing");
    }

    void tellsItsVersion()
    {
        const ProlapResult result = m_user.runBare({"--version"});
        QCOMPARE(result.exitCode, 0);
        QVERIFY2(result.out.startsWith("prolap 0."), result.shown());
    }

private:
    ProlapUser m_user;
};

PROLAP_TEST(TstHelp)
#include "tst_help.moc"
