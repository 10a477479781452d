#include "tests/db/child_process.h"
#include "tests/db/sample_library.h"
#include "tests/support/test_main.h"

#include <chrono>
#include <filesystem>
#include <random>
#include <thread>

#include <unistd.h>

#include <QProcess>
#include <QTest>

#include "db/check.h"
#include "db/connection.h"
#include "db/run_lock.h"

using namespace prolap;
using namespace prolap::db;
using namespace prolap::test;
using namespace std::chrono_literals;

namespace {

OpenOptions patience(std::chrono::milliseconds busyTimeout)
{
    OpenOptions options;
    options.busyTimeout = busyTimeout;
    return options;
}

/// Listens to clips for ever, `perTransaction` at a time, each with two windows.
int writeForEver(const Path& file, int perTransaction)
{
    Catalogue catalogue(file);
    const RootId root = RootTable(catalogue).add("/sounds");
    const EmbeddingSetId set = VectorTable(catalogue).openSet("model", "Model", 8, true).id;
    ChildProcess::ready();
    for (int i = 0;; ++i) {
        Transaction transaction(catalogue);
        for (int k = 0; k < perTransaction; ++k)
            addListened(catalogue, root,
                        std::string("p") + std::to_string(::getpid()) + "_" + std::to_string(i) + "_" +
                            std::to_string(k) + ".wav",
                        set, 2);
        transaction.commit();
    }
}

} // namespace

class TstProcesses : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// The window keeps connections open while others of it come and go; a command line beside it opens and closes
    /// the same library, and must not take it for unused.
    void anotherProgramLeavesALibraryInUseAlone()
    {
        const Folder folder;
        const Path file = folder / "library.db";
        Catalogue kept(file);
        RootTable(kept).add("/before");
        { // has looked at the file and closed it again
            Catalogue passing(file);
            QCOMPARE(RootTable(passing).all().size(), std::size_t(1));
        }
        QProcess program;
        program.start("python3", {"-c",
                                  "import sqlite3, sys\n"
                                  "library = sqlite3.connect(sys.argv[1])\n"
                                  "library.execute('SELECT count(*) FROM root').fetchone()\n"
                                  "library.close()\n",
                                  QString::fromStdString(file.native())});
        QVERIFY(program.waitForFinished());
        QVERIFY2(program.exitCode() == 0, program.readAllStandardError().constData());
        QVERIFY(std::filesystem::exists(Path(file) += "-wal"));
        RootTable(kept).add("/after");
        Catalogue later(file);
        QCOMPARE(RootTable(later).all().size(), std::size_t(2));
        QVERIFY(check(later).findings.empty());
    }

    void aReaderSeesWholeTransactions()
    {
        const Folder folder;
        const Path file = folder / "library.db";
        Catalogue reader(file);
        ChildProcess writer([&] { return writeForEver(file, 5); });
        QVERIFY(writer.waitUntilReady());
        const EmbeddingSetId set = VectorTable(reader).findSet("model")->id;
        std::int64_t last = 0;
        const auto until = std::chrono::steady_clock::now() + 60s;
        for (int i = 0; i < 200 || last < 100; ++i) {
            QVERIFY(std::chrono::steady_clock::now() < until);
            const Snapshot snapshot(reader);
            const Totals totals = ClipTable(reader).totals(set);
            QCOMPARE(totals.clips % 5, 0);
            QCOMPARE(totals.embedded, totals.clips);
            QCOMPARE(totals.windows, 2 * totals.clips);
            QVERIFY(totals.clips >= last);
            QCOMPARE(static_cast<std::int64_t>(ClipTable(reader).ids({}).size()), totals.clips);
            last = totals.clips;
        }
    }

    void aSecondWriterWaitsOrIsToldWhy()
    {
        const Folder folder;
        const Path file = folder / "library.db";
        Catalogue mine(file, patience(150ms));
        Catalogue patient(file);
        ChildProcess other([&] {
            Catalogue catalogue(file);
            Transaction transaction(catalogue);
            RootTable(catalogue).add("/theirs");
            ChildProcess::ready();
            std::this_thread::sleep_for(2s);
            transaction.commit();
            return 0;
        });
        QVERIFY(other.waitUntilReady());
        const auto begun = std::chrono::steady_clock::now();
        const auto error = errorOf([&] { RootTable(mine).add("/mine"); });
        const auto waited = std::chrono::steady_clock::now() - begun;
        QVERIFY(error && error->kind() == ErrorKind::Busy);
        QVERIFY(waited >= 140ms && waited < 1900ms);
        QVERIFY(RootTable(mine).all().empty());
        RootTable(patient).add("/mine");
        QCOMPARE(RootTable(mine).all().size(), std::size_t(2));
        QCOMPARE(other.wait(), 0);
    }

    void aLockedFileIsBusy()
    {
        const Folder folder;
        const Path file = folder / "library.db";
        Catalogue{file};
        ChildProcess other([&] {
            SQLite::Database database(file.native(), SQLite::OPEN_READWRITE);
            database.exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; UPDATE catalogue SET created = 1");
            ChildProcess::ready();
            std::this_thread::sleep_for(30s);
            return 0;
        });
        QVERIFY(other.waitUntilReady());
        const auto error = errorOf([&] { Catalogue(file, patience(100ms)); });
        QVERIFY(error && error->kind() == ErrorKind::Busy);
        QVERIFY(std::string(error->what()).find("another program") != std::string::npos);
    }

    void manyMayMakeItAtOnce()
    {
        for (int round = 0; round < 5; ++round) {
            const Folder folder;
            const Path file = folder / "library.db";
            const auto work = [&] {
                Catalogue catalogue(file);
                RootTable(catalogue).add(Path("/") / std::to_string(::getpid()));
                return 0;
            };
            ChildProcess one(work), two(work), three(work), four(work);
            for (ChildProcess* child : {&one, &two, &three, &four})
                QCOMPARE(child->wait(), 0);
            Catalogue catalogue(file);
            QCOMPARE(RootTable(catalogue).all().size(), std::size_t(4));
        }
    }

    void killedAtAnyMomentItStaysWhole()
    {
        const Folder folder;
        const Path file = folder / "library.db";
        std::mt19937 random(20);
        std::int64_t last = 0;
        for (int round = 0; round < 20; ++round) {
            ChildProcess writer([&] { return writeForEver(file, 10); });
            QVERIFY(writer.waitUntilReady());
            std::this_thread::sleep_for(std::chrono::microseconds(random() % 60000));
            writer.kill();
            QCOMPARE(writer.wait(), 256);
            Catalogue catalogue(file);
            QVERIFY(catalogue.writable());
            const EmbeddingSetId set = VectorTable(catalogue).findSet("model")->id;
            const Totals totals = ClipTable(catalogue).totals(set);
            QCOMPARE(totals.clips % 10, 0);
            QCOMPARE(totals.windows, 2 * totals.clips);
            QVERIFY(totals.clips >= last);
            last = totals.clips;
            const CheckReport report = check(catalogue);
            QVERIFY2(report.findings.empty(), report.findings.empty() ? "" : report.findings[0].sentence.c_str());
        }
        QVERIFY(last > 0);
    }

    void killedWhileItIsMadeItIsMadeAgain()
    {
        std::mt19937 random(7);
        for (int round = 0; round < 20; ++round) {
            const Folder folder;
            const Path file = folder / "library.db";
            ChildProcess maker([&] {
                ChildProcess::ready();
                Catalogue{file};
                return 0;
            });
            QVERIFY(maker.waitUntilReady());
            std::this_thread::sleep_for(std::chrono::microseconds(random() % 20000));
            maker.kill();
            maker.wait();
            Catalogue catalogue(file);
            QVERIFY(catalogue.writable());
            QVERIFY(check(catalogue).findings.empty());
        }
    }

    void oneRunAtATime()
    {
        const Folder folder;
        const Path file = folder / "library.db";
        ChildProcess other([&] {
            const RunLock lock(file);
            ChildProcess::ready();
            std::this_thread::sleep_for(30s);
            return 0;
        });
        QVERIFY(other.waitUntilReady());
        const auto error = errorOf([&] { RunLock{file}; });
        QVERIFY(error && error->kind() == ErrorKind::Busy);
        other.kill();
        other.wait();
        const RunLock mine(file);
        QVERIFY(errorOf([&] { RunLock{file}; })->kind() == ErrorKind::Busy);
    }
};

PROLAP_TEST(TstProcesses)
#include "tst_processes.moc"
