#include "core/fetch/expected_hash.h"
#include "core/fetch/http_answer.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace prolap::fetch;

namespace {

const std::string kSha256 = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
const std::string kGitId = "3b18e512dba79e4c8300dd08aeb37f8e728b8dad";

HttpAnswer read(std::initializer_list<std::string> lines)
{
    HttpAnswerReader reader;
    for (const std::string& line : lines)
        reader.add(line + "\r\n");
    return reader.answer();
}

} // namespace

class TstHttpAnswer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theHubsHeadersOutliveTheRedirect()
    {
        const HttpAnswer answer =
            read({"HTTP/2 302", "x-linked-etag: \"" + kSha256 + "\"", "X-Linked-Size: 614596545", "etag: \"one\"",
                  "location: https://store.test/1?signed", "content-length: 1100", "", "HTTP/1.1 200 OK",
                  "ETag: \"two\"", "Content-Length: 614596545", ""});
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.etag, std::string("\"two\""));
        QCOMPARE(answer.homeTag, std::string("\"one\""));
        QCOMPARE(answer.totalSize().value(), std::int64_t(614596545));
        QCOMPARE(announcedHash(answer).by, VerifiedBy::AnnouncedSha256);
        QCOMPARE(announcedHash(answer).hex, kSha256);
    }

    void aSmallFilesGitIdMayBeWeakAndComeAfterARelativeRedirect()
    {
        const HttpAnswer answer = read({"HTTP/2 307", "location: /api/resolve-cache/x", "", "HTTP/2 200",
                                        "etag: W/\"" + kGitId + "\"", "content-length: 12"});
        QCOMPARE(announcedHash(answer).by, VerifiedBy::AnnouncedGitId);
        QCOMPARE(announcedHash(answer).hex, kGitId);
        QVERIFY(!isStrongTag(answer.etag));
    }

    void aForeignStoresTagIsNoHash()
    {
        const HttpAnswer answer = read({"HTTP/2 302", "location: https://store.test/1", "", "HTTP/2 200",
                                        "etag: \"" + kGitId + "\"", "content-length: 12"});
        QCOMPARE(announcedHash(answer).by, VerifiedBy::Nothing);
        QVERIFY(isStrongTag(answer.etag));
    }

    void tagsOfOtherForms_data()
    {
        QTest::addColumn<QString>("tag");
        QTest::newRow("none") << "";
        QTest::newRow("no quotes") << QString::fromStdString(kGitId);
        QTest::newRow("one quote") << QString::fromStdString('"' + kGitId);
        QTest::newRow("a quote within") << QString::fromStdString("\"" + kGitId + "\"\"");
        QTest::newRow("39 digits") << QString::fromStdString('"' + kGitId.substr(1) + '"');
        QTest::newRow("another letter") << QString::fromStdString("\"g" + kGitId.substr(1) + '"');
        QTest::newRow("MD5") << "\"9e107d9d372bb6826bd81d3542a419d6\"";
        QTest::newRow("64 digits") << QString::fromStdString('"' + kSha256 + '"');
    }

    void tagsOfOtherForms()
    {
        QFETCH(QString, tag);
        QCOMPARE(announcedHash(read({"HTTP/1.1 200 OK", "ETag: " + tag.toStdString()})).by, VerifiedBy::Nothing);
    }

    /// They are sent back as a header.
    void tagsThatMayNotBeSentBack()
    {
        for (const char* tag : {"\"two words\"", "\"\x01\"", "\"caf\xC3\xA9\"", "\"\x7F\"", "w/\"x\""})
            QVERIFY2(read({"HTTP/1.1 200 OK", std::string("ETag: ") + tag}).etag.empty(), tag);
        QVERIFY(read({"HTTP/1.1 200 OK", "ETag: \"" + std::string(600, 'x') + '"'}).etag.empty());
        QCOMPARE(read({"HTTP/1.1 200 OK", "eTAG:\t\"a/b:c\" "}).etag, std::string("\"a/b:c\""));
    }

    void sizesAndRanges()
    {
        const HttpAnswer part =
            read({"HTTP/1.1 206 Partial Content", "Content-Range: bytes 100-199/200", "Content-Length: 100"});
        QCOMPARE(part.rangeStart.value(), std::int64_t(100));
        QCOMPARE(part.totalSize().value(), std::int64_t(200));
        const HttpAnswer beyond = read({"HTTP/1.1 416 Range", "content-range: bytes */200", "content-length: 7"});
        QVERIFY(!beyond.rangeStart);
        QCOMPARE(beyond.totalSize().value(), std::int64_t(200));
        for (const char* other : {"bytes 100-199/*", "bytes", "items 1-2/3", "bytes -5-9/-1", "bytes x-9/12z"})
            QVERIFY2(!read({"HTTP/1.1 206 x", std::string("content-range: ") + other}).totalSize(), other);
        QVERIFY(!read({"HTTP/1.1 200 OK", "content-length: -1"}).totalSize());
        QVERIFY(!read({"HTTP/1.1 200 OK", "content-length: 99999999999999999999"}).totalSize());
        QCOMPARE(read({"HTTP/1.1 503 Busy", "Retry-After: 7"}).retryAfterSeconds.value(), std::int64_t(7));
        QVERIFY(!read({"HTTP/1.1 503 Busy", "Retry-After: Fri, 31 Dec 1999 23:59:59 GMT"}).retryAfterSeconds);
        QCOMPARE(read({"HTTP/1.1", "no header", ": "}).status, 0);
    }
};

PROLAP_TEST(TstHttpAnswer)
#include "tst_http_answer.moc"
