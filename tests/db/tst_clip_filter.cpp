#include "db/catalogue.h"
#include "db/clip_table.h"
#include "db/collection_table.h"
#include "db/label_table.h"
#include "db/mark_table.h"
#include "db/root_table.h"
#include "tests/support/test_main.h"

#include <functional>

#include <QDateTime>
#include <QTemporaryDir>
#include <QTest>

using namespace prolap;
using namespace prolap::db;

/// What a typed query narrows by, beyond what tst_clips has.
class TstClipFilter : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    std::unique_ptr<Catalogue> m_catalogue;
    ClipId m_door, m_rain, m_wind;

    ClipId clip(RootId root, const char* path, int channels, int rate, const char* container)
    {
        ClipFacts facts;
        facts.durationSeconds = 1;
        facts.channels = channels;
        facts.sampleRate = rate;
        facts.container = container;
        return ClipTable(*m_catalogue).list({root, path, 1, 1}, facts);
    }

    std::vector<ClipId> ids(const std::function<void(ClipFilter&)>& fill)
    {
        ClipFilter filter;
        fill(filter);
        const std::vector<ClipId> found = ClipTable(*m_catalogue).ids(filter);
        const std::vector<ClipId> all = {m_door, m_rain, m_wind};
        // passing() keeps the order that it is given, which here is that of the names.
        if (ClipTable(*m_catalogue).passing(all, filter) != found)
            qFatal("ids() and passing() disagree");
        return found;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_catalogue = std::make_unique<Catalogue>(Path(m_dir.path().toStdString()) / "library.db");
        const RootId one = RootTable(*m_catalogue).add("/home/me/Sounds");
        const RootId two = RootTable(*m_catalogue).add("/mnt/Archive");
        m_door = clip(one, "Foley/Doors/A_DoorSlam.wav", 1, 44100, "wav");
        m_rain = clip(one, "Nature/b rain on a tin roof.flac", 2, 48000, "flac");
        m_wind = clip(two, "Nature/c wind.wav", 6, 96000, "wav");
        LabelTable labels(*m_catalogue);
        labels.addTag(m_rain, "wet");
        labels.addTag(m_rain, "loud");
        labels.addTag(m_wind, "loud");
        ListenedFacts heard;
        heard.facts = *ClipTable(*m_catalogue).fileFacts(m_rain);
        heard.contentHash = "x";
        heard.integratedLufs = -20.5;
        ClipTable(*m_catalogue).recordListened(m_rain, heard);
    }

    void byFacts()
    {
        using Ids = std::vector<ClipId>;
        QCOMPARE(ids([](ClipFilter& f) { f.minChannels = 2; }), (Ids{m_rain, m_wind}));
        QCOMPARE(ids([](ClipFilter& f) { f.minChannels = 2, f.maxChannels = 5; }), Ids{m_rain});
        QCOMPARE(ids([](ClipFilter& f) { f.maxSampleRate = 48000; }), (Ids{m_door, m_rain}));
        QCOMPARE(ids([](ClipFilter& f) { f.notContainers = {"wav", "mp3"}; }), Ids{m_rain});
        QCOMPARE(ids([](ClipFilter& f) { f.minLufs = -21; }), Ids{m_rain});
        QCOMPARE(ids([](ClipFilter& f) { f.minLufs = -21, f.maxLufs = -20.6; }), Ids());
    }

    void byWhatPeopleDo()
    {
        using Ids = std::vector<ClipId>;
        QCOMPARE(ids([](ClipFilter& f) { f.tags = {"LOUD"}, f.notTags = {"wet"}; }), Ids{m_wind});
        QCOMPARE(ids([](ClipFilter& f) { f.notTags = {"none has it"}; }), (Ids{m_door, m_rain, m_wind}));
        const CollectionId best = CollectionTable(*m_catalogue).create("My best");
        const CollectionId other = CollectionTable(*m_catalogue).create("Other");
        CollectionTable(*m_catalogue).add(best, std::vector{m_rain, m_wind});
        CollectionTable(*m_catalogue).add(other, std::vector{m_wind});
        QCOMPARE(ids([](ClipFilter& f) { f.collections = {"my BEST"}; }), (Ids{m_rain, m_wind}));
        QCOMPARE(ids([](ClipFilter& f) { f.collections = {"my best", "other"}; }), Ids{m_wind});
        QCOMPARE(ids([](ClipFilter& f) { f.collections = {"no such"}; }), Ids());
        QCOMPARE(ids([](ClipFilter& f) { f.maxRating = 2; }).size(), std::size_t(3));
        QCOMPARE(ids([](ClipFilter& f) { f.colours = {ColourLabel::None, ColourLabel::Red}; }).size(), std::size_t(3));
        QCOMPARE(ids([](ClipFilter& f) { f.colours = {ColourLabel::Red}; }), Ids());
    }

    void byExactWords()
    {
        using Ids = std::vector<ClipId>;
        QCOMPARE(ids([](ClipFilter& f) { f.phrases = {"tin roof"}; }), Ids{m_rain});
        QCOMPARE(ids([](ClipFilter& f) { f.phrases = {"roof tin"}; }), Ids());
        QCOMPARE(ids([](ClipFilter& f) { f.phrases = {"Door slam"}; }), Ids{m_door});
        QCOMPARE(ids([](ClipFilter& f) { f.phrases = {"wet"}; }), Ids{m_rain}); // a tag
        QCOMPARE(ids([](ClipFilter& f) { f.phrases = {"Nature"}; }), Ids());    // a folder is no word of the clip's
        QCOMPARE(ids([](ClipFilter& f) { f.notPhrases = {"rain"}; }), (Ids{m_door, m_wind}));
        for (const char* odd : {"\"", "a\" OR \"b", "* AND NEAR(", "!!!", "\xFF"})
            ids([&](ClipFilter& f) { f.phrases = {odd}; }); // none is an operator, none is an error
    }

    void byFolder()
    {
        using Ids = std::vector<ClipId>;
        QCOMPARE(ids([](ClipFilter& f) { f.folders = {"nature"}; }), (Ids{m_rain, m_wind}));
        QCOMPARE(ids([](ClipFilter& f) { f.folders = {"Foley/Doors"}; }), Ids{m_door});
        QCOMPARE(ids([](ClipFilter& f) { f.folders = {"ole"}; }), Ids()); // whole names
        QCOMPARE(ids([](ClipFilter& f) { f.folders = {"archive", "doors"}; }), (Ids{m_door, m_wind}));
        QCOMPARE(ids([](ClipFilter& f) { f.folders = {"/home/me"}; }), (Ids{m_door, m_rain}));
        QCOMPARE(ids([](ClipFilter& f) { f.folders = {"/me/Sounds"}; }), Ids()); // from the beginning
        QCOMPARE(ids([](ClipFilter& f) { f.folders = {"/"}; }).size(), std::size_t(3));
        QCOMPARE(ids([](ClipFilter& f) { f.folders = {"nature"}, f.notFolders = {"archive"}; }), Ids{m_rain});
        QCOMPARE(ids([](ClipFilter& f) { f.folders = {"c wind.wav"}; }), Ids()); // no folder
    }

    void byAge()
    {
        const std::int64_t now = QDateTime::currentMSecsSinceEpoch();
        QCOMPARE(ids([&](ClipFilter& f) { f.addedFromMs = now - 60000; }).size(), std::size_t(3));
        QCOMPARE(ids([&](ClipFilter& f) { f.addedFromMs = now + 60000; }).size(), std::size_t(0));
        QCOMPARE(ids([&](ClipFilter& f) { f.addedBeforeMs = now - 60000; }).size(), std::size_t(0));
    }

    void whatThereIsToChooseFrom()
    {
        QCOMPARE(ClipTable(*m_catalogue).containers(), (std::vector<std::string>{"wav", "flac"}));
        QCOMPARE(ClipTable(*m_catalogue).folders(10), (std::vector<std::string>{"Foley", "Foley/Doors", "Nature"}));
        QCOMPARE(ClipTable(*m_catalogue).folders(1).size(), std::size_t(1));
    }
};

PROLAP_TEST(TstClipFilter)
#include "tst_clip_filter.moc"
