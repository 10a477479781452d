#include "core/library/search_service.h"
#include "db/catalogue.h"
#include "db/clip_table.h"
#include "tests/bench_library/generated_library.h"
#include "tests/support/test_main.h"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <functional>
#include <vector>

#include <QTemporaryDir>
#include <QTest>

using namespace prolap;

namespace {

constexpr std::size_t kDim = 256; // the starter pack's

double millisecondsSince(std::chrono::steady_clock::time_point begun)
{
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begun).count();
}

/// Milliseconds, the middle of five, to score and rank rows of floats without any of the program's code.
double plainLoop(std::size_t rows)
{
    std::vector<float> values(rows * kDim, .05F);
    const auto query = test::randomDirection(1, kDim);
    std::vector<double> ms;
    for (int i = 0; i < 5; ++i) {
        const auto begun = std::chrono::steady_clock::now();
        std::vector<std::pair<float, std::size_t>> scores(rows);
        for (std::size_t row = 0; row < rows; ++row) {
            float sum = 0;
            for (std::size_t d = 0; d < kDim; ++d)
                sum += values[row * kDim + d] * query[d];
            scores[row] = {-sum, row};
        }
        std::partial_sort(scores.begin(), scores.begin() + 100, scores.end());
        ms.push_back(millisecondsSince(begun));
    }
    std::sort(ms.begin(), ms.end());
    return ms[2];
}

long peakMegabytes()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmHWM:"))
            return std::stol(line.substr(6)) / 1024;
    return 0;
}

} // namespace

/// From a caption's Gaussian to the ranked list, words included, over a catalogue of 100,000 clips of one window; to be
/// run on an idle machine: tst_bench_library TstSearchSpeed
class TstSearchSpeed : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aHundredThousandWindows()
    {
        constexpr int kClips = 100'000;
        QTemporaryDir dir;
        qputenv("XDG_CACHE_HOME", QFile::encodeName(dir.filePath("cache")));
        const Path file = Path(dir.path().toStdString()) / "library.db";
        const auto embedder = std::make_shared<test::RandomEmbedder>(kDim);
        test::writeGeneratedLibrary(file, embedder->info(), kClips);
        const auto opening = std::chrono::steady_clock::now();
        library::SearchService service(file, embedder);
        library::SearchRequest request;
        request.caption = "first";
        QVERIFY(service.search(request));
        qInfo("first answer, which makes the matrix file: %.0f ms", millisecondsSince(opening));
        QCOMPARE(service.windowCount(), std::size_t(kClips));
        const auto again = std::chrono::steady_clock::now();
        library::SearchService second(file, embedder);
        QVERIFY(second.search(request));
        qInfo("first answer of the next start: %.0f ms", millisecondsSince(again));

        const double plain = plainLoop(kClips);
        qInfo("a plain loop over as many floats, one core: %.1f ms", plain);
        for (const bool words : {false, true}) {
            std::vector<double> ms;
            for (int i = 0; i < 100; ++i) {
                request.caption =
                    (words ? "a " + test::kThings[static_cast<std::size_t>(i) % test::kThings.size()] + " behind glass "
                           : "zzz ") +
                    std::to_string(i);
                const auto begun = std::chrono::steady_clock::now();
                const auto result = service.search(request);
                ms.push_back(millisecondsSince(begun));
                QVERIFY(result && result->hits.size() == request.limit);
            }
            std::sort(ms.begin(), ms.end());
            qInfo("caption to list, %s: p50 %.1f ms, p99 %.1f ms", words ? "words in 25,000 names" : "meaning alone",
                  ms[50], ms[99]);
            QVERIFY2(words || ms[50] < plain, "the search is not better than a plain loop");
        }
        // The query language: each asked once to warm what it keeps, then timed.
        const std::pair<const char*, std::function<void(library::SearchRequest&)>> kinds[] = {
            {"pushed away", [](auto& r) { r.away = {"glass"}; }},
            {"a mixture", [](auto& r) { r.mixed = {"wind in trees"}; }},
            {"turned to the general", [](auto& r) { r.generality = 1; }},
            {"what contains it", [](auto& r) { r.relation = library::Relation::Contains; }},
            {"exact words and a folder",
             [](auto& r) {
                 r.filter.phrases = {"door"};
                 r.filter.folders = {"pack7"};
             }},
            {"a duration and stars", [](auto& r) {
                 r.filter.minSeconds = 1;
                 r.filter.minRating = 0;
             }}};
        for (const auto& [name, fill] : kinds) {
            library::SearchRequest asked;
            fill(asked);
            std::vector<double> ms;
            double first = 0;
            for (int i = -1; i < 40; ++i) {
                asked.caption =
                    test::kThings[static_cast<std::size_t>(i + 8) % test::kThings.size()] + " " + std::to_string(i);
                const auto begun = std::chrono::steady_clock::now();
                QVERIFY(service.search(asked));
                if (i < 0)
                    first = millisecondsSince(begun);
                else
                    ms.push_back(millisecondsSince(begun));
            }
            std::sort(ms.begin(), ms.end());
            qInfo("%s: first %.1f ms, then p50 %.1f ms, worst %.1f ms", name, first, ms[20], ms.back());
        }
        db::Catalogue listing(file);
        const std::pair<const char*, std::function<void(db::ClipFilter&)>> filters[] = {
            {"no filter", [](auto&) {}},
            {"duration", [](auto& f) { f.minSeconds = 1; }},
            {"age", [](auto& f) { f.addedFromMs = 1; }},
            {"folder", [](auto& f) { f.folders = {"pack7"}; }},
            {"exact words", [](auto& f) { f.phrases = {"door"}; }},
            {"loudness", [](auto& f) { f.minLufs = -30; }}};
        for (const auto& [name, fill] : filters) {
            db::ClipFilter filter;
            fill(filter);
            std::vector<double> ms;
            for (int i = 0; i < 7; ++i) {
                const auto begun = std::chrono::steady_clock::now();
                db::ClipTable(listing).ids(filter);
                ms.push_back(millisecondsSince(begun));
            }
            std::sort(ms.begin(), ms.end());
            qInfo("all clips by name, %s: p50 %.1f ms", name, ms[3]);
        }
        qInfo("peak memory %ld MB", peakMegabytes());
    }
};

PROLAP_TEST(TstSearchSpeed)
#include "tst_search_speed.moc"
