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

    void otherWindowsThatMatchAreNamed()
    {
        LibraryFixture library;
        std::vector<float> samples; // low, high, low, low
        for (const unsigned part : {2U, 12U, 2U, 2U}) {
            const auto more = tone(part, 1, 7, part == 2 && samples.empty() ? 0.9F : 0.4F);
            samples.insert(samples.end(), more.begin(), more.end());
        }
        writeWav(library.sounds / "long.wav", samples);
        writeWav(library.sounds / "short.wav", tone(2, 1, 8));
        library.index();
        SearchService service(library.catalogue, library.embedder);
        const SearchResult low = *service.search(typed("low"));
        const auto& hit = low.hits.at(static_cast<std::size_t>(rankOf(low, "long.wav")));
        QVERIFY(hit.credible);
        QCOMPARE(hit.others.size(), std::size_t(2));
        std::vector<double> starts{hit.start, hit.others[0].start, hit.others[1].start};
        std::ranges::sort(starts);
        QCOMPARE(starts, (std::vector<double>{0, 2, 3}));
        QCOMPARE(hit.others[0].end, hit.others[0].start + 1);
        QVERIFY(low.hits.at(static_cast<std::size_t>(rankOf(low, "short.wav"))).others.empty());
        library.embedder->editInfo().calibrated = false; // it does not know what matches
        SearchService plain(library.catalogue, library.embedder);
        const SearchResult unsure = *plain.search(typed("low"));
        for (const Hit& each : unsure.hits)
            QVERIFY(each.others.empty());
    }

    void onlyTheClipsThatAreChosen()
    {
        LibraryFixture library;
        for (unsigned i = 0; i < 6; ++i)
            writeWav(library.sounds / numbered(i), tone(2, 1, i));
        library.index();
        SearchService service(library.catalogue, library.embedder);
        SearchRequest request = typed("low");
        const SearchResult all = *service.search(request);
        QCOMPARE(all.hits.size(), std::size_t(6));
        request.filter.only =
            std::make_shared<const std::vector<ClipId>>(std::vector{all.hits[4].clip, all.hits[1].clip, ClipId{999}});
        QCOMPARE(names(*service.search(request)), (Names{names(all)[1], names(all)[4]}));
        SearchRequest browsing;
        browsing.filter.only = request.filter.only;
        QCOMPARE(service.search(browsing)->hits.size(), std::size_t(2));
        QCOMPARE(LibraryView(library.catalogue, {}).clips(request.filter).size(), std::size_t(2));
    }

    void offlineIsNotMissing()
    {
        LibraryFixture library;
        const Path drive = library.base / "drive";
        std::filesystem::create_directories(drive);
        writeWav(library.sounds / "here.wav", tone(2, 1, 1));
        writeWav(library.sounds / "gone.wav", tone(2, 1, 2));
        writeWav(drive / "away.wav", tone(2, 1, 3));
        library.index({library.sounds, drive});
        SearchService service(library.catalogue, library.embedder);
        const auto found = [&](const std::string& text) {
            Names all = names(*service.search(typed(text)));
            std::ranges::sort(all);
            return all;
        };
        QCOMPARE(found("state:online"), (Names{"away.wav", "gone.wav", "here.wav"}));
        std::filesystem::rename(drive, library.base / "unplugged"); // seen without a scan
        QCOMPARE(found("state:offline"), Names{"away.wav"});
        std::filesystem::remove(library.sounds / "gone.wav");
        library.index({library.sounds});
        QCOMPARE(found("state:missing"), Names{"gone.wav"});
        QCOMPARE(found("state:online"), Names{"here.wav"});
        QCOMPARE(found("state:missing,offline"), (Names{"away.wav", "gone.wav"}));
        QCOMPARE(found("low state:offline"), Names{"away.wav"});
    }

    void theTextSaysWhatClipsShallBe()
    {
        LibraryFixture library;
        for (unsigned i = 0; i < 4; ++i)
            writeWav(library.sounds / numbered(i), tone(2, 1, 5, 0.1F + 0.2F * static_cast<float>(i)));
        library.index();
        SearchService service(library.catalogue, library.embedder);
        QVERIFY(typed("low find:part-of").relation == Relation::PartOf);
        QCOMPARE(typed("low general:-0.25").generality, -0.25);
        SearchRequest general = typed("low");
        general.generality = 1;
        QCOMPARE(names(*service.search(typed("low general:1"))), names(*service.search(general)));
        QVERIFY(names(*service.search(typed("low general:-1"))) != names(*service.search(general)));
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
