#include "core/error.h"
#include "db/check.h"
#include "tests/core_library/library_fixture.h"
#include "tests/support/test_main.h"

#include <csignal>
#include <fstream>
#include <functional>

#include <QTest>

#include <sys/resource.h>
#include <unistd.h>

using namespace prolap;
using namespace prolap::library;
using namespace prolap::test;

namespace {

/// The kind and the sentence of what `call` throws; an empty sentence when it throws nothing.
std::pair<ErrorKind, std::string> errorOf(const std::function<void()>& call)
{
    try {
        call();
    } catch (const Error& error) {
        return {error.kind(), error.what()};
    }
    return {ErrorKind::Internal, {}};
}

void fill(LibraryFixture& library, unsigned files)
{
    for (unsigned i = 0; i < files; ++i)
        writeWav(library.sounds / numbered(i), tone(i % 15, 1, i));
}

} // namespace

/// What indexing and searching do when the catalogue cannot be written, read or made longer.
class TstCatalogueTrouble : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readOnlyForThisUser()
    {
        LibraryFixture library;
        fill(library, 3);
        library.index();
        const Path data = library.catalogue.parent_path();
        using std::filesystem::perms;
        const perms readOnly = perms::owner_read | perms::group_read | perms::others_read;
        const perms enter = perms::owner_exec | perms::group_exec | perms::others_exec;
        std::filesystem::permissions(library.base, readOnly | enter);
        for (const auto& entry : std::filesystem::directory_iterator(data))
            std::filesystem::permissions(entry.path(), readOnly);
        std::filesystem::permissions(data, readOnly | enter);
        const bool root = ::geteuid() == 0; // who may write everywhere: be somebody else
        QVERIFY(!root || ::seteuid(65534) == 0);
        const auto [kind, sentence] = errorOf([&] { library.index(); });
        std::string reason;
        std::size_t hits = 0;
        const auto searching = errorOf([&] {
            reason = LibraryView(library.catalogue, "").readOnlyReason();
            SearchRequest request;
            request.caption = "low";
            hits = SearchService(library.catalogue, library.embedder).search(request)->hits.size();
        });
        QVERIFY(!root || ::seteuid(0) == 0);
        std::filesystem::permissions(library.base, perms::owner_all);
        std::filesystem::permissions(data, perms::owner_all);
        QVERIFY(kind == ErrorKind::ReadOnly || kind == ErrorKind::Permission);
        QVERIFY(sentence.find("library.db") != std::string::npos);
        QCOMPARE(searching.second, std::string());
        QVERIFY(!reason.empty());
        QCOMPARE(hits, std::size_t(3)); // it still serves
    }

    void lockedByAnotherWriter()
    {
        LibraryFixture library;
        fill(library, 2);
        library.index();
        writeWav(library.sounds / "new.wav", tone(1, 1, 99));
        {
            db::Catalogue other(library.catalogue);
            const db::Transaction held(other);
            const auto [kind, sentence] = errorOf([&] { library.index(); }); // after the time-out
            QVERIFY(kind == ErrorKind::Busy);
            QVERIFY(!sentence.empty());
        }
        QCOMPARE(library.index().indexed, std::int64_t(1));
    }

    void corruptIsNeverOverwritten()
    {
        LibraryFixture library;
        fill(library, 4);
        library.index();
        const std::string good = readBytes(library.catalogue);
        std::string damaged = good;
        for (std::size_t at = 4096; at < damaged.size(); at += 97)
            damaged[at] = static_cast<char>(damaged[at] ^ 0x5A);
        writeBytes(library.catalogue, damaged);
        const auto [kind, sentence] = errorOf([&] { library.index(); });
        QVERIFY(kind == ErrorKind::Corrupt);
        QVERIFY(sentence.find("library.db") != std::string::npos);
        QVERIFY(readBytes(library.catalogue) == damaged);
        writeBytes(library.catalogue, "This is a letter to my aunt, not a database. " + std::string(500, 'x'));
        const std::string letter = readBytes(library.catalogue);
        QVERIFY(!errorOf([&] { library.index(); }).second.empty());
        QVERIFY(readBytes(library.catalogue) == letter);
    }

    void aFullDiskStopsWithASentenceAndTheNextRunGoesOn()
    {
        LibraryFixture library;
        fill(library, 60);
        std::filesystem::create_directories(library.base / "empty");
        library.index({library.base / "empty"}); // an empty library, made while there was room
        // A limit on the size of files stands for the full disk.
        ::signal(SIGXFSZ, SIG_IGN);
        rlimit before;
        ::getrlimit(RLIMIT_FSIZE, &before);
        rlimit small = before;
        small.rlim_cur = 200'000;
        ::setrlimit(RLIMIT_FSIZE, &small);
        const auto [kind, sentence] = errorOf([&] { library.index(); });
        ::setrlimit(RLIMIT_FSIZE, &before);
        QVERIFY2(kind == ErrorKind::DiskFull, sentence.c_str());
        library.index();
        QCOMPARE(library.clips().size(), std::size_t(60));
        for (const auto& [path, state] : library.clips())
            QCOMPARE(state, std::string("Lv"));
        db::Catalogue catalogue(library.catalogue);
        QVERIFY(db::check(catalogue).findings.empty());
    }

    void aFileWithoutPermissionIsTriedAgain()
    {
        LibraryFixture library;
        fill(library, 1);
        std::filesystem::permissions(library.base, std::filesystem::perms::all);
        std::filesystem::permissions(library.sounds, std::filesystem::perms::all);
        std::filesystem::create_directories(library.catalogue.parent_path());
        std::filesystem::permissions(library.catalogue.parent_path(), std::filesystem::perms::all);
        std::filesystem::permissions(library.sounds / "s0.wav", std::filesystem::perms::none);
        const bool root = ::geteuid() == 0;
        QVERIFY(!root || ::seteuid(65534) == 0);
        const IndexReport locked = library.index();
        QVERIFY(!root || ::seteuid(0) == 0);
        QCOMPARE(locked.failed, std::int64_t(1));
        QVERIFY(locked.failures[0].reason.find("s0.wav") != std::string::npos);
        // Rights are no part of a file's time: it is tried again all the same.
        std::filesystem::permissions(library.sounds / "s0.wav", std::filesystem::perms::all);
        QCOMPARE(library.index().indexed, std::int64_t(1));
    }

    void aLongFileNeedsLittleMemory()
    {
        class HastyEmbedder : public BandEmbedder {
        public:
            HastyEmbedder() : BandEmbedder("bands-hasty", 10) {}
            model::Embeddings embedAudio(std::span<const std::span<const float>> windows) const override
            {
                std::vector<std::span<const float>> beginnings;
                for (const auto& window : windows)
                    beginnings.push_back(window.first(std::min<std::size_t>(window.size(), 100)));
                return BandEmbedder::embedAudio(beginnings);
            }
        };
        LibraryFixture library;
        // Three hours of sound at the test model's rate are 346 MB of samples in a file (a sparse one), and twice
        // that as floats.
        const Path file = library.sounds / "three hours.wav";
        writeWav(file, std::vector<float>(16000, 0.1F));
        std::string header = readBytes(file).substr(0, 44);
        const std::uint32_t bytes = 3 * 3600 * 32000, riff = bytes + 36;
        for (int i = 0; i < 4; ++i) {
            header[static_cast<std::size_t>(4 + i)] = static_cast<char>(riff >> (8 * i));
            header[static_cast<std::size_t>(40 + i)] = static_cast<char>(bytes >> (8 * i));
        }
        writeBytes(file, header);
        std::filesystem::resize_file(file, 44 + bytes);
        library.embedder = std::make_shared<HastyEmbedder>();
        rusage usage;
        ::getrusage(RUSAGE_SELF, &usage);
        [[maybe_unused]] const long before = usage.ru_maxrss;
        const IndexReport report = library.index();
        ::getrusage(RUSAGE_SELF, &usage);
        QCOMPARE(report.indexed, std::int64_t(1));
        QCOMPARE(report.windows, std::int64_t(1080));
#ifndef __SANITIZE_ADDRESS__ // which keeps freed memory for a while
        QVERIFY2(usage.ru_maxrss - before < 200'000, qPrintable(QString::number(usage.ru_maxrss - before))); // kB
#endif
    }
};

PROLAP_TEST(TstCatalogueTrouble)
#include "tst_catalogue_trouble.moc"
