#include "core/library/watch/folder_watch.h"
#include "tests/core_library/library_fixture.h"
#include "tests/support/test_main.h"

#include <mutex>
#include <set>

#include <QTest>

using namespace prolap;
using namespace prolap::library;
using namespace prolap::test;
using namespace std::chrono_literals;

namespace {

/// What was told, from whichever thread.
struct Told {
    std::mutex mutex;
    std::set<Path> folders;
    std::vector<std::string> sentences;
    int times = 0;

    FolderWatch::Callbacks callbacks()
    {
        return {[this](const std::vector<Path>& changed) {
                    const std::lock_guard lock(mutex);
                    folders.insert(changed.begin(), changed.end());
                    ++times;
                },
                [this](const std::string& sentence) {
                    const std::lock_guard lock(mutex);
                    sentences.push_back(sentence);
                }};
    }
    bool has(const Path& folder)
    {
        const std::lock_guard lock(mutex);
        return folders.contains(folder);
    }
    void forget()
    {
        const std::lock_guard lock(mutex);
        folders.clear();
        times = 0;
    }
    bool silent()
    {
        const std::lock_guard lock(mutex);
        return folders.empty();
    }
};

WatchOptions quick()
{
    return {100ms, 2000ms, 300000ms};
}

} // namespace

class TstFolderWatch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatComesAndGoes()
    {
        LibraryFixture library;
        const Path sub = library.sounds / "sub";
        std::filesystem::create_directories(sub);
        Told told;
        const FolderWatch watch({library.sounds}, told.callbacks(), quick());
        QTest::qWait(200); // until it watches
        writeWav(sub / "a.wav", tone(3, 0.1));
        QTRY_VERIFY(told.has(sub));
        told.forget();
        std::filesystem::rename(sub / "a.wav", library.sounds / "b.wav");
        QTRY_VERIFY(told.has(library.sounds)); // which holds the other
        told.forget();
        std::filesystem::remove(library.sounds / "b.wav");
        QTRY_VERIFY(told.has(library.sounds));
        // A folder that comes is watched too.
        told.forget();
        std::filesystem::create_directories(library.sounds / "new" / "deep");
        QTRY_VERIFY(told.has(library.sounds));
        told.forget();
        writeWav(library.sounds / "new" / "deep" / "c.wav", tone(3, 0.1));
        QTRY_VERIFY(told.has(library.sounds / "new" / "deep"));
        QVERIFY(told.sentences.empty());
    }

    void leavesOthersAlone()
    {
        LibraryFixture library;
        std::filesystem::create_directories(library.sounds / ".hidden");
        Told told;
        const FolderWatch watch({library.sounds}, told.callbacks(), quick());
        QTest::qWait(200);
        writeBytes(library.sounds / "notes.txt", "x");
        writeBytes(library.sounds / ".a.wav", "x");
        writeBytes(library.sounds / ".hidden" / "b.wav", "x");
        QTest::qWait(600);
        QVERIFY(told.silent());
    }

    /// A copy of many files is told in few messages.
    void gathersChanges()
    {
        LibraryFixture library;
        Told told;
        const FolderWatch watch({library.sounds}, told.callbacks(), {400ms, 5000ms, 300000ms});
        QTest::qWait(200);
        for (unsigned i = 0; i < 20; ++i) {
            writeWav(library.sounds / numbered(i), tone(3, 0.05));
            QTest::qWait(20);
        }
        QTRY_VERIFY(told.has(library.sounds));
        QTest::qWait(600);
        const std::lock_guard lock(told.mutex);
        QVERIFY2(told.times <= 3, qPrintable(QString::number(told.times)));
    }

    void beyondTheLimitItLooksFromTimeToTime()
    {
        LibraryFixture library;
        for (int i = 0; i < 5; ++i)
            std::filesystem::create_directories(library.sounds / std::to_string(i));
        Told told;
        WatchOptions options{100ms, 2000ms, 300ms};
        options.maxFolders = 2;
        const FolderWatch watch({library.sounds}, told.callbacks(), options);
        QTRY_VERIFY(told.has(library.sounds));
        told.forget();
        QTRY_VERIFY(told.has(library.sounds)); // again and again
        const std::lock_guard lock(told.mutex);
        QCOMPARE(told.sentences.size(), std::size_t(1));
        QVERIFY2(told.sentences[0].find("max_user_watches") != std::string::npos, told.sentences[0].c_str());
    }

    void endsAtOnce()
    {
        LibraryFixture library;
        const auto began = std::chrono::steady_clock::now();
        for (int i = 0; i < 20; ++i)
            FolderWatch({library.sounds, "/not/there"}, {}, quick());
        QVERIFY(std::chrono::steady_clock::now() - began < 2s);
    }
};

PROLAP_TEST(TstFolderWatch)
#include "tst_folder_watch.moc"
