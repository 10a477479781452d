#include "core/library/search_service.h"
#include "tests/bench_library/generated_library.h"
#include "tests/support/test_main.h"

#include <algorithm>
#include <chrono>
#include <fstream>
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
        qInfo("peak memory %ld MB", peakMegabytes());
    }
};

PROLAP_TEST(TstSearchSpeed)
#include "tst_search_speed.moc"
