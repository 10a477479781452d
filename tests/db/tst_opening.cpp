#include "tests/db/sample_library.h"
#include "tests/support/test_main.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <latch>
#include <string>
#include <thread>
#include <vector>

#include <sys/stat.h>
#include <unistd.h>

#include <QTest>

#include "db/check.h"
#include "db/collection_table.h"
#include "db/connection.h"
#include "db/label_table.h"
#include "db/mark_table.h"
#include "db/ucs_table.h"
#include "db/word_index.h"

using namespace prolap;
using namespace prolap::db;
using namespace prolap::test;

namespace {

/// The version of this program, and the one that comes after it.
int now()
{
    return builtInMigrations().back().version;
}

int next()
{
    return now() + 1;
}

std::string backupName()
{
    return "library.db.v" + std::to_string(now()) + ".bak";
}

/// All steps of this program and one more.
const std::vector<Migration>& oneMore()
{
    static const std::vector<Migration> steps = [] {
        std::vector<Migration> all(builtInMigrations().begin(), builtInMigrations().end());
        all.push_back({next(), "ALTER TABLE clip ADD COLUMN stars INTEGER NOT NULL DEFAULT 3; "
                               "CREATE TABLE extra (a TEXT) STRICT;"
                               "CREATE TRIGGER t AFTER INSERT ON extra BEGIN UPDATE clip SET stars = 1; "
                               "UPDATE clip SET stars = 2; END;"});
        return all;
    }();
    return steps;
}

OpenOptions with(std::span<const Migration> steps)
{
    OpenOptions options;
    options.migrations = steps;
    return options;
}

/// Runs as the user nobody until the end of the block: root may write everywhere.
class AsNobody {
public:
    AsNobody() : m_wasRoot(::geteuid() == 0)
    {
        if (m_wasRoot && ::seteuid(65534) != 0)
            qFatal("cannot become another user");
    }
    ~AsNobody()
    {
        if (m_wasRoot && ::seteuid(0) != 0)
            qFatal("cannot become root again");
    }

private:
    bool m_wasRoot;
};

/// A closed catalogue with one root and one clip `a.wav` of two windows.
void makeLibrary(const Path& file)
{
    Catalogue catalogue(file);
    const RootId root = RootTable(catalogue).add("/sounds");
    const EmbeddingSet set = VectorTable(catalogue).openSet("model", "Model", 8, true);
    addListened(catalogue, root, "a.wav", set.id, 2);
}

std::int64_t clipCount(Catalogue& catalogue)
{
    return ClipTable(catalogue).totals().clips;
}

} // namespace

class TstOpening : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void makesANewOneAndOpensItAgain()
    {
        const Folder folder;
        const Path file = folder.path() / "new" / "folders %41 #?" / "my library.db";
        {
            Catalogue catalogue(file);
            QVERIFY(catalogue.outcome() == OpenOutcome::Created);
            QVERIFY(catalogue.writable());
            QCOMPARE(catalogue.schemaVersion(), builtInMigrations().back().version);
            RootTable(catalogue).add("/sounds");
        }
        Catalogue again(file);
        QVERIFY(again.outcome() == OpenOutcome::Current);
        QVERIFY(again.writable());
        QVERIFY(again.backup().empty());
        QCOMPARE(RootTable(again).all().size(), std::size_t(1));
    }

    void stepsAreNumberedWithoutGaps()
    {
        int expected = 1;
        for (const Migration& step : builtInMigrations())
            QCOMPARE(step.version, expected++);
    }

    void readingNeverMakesOne()
    {
        const Folder folder;
        OpenOptions read;
        read.mode = OpenMode::Read;
        const auto error = errorOf([&] { Catalogue(folder / "no.db", read); });
        QVERIFY(error && error->kind() == ErrorKind::NotFound);
        QVERIFY(!std::filesystem::exists(folder / "no.db"));
        makeLibrary(folder / "a.db");
        Catalogue catalogue(folder / "a.db", read);
        QCOMPARE(clipCount(catalogue), 1);
        QVERIFY(!catalogue.writable());
        const auto refused = errorOf([&] { RootTable(catalogue).add("/more"); });
        QVERIFY(refused && refused->kind() == ErrorKind::ReadOnly);
    }

    void anEmptyOrUnfinishedFileBecomesALibrary()
    {
        const Folder folder;
        std::ofstream(folder / "empty.db").flush();
        QVERIFY(Catalogue(folder / "empty.db").outcome() == OpenOutcome::Created);
        {
            SQLite::Database blank((folder / "blank.db").native(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
            blank.exec("PRAGMA journal_mode = WAL");
        }
        QVERIFY(std::filesystem::file_size(folder / "blank.db") > 0);
        Catalogue catalogue(folder / "blank.db");
        QVERIFY(catalogue.outcome() == OpenOutcome::Created);
        QCOMPARE(clipCount(catalogue), 0);
    }

    void migratesWithABackup()
    {
        const Folder folder;
        const Path file = folder / "library.db";
        makeLibrary(file);
        {
            Catalogue catalogue(file, with(oneMore()));
            QVERIFY(catalogue.outcome() == OpenOutcome::Migrated);
            QCOMPARE(catalogue.schemaVersion(), next());
            QCOMPARE(clipCount(catalogue), 1);
            QCOMPARE(catalogue.backup(), folder.path() / backupName());
            catalogue.connection().execute("INSERT INTO extra VALUES ('x')");
        }
        QVERIFY(Catalogue(file, with(oneMore())).outcome() == OpenOutcome::Current);
        Catalogue backup(folder.path() / backupName());
        QVERIFY(backup.outcome() == OpenOutcome::Current);
        QCOMPARE(backup.schemaVersion(), now());
        QCOMPARE(clipCount(backup), 1);
        QVERIFY(check(backup).findings.empty());
    }

    void aBrokenStepIsUndone()
    {
        const Folder folder;
        const Path file = folder / "library.db";
        makeLibrary(file);
        auto steps = oneMore();
        steps.push_back(
            {next() + 1, "CREATE TABLE later (a TEXT) STRICT; DROP TABLE caption; INSERT INTO nowhere VALUES (1);"});
        const auto error = errorOf([&] { Catalogue(file, with(steps)); });
        QVERIFY(error.has_value());
        const std::string sentence = error->what();
        QVERIFY(sentence.find("version " + std::to_string(next() + 1)) != std::string::npos);
        QVERIFY(sentence.find(backupName()) != std::string::npos);
        // The step before it holds, its own changes are gone.
        Catalogue catalogue(file, with(oneMore()));
        QVERIFY(catalogue.outcome() == OpenOutcome::Current);
        QCOMPARE(catalogue.schemaVersion(), next());
        QVERIFY(!catalogue.connection().database().tableExists("later"));
        QVERIFY(catalogue.connection().database().tableExists("caption"));
        QVERIFY(check(catalogue).findings.empty());
    }

    void aNewerVersionIsRefusedUntouched()
    {
        const Folder folder;
        const Path file = folder / "library.db";
        makeLibrary(file);
        Catalogue(file, with(oneMore()));
        const std::string before = bytesOf(file);
        for (const OpenMode mode : {OpenMode::Write, OpenMode::Read}) {
            OpenOptions options;
            options.mode = mode;
            const auto error = errorOf([&] { Catalogue(file, options); });
            QVERIFY(error && error->kind() == ErrorKind::Incompatible);
            QVERIFY(std::string(error->what()).find("newer version") != std::string::npos);
        }
        QVERIFY(bytesOf(file) == before);
    }

    void anOldOneIsNotReadWithoutMigrating()
    {
        const Folder folder;
        makeLibrary(folder / "library.db");
        OpenOptions read = with(oneMore());
        read.mode = OpenMode::Read;
        const auto error = errorOf([&] { Catalogue(folder / "library.db", read); });
        QVERIFY(error && error->kind() == ErrorKind::Incompatible);
        QCOMPARE(Catalogue(folder / "library.db").schemaVersion(), now());
    }

    void foreignFilesAreRefusedUntouched()
    {
        const Folder folder;
        const Path text = folder / "notes.db";
        std::ofstream(text) << "These are my notes, and they are mine.";
        const Path foreign = folder / "other.sqlite";
        {
            SQLite::Database other(foreign.native(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
            other.exec("CREATE TABLE recipes (name TEXT); PRAGMA user_version = 1");
        }
        for (const Path& file : {text, foreign}) {
            const std::string before = bytesOf(file);
            const auto error = errorOf([&] { Catalogue{file}; });
            QVERIFY(error && error->kind() == ErrorKind::BadInput);
            QVERIFY(std::string(error->what()).find("not a ProLAP library") != std::string::npos);
            QVERIFY(bytesOf(file) == before);
        }
        const auto error = errorOf([&] { Catalogue{folder.path()}; });
        QVERIFY(error && error->kind() == ErrorKind::BadInput);
    }

    void readOnlyFilesAndFoldersAreRead()
    {
        const Folder folder;
        const Path file = folder / "library.db";
        makeLibrary(file);
        QVERIFY(!std::filesystem::exists(folder / "library.db-wal"));
        const std::string before = bytesOf(file);
        for (const auto& [fileMode, folderMode] :
             {std::pair(0444, 0777), std::pair(0666, 0555), std::pair(0444, 0555)}) {
            ::chmod(file.c_str(), static_cast<mode_t>(fileMode));
            ::chmod(folder.path().c_str(), static_cast<mode_t>(folderMode));
            {
                const AsNobody nobody;
                Catalogue catalogue(file);
                QVERIFY(catalogue.outcome() == OpenOutcome::ReadOnly);
                QVERIFY(catalogue.readOnlyReason().find("may not write") != std::string::npos);
                QCOMPARE(clipCount(catalogue), 1);
                const auto error = errorOf([&] { RootTable(catalogue).add("/more"); });
                QVERIFY(error && error->kind() == ErrorKind::ReadOnly);
                QCOMPARE(std::string(error->what()), catalogue.readOnlyReason());
            }
            ::chmod(folder.path().c_str(), 0777);
        }
        QVERIFY(bytesOf(file) == before);
    }

    void unreachablePlacesAreNamed()
    {
        const Folder folder;
        makeLibrary(folder / "library.db");
        ::chmod((folder / "library.db").c_str(), 0000);
        std::filesystem::create_directory(folder / "closed");
        ::chmod((folder / "closed").c_str(), 0555);
        const AsNobody nobody;
        const auto unreadable = errorOf([&] { Catalogue{folder / "library.db"}; });
        QVERIFY(unreadable && unreadable->kind() == ErrorKind::Permission);
        for (const Path& file : {folder.path() / "closed" / "x.db", folder.path() / "closed" / "more" / "x.db"}) {
            const auto error = errorOf([&] { Catalogue{file}; });
            QVERIFY(error && error->kind() == ErrorKind::Permission);
            QVERIFY(std::string(error->what()).find("closed") != std::string::npos);
        }
    }

    /// The library of the first release, made by tests/data/db/make_v1.sh.
    void opensTheFirstRelease()
    {
        const char* source = std::getenv("PROLAP_SOURCE_DIR");
        QVERIFY2(source, "PROLAP_SOURCE_DIR is not set");
        const Folder folder;
        std::filesystem::copy_file(Path(source) / "tests/data/db/v1.db", folder / "library.db");
        Catalogue catalogue(folder / "library.db");
        QVERIFY(catalogue.outcome() == OpenOutcome::Current || catalogue.outcome() == OpenOutcome::Migrated);
        QVERIFY(check(catalogue).findings.empty());
        const auto sets = VectorTable(catalogue).sets();
        QCOMPARE(sets.size(), std::size_t(1));
        const auto roots = RootTable(catalogue).all();
        QCOMPARE(roots.size(), std::size_t(1));
        QCOMPARE(roots[0].path, Path("/sounds"));
        const auto hits = WordIndex(catalogue).search("door slam", 10);
        QCOMPARE(hits.size(), std::size_t(1));
        const Clip clip = ClipTable(catalogue).clips(std::vector{hits[0].clip}, sets[0].id).at(0);
        QCOMPARE(clip.name, std::string("DoorSlam_03.wav"));
        QCOMPARE(clip.tags, std::vector<std::string>{"metal"});
        QVERIFY(clip.embedded);
        QCOMPARE(LabelTable(catalogue).captions(clip.id).at(0).text, std::string("a heavy door falls shut"));
        QCOMPARE(VectorTable(catalogue).windowsOf(sets[0].id, clip.id).size(), std::size_t(2));
        QCOMPARE(VectorTable(catalogue).aggregate(sets[0].id, clip.id)->mean[0], 0.5f);
        QCOMPARE(ClipTable(catalogue).waveform(clip.id)->max.size(), std::size_t(2));
        QCOMPARE(ClipTable(catalogue).failures().size(), std::size_t(1));
        // Nobody had marks in it, and every clip can have them now.
        QVERIFY(clip.marks == ClipMarks());
        MarkTable(catalogue).setMarks(clip.id, {4, true, ColourLabel::Green, "keep"});
        const CollectionId collection = CollectionTable(catalogue).create("Doors");
        CollectionTable(catalogue).add(collection, std::vector{clip.id});
        ClipFilter filter;
        filter.collection = collection;
        filter.minRating = 4;
        QCOMPARE(ClipTable(catalogue).ids(filter), std::vector{clip.id});
        QVERIFY(Catalogue(folder / "library.db.v1.bak", with(builtInMigrations().first(1))).schemaVersion() == 1);
    }

    /// As the window does: a connection for each kind of work, all at the same moment.
    void manyOpenTheFirstReleaseAtOnce()
    {
        constexpr int kThreads = 8, kRounds = 5;
        for (int round = 0; round < kRounds; ++round) {
            const Folder folder;
            const Path file = folder / "library.db";
            std::filesystem::copy_file(Path(std::getenv("PROLAP_SOURCE_DIR")) / "tests/data/db/v1.db", file);
            std::vector<std::string> problems(kThreads);
            {
                std::latch start(kThreads);
                std::vector<std::jthread> threads;
                for (int i = 0; i < kThreads; ++i)
                    threads.emplace_back([&, i] {
                        start.arrive_and_wait();
                        try {
                            Catalogue{file};
                        } catch (const std::exception& error) {
                            problems[static_cast<std::size_t>(i)] = error.what();
                        }
                    });
            }
            for (const std::string& problem : problems)
                QVERIFY2(problem.empty(), problem.c_str());
            QVERIFY(Catalogue(folder / "library.db.v1.bak", with(builtInMigrations().first(1))).schemaVersion() == 1);
            for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
                QVERIFY2(entry.path().extension() != ".part", entry.path().c_str());
        }
    }

    /// Names in the form of the Universal Category System are taken apart where version 1 knew them as names only.
    void readsNamesOfTheFirstRelease()
    {
        const Folder folder;
        const Path file = folder / "library.db";
        std::filesystem::copy_file(Path(std::getenv("PROLAP_SOURCE_DIR")) / "tests/data/db/v1.db", file);
        {
            SQLite::Database old(file.native(), SQLite::OPEN_READWRITE);
            old.exec("UPDATE clip SET name = 'DOORWood_Cellar Slam_PRL_Kit.wav' WHERE id = 1");
        }
        Catalogue catalogue(file);
        QVERIFY(catalogue.outcome() == OpenOutcome::Migrated);
        const auto ucs = UcsTable(catalogue).of(ClipId{1});
        QVERIFY(ucs);
        QCOMPARE(ucs->category, std::string("DOORS"));
        QCOMPARE(ucs->fxName, std::string("Cellar Slam"));
        QCOMPARE(WordIndex(catalogue).search("wood", 10).size(), std::size_t(1));
        QCOMPARE(WordIndex(catalogue).search("metal", 10).size(), std::size_t(1)); // the tag is still found
    }
};

PROLAP_TEST(TstOpening)
#include "tst_opening.moc"
