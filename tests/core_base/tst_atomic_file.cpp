#include "core/atomic_file.h"
#include "core/error.h"
#include "tests/support/files.h"
#include "tests/support/test_main.h"

#include <csignal>
#include <filesystem>
#include <string>

#include <sys/resource.h>

#include <QTemporaryDir>
#include <QTest>

using namespace prolap;
using namespace prolap::test;

namespace {

std::ptrdiff_t entries(const Path& folder)
{
    return std::distance(std::filesystem::directory_iterator(folder), {});
}

/// While it lives no file of this process may grow beyond so many bytes, which is an error and no signal.
class FileSizeLimit {
public:
    explicit FileSizeLimit(rlim_t bytes) : m_handler(std::signal(SIGXFSZ, SIG_IGN))
    {
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    FileSizeLimit(const FileSizeLimit&) = delete;
    FileSizeLimit& operator=(const FileSizeLimit&) = delete;

private:
    void (*m_handler)(int);
    rlimit m_before{};
};

} // namespace

class TstAtomicFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theOldFileOrTheNewOne_data()
    {
        QTest::addColumn<int>("safety");
        QTest::newRow("disk") << static_cast<int>(AtomicFile::Safety::Disk);
        QTest::newRow("name") << static_cast<int>(AtomicFile::Safety::Name);
    }
    void theOldFileOrTheNewOne()
    {
        QFETCH(int, safety);
        const QTemporaryDir dir;
        const Path folder(dir.path().toStdString()), file = folder / "list \xff.csv"; // not UTF-8
        writeFile(file, "old");
        {
            AtomicFile out(file, static_cast<AtomicFile::Safety>(safety));
            out.write(std::string_view("new"));
            QCOMPARE(readFile(file), std::string("old"));
        }
        QCOMPARE(entries(folder), 1); // nothing is left of what was not committed
        QCOMPARE(readFile(file), std::string("old"));

        // Small and large writes keep their order.
        std::string wanted;
        AtomicFile out(file, static_cast<AtomicFile::Safety>(safety));
        for (int i = 0; i < 40; ++i) {
            const std::string part(i % 7 == 3 ? 100'000 : 1'500, static_cast<char>('a' + i % 26));
            out.write(part);
            wanted += part;
        }
        out.commit();
        QVERIFY(readFile(file) == wanted);
        QCOMPARE(entries(folder), 1);
        QVERIFY(std::filesystem::status(file).permissions() == std::filesystem::status([&] {
                                                                   writeFile(folder / "plain", "");
                                                                   return folder / "plain";
                                                               }())
                                                                   .permissions());
        std::filesystem::remove(file); // Qt cannot remove a name that is not UTF-8
    }

    void aFullDiskKeepsTheOldFile()
    {
        const QTemporaryDir dir;
        const Path folder(dir.path().toStdString()), file = folder / "list.csv";
        writeFile(file, "old");
        {
            const FileSizeLimit limit(10'000);
            AtomicFile out(file);
            out.write(std::string(9'000, 'x')); // still in memory
            const auto said = sentenceOf(
                [&] {
                    out.write(std::string(9'000, 'y'));
                    out.commit();
                },
                ErrorKind::DiskFull);
            QVERIFY2(said.find("list.csv cannot be written") != std::string::npos, said.c_str());
        }
        QCOMPARE(readFile(file), std::string("old"));
        QCOMPARE(entries(folder), 1);
    }

    void withoutItsFolder()
    {
        const QTemporaryDir dir;
        const auto said =
            sentenceOf([&] { AtomicFile(Path(dir.path().toStdString()) / "no/list.csv"); }, ErrorKind::NotFound);
        QVERIFY2(said.find("no/list.csv") != std::string::npos, said.c_str());
    }
};

PROLAP_TEST(TstAtomicFile)
#include "tst_atomic_file.moc"
