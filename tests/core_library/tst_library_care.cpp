#include "core/library/care/duplicates.h"
#include "core/library/care/relocate.h"
#include "core/library/care/statistics.h"
#include "core/library/organise/organiser.h"
#include "tests/core_library/library_fixture.h"
#include "tests/support/test_main.h"

#include <fstream>
#include <set>

#include <QTest>

using namespace prolap;
using namespace prolap::library;
using namespace prolap::test;

class TstLibraryCare : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsDuplicates()
    {
        LibraryFixture library;
        writeWav(library.sounds / "hiss.wav", tone(9, 2));
        writeWav(library.sounds / "tone.wav", tone(3, 2));
        writeWav(library.sounds / "long.wav", tone(3, 4));
        std::filesystem::copy_file(library.sounds / "tone.wav", library.sounds / "copy.wav");
        // The same tone a little softer: other bytes, the same to the model.
        writeWav(library.sounds / "softer.wav", tone(3, 2.01, 1, 0.45f));
        QVERIFY(library.index().outcome == Outcome::Done);
        const std::string model = library.embedder->info().id;
        const auto nameOf = [&](ClipId clip) {
            return LibraryView(library.catalogue, {}).details(std::span(&clip, 1)).at(0).name;
        };
        const DuplicateReport report = findDuplicates(library.catalogue, model);
        QCOMPARE(report.groups.size(), std::size_t(2));
        QVERIFY(report.groups[0].identical);
        QCOMPARE(report.groups[0].clips.size(), std::size_t(2));
        std::set<std::string> names{nameOf(report.groups[0].clips[0]), nameOf(report.groups[0].clips[1])};
        QCOMPARE(names, (std::set<std::string>{"copy.wav", "tone.wav"}));
        QVERIFY(!report.groups[1].identical);
        QVERIFY(report.groups[1].similarity >= 0.995 && report.groups[1].similarity <= 1);
        QCOMPARE(report.groups[1].clips.size(), std::size_t(2)); // one of the twins stands for both
        QVERIFY(nameOf(report.groups[1].clips[0]) == "softer.wav" || nameOf(report.groups[1].clips[1]) == "softer.wav");
        QCOMPARE(report.spareClips, std::int64_t(1));
        QCOMPARE(report.spareBytes, std::int64_t(std::filesystem::file_size(library.sounds / "copy.wav")));

        DuplicateOptions identical;
        identical.similar = false;
        QCOMPARE(findDuplicates(library.catalogue, model, identical).groups.size(), std::size_t(1));
        QCOMPARE(findDuplicates(library.catalogue, {}).groups.size(), std::size_t(1));
        DuplicateOptions anyLength;
        anyLength.maxLengthDifference = 0.6;
        QCOMPARE(findDuplicates(library.catalogue, model, anyLength).groups[1].clips.size(), std::size_t(3));
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(findDuplicates(library.catalogue, model, {}, stop.get_token()).outcome == Outcome::Cancelled);
    }

    void aMovedFolderKeepsEverything()
    {
        LibraryFixture library;
        writeWav(library.sounds / "a.wav", tone(3, 1));
        writeWav(library.sounds / "sub" / "b.wav", tone(9, 1));
        library.index();
        const std::vector<ClipId> clips = LibraryView(library.catalogue, {}).clips({});
        Organiser(library.catalogue).addTags(clips, {"keep"});
        const RootId root = rootAt(library.catalogue, library.sounds);
        const Path moved = library.base / "elsewhere";
        std::filesystem::rename(library.sounds, moved);
        QVERIFY(LibraryView(library.catalogue, {}).roots().at(0).state == RootState::Offline);

        std::filesystem::remove(moved / "sub" / "b.wav");
        const RelocationCheck check = checkRelocation(library.catalogue, root, moved);
        QCOMPARE(check.clips, std::int64_t(2));
        QCOMPARE(check.found, std::int64_t(1));
        QCOMPARE(check.examples, std::vector<Path>{"sub/b.wav"});
        relocateRoot(library.catalogue, root, moved);
        const auto details = LibraryView(library.catalogue, {}).details(clips);
        QCOMPARE(details.at(0).path, moved / "a.wav");
        QCOMPARE(details.at(0).tags, std::vector<std::string>{"keep"});
        QVERIFY(LibraryView(library.catalogue, {}).roots().at(0).state == RootState::Online);
        const IndexReport rescan = library.index({});
        QCOMPARE(rescan.unchanged, std::int64_t(1));
        QCOMPARE(rescan.missing, std::int64_t(1));
        QVERIFY(LibraryView(library.catalogue, {}).details(clips).at(1).missing);
    }

    void aWrongPlaceIsRefused()
    {
        LibraryFixture library;
        writeWav(library.sounds / "a.wav", tone(3, 1));
        writeWav(library.base / "other" / "b.wav", tone(5, 1));
        library.index({library.sounds, library.base / "other"});
        const RootId root = rootAt(library.catalogue, library.sounds);
        const auto kind = [&](const Path& to) {
            try {
                relocateRoot(library.catalogue, root, to);
            } catch (const Error& error) {
                return error.kind();
            }
            return ErrorKind::Internal;
        };
        QVERIFY(kind(library.base / "none") == ErrorKind::NotFound);
        QVERIFY(kind(library.base / "other") == ErrorKind::BadInput);
        QVERIFY(kind(library.base) == ErrorKind::BadInput); // it holds the other folder
        QVERIFY(kind(library.sounds / "a.wav") == ErrorKind::NotFound);
        try {
            rootAt(library.catalogue, "/nowhere");
            QFAIL("was found");
        } catch (const Error& error) {
            QVERIFY(std::string(error.what()).find("other") != std::string::npos);
        }
    }

    void statisticsCount()
    {
        LibraryFixture library;
        writeWav(library.sounds / "DOORWood_Slam_A_B.wav", tone(3, 2));
        writeWav(library.sounds / "b.wav", tone(9, 7));
        std::ofstream(library.sounds / "broken.wav") << "no sound";
        library.index();
        const std::vector<ClipId> clips = LibraryView(library.catalogue, {}).clips({});
        Organiser organiser(library.catalogue);
        organiser.addTags(clips, {"x"});
        organiser.setRating(std::span(clips).first(1), 5);
        organiser.setColour(clips, ColourLabel::Red);
        const LibraryStatistics all = libraryStatistics(library.catalogue);
        QCOMPARE(all.clips, std::int64_t(2));
        QCOMPARE(all.failed, std::int64_t(1));
        QCOMPARE(all.listened, std::int64_t(2));
        QVERIFY(std::abs(all.hours * 3600 - 9) < 0.1);
        QCOMPARE(all.tagged, std::int64_t(2));
        QCOMPARE(all.rated, std::int64_t(1));
        QCOMPARE(all.categorised, std::int64_t(1));
        QCOMPARE(all.formats.at(0).name, std::string("wav"));
        QCOMPARE(all.formats.at(0).clips, std::int64_t(2));
        QCOMPARE(all.sampleRates.size(), std::size_t(1));
        QCOMPARE(all.lengths.at(0).name, std::string("1-5 s"));
        QCOMPARE(all.lengths.at(1).name, std::string("5-15 s"));
        QCOMPARE(all.tags.at(0).clips, std::int64_t(2));
        QCOMPARE(all.categories.at(0).name, std::string("DOORS"));
        QCOMPARE(all.colours.at(0).name, std::string("red"));
        QCOMPARE(all.folders.at(0).clips, std::int64_t(2));
    }
};

PROLAP_TEST(TstLibraryCare)
#include "tst_library_care.moc"
