#include "tests/core_fetch/fetch_fixture.h"
#include "tests/support/test_main.h"

#include <chrono>
#include <future>

#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace prolap;
using namespace prolap::fetch;
using namespace prolap::test;
using namespace std::chrono_literals;

namespace {

using Clock = std::chrono::steady_clock;
constexpr std::size_t kSize = 300'000;
constexpr std::size_t kCut = 100'000;

DownloadResult download(const DownloadRequest& request, const DownloadCallbacks& callbacks = {})
{
    RunControl control;
    return Downloader(quickly(), callbacks).download(request, control);
}

double millisecondsSince(Clock::time_point start)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

/// No file of this process may grow beyond a size, while it lives.
class FileSizeLimit {
public:
    explicit FileSizeLimit(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit() { setrlimit(RLIMIT_FSIZE, &m_before); }

private:
    rlimit m_before{};
};

} // namespace

class TstDownloader : public QObject {
    Q_OBJECT

    const std::string m_bytes = someBytes(kSize, 1);

private Q_SLOTS:
    void initTestCase() { qputenv("no_proxy", "127.0.0.1"); }

    void aLargeFileThroughARedirect()
    {
        const FetchFolder here;
        const HttpServer server([&](const HttpAsked& asked) {
            if (asked.path == "/store/1")
                return fileReply(asked, m_bytes, "\"stored-1\"");
            HttpReply reply;
            reply.status = 302;
            reply.headers = {{"Location", "/store/1"},
                             {"X-Linked-ETag", quoted(sha256Of(m_bytes))},
                             {"X-Linked-Size", std::to_string(kSize)}};
            reply.body = "Found. Redirecting";
            return reply;
        });
        std::vector<DownloadProgress> seen;
        const DownloadResult result =
            download(here.request(server.url("/model.bin")), {[&](const auto& each) { seen.push_back(each); }, {}});
        QCOMPARE(result.outcome, Outcome::Done);
        QCOMPARE(result.verified.by, VerifiedBy::AnnouncedSha256);
        QCOMPARE(result.verified.hex, sha256Of(m_bytes));
        QCOMPARE(result.bytes, std::int64_t(kSize));
        QCOMPARE(result.received, std::int64_t(kSize));
        QVERIFY(readFile(here.file) == m_bytes);
        QVERIFY(!std::filesystem::exists(here.part) && !std::filesystem::exists(here.note));
        QCOMPARE(server.asked().size(), std::size_t(2));
        QCOMPARE(server.asked()[0].header("accept-encoding"), std::string("identity"));
        QVERIFY(server.asked()[0].header("range").empty());
        QCOMPARE(seen.front().done, std::int64_t(0));
        QCOMPARE(seen.front().total, std::int64_t(kSize));
        QCOMPARE(seen.back().done, std::int64_t(kSize));
        QCOMPARE(seen.back().stage, DownloadProgress::Stage::Verifying);
    }

    void aSmallFileByItsGitId()
    {
        const FetchFolder here;
        // printf 'hello world\n' | git hash-object --stdin
        const std::string id = "3b18e512dba79e4c8300dd08aeb37f8e728b8dad";
        std::string text = "hello world\n";
        const HttpServer server([&](const HttpAsked& asked) { return fileReply(asked, text, quoted(id)); });
        const DownloadResult result = download(here.request(server.url("/config.json")));
        QCOMPARE(result.verified.by, VerifiedBy::AnnouncedGitId);
        QCOMPARE(readFile(here.file), text);

        const FetchFolder other;
        text = "hello World\n";
        const std::string sentence =
            sentenceOf([&] { download(other.request(server.url("/config.json"))); }, ErrorKind::Corrupt);
        QVERIFY2(sentence.find("git id " + id) != sentence.npos, sentence.c_str());
        QVERIFY(other.leftNothing());
    }

    void anEmptyFile()
    {
        const FetchFolder here;
        const HttpServer server([](const HttpAsked& asked) { return hubReply(asked, {}); });
        QCOMPARE(download(here.request(server.url("/empty"))).bytes, std::int64_t(0));
        QVERIFY(std::filesystem::exists(here.file));
    }

    /// More often than a download without progress may fail.
    void aCutConnectionGoesOn()
    {
        constexpr std::size_t kPieces = 6;
        QVERIFY(int(kPieces) > quickly().tries + 1);
        const FetchFolder here;
        std::atomic<int> count = 0;
        const HttpServer server([&](const HttpAsked& asked) {
            HttpReply reply = hubReply(asked, m_bytes);
            if (++count < int(kPieces))
                reply.cutAfter = kSize / kPieces;
            return reply;
        });
        std::vector<std::string> retries;
        const DownloadResult result = download(here.request(server.url("/model.bin")),
                                               {{}, [&](const std::string& why, auto) { retries.push_back(why); }});
        QVERIFY(readFile(here.file) == m_bytes);
        QCOMPARE(result.received, std::int64_t(kSize));
        QCOMPARE(retries.size(), kPieces - 1);
        const auto asked = server.asked();
        QCOMPARE(asked.size(), kPieces);
        QCOMPARE(asked[1].header("range"), std::string("bytes=50000-"));
        QCOMPARE(asked[1].header("if-range"), std::string("\"stored-1\""));
        QCOMPARE(asked[5].header("range"), std::string("bytes=250000-"));
    }

    void aLaterCallGoesOn()
    {
        const FetchFolder here;
        std::atomic<bool> cut = true;
        const HttpServer server([&](const HttpAsked& asked) {
            HttpReply reply = hubReply(asked, m_bytes);
            if (cut)
                reply.cutAfter = asked.header("range").empty() ? kCut : 0;
            return reply;
        });
        const DownloadRequest request = here.request(server.url("/model.bin"));
        const std::string sentence = sentenceOf([&] { download(request); }, ErrorKind::Unreachable);
        QVERIFY2(sentence.find("100000 bytes are here") != sentence.npos, sentence.c_str());
        QCOMPARE(server.asked().size(), std::size_t(1 + quickly().tries - 1));
        QVERIFY(readFile(here.part) == m_bytes.substr(0, kCut));
        cut = false;
        QCOMPARE(download(request).received, std::int64_t(kSize - kCut));
        QVERIFY(readFile(here.file) == m_bytes);
    }

    void aMirrorGoesOnByTheHash()
    {
        const FetchFolder here;
        const HttpServer first([&](const HttpAsked& asked) {
            HttpReply reply = hubReply(asked, m_bytes);
            reply.cutAfter = asked.header("range").empty() ? kCut : 0;
            return reply;
        });
        sentenceOf([&] { download(here.request(first.url("/model.bin"))); }, ErrorKind::Unreachable);
        const HttpServer mirror([&](const HttpAsked& asked) { return hubReply(asked, m_bytes, "\"elsewhere\""); });
        QCOMPARE(download(here.request(mirror.url("/model.bin"))).received, std::int64_t(kSize - kCut));
        QVERIFY(readFile(here.file) == m_bytes);
    }

    void aServerWithoutRangesBeginsAnew()
    {
        const FetchFolder here;
        std::atomic<int> count = 0;
        const HttpServer server([&](const HttpAsked& asked) {
            HttpAsked whole = asked;
            whole.headers.erase("range");
            HttpReply reply = hubReply(whole, m_bytes);
            if (++count == 1)
                reply.cutAfter = kCut;
            return reply;
        });
        QCOMPARE(download(here.request(server.url("/model.bin"))).received, std::int64_t(kCut + kSize));
        QVERIFY(readFile(here.file) == m_bytes);
    }

    void aServerWithoutRangesThatAlwaysBreaksOffIsGivenUp()
    {
        const FetchFolder here;
        const HttpServer server([&](const HttpAsked& asked) {
            HttpAsked whole = asked;
            whole.headers.erase("range");
            HttpReply reply = hubReply(whole, m_bytes);
            reply.cutAfter = kCut;
            return reply;
        });
        sentenceOf([&] { download(here.request(server.url("/model.bin"))); }, ErrorKind::Unreachable);
        QCOMPARE(server.asked().size(), std::size_t(quickly().tries));
    }

    void aChangedFileBeginsAnew_data()
    {
        QTest::addColumn<bool>("honest");
        QTest::newRow("200 for another etag") << true;
        QTest::newRow("206 in spite of another etag") << false;
    }

    void aChangedFileBeginsAnew()
    {
        QFETCH(bool, honest);
        const FetchFolder here;
        const std::string newBytes = someBytes(kSize, 2);
        std::atomic<int> count = 0;
        const HttpServer server([&](HttpAsked asked) {
            if (++count == 1) {
                HttpReply reply = hubReply(asked, m_bytes, "\"old\"");
                reply.cutAfter = kCut;
                return reply;
            }
            if (!honest)
                asked.headers.erase("if-range");
            return hubReply(asked, newBytes, "\"new\"");
        });
        download(here.request(server.url("/model.bin")));
        QVERIFY(readFile(here.file) == newBytes);
    }

    void aPartThatIsTooLongBeginsAnew()
    {
        const FetchFolder here;
        std::atomic<int> count = 0;
        const HttpServer server([&](const HttpAsked& asked) {
            HttpReply reply = hubReply(asked, m_bytes);
            if (++count == 1)
                reply.cutAfter = kCut;
            else if (count == 2) {
                reply = {};
                reply.status = 416;
                reply.headers = {{"Content-Range", "bytes */300000"}};
            }
            return reply;
        });
        QCOMPARE(download(here.request(server.url("/model.bin"))).received, std::int64_t(kCut + kSize));
        QVERIFY(readFile(here.file) == m_bytes);
        QVERIFY(server.asked()[2].header("range").empty());
    }

    /// Killed after the last byte, before the file got its name: no network is needed.
    void aWholePartNeedsNoNetwork()
    {
        const FetchFolder here;
        std::string url;
        {
            const HttpServer server([&](const HttpAsked& asked) {
                HttpReply reply = hubReply(asked, m_bytes);
                reply.cutAfter = asked.header("range").empty() ? kCut : 0;
                return reply;
            });
            url = server.url("/model.bin");
            sentenceOf([&] { download(here.request(url)); }, ErrorKind::Unreachable);
        }
        writeFile(here.part, m_bytes);
        const DownloadResult result = download(here.request(url));
        QCOMPARE(result.received, std::int64_t(0));
        QVERIFY(readFile(here.file) == m_bytes);
    }

    /// A pulled plug may leave a part whose bytes are not those that came.
    void aDamagedPartIsFetchedAnew()
    {
        const FetchFolder here;
        std::atomic<bool> cut = true;
        const HttpServer server([&](const HttpAsked& asked) {
            HttpReply reply = hubReply(asked, m_bytes);
            if (cut)
                reply.cutAfter = asked.header("range").empty() ? kCut : 0;
            return reply;
        });
        sentenceOf([&] { download(here.request(server.url("/model.bin"))); }, ErrorKind::Unreachable);
        writeFile(here.part, std::string(kCut, '\0'));
        cut = false;
        QCOMPARE(download(here.request(server.url("/model.bin"))).received, std::int64_t(kSize - kCut + kSize));
        QVERIFY(readFile(here.file) == m_bytes);
    }

    void aPartOfUnknownOriginIsNotTrusted()
    {
        const FetchFolder here;
        writeFile(here.part, std::string(kCut, 'x'));
        const HttpServer server([&](const HttpAsked& asked) { return hubReply(asked, m_bytes); });
        download(here.request(server.url("/model.bin")));
        QVERIFY(server.asked()[0].header("range").empty());
        QVERIFY(readFile(here.file) == m_bytes);
    }

    void aWrongHashIsDeleted_data()
    {
        QTest::addColumn<bool>("pinned");
        QTest::newRow("pinned") << true;
        QTest::newRow("announced") << false;
    }

    void aWrongHashIsDeleted()
    {
        QFETCH(bool, pinned);
        const FetchFolder here;
        const std::string right = sha256Of("something else");
        const HttpServer server([&](const HttpAsked& asked) {
            HttpReply reply = fileReply(asked, m_bytes, "\"stored-1\"");
            if (!pinned)
                reply.headers.emplace_back("X-Linked-ETag", quoted(right));
            return reply;
        });
        DownloadRequest request = here.request(server.url("/model.bin"));
        if (pinned)
            request.sha256 = right;
        const std::string sentence = sentenceOf([&] { download(request); }, ErrorKind::Corrupt);
        QVERIFY2(sentence.find("expected SHA-256 " + right + ", found " + sha256Of(m_bytes)) != sentence.npos,
                 sentence.c_str());
        QVERIFY(here.leftNothing());
        QCOMPARE(server.asked().size(), std::size_t(1));
    }

    void anotherAnnouncedHashThanThePinnedOneIsRefusedAtOnce()
    {
        const FetchFolder here;
        const HttpServer server([&](const HttpAsked& asked) { return hubReply(asked, m_bytes); });
        DownloadRequest request = here.request(server.url("/model.bin"));
        request.sha256 = sha256Of("something else");
        const std::string sentence = sentenceOf([&] { download(request); }, ErrorKind::Incompatible);
        QVERIFY2(sentence.find(request.sha256) != sentence.npos && sentence.find(sha256Of(m_bytes)) != sentence.npos,
                 sentence.c_str());
        QVERIFY(here.leftNothing());
    }

    void withoutAnyHashOnlyWhenAllowed()
    {
        const FetchFolder here;
        // 64 digits in a plain etag are no promise of a SHA-256.
        const HttpServer server(
            [&](const HttpAsked& asked) { return fileReply(asked, m_bytes, quoted(sha256Of("an id of the store"))); });
        DownloadRequest request = here.request(server.url("/model.bin"));
        const std::string sentence = sentenceOf([&] { download(request); }, ErrorKind::Unsupported);
        QVERIFY2(sentence.find("could not be verified") != sentence.npos, sentence.c_str());
        QVERIFY(here.leftNothing());
        request.allowUnverified = true;
        QCOMPARE(download(request).verified.by, VerifiedBy::Nothing);
        QVERIFY(readFile(here.file) == m_bytes);
    }

    void answersThatEndIt_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("says");
        QTest::newRow("404") << 404 << int(ErrorKind::NotFound) << "https://models.test/page";
        QTest::newRow("401") << 401 << int(ErrorKind::Permission) << "https://models.test/page";
        QTest::newRow("403") << 403 << int(ErrorKind::Permission) << "HTTP 403";
        QTest::newRow("206 unasked") << 206 << int(ErrorKind::Internal) << "HTTP 206";
        QTest::newRow("416 unasked") << 416 << int(ErrorKind::Internal) << "HTTP 416";
        QTest::newRow("501") << 501 << int(ErrorKind::Internal) << "HTTP 501";
    }

    void answersThatEndIt()
    {
        QFETCH(int, status);
        QFETCH(int, kind);
        QFETCH(QString, says);
        const FetchFolder here;
        const HttpServer server([&](const HttpAsked& asked) {
            HttpReply reply = hubReply(asked, "an answer that is not the file");
            reply.status = status;
            return reply;
        });
        const std::string sentence =
            sentenceOf([&] { download(here.request(server.url("/model.bin"))); }, static_cast<ErrorKind>(kind));
        QVERIFY2(sentence.find(says.toStdString()) != sentence.npos, sentence.c_str());
        QVERIFY(here.leftNothing());
        QCOMPARE(server.asked().size(), std::size_t(1));
    }

    void aBusyServerIsAskedAgain()
    {
        const FetchFolder here;
        std::atomic<int> count = 0;
        const HttpServer server([&](const HttpAsked& asked) {
            HttpReply reply = hubReply(asked, m_bytes);
            if (++count == 1) {
                reply = {};
                reply.status = 500;
            } else if (count == 2) {
                reply = {};
                reply.status = 503;
                reply.headers = {{"Retry-After", "1"}};
            }
            return reply;
        });
        std::vector<std::pair<std::string, std::chrono::milliseconds>> retries;
        download(here.request(server.url("/model.bin")),
                 {{}, [&](const std::string& why, auto wait) { retries.emplace_back(why, wait); }});
        QVERIFY(readFile(here.file) == m_bytes);
        QCOMPARE(retries.size(), std::size_t(2));
        QCOMPARE(retries[0].first, std::string("the server answers HTTP 500"));
        QVERIFY(retries[0].second == 10ms);
        QVERIFY(retries[1].second == 1000ms);
    }

    void aServerThatStaysBusyIsGivenUp()
    {
        const FetchFolder here;
        const HttpServer server([&](const HttpAsked&) {
            HttpReply reply;
            reply.status = 502;
            return reply;
        });
        const std::string sentence =
            sentenceOf([&] { download(here.request(server.url("/model.bin"))); }, ErrorKind::Unreachable);
        QVERIFY2(sentence.find("HTTP 502") != sentence.npos, sentence.c_str());
        QCOMPARE(server.asked().size(), std::size_t(quickly().tries));
    }

    void aStalledConnectionIsGivenUpAndGoneOnFrom()
    {
        const FetchFolder here;
        std::atomic<int> count = 0;
        const HttpServer server([&](const HttpAsked& asked) {
            HttpReply reply = hubReply(asked, m_bytes);
            if (++count == 1)
                reply.stallAfter = kCut;
            return reply;
        });
        std::string why;
        const auto start = Clock::now();
        const DownloadResult result = download(here.request(server.url("/model.bin")),
                                               {{}, [&](const std::string& reason, auto) { why = reason; }});
        QCOMPARE(result.received, std::int64_t(kSize));
        QCOMPARE(why, std::string("nothing came for 0.4 s"));
        QVERIFY2(millisecondsSince(start) >= 400 && millisecondsSince(start) < 10'000,
                 std::to_string(millisecondsSince(start)).c_str());
    }

    void redirectsInCircles()
    {
        const FetchFolder here;
        const HttpServer server([&](const HttpAsked&) {
            HttpReply reply;
            reply.status = 302;
            reply.headers = {{"Location", "/model.bin"}};
            return reply;
        });
        const std::string sentence =
            sentenceOf([&] { download(here.request(server.url("/model.bin"))); }, ErrorKind::Unreachable);
        QVERIFY2(sentence.find("in circles") != sentence.npos, sentence.c_str());
    }

    void aFullDiskKeepsWhatCame()
    {
        const FetchFolder here;
        const HttpServer server([&](const HttpAsked& asked) { return hubReply(asked, m_bytes); });
        const DownloadRequest request = here.request(server.url("/model.bin"));
        {
            const FileSizeLimit limit(kCut);
            const std::string sentence = sentenceOf([&] { download(request); }, ErrorKind::DiskFull);
            QVERIFY2(sentence.find("model.bin.part") != sentence.npos, sentence.c_str());
        }
        QCOMPARE(readFile(here.part).size(), kCut);
        QCOMPARE(download(request).received, std::int64_t(kSize - kCut));
        QVERIFY(readFile(here.file) == m_bytes);
    }

    void aDiskThatWillNotDoIsKnownBefore()
    {
        const FetchFolder here;
        const HttpServer server([&](const HttpAsked& asked) {
            HttpReply reply = hubReply(asked, m_bytes);
            reply.announcedLength = 1ull << 60;
            return reply;
        });
        const std::string sentence =
            sentenceOf([&] { download(here.request(server.url("/model.bin"))); }, ErrorKind::DiskFull);
        QVERIFY2(sentence.find("model.bin needs 1152921504.6 GB more") != sentence.npos, sentence.c_str());
        QVERIFY(here.leftNothing());
    }

    void aFileThatIsLargerThanItCanBeIsRefused()
    {
        const FetchFolder here;
        const HttpServer server([&](const HttpAsked& asked) { return hubReply(asked, m_bytes); });
        DownloadRequest request = here.request(server.url("/model.bin"));
        request.largestBytes = kSize - 1;
        QVERIFY(sentenceOf([&] { download(request); }, ErrorKind::Corrupt).find("299999") != std::string::npos);
        QVERIFY(here.leftNothing());
    }

    void aFolderThatIsNotThere()
    {
        const FetchFolder here;
        const HttpServer server([&](const HttpAsked& asked) { return hubReply(asked, m_bytes); });
        DownloadRequest request = here.request(server.url("/model.bin"));
        request.file = here.folder / "none" / "model.bin";
        const std::string sentence = sentenceOf([&] { download(request); }, ErrorKind::NotFound);
        QVERIFY2(sentence.find("none/model.bin.part") != sentence.npos, sentence.c_str());
    }

    void theRightFileIsKeptAndAnotherIsNotOverwritten()
    {
        const FetchFolder here;
        const HttpServer server([&](const HttpAsked& asked) { return hubReply(asked, m_bytes); });
        DownloadRequest request = here.request(server.url("/model.bin"));
        writeFile(here.file, m_bytes);
        const DownloadResult kept = download(request);
        QVERIFY(kept.wasThere);
        QCOMPARE(kept.received, std::int64_t(0));
        QCOMPARE(kept.verified.by, VerifiedBy::AnnouncedSha256);

        writeFile(here.file, "notes of my own");
        QVERIFY(sentenceOf([&] { download(request); }, ErrorKind::BadInput).find("model.bin") != std::string::npos);
        QCOMPARE(readFile(here.file), std::string("notes of my own"));

        request.mayReplace = true;
        QVERIFY(!download(request).wasThere);
        QVERIFY(readFile(here.file) == m_bytes);
    }

    void aPinnedFileThatIsThereNeedsNoNetwork()
    {
        const FetchFolder here;
        writeFile(here.file, m_bytes);
        DownloadRequest request = here.request("http://127.0.0.1:1/model.bin");
        request.sha256 = sha256Of(m_bytes);
        QVERIFY(download(request).wasThere);
    }

    void offline()
    {
        const FetchFolder here;
        std::string url;
        {
            const HttpServer gone([](const HttpAsked&) { return HttpReply(); });
            url = gone.url("/model.bin");
        }
        const auto start = Clock::now();
        const std::string sentence = sentenceOf([&] { download(here.request(url)); }, ErrorKind::Unreachable);
        QVERIFY2(sentence.find(url) != sentence.npos && sentence.find("check the network") != sentence.npos,
                 sentence.c_str());
        QVERIFY(millisecondsSince(start) < 2'000);
        QVERIFY(here.leftNothing());
    }

    void whatIsNoAddress()
    {
        const FetchFolder here;
        for (const char* url : {"file:///etc/passwd", "ftp://127.0.0.1/model.bin", "http://", "model.bin:x"})
            QVERIFY2(sentenceOf([&] { download(here.request(url)); }, ErrorKind::BadInput).find("http") !=
                         std::string::npos,
                     url);
        const HttpServer server([&](const HttpAsked&) {
            HttpReply reply;
            reply.status = 302;
            reply.headers = {{"Location", "file:///etc/passwd"}};
            return reply;
        });
        const std::string sentence =
            sentenceOf([&] { download(here.request(server.url("/model.bin"))); }, ErrorKind::Unsupported);
        QVERIFY2(sentence.find("file:///etc/passwd") != sentence.npos, sentence.c_str());
    }

    void cancelling_data()
    {
        QTest::addColumn<QString>("during");
        QTest::newRow("bytes come") << "slow";
        QTest::newRow("the server is silent") << "stalled";
        QTest::newRow("it waits for another try") << "busy";
    }

    void cancelling()
    {
        QFETCH(QString, during);
        const FetchFolder here;
        const HttpServer server([&](const HttpAsked& asked) {
            HttpReply reply = hubReply(asked, m_bytes);
            if (during == "slow")
                reply.bytesASecond = 100'000;
            else if (during == "stalled")
                reply.stallAfter = kCut;
            else
                reply.status = 503;
            return reply;
        });
        DownloadOptions patient;
        patient.firstWait = 30s;
        RunControl control;
        Clock::time_point stopped;
        DownloadResult result;
        {
            std::jthread stopper([&] {
                std::this_thread::sleep_for(500ms);
                stopped = Clock::now();
                control.requestStop();
            });
            result = Downloader(patient, {}).download(here.request(server.url("/model.bin")), control);
        }
        const double took = millisecondsSince(stopped);
        QCOMPARE(result.outcome, Outcome::Cancelled);
        QVERIFY2(took < 100, std::to_string(took).c_str());
        QVERIFY(!std::filesystem::exists(here.file));
        QCOMPARE(std::filesystem::exists(here.part), during != "busy");
    }

    void aPauseHoldsItAndCountsForNothing()
    {
        const FetchFolder here;
        const HttpServer server([&](const HttpAsked& asked) {
            HttpReply reply = hubReply(asked, m_bytes);
            reply.bytesASecond = 400'000;
            return reply;
        });
        RunControl control;
        std::atomic<std::int64_t> done = 0;
        std::atomic<int> retries = 0;
        Downloader downloader(quickly(), {[&](const DownloadProgress& each) { done = each.done; },
                                          [&](const std::string&, auto) { ++retries; }});
        auto result = std::async(std::launch::async,
                                 [&] { return downloader.download(here.request(server.url("/a")), control); });
        QTRY_VERIFY(done > 0);
        control.pause();
        QTest::qWait(150);
        const std::int64_t held = done;
        QTest::qWait(2 * int(quickly().deadAfter.count()));
        QCOMPARE(done.load(), held);
        control.resume();
        QCOMPARE(result.get().outcome, Outcome::Done);
        QCOMPARE(retries.load(), 0);
        QVERIFY(readFile(here.file) == m_bytes);
    }

    void aSilentServerHasItsTimeAfterAPause()
    {
        const FetchFolder here;
        std::atomic<int> count = 0;
        const HttpServer server([&](const HttpAsked& asked) {
            HttpReply reply = hubReply(asked, m_bytes);
            if (++count == 1)
                reply.stallAfter = kCut;
            return reply;
        });
        RunControl control;
        std::atomic<std::int64_t> done = 0;
        Clock::time_point resumed, givenUp;
        Downloader downloader(quickly(), {[&](const DownloadProgress& each) { done = each.done; },
                                          [&](const std::string&, auto) { givenUp = Clock::now(); }});
        auto result = std::async(std::launch::async,
                                 [&] { return downloader.download(here.request(server.url("/a")), control); });
        QTRY_VERIFY(done == kCut);
        control.pause();
        QTest::qWait(2 * int(quickly().deadAfter.count()));
        resumed = Clock::now();
        control.resume();
        QCOMPARE(result.get().outcome, Outcome::Done);
        QVERIFY(givenUp - resumed > quickly().deadAfter * 9 / 10);
    }
};

PROLAP_TEST(TstDownloader)
#include "tst_downloader.moc"
