#include "tests/core_fetch/fetch_fixture.h"
#include "tests/support/test_main.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace prolap;
using namespace prolap::fetch;
using namespace prolap::test;

/// What encryption is for: a server whose certificate nobody vouches for is refused, and so is the way back to an
/// unencrypted address.
class TstSecureServer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("no_proxy", "127.0.0.1");
        const QString python = QStandardPaths::findExecutable("python3");
        const QString openssl = QStandardPaths::findExecutable("openssl");
        if (python.isEmpty() || openssl.isEmpty())
            QSKIP("python3 and openssl make the encrypted server of this test");
        m_certificate = m_dir.filePath("certificate.pem");
        const QString key = m_dir.filePath("key.pem");
        QProcess made;
        made.start(openssl, {"req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1",
                             "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", m_certificate});
        QVERIFY(made.waitForFinished());
        QVERIFY2(made.exitCode() == 0, made.readAllStandardError());
        m_server.start(python, {qEnvironmentVariable("PROLAP_SOURCE_DIR") + "/tests/core_fetch/secure_server.py",
                                m_certificate, key, QString::fromStdString(m_plain.url("/file"))});
        QVERIFY(m_server.waitForReadyRead());
        m_url = "https://127.0.0.1:" + m_server.readLine().trimmed().toStdString();
    }

    void cleanupTestCase()
    {
        m_server.closeWriteChannel();
        m_server.waitForFinished();
    }

    void cleanup() { qunsetenv("SSL_CERT_FILE"); }

    void anUnknownCertificateIsRefused()
    {
        const FetchFolder here;
        const std::string sentence = sentenceOf([&] { download(here, "/file"); }, ErrorKind::Unreachable);
        QVERIFY2(sentence.find("The certificate of 127.0.0.1 is not trusted") != sentence.npos, sentence.c_str());
        QVERIFY(here.leftNothing());
    }

    void oneThatTheUserTrustsIsTaken()
    {
        qputenv("SSL_CERT_FILE", m_certificate.toUtf8());
        const FetchFolder here;
        QCOMPARE(download(here, "/file").verified.by, VerifiedBy::AnnouncedGitId);
        QCOMPARE(readFile(here.file), std::string("hello\n"));
    }

    void noRedirectToAnUnencryptedAddress()
    {
        qputenv("SSL_CERT_FILE", m_certificate.toUtf8());
        const FetchFolder here;
        const std::string sentence = sentenceOf([&] { download(here, "/away"); }, ErrorKind::Unsupported);
        QVERIFY2(sentence.find("redirects to " + m_plain.url("/file")) != sentence.npos, sentence.c_str());
        QVERIFY(here.leftNothing());
        QVERIFY2(m_plain.asked().empty(), "the unencrypted address was asked");
    }

private:
    DownloadResult download(const FetchFolder& here, const std::string& path)
    {
        RunControl control;
        DownloadOptions options = quickly();
        options.deadAfter = std::chrono::seconds(20);
        return Downloader(options, {}).download(here.request(m_url + path), control);
    }

    QTemporaryDir m_dir;
    QString m_certificate;
    QProcess m_server;
    HttpServer m_plain{[](const HttpAsked& asked) { return hubReply(asked, "hello\n"); }};
    std::string m_url;
};

PROLAP_TEST(TstSecureServer)
#include "tst_secure_server.moc"
