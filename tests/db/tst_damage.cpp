#include "tests/db/child_process.h"
#include "tests/db/sample_library.h"
#include "tests/support/test_main.h"

#include <csignal>
#include <cstdio>
#include <fstream>

#include <sys/resource.h>

#include <QTest>

#include "db/check.h"
#include "db/word_index.h"

using namespace prolap;
using namespace prolap::db;
using namespace prolap::test;

namespace {

/// A closed catalogue of so many clips with four windows each.
void makeLibrary(const Path& file, int clips)
{
    Catalogue catalogue(file);
    const RootId root = RootTable(catalogue).add("/sounds");
    const EmbeddingSetId set = VectorTable(catalogue).openSet("model", "Model", 8, true).id;
    Transaction transaction(catalogue);
    for (int i = 0; i < clips; ++i)
        addListened(catalogue, root, "clip" + std::to_string(i) + ".wav", set, 4, i);
    transaction.commit();
}

void overwrite(const Path& file, std::size_t at, const std::string& bytes)
{
    std::fstream stream(file, std::ios::binary | std::ios::in | std::ios::out);
    stream.seekp(static_cast<std::streamoff>(at));
    stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

/// Does what the program does with a catalogue; damage may show in any call, and only as an Error.
void useEverything(Catalogue& catalogue)
{
    const auto attempt = [](auto action) { errorOf(action); };
    attempt([&] { ClipTable(catalogue).totals(EmbeddingSetId{1}); });
    attempt([&] {
        const auto ids = ClipTable(catalogue).ids({});
        ClipTable(catalogue).clips(ids, EmbeddingSetId{1});
        for (const ClipId id : ids)
            ClipTable(catalogue).waveform(id);
    });
    attempt([&] {
        VectorTable(catalogue).forEachWindow(EmbeddingSetId{1}, {}, true, [](const WindowVector&) { return true; });
    });
    attempt([&] { WordIndex(catalogue).search("clip", 100); });
    attempt([&] { RootTable(catalogue).add("/more"); });
    attempt([&] { ClipTable(catalogue).list({RootId{1}, "new.wav", 1, 1}); });
    attempt([&] { check(catalogue); });
}

} // namespace

class TstDamage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void damageIsNeverWrittenOver()
    {
        const Folder folder;
        const Path whole = folder / "whole.db";
        makeLibrary(whole, 60);
        const std::size_t size = bytesOf(whole).size();
        std::vector<std::size_t> places = {20, 28, 100, 108, 120};
        for (std::size_t page = 1; page * 16384 < size; ++page)
            places.push_back(page * 16384);
        int found = 0;
        for (const std::size_t place : places) {
            const Path file = folder.path() / ("at" + std::to_string(place) + ".db");
            std::filesystem::copy_file(whole, file);
            overwrite(file, place, std::string(16, '\xAA'));
            const std::string before = bytesOf(file);
            bool untouchable = false;
            const auto refused = errorOf([&] {
                Catalogue catalogue(file);
                untouchable = catalogue.outcome() == OpenOutcome::Corrupt;
                if (untouchable) {
                    QVERIFY(!catalogue.writable());
                    QVERIFY(catalogue.readOnlyReason().find("damaged") != std::string::npos);
                    const auto error = errorOf([&] { RootTable(catalogue).add("/more"); });
                    QVERIFY(error.has_value());
                }
                useEverything(catalogue);
            });
            if (refused || untouchable) {
                ++found;
                QVERIFY2(bytesOf(file) == before, qPrintable(QString::number(place)));
            }
        }
        // A page may be free, and then nothing is lost with it.
        QVERIFY2(found >= static_cast<int>(places.size()) - 3, qPrintable(QString::number(found)));
    }

    void aFileCutOffIsRead()
    {
        const Folder folder;
        const Path file = folder / "library.db";
        makeLibrary(file, 60);
        const auto size = std::filesystem::file_size(file);
        for (const double part : {0.9, 0.5, 0.1}) {
            std::filesystem::resize_file(file, static_cast<std::uintmax_t>(part * static_cast<double>(size)));
            const std::string before = bytesOf(file);
            {
                Catalogue catalogue(file);
                QVERIFY(catalogue.outcome() == OpenOutcome::Corrupt);
                useEverything(catalogue);
            }
            QVERIFY(bytesOf(file) == before);
        }
        std::filesystem::resize_file(file, 7);
        QVERIFY(errorOf([&] { Catalogue{file}; })->kind() == ErrorKind::BadInput);
    }

    /// A large catalogue is not read whole at the opening: damage is met later, and ends writing.
    void damageMetLaterEndsWriting()
    {
        const Folder folder;
        const Path file = folder / "library.db";
        makeLibrary(file, 6000);
        const std::size_t size = bytesOf(file).size();
        QVERIFY(size > (4u << 20));
        for (std::size_t page = size / 16384 * 6 / 10; page < size / 16384 * 7 / 10; ++page)
            overwrite(file, page * 16384, std::string(64, '\xAA'));
        const auto error = errorOf([&] {
            Catalogue catalogue(file);
            QVERIFY(catalogue.writable());
            const auto met = errorOf([&] {
                ClipTable(catalogue).clips(ClipTable(catalogue).ids({}));
                VectorTable(catalogue).forEachWindow(EmbeddingSetId{1}, {}, true,
                                                     [](const WindowVector&) { return true; });
            });
            QVERIFY(met && met->kind() == ErrorKind::Corrupt);
            QVERIFY(!catalogue.writable());
            const std::string before = bytesOf(file);
            QVERIFY(errorOf([&] { ClipTable(catalogue).list({RootId{1}, "new.wav", 1, 1}); }));
            QVERIFY(errorOf([&] { RootTable(catalogue).add("/more"); }));
            QVERIFY(bytesOf(file) == before);
            QVERIFY(!check(catalogue).findings.empty());
        });
        QVERIFY2(!error, error ? error->what() : "");
    }

    void aFullDiskLosesNothingStored()
    {
        const Folder folder;
        const Path file = folder / "library.db";
        makeLibrary(file, 20);
        ChildProcess writer([&] {
            std::signal(SIGXFSZ, SIG_IGN);
            const rlimit limit{2 << 20, 2 << 20};
            ::setrlimit(RLIMIT_FSIZE, &limit);
            Catalogue catalogue(file);
            const RootId root = RootTable(catalogue).add("/sounds");
            const EmbeddingSetId set = VectorTable(catalogue).findSet("model")->id;
            std::optional<Error> error;
            for (int i = 0; i < 100000 && !error; ++i)
                error = errorOf([&] { addListened(catalogue, root, "more" + std::to_string(i) + ".wav", set, 4); });
            if (!error || error->kind() != ErrorKind::DiskFull) {
                std::fprintf(stderr, "%s\n", error ? error->what() : "no error");
                return 1;
            }
            if (std::string(error->what()).find("No space") == std::string::npos)
                return 2;
            // Reading goes on.
            return ClipTable(catalogue).totals().clips >= 20 ? 0 : 3;
        });
        QCOMPARE(writer.wait(), 0);
        Catalogue catalogue(file);
        QVERIFY(catalogue.writable());
        QVERIFY(ClipTable(catalogue).totals().clips >= 20);
        for (const Finding& finding : check(catalogue).findings)
            QVERIFY2(finding.kind == Finding::Kind::NotEmbedded, finding.sentence.c_str());
        ClipTable(catalogue).list({RootId{1}, "after.wav", 1, 1});
    }

    void aFullDiskAtTheFirstStartIsSaid()
    {
        const Folder folder;
        const Path file = folder / "library.db";
        ChildProcess maker([&] {
            std::signal(SIGXFSZ, SIG_IGN);
            const rlimit limit{40000, 40000};
            ::setrlimit(RLIMIT_FSIZE, &limit);
            const auto error = errorOf([&] { Catalogue{file}; });
            if (error && error->kind() == ErrorKind::DiskFull)
                return 0;
            std::fprintf(stderr, "%s\n", error ? error->what() : "no error");
            return 1;
        });
        QCOMPARE(maker.wait(), 0);
        Catalogue catalogue(file);
        QVERIFY(catalogue.outcome() == OpenOutcome::Created);
        QVERIFY(check(catalogue).findings.empty());
    }
};

PROLAP_TEST(TstDamage)
#include "tst_damage.moc"
