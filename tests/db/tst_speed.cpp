#include "tests/db/sample_library.h"
#include "tests/support/test_main.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>

#include <QTest>

#include "db/label_table.h"
#include "db/mark_table.h"
#include "db/word_index.h"

using namespace prolap;
using namespace prolap::db;
using namespace prolap::test;

/// What a large library costs. Set PROLAP_BENCH=1 to run it: a minute and half a gigabyte of disk.
///     PROLAP_BENCH=1 build/release/bin/tst_db_bench TstSpeed
class TstSpeed : public QObject {
    Q_OBJECT

private:
    static constexpr int kClips = 100'000;
    static constexpr int kWindows = 20'000;
    static constexpr std::size_t kDim = 1024;

    /// Of processor time, so that what else the machine does counts little.
    template <typename Action> static double milliseconds(Action action)
    {
        const std::clock_t begun = std::clock();
        action();
        return 1000.0 * static_cast<double>(std::clock() - begun) / CLOCKS_PER_SEC;
    }

    /// The middle one of several runs.
    template <typename Action> static double median(Action action)
    {
        std::vector<double> times;
        for (int i = 0; i < 9; ++i)
            times.push_back(milliseconds(action));
        std::nth_element(times.begin(), times.begin() + 4, times.end());
        return times[4];
    }

private Q_SLOTS:
    void aHundredThousandClips()
    {
        if (!std::getenv("PROLAP_BENCH"))
            QSKIP("takes a minute: set PROLAP_BENCH=1");
        const Folder folder;
        const Path file = folder / "library.db";
        Catalogue catalogue(file);
        const RootId root = RootTable(catalogue).add("/sounds");
        VectorTable vectors(catalogue);
        ClipTable clips(catalogue);
        const EmbeddingSetId set = vectors.openSet("model", "Model", kDim, true).id;
        const std::vector<std::string> things = {"Door", "Rain", "Dog", "Glass", "Engine", "Wind", "Step", "Bell"};

        std::vector<ClipId> all;
        const double listing = milliseconds([&] {
            for (int i = 0; i < kClips;) {
                Transaction transaction(catalogue);
                for (int k = 0; k < 1000; ++k, ++i) {
                    const auto& thing = things[static_cast<std::size_t>(i) % things.size()];
                    ClipFacts facts = wavFacts(1 + i % 300);
                    facts.sampleRate = i % 3 ? 44100 : 96000;
                    all.push_back(clips.list(
                        {root, "Pack" + std::to_string(i % 50) + "/" + thing + "Sound_" + std::to_string(i) + ".wav",
                         1000, 2000},
                        facts));
                }
                transaction.commit();
            }
        });
        std::printf("list %d clips: %.0f a second\n", kClips, kClips / listing * 1000);

        ListenedFacts listened;
        listened.facts = wavFacts(10);
        listened.waveform.min.assign(1000, -0.5f);
        listened.waveform.max.assign(1000, 0.5f);
        listened.waveform.rms.assign(1000, 0.2f);
        const SampleGaussian gaussian(1, kDim);
        const double writing = milliseconds([&] {
            for (int i = 0; i < kWindows;) {
                Transaction transaction(catalogue);
                for (int k = 0; k < 500; ++k, ++i) {
                    const ClipId clip = all[static_cast<std::size_t>(i)];
                    listened.contentHash = std::to_string(i);
                    listened.facts.durationSeconds = 1 + i % 300;
                    listened.facts.sampleRate = i % 3 ? 44100 : 96000;
                    clips.recordListened(clip, listened);
                    vectors.replace(set, clip, std::vector<WindowIn>{{0, 10, gaussian.in()}}, gaussian.in());
                }
                transaction.commit();
            }
        });
        std::printf("write %d windows of %zu dimensions, a clip each with its waveform: %.0f a second, %.0f MB\n",
                    kWindows, kDim, kWindows / writing * 1000,
                    static_cast<double>(std::filesystem::file_size(file)) / 1e6);

        std::printf("open: %.1f ms\n", median([&] { Catalogue{file}; }));
        std::printf("totals: %.1f ms\n", median([&] { clips.totals(set); }));
        std::printf("all ids by name: %.1f ms\n", median([&] { clips.ids({}); }));
        ClipFilter filter;
        filter.minSeconds = 100;
        filter.minSampleRate = 48000;
        filter.containers = {"wav", "flac"};
        std::printf("filtered ids by name (%zu): %.1f ms\n", clips.ids(filter).size(),
                    median([&] { clips.ids(filter); }));
        {
            std::vector<ClipId> rated;
            for (std::size_t i = 0; i < all.size(); i += 7)
                rated.push_back(all[i]);
            std::printf("rate %zu clips in one transaction: %.0f ms\n", rated.size(),
                        milliseconds([&] { MarkTable(catalogue).setRating(rated, 4); }));
            ClipFilter marked;
            marked.minRating = 3;
            std::printf("ids by rating (%zu): %.1f ms\n", clips.ids(marked).size(), median([&] { clips.ids(marked); }));
            marked.minRating.reset();
            marked.favourite = true;
            std::printf("ids of favourites (%zu): %.1f ms\n", clips.ids(marked).size(),
                        median([&] { clips.ids(marked); }));
            Transaction transaction(catalogue);
            for (const ClipId clip : rated)
                LabelTable(catalogue).addTag(clip, "bench");
            transaction.commit();
            ClipFilter tagged;
            tagged.tags = {"bench"};
            std::printf("ids by tag (%zu): %.1f ms\n", clips.ids(tagged).size(), median([&] { clips.ids(tagged); }));
        }
        std::printf("details of 100 clips: %.2f ms\n",
                    median([&] { clips.clips(std::span(all).subspan(5000, 100), set); }));
        WordIndex words(catalogue);
        for (const char* query : {"sound_77777", "glass", "sound", "a dog barking behind a glass door in the rain"})
            std::printf("words \"%s\" (%zu): %.2f ms\n", query, words.search(query, 100000).size(),
                        median([&] { words.search(query, 200); }));
        std::int64_t seen = 0;
        const double streaming = milliseconds([&] {
            vectors.forEachWindow(set, {}, false, [&](const WindowVector& window) {
                seen += window.mean.size() == kDim;
                return true;
            });
        });
        std::printf("stream %lld means: %.0f a second\n", static_cast<long long>(seen),
                    static_cast<double>(seen) / streaming * 1000);
        std::printf("known files of a root: %.0f ms\n", milliseconds([&] { clips.known(root); }));
        QCOMPARE(seen, std::int64_t(kWindows));
        QCOMPARE(clips.ids({}).size(), std::size_t(kClips));
    }
};

PROLAP_TEST(TstSpeed)
#include "tst_speed.moc"
