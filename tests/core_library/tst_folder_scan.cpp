#include "core/library/folder_scan.h"
#include "tests/core_library/sound_files.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace prolap;
using namespace prolap::library;

namespace {

std::vector<std::string> names(const ScanResult& result)
{
    std::vector<std::string> found;
    for (const FoundFile& file : result.files)
        found.push_back(file.path.native());
    return found;
}

} // namespace

class TstFolderScan : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_root = m_dir->path().toStdString();
    }

    void cleanup()
    {
        // Qt cannot remove files whose names are not UTF-8.
        std::filesystem::remove_all(m_root);
    }

    void findsSoundsInOrder()
    {
        for (const char* name : {"b.wav", "a/z.FLAC", "a/y.Mp3", "c.txt", "noextension", ".hidden.wav", ".git/x.wav",
                                 "a/deep/er/film.mkv"})
            test::writeBytes(m_root / name, "12345");
        const ScanResult result = scan({m_root, {}, {}});
        QCOMPARE(names(result), (std::vector<std::string>{"a/deep/er/film.mkv", "a/y.Mp3", "a/z.FLAC", "b.wav"}));
        QCOMPARE(result.files[3].size, std::int64_t(5));
        QVERIFY(result.files[3].mtimeNs > std::int64_t(1'500'000'000) * 1'000'000'000);
        QVERIFY(result.reachable && !result.empty && result.failures.empty());
    }

    void namesAreBytes()
    {
        const std::vector<std::string> strange = {"line\nbreak.wav", "\xF0\x9F\x94\x94 bell.wav", "bad\xFF\xC3.wav",
                                                  "  spaces .wav", "quote'\".wav"};
        for (const std::string& name : strange)
            test::writeBytes(m_root / name, "x");
        std::vector<std::string> expected = strange;
        std::sort(expected.begin(), expected.end());
        QCOMPARE(names(scan({m_root, {}, {}})), expected);
    }

    void loopsEnd()
    {
        test::writeBytes(m_root / "a/one.wav", "x");
        std::filesystem::create_directory_symlink(m_root, m_root / "a/up");
        std::filesystem::create_directory_symlink(m_root / "a", m_root / "again");
        std::filesystem::create_symlink(m_root / "self.wav", m_root / "self.wav");
        std::filesystem::create_symlink(m_root / "nowhere.wav", m_root / "broken.wav");
        const ScanResult result = scan({m_root, {}, {}});
        QCOMPARE(result.files.size(), std::size_t(1)); // by one of its two names
    }

    void emptyAndAbsentFolders()
    {
        const ScanResult empty = scan({m_root, {}, {}});
        QVERIFY(empty.reachable && empty.empty && empty.files.empty());
        const ScanResult absent = scan({m_root / "none", {}, {}});
        QVERIFY(!absent.reachable);
    }

    void aFolderWithoutPermissionIsAFailure()
    {
        test::writeBytes(m_root / "locked/a.wav", "x");
        test::writeBytes(m_root / "open/b.wav", "x");
        std::filesystem::permissions(m_root, std::filesystem::perms::all);
        std::filesystem::permissions(m_root / "locked", std::filesystem::perms::none);
        const bool root = ::geteuid() == 0; // who may read everything: look as somebody else
        QVERIFY(!root || ::seteuid(65534) == 0);
        const ScanResult result = scan({m_root, {}, {}});
        QVERIFY(!root || ::seteuid(0) == 0);
        std::filesystem::permissions(m_root / "locked", std::filesystem::perms::owner_all);
        QCOMPARE(names(result), (std::vector<std::string>{"open/b.wav"}));
        QCOMPARE(result.unreadable, std::vector<Path>{"locked"});
        QCOMPARE(result.failures.size(), std::size_t(1));
        QCOMPARE(result.failures[0].path, m_root / "locked");
        QVERIFY(result.failures[0].reason.find("ermission") != std::string::npos);
    }

    void aPartAndFoldersApart()
    {
        for (const char* name : {"a/1.wav", "a/b/2.wav", "c/3.wav"})
            test::writeBytes(m_root / name, "x");
        QCOMPARE(names(scan({m_root, "a", {}})), (std::vector<std::string>{"a/1.wav", "a/b/2.wav"}));
        QCOMPARE(names(scan({m_root, {}, {m_root / "a/b"}})), (std::vector<std::string>{"a/1.wav", "c/3.wav"}));
    }

    void stops()
    {
        test::writeBytes(m_root / "1.wav", "x");
        RunControl control;
        control.requestStop();
        QVERIFY(scanFolder({m_root, {}, {}}, control, [](std::size_t) {}).stopped);
    }

private:
    static ScanResult scan(const ScanRequest& request)
    {
        RunControl control;
        return scanFolder(request, control, [](std::size_t) {});
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    Path m_root;
};

PROLAP_TEST(TstFolderScan)
#include "tst_folder_scan.moc"
