#include <QTest>

#include "core/library/organise/organiser.h"
#include "core/library/suggest/caption_suggester.h"
#include "tests/core_library/library_fixture.h"
#include "tests/support/test_main.h"

using namespace prolap;
using namespace prolap::library;
using namespace prolap::test;

/// Names for clips, and which clips a word would teach most.
class TstCaptionSuggester : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aClipIsCalledWhatItSoundsLike()
    {
        Library library;
        const ClipId other = library.clip("high.wav");
        Organiser organiser(library.catalogue);
        const ClipId clips[] = {other};
        organiser.addTags(clips, {"low", "high"});
        CaptionSuggester suggester(library.catalogue, library.search());
        const auto low = suggester.suggest(library.clip("low.wav"), 5);
        QVERIFY(low);
        QCOMPARE(low->size(), std::size_t(5));
        QCOMPARE(low->front().text, std::string("low"));
        QVERIFY(low->front().ofLibrary);
        QVERIFY(low->front().probability && *low->front().probability > .5F);
        for (std::size_t i = 1; i < low->size(); ++i)
            QVERIFY((*low)[i].similarity <= (*low)[i - 1].similarity);
        QVERIFY(suggester.suggest(ClipId{99999}, 5)->empty());
    }

    void clipsWithoutAWordComeByUncertainty()
    {
        Library library;
        CaptionSuggester suggester(library.catalogue, library.search());
        QVERIFY(suggester.order() == QueueOrder::Uncertainty);
        const auto all = suggester.queue({}, {});
        QCOMPARE(all->size(), std::size_t(3));
        // A quieter sound is less certain to this model.
        QCOMPARE(all->front().clip.value, library.clip("quiet.wav").value);
        QVERIFY((*all)[0].uncertainty > (*all)[1].uncertainty);
        Organiser organiser(library.catalogue);
        const ClipId named[] = {library.clip("quiet.wav")};
        organiser.addTags(named, {"hush"});
        QCOMPARE(suggester.queue({}, {})->size(), std::size_t(2));
        const ClipId chosen[] = {library.clip("quiet.wav"), library.clip("low.wav")};
        QCOMPARE(suggester.queue({}, chosen)->size(), std::size_t(1));
    }

    void aModelWithoutUncertaintyDoubtsByItsNames()
    {
        Library library(/*probabilistic=*/false);
        Organiser organiser(library.catalogue);
        // "low" and "high" are names that this model knows where to put.
        const ClipId named[] = {library.clip("quiet.wav")};
        organiser.addTags(named, {"low", "high"});
        CaptionSuggester suggester(library.catalogue, library.search());
        QVERIFY(suggester.order() == QueueOrder::Entropy);
        const auto all = suggester.queue({}, {});
        QCOMPARE(all->size(), std::size_t(2));
        QVERIFY(all->front().uncertainty >= all->back().uncertainty && all->back().uncertainty > 0);
        QVERIFY(!suggester.suggest(library.clip("low.wav"), 1)->empty());
    }

    void aStopEndsIt()
    {
        Library library;
        CaptionSuggester suggester(library.catalogue, library.search());
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(!suggester.queue({}, {}, stop.get_token()));
    }

private:
    struct Library : LibraryFixture {
        explicit Library(bool probabilistic = true)
        {
            writeWav(sounds / "low.wav", tone(2, 1, 1));
            writeWav(sounds / "high.wav", tone(12, 1, 2));
            writeWav(sounds / "quiet.wav", tone(2, 1, 3, .02F));
            index();
            embedder->editInfo().probabilistic = probabilistic;
        }

        ClipId clip(const std::string& name)
        {
            db::Catalogue opened(catalogue);
            return db::ClipTable(opened).find(*db::RootTable(opened).find(sounds), name).value();
        }

        std::shared_ptr<SearchService> search() { return std::make_shared<SearchService>(catalogue, embedder); }
    };
};

PROLAP_TEST(TstCaptionSuggester)
#include "tst_caption_suggester.moc"
