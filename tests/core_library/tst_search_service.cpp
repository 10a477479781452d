#include "core/error.h"
#include "core/library/vector_cache.h"
#include "db/label_table.h"
#include "tests/core_library/library_fixture.h"
#include "tests/support/test_main.h"

#include <atomic>
#include <cmath>
#include <mutex>
#include <thread>

#include <QTest>

using namespace prolap;
using namespace prolap::library;
using namespace prolap::test;

namespace {

std::vector<std::string> names(const SearchResult& result, bool credibleOnly = false)
{
    std::vector<std::string> found;
    for (const Hit& hit : result.hits)
        if (hit.credible || !credibleOnly)
            found.push_back(hit.path.filename().native());
    return found;
}

SearchRequest caption(const std::string& text, std::size_t limit = 100)
{
    SearchRequest request;
    request.caption = text;
    request.limit = limit;
    return request;
}

} // namespace

class TstSearchService : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsByMeaning()
    {
        LibraryFixture library;
        makeSounds(library);
        SearchService service(library.catalogue, library.embedder);
        QCOMPARE(service.windowCount(), std::size_t(9));
        const SearchResult low = *service.search(caption("low"));
        QCOMPARE(low.model, std::string("Bands"));
        QCOMPARE(low.hits.size(), std::size_t(4));
        QCOMPARE(low.hits[0].path, library.sounds / "one.wav");
        QVERIFY(low.hits[0].similarity > low.hits[1].similarity);
        QVERIFY(low.hits[0].words.empty());
        const double s = static_cast<double>(low.hits[0].similarity);
        QVERIFY(std::abs(*low.hits[0].probability - 1 / (1 + std::exp(-(10 * s - 6)))) < 1e-5);
        QVERIFY(*low.hits[0].uncertainty > 0);
        // The long file is low for two seconds, high for two, then hiss: its best window stands for it.
        const SearchResult high = *service.search(caption("high"));
        QCOMPARE(names(high).at(0), std::string("mixed.wav"));
        QCOMPARE(high.hits[0].start, 2.0);
        QCOMPARE(high.hits[0].end, 3.0);
    }

    void agreesWithEveryWindowLookedAt()
    {
        LibraryFixture library;
        for (unsigned i = 0; i < 50; ++i)
            writeWav(library.sounds / numbered(i), tone(i % 15, 0.3 + 0.1 * (i % 25), i, 0.1F + 0.01F * (i % 40)));
        library.index();
        SearchService service(library.catalogue, library.embedder);
        for (const char* query : {"low", "middle", "high", "hiss", "low high", "elephant"}) {
            const SearchResult result = *service.search(caption(query));
            const std::string text = query;
            const auto mean = library.embedder->embedText(std::span(&text, 1)).mean;
            std::map<std::int64_t, double> best;
            db::Catalogue catalogue(library.catalogue);
            db::VectorTable table(catalogue);
            table.forEachWindow(table.findSet("bands-1")->id, {}, false, [&](const db::WindowVector& window) {
                double s = -0.5 * static_cast<double>(*window.uncertainty);
                for (std::size_t d = 0; d < mean.size(); ++d)
                    s += static_cast<double>(mean[d]) * static_cast<double>(db::fromHalf(window.mean[d]));
                auto& value = best.try_emplace(window.clip.value, s).first->second;
                value = std::max(value, s);
                return true;
            });
            QCOMPARE(result.hits.size(), best.size());
            std::vector<double> expected;
            for (const auto& [clip, s] : best)
                expected.push_back(s);
            std::sort(expected.rbegin(), expected.rend());
            for (std::size_t i = 0; i < expected.size(); ++i) {
                QVERIFY(std::abs(static_cast<double>(result.hits[i].similarity) - expected[i]) < 1e-5);
                QVERIFY(std::abs(static_cast<double>(result.hits[i].similarity) - best[result.hits[i].clip.value]) <
                        1e-5);
            }
        }
    }

    void wordsAndMeaningTogether()
    {
        LibraryFixture library;
        makeSounds(library);
        writeWav(library.sounds / "DoorSlam_03.wav", tone(7, 1, 9));
        library.index();
        SearchService service(library.catalogue, library.embedder);
        const SearchResult byName = *service.search(caption("the door slam"));
        QCOMPARE(names(byName).at(0), std::string("DoorSlam_03.wav"));
        QCOMPARE(byName.hits[0].words, (std::vector<std::string>{"door", "slam"}));
        QVERIFY(byName.hits[0].credible);
        QCOMPARE(byName.credibleHits, std::size_t(1));
        QCOMPARE(byName.hits.size(), std::size_t(5)); // the nearest ones below
        QVERIFY(!byName.hits[1].credible);
        // A word in the name of a sound that does not mean it: the sound that does is credible too, and first.
        writeWav(library.sounds / "low budget.wav", tone(13, 1, 10));
        library.index();
        service.refresh();
        const SearchResult low = *service.search(caption("low"));
        QCOMPARE(names(low, true).size(), std::size_t(3));
        QVERIFY(names(low, true)[0] != "low budget.wav");
        // Tags count as words, and tell by themselves.
        db::Catalogue catalogue(library.catalogue);
        db::LabelTable(catalogue).addTag(low.hits[0].clip, "zeppelin");
        QCOMPARE(service.search(caption("zeppelin"))->hits.at(0).clip, low.hits[0].clip);
    }

    void clipsThatAreNotListenedToYetAreFoundByName()
    {
        LibraryFixture library;
        makeSounds(library);
        db::Catalogue catalogue(library.catalogue);
        const RootId root = *db::RootTable(catalogue).find(library.sounds);
        db::ClipTable(catalogue).list({root, "fresh waterfall.wav", 5, 5});
        SearchService service(library.catalogue, library.embedder);
        const SearchResult result = *service.search(caption("waterfall"));
        QCOMPARE(names(result, true), std::vector<std::string>{"fresh waterfall.wav"});
        QVERIFY(!result.hits[0].probability);
    }

    void similarByClipAndByRegion()
    {
        LibraryFixture library;
        makeSounds(library);
        SearchService service(library.catalogue, library.embedder);
        const Hit one = service.search(caption("low"))->hits.at(0);
        SearchRequest request;
        request.clip = one.clip;
        const SearchResult similar = *service.search(request);
        QCOMPARE(similar.hits.size(), std::size_t(3)); // not the clip itself
        QCOMPARE(names(similar).at(0), std::string("mixed.wav"));
        request.clip.reset();
        request.sound = SoundRegion{library.sounds / "mixed.wav", 2.1, 3.9};
        QCOMPARE(names(*service.search(request)).at(0), std::string("mixed.wav"));
        writeWav(library.base / "dropped.wav", tone(6, 1.5, 20));
        request.sound = SoundRegion{library.base / "dropped.wav", 0, {}};
        QCOMPARE(names(*service.search(request)).at(0), std::string("two.wav"));
        request.sound = SoundRegion{library.base / "dropped.wav", 100, {}};
        QVERIFY_EXCEPTION_THROWN(service.search(request), Error);
        request.sound.reset();
        request.clip = ClipId{123456};
        try {
            service.search(request);
            QFAIL("there is no such clip");
        } catch (const Error& error) {
            QVERIFY(error.kind() == ErrorKind::NotFound);
        }
    }

    void filters()
    {
        LibraryFixture library;
        makeSounds(library);
        const Path other = library.base / "other";
        writeWav(other / "elsewhere.wav", tone(2, 1, 30));
        library.index({other});
        SearchService service(library.catalogue, library.embedder);
        const auto found = [&](const SearchFilter& filter, const std::string& text = "low") {
            SearchRequest request = caption(text);
            request.filter = filter;
            auto list = names(*service.search(request));
            std::sort(list.begin(), list.end());
            return list;
        };
        using Names = std::vector<std::string>;
        SearchFilter filter;
        db::Catalogue catalogue(library.catalogue);
        filter.root = db::RootTable(catalogue).find(other);
        QCOMPARE(found(filter), Names{"elsewhere.wav"});
        filter = {};
        filter.minSeconds = 1.5;
        QCOMPARE(found(filter), Names{"mixed.wav"});
        QCOMPARE(found(filter, "elsewhere"), Names{"mixed.wav"}); // words are filtered too
        filter = {};
        filter.maxSeconds = 0.6;
        QCOMPARE(found(filter), Names{"three.wav"});
        filter = {};
        filter.channels = 2;
        QVERIFY(found(filter).empty());
        filter = {};
        filter.minSampleRate = 44100;
        QVERIFY(found(filter).empty());
        filter = {};
        filter.formats = {"wav"};
        QCOMPARE(found(filter).size(), std::size_t(5));
        filter.formats = {"flac"};
        QVERIFY(found(filter).empty());
    }

    void limitsStopsAndEmptyQueries()
    {
        LibraryFixture library;
        makeSounds(library);
        SearchService service(library.catalogue, library.embedder);
        QCOMPARE(service.search(caption("low", 2))->hits.size(), std::size_t(2));
        QVERIFY(service.search(caption("low", 0))->hits.empty());
        QVERIFY(service.search(caption(""))->hits.empty());
        QVERIFY(service.search(caption(" \n\t "))->hits.empty());
        QVERIFY(!service.search(caption(std::string(10000, 'x') + " \"quoted* NEAR(\" AND -low"))->hits.empty());
        std::stop_source stopped;
        stopped.request_stop();
        QVERIFY(!service.search(caption("low"), stopped.get_token()));
    }

    void anEmptyLibraryAnswersNothing()
    {
        LibraryFixture library;
        SearchService service(library.catalogue, library.embedder);
        QCOMPARE(service.windowCount(), std::size_t(0));
        QVERIFY(service.search(caption("low"))->hits.empty());
        makeSounds(library);
        service.refresh();
        QCOMPARE(service.windowCount(), std::size_t(9));
        QCOMPARE(service.search(caption("low"))->hits.size(), std::size_t(4));
    }

    void refreshTakesUpWhatChanged()
    {
        LibraryFixture library;
        makeSounds(library);
        SearchService service(library.catalogue, library.embedder);
        writeWav(library.sounds / "four.wav", tone(13, 1, 40));
        library.index();
        QCOMPARE(service.search(caption("high"))->hits.size(), std::size_t(4)); // not yet
        service.refresh();
        QCOMPARE(service.search(caption("high"))->hits.size(), std::size_t(5));
        writeWav(library.sounds / "four.wav", tone(1, 2, 41)); // now another sound
        library.index();
        service.refresh();
        QCOMPARE(service.windowCount(), std::size_t(11));
        QCOMPARE(names(*service.search(caption("high"))).at(0), std::string("mixed.wav"));
        LibraryView view(library.catalogue, "");
        view.removeRoot(view.roots().at(0).id);
        QVERIFY(service.search(caption("low"))->hits.empty()); // gone at once
        service.refresh();
        QCOMPARE(service.windowCount(), std::size_t(0));
    }

    void offlineClipsStaySearchable()
    {
        LibraryFixture library;
        makeSounds(library);
        std::filesystem::rename(library.sounds, library.base / "unplugged");
        library.index({});
        SearchService service(library.catalogue, library.embedder);
        const SearchResult result = *service.search(caption("low"));
        QCOMPARE(result.hits.size(), std::size_t(4));
        QVERIFY(!LibraryView(library.catalogue, "").details(std::span(&result.hits[0].clip, 1)).at(0).online);
    }

    void searchWhileIndexing()
    {
        LibraryFixture library;
        for (unsigned i = 0; i < 60; ++i)
            writeWav(library.sounds / numbered(i), tone(i % 15, 1.2, i));
        library.embedder->delay = std::chrono::milliseconds(25);
        SearchService service(library.catalogue, library.embedder);
        std::atomic<bool> done = false;
        std::atomic<int> refreshed = 0;
        std::jthread searcher([&] {
            std::size_t before = 0;
            while (!done) {
                const auto result = service.search(caption("low"));
                if (result->hits.size() < before)
                    qFatal("hits went away");
                before = result->hits.size();
            }
        });
        IndexCallbacks callbacks;
        callbacks.changed = [&] {
            service.refresh();
            if (service.windowCount() > 0)
                ++refreshed;
        };
        library.index({library.sounds}, callbacks);
        done = true;
        searcher.join();
        QVERIFY(refreshed.load() >= 1);
        QCOMPARE(service.search(caption("low"))->hits.size(), std::size_t(60));
    }

    void theCacheIsMadeAnewWhenItMustBe()
    {
        LibraryFixture library;
        makeSounds(library);
        db::Catalogue catalogue(library.catalogue);
        const Path dir = library.base / "vectors";
        Path file;
        {
            VectorCache cache(dir, library.catalogue, library.embedder->info());
            QVERIFY(cache.refresh(catalogue));
            QVERIFY(!cache.refresh(catalogue));
            file = cache.file();
            QCOMPARE(cache.vectors()->matrix.size(), std::size_t(9));
            // A second process: the file is taken, and up to date.
            VectorCache second(dir, library.catalogue, library.embedder->info());
            second.refresh(catalogue);
            QCOMPARE(second.vectors()->matrix.size(), std::size_t(9));
            writeWav(library.sounds / "more.wav", tone(3, 1, 50));
            library.index();
            second.refresh(catalogue); // behind, and not its to write
            QCOMPARE(second.vectors()->matrix.size(), std::size_t(10));
            QCOMPARE(cache.vectors()->matrix.size(), std::size_t(9));
            cache.refresh(catalogue);
            QCOMPARE(cache.vectors()->matrix.size(), std::size_t(10));
        }
        const std::string good = readBytes(file);
        const auto opens = [&] {
            VectorCache cache(dir, library.catalogue, library.embedder->info());
            cache.refresh(catalogue);
            return cache.vectors()->matrix.size();
        };
        writeBytes(file, good.substr(0, 5000)); // truncated
        QCOMPARE(opens(), std::size_t(10));
        std::string damaged = good;
        damaged[4096 + 5] = static_cast<char>(damaged[4096 + 5] + 1);
        writeBytes(file, damaged);
        QCOMPARE(opens(), std::size_t(10));
        QVERIFY(readBytes(file) != damaged);
        writeBytes(file, "something else");
        QCOMPARE(opens(), std::size_t(10));
        std::filesystem::remove_all(dir);
        QCOMPARE(opens(), std::size_t(10));
        std::filesystem::remove_all(dir);
        writeBytes(dir, "a file where the folder should be");
        QCOMPARE(opens(), std::size_t(10)); // in memory
    }

    void aModelWithoutUncertaintyOrCalibration()
    {
        LibraryFixture library;
        library.embedder->editInfo().calibrated = false;
        makeSounds(library);
        SearchService service(library.catalogue, library.embedder);
        const SearchResult result = *service.search(caption("low"));
        QCOMPARE(names(result).at(0), std::string("one.wav"));
        QVERIFY(!result.hits[0].probability);
        QCOMPARE(result.credibleHits, result.hits.size()); // it cannot tell
    }

private:
    static void makeSounds(LibraryFixture& library)
    {
        writeWav(library.sounds / "one.wav", tone(2, 1, 1));
        writeWav(library.sounds / "two.wav", tone(7, 1, 2));
        writeWav(library.sounds / "three.wav", tone(9, 0.5, 3));
        std::vector<float> mixed = tone(1, 2, 4);
        for (const auto& part : {tone(12, 2, 5), hiss(2, 6)})
            mixed.insert(mixed.end(), part.begin(), part.end());
        writeWav(library.sounds / "mixed.wav", mixed);
        library.index();
    }
};

PROLAP_TEST(TstSearchService)
#include "tst_search_service.moc"
