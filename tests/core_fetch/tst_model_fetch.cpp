#include "core/fetch/checksum_list.h"
#include "tests/core_fetch/small_model.h"
#include "tests/support/test_main.h"

#include <algorithm>
#include <random>
#include <set>

#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace prolap;
using namespace prolap::fetch;
using namespace prolap::test;
using namespace std::chrono_literals;

namespace {

std::set<std::string> namesIn(const Path& folder)
{
    std::set<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        names.insert(entry.path().filename());
    return names;
}

} // namespace

class TstModelFetch : public QObject {
    Q_OBJECT

    const SmallModel m_small;
    const std::set<std::string> m_complete{"SHA256SUMS", "config.json", "model.bin", "vocab.json"};

    ModelFetchReport fetch(const HttpServer& server, const Path& folder, const ModelFetchCallbacks& callbacks = {},
                           RunControl&& control = RunControl())
    {
        ModelFetchOptions options;
        options.server = server.url();
        options.folder = folder;
        options.download = quickly();
        return fetchModel(m_small.model, options, control, callbacks);
    }

private Q_SLOTS:
    void initTestCase() { qputenv("no_proxy", "127.0.0.1"); }

    void allFilesAndTheirSums()
    {
        const FetchFolder here;
        const Path folder = here.folder / "models" / "small";
        const HttpServer server([&](const HttpAsked& asked) { return m_small.reply(asked); });
        std::vector<ModelFetchProgress> seen;
        std::vector<std::string> told;
        const ModelFetchReport report = fetch(server, folder,
                                              {[&](const auto& each) { seen.push_back(each); },
                                               [&](const FetchedFile& each) { told.push_back(each.name); },
                                               {}});
        QCOMPARE(report.outcome, Outcome::Done);
        QCOMPARE(report.received, m_small.total);
        QVERIFY(m_small.liesIn(folder));
        QCOMPARE(namesIn(folder), m_complete);
        QCOMPARE(told, std::vector<std::string>({"vocab.json", "config.json", "model.bin"}));
        QCOMPARE(report.files[0].verified, VerifiedBy::AnnouncedSha256);
        QCOMPARE(report.files[2].verified, VerifiedBy::Pinned);
        for (const FetchedFile& file : report.files)
            QCOMPARE(file.sha256, sha256Of(readFile(folder / file.name)));
        QCOMPARE(seen.back().bytes, m_small.total);
        QCOMPARE(seen.back().bytesTotal, m_small.total);
        QCOMPARE(seen.back().filesDone, 3);
        QCOMPARE(seen.back().fileBytes, std::int64_t(300'000));
        QCOMPARE(seen.back().fileBytesTotal, std::int64_t(300'000));
        for (std::size_t i = 1; i < seen.size(); ++i)
            QVERIFY(seen[i].bytes >= seen[i - 1].bytes);

        QProcess sums;
        sums.setWorkingDirectory(QString::fromStdString(folder));
        sums.start("sha256sum", {"--check", "--strict", "SHA256SUMS"});
        QVERIFY(sums.waitForFinished());
        QVERIFY2(sums.exitCode() == 0, sums.readAllStandardError());
    }

    void whatIsCompleteIsNotFetchedAgain()
    {
        const FetchFolder here;
        std::size_t asked = 0;
        {
            const HttpServer server([&](const HttpAsked& each) { return m_small.reply(each); });
            QCOMPARE(presenceOf(m_small.model, here.folder), Presence::None);
            fetch(server, here.folder);
            const ModelFetchReport again = fetch(server, here.folder);
            QCOMPARE(again.received, std::int64_t(0));
            QVERIFY(std::all_of(again.files.begin(), again.files.end(), [](const FetchedFile& file) {
                return file.wasThere && file.verified == VerifiedBy::Earlier;
            }));
            asked = server.asked().size();
            QCOMPARE(presenceOf(m_small.model, here.folder), Presence::Complete);
        }
        QCOMPARE(asked, std::size_t(3));
    }

    void whatIsMissingOrDamagedIsFetchedAgain()
    {
        const FetchFolder here;
        const HttpServer server([&](const HttpAsked& asked) { return m_small.reply(asked); });
        fetch(server, here.folder);
        std::filesystem::remove(here.folder / "config.json");
        writeFile(here.folder / "vocab.json", "damaged");
        QCOMPARE(presenceOf(m_small.model, here.folder), Presence::Partly);
        const ModelFetchReport again = fetch(server, here.folder);
        QCOMPARE(again.received, std::int64_t(20'500));
        QVERIFY(m_small.liesIn(here.folder));
    }

    /// Files that a person brought here by hand, as the help for a machine without a network says.
    void whatWasBroughtByHandIsCheckedAndKept()
    {
        const FetchFolder here;
        for (const auto& [path, bytes] : m_small.bytes)
            writeFile(here.folder / Path(path).filename(), bytes);
        const HttpServer server([&](const HttpAsked& asked) { return m_small.reply(asked); });
        const ModelFetchReport report = fetch(server, here.folder);
        QCOMPARE(report.received, std::int64_t(0));
        QCOMPARE(namesIn(here.folder), m_complete);
    }

    void filesOfOthersAreNotOverwritten()
    {
        const FetchFolder here;
        writeFile(here.folder / "config.json", "my own settings");
        const HttpServer server([&](const HttpAsked& asked) { return m_small.reply(asked); });
        QVERIFY(sentenceOf([&] { fetch(server, here.folder); }, ErrorKind::BadInput).find("config.json") !=
                std::string::npos);
        QCOMPARE(readFile(here.folder / "config.json"), std::string("my own settings"));
    }

    void aFolderThatIsAFile()
    {
        const FetchFolder here;
        writeFile(here.file, "x");
        const HttpServer server([&](const HttpAsked& asked) { return m_small.reply(asked); });
        const std::string sentence = sentenceOf([&] { fetch(server, here.file); }, ErrorKind::BadInput);
        QVERIFY2(sentence.find("model.bin") != sentence.npos, sentence.c_str());
    }

    void roomForAllOfItIsAskedForBefore()
    {
        const FetchFolder here;
        SmallModel large;
        large.model.files.back().bytes = std::int64_t(1) << 60;
        RunControl control;
        ModelFetchOptions options;
        options.folder = here.folder;
        options.server = "http://127.0.0.1:1";
        const std::string sentence =
            sentenceOf([&] { fetchModel(large.model, options, control, {}); }, ErrorKind::DiskFull);
        QVERIFY2(sentence.find("small needs 1152921504.6 GB more") != sentence.npos, sentence.c_str());
        QVERIFY(namesIn(here.folder).empty());
    }

    void stoppedItGoesOn()
    {
        const FetchFolder here;
        std::atomic<bool> slow = true;
        const HttpServer server([&](const HttpAsked& asked) {
            HttpReply reply = m_small.reply(asked);
            reply.bytesASecond = slow ? 200'000 : 0;
            return reply;
        });
        std::stop_source stop;
        const ModelFetchReport stopped = fetch(server, here.folder,
                                               {[&](const ModelFetchProgress& each) {
                                                    if (each.bytes > 100'000)
                                                        stop.request_stop();
                                                },
                                                {},
                                                {}},
                                               RunControl(stop.get_token()));
        QCOMPARE(stopped.outcome, Outcome::Cancelled);
        QCOMPARE(stopped.files.size(), std::size_t(2));
        QVERIFY(namesIn(here.folder).contains("model.bin.part"));
        QVERIFY(!namesIn(here.folder).contains(".fetch.lock"));
        slow = false;
        const ModelFetchReport rest = fetch(server, here.folder);
        QCOMPARE(stopped.received + rest.received, m_small.total);
        QVERIFY(m_small.liesIn(here.folder));
        QCOMPARE(namesIn(here.folder), m_complete);
    }

    void killedAtAnyMomentItGoesOn()
    {
        const FetchFolder here;
        const HttpServer server([&](const HttpAsked& asked) {
            HttpReply reply = m_small.reply(asked);
            reply.bytesASecond = 300'000;
            return reply;
        });
        std::mt19937 random(20'261'125);
        constexpr int kKills = 12;
        int hit = 0, resumed = 0;
        for (int round = 0; round < kKills; ++round) {
            QProcess child;
            child.start(qEnvironmentVariable("PROLAP_BIN_DIR") + "/fetch_child",
                        {QString::fromStdString(server.url()), QString::fromStdString(here.folder)});
            const std::size_t before = server.asked().size();
            QTRY_VERIFY_WITH_TIMEOUT(server.asked().size() > before || child.state() == QProcess::NotRunning, 30'000);
            QThread::msleep(random() % 200);
            child.kill(); // SIGKILL
            QVERIFY(child.state() == QProcess::NotRunning || child.waitForFinished());
            hit += child.exitStatus() == QProcess::CrashExit ? 1 : 0;
            for (const auto& [path, bytes] : m_small.bytes) {
                const Path file = here.folder / Path(path).filename();
                QVERIFY2(!std::filesystem::exists(file) || readFile(file) == bytes, "a file that is not whole");
            }
        }
        for (const HttpAsked& asked : server.asked())
            resumed += asked.header("range").empty() ? 0 : 1;
        qInfo("%d of %d runs were hit while they worked, %d requests went on from a part", hit, kKills, resumed);
        QVERIFY(hit > kKills / 4);
        QVERIFY(resumed > 0);
        QCOMPARE(fetch(server, here.folder).outcome, Outcome::Done);
        QVERIFY(m_small.liesIn(here.folder));
        QCOMPARE(namesIn(here.folder), m_complete);
    }

    void onlyOneAtATimeIntoAFolder()
    {
        const FetchFolder here;
        const HttpServer server([&](const HttpAsked& asked) {
            HttpReply reply = m_small.reply(asked);
            reply.bytesASecond = 200'000;
            return reply;
        });
        QProcess child;
        child.start(qEnvironmentVariable("PROLAP_BIN_DIR") + "/fetch_child",
                    {QString::fromStdString(server.url()), QString::fromStdString(here.folder)});
        QTRY_VERIFY(std::filesystem::exists(here.folder / "vocab.json.part"));
        const std::string sentence = sentenceOf([&] { fetch(server, here.folder); }, ErrorKind::Busy);
        QVERIFY2(sentence.find(here.folder) != sentence.npos, sentence.c_str());
        QVERIFY(child.waitForFinished());
        QVERIFY2(child.exitCode() == 0, child.readAllStandardError());
        QVERIFY(m_small.liesIn(here.folder));
        QCOMPARE(fetch(server, here.folder).received, std::int64_t(0));
    }

    void theListOfSumsKeepsWhatItHas()
    {
        const FetchFolder here;
        const std::string one = sha256Of("1"), two = sha256Of("2");
        writeFile(here.folder / "SHA256SUMS", one + "  mine.txt\n" + "not a line\n" + two + " *binary.bin\n");
        ChecksumList(here.folder).record("b", two);
        const ChecksumList list(here.folder);
        QCOMPARE(list.find("mine.txt"), one);
        QCOMPARE(list.find("binary.bin"), two);
        QCOMPARE(list.find("b"), two);
        QCOMPARE(list.find("not"), std::string());
        QCOMPARE(ChecksumList(here.folder / "none").find("b"), std::string());
    }
};

PROLAP_TEST(TstModelFetch)
#include "tst_model_fetch.moc"
