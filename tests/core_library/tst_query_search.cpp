#include "core/error.h"
#include "core/library/query/query_request.h"
#include "tests/core_library/library_fixture.h"
#include "tests/support/test_main.h"

#include <algorithm>

#include <QTest>

using namespace prolap;
using namespace prolap::library;
using namespace prolap::test;

namespace {

using Names = std::vector<std::string>;

Names names(const SearchResult& result, bool credibleOnly = false)
{
    Names found;
    for (const Hit& hit : result.hits)
        if (hit.credible || !credibleOnly)
            found.push_back(hit.path.filename().native());
    return found;
}

std::ptrdiff_t rankOf(const SearchResult& result, const std::string& name)
{
    const Names all = names(result);
    return std::find(all.begin(), all.end(), name) - all.begin();
}

SearchRequest typed(const std::string& text)
{
    return searchRequest(parseQuery(text).query);
}

std::vector<float> sum(std::vector<float> a, const std::vector<float>& b)
{
    for (std::size_t i = 0; i < a.size(); ++i)
        a[i] = (a[i] + b[i]) / 2;
    return a;
}

} // namespace

/// The query language from its text to the ranked list.
class TstQuerySearch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aMixtureFindsWhatHoldsBoth()
    {
        LibraryFixture library;
        writeWav(library.sounds / "a.wav", tone(2, 1, 1));
        writeWav(library.sounds / "b.wav", tone(12, 1, 2));
        writeWav(library.sounds / "both.wav", sum(tone(2, 1, 3), tone(12, 1, 4)));
        library.index();
        SearchService service(library.catalogue, library.embedder);
        QCOMPARE(names(*service.search(typed("low"))).at(0), std::string("a.wav"));
        const SearchResult mixture = *service.search(typed("low + high"));
        QCOMPARE(names(mixture).at(0), std::string("both.wav"));
        QCOMPARE(names(*service.search(typed("high + low"))), names(mixture));
    }

    void aWordPushesAwayItsSoundAndItsName()
    {
        LibraryFixture library;
        writeWav(library.sounds / "a.wav", tone(2, 1, 1));
        writeWav(library.sounds / "b.wav", tone(12, 1, 2));
        writeWav(library.sounds / "thunder.wav", tone(2, 1, 3));
        library.index();
        SearchService service(library.catalogue, library.embedder);
        const SearchResult hiss = *service.search(typed("hiss")), pushed = *service.search(typed("hiss -high"));
        const auto similarityOf = [](const SearchResult& result, const std::string& name) {
            return result.hits.at(static_cast<std::size_t>(rankOf(result, name))).similarity;
        };
        QVERIFY(similarityOf(pushed, "b.wav") < similarityOf(hiss, "b.wav"));
        QVERIFY(similarityOf(pushed, "a.wav") > similarityOf(hiss, "a.wav"));
        QCOMPARE(rankOf(pushed, "b.wav"), 2);
        // The same sound: what says so in its name sinks below the other, and is no longer believed in.
        const SearchResult named = *service.search(typed("low -thunder"));
        QVERIFY(rankOf(named, "thunder.wav") > rankOf(named, "a.wav"));
        QCOMPARE(names(named, true), Names{"a.wav"});
        // Alone: what is least like it.
        QCOMPARE(names(*service.search(typed("-low"))).at(0), std::string("b.wav"));
    }

    void theSliderOrdersByUncertainty()
    {
        LibraryFixture library;
        for (unsigned i = 0; i < 12; ++i)
            writeWav(library.sounds / numbered(i), tone(2, 1, 5, 0.1F + 0.05F * static_cast<float>(i)));
        library.index();
        SearchService service(library.catalogue, library.embedder);
        SearchRequest request = typed("low");
        const auto uncertainties = [&](double generality) {
            request.generality = generality;
            std::vector<float> u;
            const SearchResult found = *service.search(request);
            for (const Hit& hit : found.hits)
                u.push_back(*hit.uncertainty);
            return u;
        };
        const auto general = uncertainties(1), specific = uncertainties(-1);
        QVERIFY(general.front() > general.back());
        QVERIFY(specific.front() < specific.back());
        // How probable a match is does not turn with the slider.
        const auto probabilities = [&](double generality) {
            request.generality = generality;
            std::map<std::string, float> all;
            const SearchResult found = *service.search(request);
            for (const Hit& hit : found.hits)
                all[hit.path.native()] = *hit.probability;
            return all;
        };
        QCOMPARE(probabilities(1), probabilities(0));
    }

    void containsAndIsPartOf()
    {
        LibraryFixture library;
        writeWav(library.sounds / "loud.wav", tone(2, 1, 1, 0.6F)); // louder is more specific to this model
        writeWav(library.sounds / "middling.wav", tone(2, 1, 2, 0.2F));
        writeWav(library.sounds / "quiet.wav", tone(2, 1, 3, 0.05F));
        writeWav(library.sounds / "other.wav", tone(12, 1, 4, 0.05F)); // wide, but elsewhere
        library.index();
        SearchService service(library.catalogue, library.embedder);
        std::map<std::string, ClipId> clips;
        const SearchResult low = *service.search(typed("low"));
        for (const Hit& hit : low.hits)
            clips[hit.path.filename().native()] = hit.clip;
        SearchRequest request;
        request.clip = clips.at("middling.wav");
        request.relation = Relation::Contains;
        const SearchResult containers = *service.search(request);
        QCOMPARE(names(containers, true), Names{"quiet.wav"});
        QVERIFY(*containers.hits[0].inclusion > 0);
        QCOMPARE(containers.hits.size(), std::size_t(3)); // the others below the line
        request.relation = Relation::PartOf;
        QCOMPARE(names(*service.search(request), true), Names{"loud.wav"});
        // Captions are wider than all sounds here.
        request = typed("low");
        request.relation = Relation::PartOf;
        Names parts = names(*service.search(request), true);
        std::sort(parts.begin(), parts.end());
        QCOMPARE(parts, (Names{"loud.wav", "middling.wav", "quiet.wav"}));
        request.relation = Relation::Contains;
        QVERIFY(names(*service.search(request), true).empty());
        // New clips join.
        writeWav(library.sounds / "quieter.wav", tone(2, 1, 7, 0.03F));
        library.index();
        service.refresh();
        request = {};
        request.clip = clips.at("middling.wav");
        request.relation = Relation::Contains;
        parts = names(*service.search(request), true);
        std::sort(parts.begin(), parts.end());
        QCOMPARE(parts, (Names{"quiet.wav", "quieter.wav"}));
    }

    void aModelWithoutUncertaintySaysWhy()
    {
        LibraryFixture library;
        writeWav(library.sounds / "a.wav", tone(2, 1, 1));
        library.index();
        library.embedder->editInfo().probabilistic = false;
        SearchService service(library.catalogue, library.embedder);
        SearchRequest request = typed("low");
        request.relation = Relation::Contains;
        SearchRequest turned = typed("low");
        turned.generality = .5;
        for (const SearchRequest& each : {request, turned}) {
            try {
                service.search(each);
                QFAIL("there is no uncertainty to go by");
            } catch (const Error& error) {
                QVERIFY(error.kind() == ErrorKind::Unsupported);
                QVERIFY(std::string(error.what()).find("Bands knows no uncertainty") != std::string::npos);
            }
        }
    }

    void aSoundAndACaption()
    {
        LibraryFixture library;
        writeWav(library.sounds / "a.wav", tone(2, 1, 1));
        writeWav(library.sounds / "b.wav", tone(12, 1, 2));
        writeWav(library.sounds / "both.wav", sum(tone(3, 1, 3), tone(12, 1, 4)));
        library.index();
        SearchService service(library.catalogue, library.embedder);
        writeWav(library.base / "dropped.wav", tone(3, 1, 20));
        SearchRequest request = typed("high");
        request.sound = SoundRegion{library.base / "dropped.wav", 0, {}};
        request.captionWeight = 0;
        const SearchResult like = *service.search(request);
        QCOMPARE(names(like).back(), std::string("b.wav"));
        request.captionWeight = 1;
        QCOMPARE(names(*service.search(request)).at(0), std::string("b.wav"));
        request.captionWeight = .5;
        QCOMPARE(names(*service.search(request)).at(0), std::string("both.wav"));
    }

    void oneEvidenceAtATime()
    {
        LibraryFixture library;
        writeWav(library.sounds / "a.wav", tone(2, 1, 1));
        writeWav(library.sounds / "low.wav", tone(12, 1, 2));
        library.index();
        SearchService service(library.catalogue, library.embedder);
        SearchRequest request = typed("low");
        request.evidence = Evidence::Words;
        QCOMPARE(names(*service.search(request)), Names{"low.wav"});
        request.evidence = Evidence::Meaning;
        const SearchResult meaning = *service.search(request);
        QCOMPARE(names(meaning), (Names{"a.wav", "low.wav"}));
        QVERIFY(meaning.hits[1].words.empty());
    }

    void aFilterAloneListsByName()
    {
        LibraryFixture library;
        writeWav(library.sounds / "b.wav", tone(2, 1, 1));
        writeWav(library.sounds / "a.wav", tone(2, 1, 2));
        writeWav(library.sounds / "long.wav", tone(2, 3, 3));
        library.index();
        SearchService service(library.catalogue, library.embedder);
        const SearchResult found = *service.search(typed("dur:<2s"));
        QCOMPARE(names(found), (Names{"a.wav", "b.wav"}));
        QCOMPARE(found.credibleHits, std::size_t(2));
        QVERIFY(!found.hits[0].probability);
        QVERIFY(service.search(typed(""))->hits.empty());
    }
};

PROLAP_TEST(TstQuerySearch)
#include "tst_query_search.moc"
