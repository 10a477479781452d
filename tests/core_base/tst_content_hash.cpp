#include "core/content_hash.h"
#include "core/error.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>
#include <QTest>

class TstContentHash : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knownDigests() // FIPS 180-4 examples
    {
        QCOMPARE(prolap::ContentHash().hex(),
                 std::string("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
        prolap::ContentHash abc;
        abc.add("a");
        abc.add("bc");
        QCOMPARE(abc.hex(), std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    }

    void filesByTheirBytes()
    {
        QTemporaryDir dir;
        const prolap::Path path(dir.filePath("abc").toStdString());
        QFile file(dir.filePath("abc"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("abc");
        file.close();
        QCOMPARE(prolap::fileSha256(path),
                 std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        std::stop_source stopped;
        stopped.request_stop();
        QVERIFY(prolap::fileSha256(path, stopped.get_token()).empty());
        try {
            prolap::fileSha256(path / "none");
            QFAIL("a missing file must be an error");
        } catch (const prolap::Error& error) {
            QVERIFY(std::string(error.what()).find("abc/none") != std::string::npos);
        }
    }
};

PROLAP_TEST(TstContentHash)
#include "tst_content_hash.moc"
