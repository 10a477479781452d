#include "core/error.h"
#include "db/check.h"
#include "db/label_table.h"
#include "tests/core_library/library_fixture.h"
#include "tests/support/test_main.h"

#include <cmath>
#include <mutex>
#include <thread>

#include <QTest>

#include <unistd.h>

using namespace prolap;
using namespace prolap::library;
using namespace prolap::test;
using namespace std::chrono_literals;
using Clips = std::map<std::string, std::string>;

namespace {

/// All vectors of a library as bytes, by path and place.
std::map<std::string, std::vector<db::Half>> vectorsOf(LibraryFixture& library)
{
    db::Catalogue catalogue(library.catalogue);
    db::VectorTable table(catalogue);
    std::map<std::string, std::vector<db::Half>> vectors;
    const auto set = table.findSet(library.embedder->info().id);
    table.forEachWindow(set->id, {}, true, [&](const db::WindowVector& window) {
        db::Catalogue other(library.catalogue);
        const auto clip = db::ClipTable(other).clips(std::span(&window.clip, 1)).at(0);
        auto& values = vectors[clip.name + "@" + std::to_string(window.startSeconds)];
        values.assign(window.mean.begin(), window.mean.end());
        values.insert(values.end(), window.logVar.begin(), window.logVar.end());
        return true;
    });
    return vectors;
}

void verifyHealthy(const Path& file)
{
    db::Catalogue catalogue(file);
    const db::CheckReport report = db::check(catalogue);
    for (const db::Finding& finding : report.findings)
        qWarning("%s", finding.sentence.c_str());
    QVERIFY(report.findings.empty());
}

} // namespace

class TstIndexer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void indexesRealFilesOfSeveralKinds()
    {
        LibraryFixture library;
        writeWav(library.sounds / "low.wav", tone(2, 2.5));
        writeWav(library.sounds / "sub/high.wav", tone(12, 0.5));
        const Path wav = library.sounds / "low.wav";
        for (const char* name : {"low.flac", "low.ogg", "low.mp3", "low.m4a"})
            if (!ffmpeg({"-i", wav.native(), (library.sounds / name).native()}))
                QSKIP("the ffmpeg program is needed to encode");

        std::vector<IndexProgress> reports;
        int changes = 0;
        IndexCallbacks callbacks;
        callbacks.progress = [&](const IndexProgress& progress) { reports.push_back(progress); };
        callbacks.changed = [&] { ++changes; };
        const IndexReport report = library.index({library.sounds}, callbacks);
        QCOMPARE(report.outcome, Outcome::Done);
        QCOMPARE(report.indexed, std::int64_t(6));
        QCOMPARE(report.failed, std::int64_t(0));
        QCOMPARE(report.windows, std::int64_t(5 * 3 + 1));
        QVERIFY(std::abs(report.audioSeconds - 13.0) < 0.3);
        QVERIFY(changes >= 1);
        QCOMPARE(reports.back().filesDone, std::int64_t(6));
        QCOMPARE(reports.back().filesTotal, std::int64_t(6));
        QCOMPARE(library.clips().size(), std::size_t(6));
        for (const auto& [path, state] : library.clips())
            QCOMPARE(state, std::string("Lv"));
        QVERIFY(library.embedder->largestBatch > 1);
        verifyHealthy(library.catalogue);

        LibraryView view(library.catalogue, library.embedder->info().id);
        QVERIFY(view.readOnlyReason().empty());
        const LibraryTotals totals = view.totals();
        QCOMPARE(totals.clips, std::int64_t(6));
        QCOMPARE(totals.embedded, std::int64_t(6));
        QCOMPARE(totals.windows, std::int64_t(16));
        const std::vector<ClipId> ids = view.clips({});
        QCOMPARE(ids.size(), std::size_t(6));
        const ClipDetails first = view.details(ids).at(0);
        QCOMPARE(first.name, std::string("high.wav"));
        QCOMPARE(first.path, library.sounds / "sub/high.wav");
        QCOMPARE(first.sampleRate, 16000);
        QCOMPARE(first.container, std::string("wav"));
        QVERIFY(first.online && first.embedded && first.uncertainty);
        QCOMPARE(view.waveform(ids[0])->max.size(), audio::kWaveformColumns);
        QCOMPARE(view.roots().size(), std::size_t(1));
        QCOMPARE(view.roots()[0].clips, std::int64_t(6));
        view.removeRoot(view.roots()[0].id);
        QCOMPARE(view.totals().clips, std::int64_t(0));
        QVERIFY(std::filesystem::exists(wav));
    }

    void indexingTwiceGivesTheSameBits()
    {
        LibraryFixture first, second;
        for (unsigned i = 0; i < 12; ++i) {
            writeWav(first.sounds / numbered(i), tone(i, 0.4 * i + 0.1, i));
            writeWav(second.sounds / numbered(i), tone(i, 0.4 * i + 0.1, i));
        }
        first.index();
        second.embedder->delay = 3ms; // batches fall otherwise
        second.index();
        QVERIFY(vectorsOf(first).size() > 12);
        QVERIFY(vectorsOf(first) == vectorsOf(second));
    }

    void aSecondRunHasNothingToDo()
    {
        LibraryFixture library;
        writeWav(library.sounds / "a.wav", tone(1, 1));
        writeBytes(library.sounds / "broken.wav", "this is text");
        const IndexReport first = library.index();
        QCOMPARE(first.indexed, std::int64_t(1));
        QCOMPARE(first.failed, std::int64_t(1));
        QCOMPARE(first.failures.at(0).path, library.sounds / "broken.wav");
        const auto heard = library.embedder->windowsHeard.load();
        const IndexReport second = library.index({}); // all roots of the library
        QCOMPARE(second.indexed, std::int64_t(0));
        QCOMPARE(second.unchanged, std::int64_t(2));
        QCOMPARE(second.failed, std::int64_t(0)); // retried only when it changes
        QCOMPARE(library.embedder->windowsHeard.load(), heard);
        QCOMPARE(LibraryView(library.catalogue, "").failures().size(), std::size_t(1));
        writeWav(library.sounds / "broken.wav", tone(3, 1));
        QCOMPARE(library.index().indexed, std::int64_t(1));
        QCOMPARE(library.clips(), (Clips{{"a.wav", "Lv"}, {"broken.wav", "Lv"}}));
        QVERIFY(LibraryView(library.catalogue, "").failures().empty());
    }

    void anotherModelMakesAnotherSet()
    {
        LibraryFixture library;
        writeWav(library.sounds / "a.wav", tone(1, 2));
        library.index();
        library.embedder = std::make_shared<BandEmbedder>("bands-2", 0.5);
        QCOMPARE(library.clips(), (Clips{{"a.wav", "L"}}));
        const IndexReport report = library.index();
        QCOMPARE(report.indexed, std::int64_t(1));
        QCOMPARE(report.unchanged, std::int64_t(0));
        QCOMPARE(report.windows, std::int64_t(4));
        db::Catalogue catalogue(library.catalogue);
        QCOMPARE(db::VectorTable(catalogue).sets().size(), std::size_t(2));
        library.embedder = std::make_shared<BandEmbedder>("bands-1");
        QCOMPARE(library.clips(), (Clips{{"a.wav", "Lv"}}));
    }

    void movedFilesKeepWhatIsKnownOfThem()
    {
        LibraryFixture library;
        const Path other = library.base / "other";
        std::filesystem::create_directories(other);
        writeWav(library.sounds / "a/kick.wav", tone(1, 1, 1));
        writeWav(library.sounds / "b.wav", tone(2, 1, 2));
        writeWav(library.sounds / "stays.wav", tone(3, 1, 3));
        library.index({library.sounds, other});
        std::map<std::string, ClipId> before = idsByName(library);
        {
            db::Catalogue catalogue(library.catalogue);
            db::LabelTable(catalogue).addTag(before["kick.wav"], "mine");
        }
        const auto heard = library.embedder->windowsHeard.load();
        std::filesystem::rename(library.sounds / "a/kick.wav", library.sounds / "renamed.wav");
        std::filesystem::rename(library.sounds / "b.wav", other / "b.wav"); // to another root
        const IndexReport report = library.index({});
        QCOMPARE(report.moved, std::int64_t(2));
        QCOMPARE(report.missing, std::int64_t(0));
        QCOMPARE(report.indexed, std::int64_t(0));
        QCOMPARE(library.embedder->windowsHeard.load(), heard);
        QCOMPARE(library.clips(), (Clips{{"renamed.wav", "Lv"}, {"stays.wav", "Lv"}}));
        QCOMPARE(library.clips(other), (Clips{{"b.wav", "Lv"}}));
        QCOMPARE(idsByName(library)["renamed.wav"], before["kick.wav"]);
        db::Catalogue catalogue(library.catalogue);
        QCOMPARE(db::LabelTable(catalogue).tags(before["kick.wav"]), std::vector<std::string>{"mine"});
        verifyHealthy(library.catalogue);
    }

    void aMoveBetweenRootsIsSeenWhenOnlyOneIsScanned()
    {
        LibraryFixture library;
        const Path other = library.base / "other";
        std::filesystem::create_directories(other);
        writeWav(library.sounds / "a.wav", tone(1, 1, 1));
        writeWav(library.sounds / "b.wav", tone(1, 1, 2));
        library.index({library.sounds, other});
        std::filesystem::rename(library.sounds / "a.wav", other / "a.wav");
        QCOMPARE(library.index({other}).moved, std::int64_t(1));
        QCOMPARE(library.clips(), (Clips{{"b.wav", "Lv"}}));
        // A copy is no move.
        std::filesystem::copy_file(library.sounds / "b.wav", other / "copy.wav");
        const IndexReport copied = library.index({other});
        QCOMPARE(copied.moved, std::int64_t(0));
        QCOMPARE(copied.indexed, std::int64_t(1));
    }

    void changedTouchedMissingAndBackAgain()
    {
        LibraryFixture library;
        writeWav(library.sounds / "changed.wav", tone(1, 1, 1));
        writeWav(library.sounds / "touched.wav", tone(2, 1, 2));
        writeWav(library.sounds / "away.wav", tone(3, 1, 3));
        library.index();
        const std::string away = readBytes(library.sounds / "away.wav");
        writeWav(library.sounds / "changed.wav", tone(9, 2, 4));
        std::filesystem::last_write_time(library.sounds / "touched.wav",
                                         std::filesystem::file_time_type::clock::now() + 1h);
        std::filesystem::remove(library.sounds / "away.wav");
        IndexReport report = library.index();
        QCOMPARE(report.indexed, std::int64_t(1));
        QCOMPARE(report.unchanged, std::int64_t(1)); // same content, later time
        QCOMPARE(report.missing, std::int64_t(1));
        QCOMPARE(library.clips(), (Clips{{"away.wav", "Lmv"}, {"changed.wav", "Lv"}, {"touched.wav", "Lv"}}));
        writeBytes(library.sounds / "away.wav", away);
        const auto heard = library.embedder->windowsHeard.load();
        report = library.index();
        QCOMPARE(report.missing, std::int64_t(0));
        QCOMPARE(library.embedder->windowsHeard.load(), heard);
        QCOMPARE(library.clips().at("away.wav"), std::string("Lv"));
    }

    void anAbsentRootIsOfflineAndLosesNothing()
    {
        LibraryFixture library;
        writeWav(library.sounds / "a.wav", tone(1, 1, 1));
        library.index();
        std::filesystem::rename(library.sounds, library.base / "unplugged");
        IndexReport report = library.index({});
        QCOMPARE(report.missing, std::int64_t(0));
        LibraryView view(library.catalogue, library.embedder->info().id);
        QCOMPARE(view.roots().at(0).state, RootState::Offline);
        QVERIFY(!view.details(view.clips({})).at(0).online);
        QCOMPARE(library.clips(), (Clips{{"a.wav", "Lv"}}));
        std::filesystem::create_directories(library.sounds); // a mount point without its disk
        report = library.index({});
        QCOMPARE(report.missing, std::int64_t(0));
        QCOMPARE(view.roots().at(0).state, RootState::Offline);
        std::filesystem::remove(library.sounds);
        std::filesystem::rename(library.base / "unplugged", library.sounds);
        report = library.index({});
        QCOMPARE(report.unchanged, std::int64_t(1));
        QCOMPARE(view.roots().at(0).state, RootState::Online);
        QVERIFY(view.details(view.clips({})).at(0).online);
    }

    void nestedFoldersAreIndexedOnce()
    {
        LibraryFixture library;
        writeWav(library.sounds / "a.wav", tone(1, 1, 1));
        writeWav(library.sounds / "drums/kick.wav", tone(1, 1, 2));
        writeWav(library.sounds / "drums/deep/snare.wav", tone(1, 1, 3));
        QCOMPARE(library.index({library.sounds / "drums"}).indexed, std::int64_t(2));
        QCOMPARE(library.index({library.sounds}).indexed, std::int64_t(1)); // the outer one leaves the inner its files
        QCOMPARE(library.clips(library.sounds / "drums").size(), std::size_t(2));
        QCOMPARE(library.clips().size(), std::size_t(1));
        writeWav(library.sounds / "drums/deep/tom.wav", tone(1, 1, 4));
        const IndexReport part = library.index({library.sounds / "drums/deep", library.sounds / "drums/deep/"});
        QCOMPARE(part.indexed, std::int64_t(1));
        QCOMPARE(part.missing, std::int64_t(0));
        QCOMPARE(LibraryView(library.catalogue, "").totals().clips, std::int64_t(4));
        QCOMPARE(LibraryView(library.catalogue, "").roots().size(), std::size_t(2));
    }

    void pauseHoldsAndCancelStops()
    {
        LibraryFixture library;
        for (unsigned i = 0; i < 40; ++i)
            writeWav(library.sounds / numbered(i), tone(i % 15, 3, i));
        library.embedder->delay = 20ms;
        RunControl control;
        IndexReport report;
        IndexOptions options;
        options.folders = {library.sounds};
        std::jthread run([&] { report = indexFolders(library.catalogue, *library.embedder, options, control, {}); });
        QTRY_VERIFY(library.embedder->windowsHeard.load() > 8);
        control.pause();
        std::this_thread::sleep_for(100ms); // what is with the model comes to its end
        const auto heard = library.embedder->windowsHeard.load();
        std::this_thread::sleep_for(150ms);
        QCOMPARE(library.embedder->windowsHeard.load(), heard);
        control.resume();
        QTRY_VERIFY(library.embedder->windowsHeard.load() > heard);
        const auto asked = std::chrono::steady_clock::now();
        control.requestStop();
        run.join();
        QVERIFY(std::chrono::steady_clock::now() - asked < 1s);
        QCOMPARE(report.outcome, Outcome::Cancelled);
        QVERIFY(report.indexed < 40);
        const auto once = report.indexed;
        QCOMPARE(library.index().indexed, 40 - once);
        verifyHealthy(library.catalogue);
    }

    void oneRunAtATime()
    {
        LibraryFixture library;
        writeWav(library.sounds / "a.wav", tone(1, 1));
        library.index();
        const db::RunLock lock(library.catalogue);
        try {
            library.index();
            QFAIL("a second run must be refused");
        } catch (const Error& error) {
            QVERIFY(error.kind() == ErrorKind::Busy);
        }
    }

    void shortSilentAndLongClips()
    {
        LibraryFixture library;
        writeWav(library.sounds / "blip.wav", tone(5, 0.01));
        writeWav(library.sounds / "one sample.wav", {0.5F});
        writeWav(library.sounds / "silence.wav", std::vector<float>(16000 * 2));
        const IndexReport report = library.index();
        QCOMPARE(report.indexed, std::int64_t(3));
        QCOMPARE(report.windows, std::int64_t(4));
        QCOMPARE(library.clips(), (Clips{{"blip.wav", "Lv"}, {"one sample.wav", "Lv"}, {"silence.wav", "Lv"}}));
    }

    void badFilesAreRecordedAndNeverStopARun()
    {
        LibraryFixture library;
        const std::string wav = [&] {
            writeWav(library.base / "x.wav", tone(4, 1));
            return readBytes(library.base / "x.wav");
        }();
        writeBytes(library.sounds / "empty.wav", "");
        writeBytes(library.sounds / "text.wav", "Dear diary, today I pretended to be a sound.");
        writeBytes(library.sounds / "header only.wav", wav.substr(0, 44));
        writeBytes(library.sounds / "zeros.mp3", std::string(5000, '\0'));
        writeBytes(library.sounds / "new\nline.wav", wav);
        writeBytes(library.sounds / "\xF0\x9F\x94\x94.wav", wav);
        writeBytes(library.sounds / "bad\xFF\xC3.wav", wav);
        std::vector<IndexFailure> told;
        IndexCallbacks callbacks;
        callbacks.failure = [&](const IndexFailure& failure) { told.push_back(failure); };
        const IndexReport report = library.index({library.sounds}, callbacks);
        QCOMPARE(report.indexed, std::int64_t(3));
        QCOMPARE(report.failed, std::int64_t(4));
        QCOMPARE(told.size(), report.failures.size());
        QCOMPARE(library.clips(), (Clips{{"empty.wav", "F"},
                                         {"text.wav", "F"},
                                         {"header only.wav", "F"},
                                         {"zeros.mp3", "F"},
                                         {"new\nline.wav", "Lv"},
                                         {"\xF0\x9F\x94\x94.wav", "Lv"},
                                         {"bad\xFF\xC3.wav", "Lv"}}));
        for (const IndexFailure& failure : report.failures)
            QVERIFY(!failure.reason.empty());
        verifyHealthy(library.catalogue);
    }

    void aTruncatedFlacIsIndexedAsFarAsItGoes()
    {
        LibraryFixture library;
        writeWav(library.base / "x.wav", hiss(4));
        if (!ffmpeg({"-i", (library.base / "x.wav").native(), (library.base / "x.flac").native()}))
            QSKIP("the ffmpeg program is needed to encode");
        const std::string whole = readBytes(library.base / "x.flac");
        writeBytes(library.sounds / "cut.flac", whole.substr(0, whole.size() / 2));
        const IndexReport report = library.index();
        QCOMPARE(report.indexed, std::int64_t(1));
        QVERIFY(report.windows >= 1 && report.windows <= 3);
        QCOMPARE(report.failed, std::int64_t(0));
        QCOMPARE(report.failures.size(), std::size_t(1)); // said all the same
    }

    void aFileThatVanishesWhileReadIsMissing()
    {
        LibraryFixture library;
        for (unsigned i = 0; i < 6; ++i)
            writeWav(library.sounds / numbered(i), tone(i, 2, i));
        IndexCallbacks callbacks;
        bool removed = false;
        callbacks.progress = [&](const IndexProgress& progress) {
            if (progress.stage == IndexProgress::Stage::Listening && !removed) {
                removed = true; // it has been found by now
                std::filesystem::remove(library.sounds / "s5.wav");
            }
        };
        library.embedder->delay = 10ms;
        const IndexReport report = library.index({library.sounds}, callbacks);
        QVERIFY(removed);
        QCOMPARE(report.indexed, std::int64_t(5));
        QCOMPARE(report.failed, std::int64_t(0));
        const Clips clips = library.clips();
        QVERIFY(!clips.contains("s5.wav") || clips.at("s5.wav").find('m') != std::string::npos);
    }

    void emptyAndWrongFolders()
    {
        LibraryFixture library;
        QCOMPARE(library.index().indexed, std::int64_t(0));
        writeBytes(library.base / "file.wav", "x");
        for (const auto& [path, kind] : {std::pair(library.base / "none", ErrorKind::NotFound),
                                         std::pair(library.base / "file.wav", ErrorKind::BadInput)}) {
            try {
                library.index({path});
                QFAIL("must be refused");
            } catch (const Error& error) {
                QVERIFY(error.kind() == kind);
            }
        }
        QCOMPARE(LibraryView(library.catalogue, "").roots().size(), std::size_t(1)); // nothing was added
    }

    void aModelThatGivesUpEndsTheRunAndNoFileIsBlamed_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("no memory") << int(ErrorKind::OutOfMemory);
        QTest::newRow("the device is gone") << int(ErrorKind::Internal);
    }

    void aModelThatGivesUpEndsTheRunAndNoFileIsBlamed()
    {
        class BrokenEmbedder : public BandEmbedder {
        public:
            explicit BrokenEmbedder(ErrorKind kind) : m_kind(kind) {}
            model::Embeddings embedAudio(std::span<const std::span<const float>> windows) const override
            {
                if (windowsHeard > 5)
                    throw Error(m_kind, "The device has given up");
                return BandEmbedder::embedAudio(windows);
            }

        private:
            ErrorKind m_kind;
        };
        QFETCH(int, kind);
        LibraryFixture library;
        for (unsigned i = 0; i < 20; ++i)
            writeWav(library.sounds / numbered(i), tone(i % 15, 2, i));
        library.embedder = std::make_shared<BrokenEmbedder>(ErrorKind(kind));
        try {
            library.index();
            QFAIL("the run cannot go on");
        } catch (const Error& error) {
            QVERIFY(error.kind() == ErrorKind(kind));
        }
        QVERIFY(LibraryView(library.catalogue, "").failures().empty());
        library.embedder = std::make_shared<BandEmbedder>();
        library.index();
        for (const auto& [path, state] : library.clips())
            QCOMPARE(state, std::string("Lv"));
    }

    void aWindowThatTheModelRefusesCostsItsFileOnly_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("its length") << int(ErrorKind::BadInput);
        QTest::newRow("torch fails") << int(ErrorKind::Internal);
    }

    void aWindowThatTheModelRefusesCostsItsFileOnly()
    {
        class PickyEmbedder : public BandEmbedder {
        public:
            explicit PickyEmbedder(ErrorKind kind) : m_kind(kind) {}
            model::Embeddings embedAudio(std::span<const std::span<const float>> windows) const override
            {
                for (const auto& window : windows)
                    if (window.size() == 8000)
                        throw Error(m_kind, "Half a second is not to my taste");
                return BandEmbedder::embedAudio(windows);
            }

        private:
            ErrorKind m_kind;
        };
        QFETCH(int, kind);
        LibraryFixture library;
        writeWav(library.sounds / "fine.wav", tone(1, 1, 1));
        writeWav(library.sounds / "half.wav", tone(1, 0.5, 2));
        writeWav(library.sounds / "more.wav", tone(1, 2, 3));
        library.embedder = std::make_shared<PickyEmbedder>(ErrorKind(kind));
        const IndexReport report = library.index();
        QCOMPARE(report.indexed, std::int64_t(2));
        QCOMPARE(report.failed, std::int64_t(1));
        QCOMPARE(library.clips(), (Clips{{"fine.wav", "Lv"}, {"half.wav", "F"}, {"more.wav", "Lv"}}));
    }

private:
    static std::map<std::string, ClipId> idsByName(LibraryFixture& library)
    {
        LibraryView view(library.catalogue, "");
        std::map<std::string, ClipId> ids;
        for (const ClipDetails& clip : view.details(view.clips({})))
            ids[clip.name] = clip.id;
        return ids;
    }
};

PROLAP_TEST(TstIndexer)
#include "tst_indexer.moc"
