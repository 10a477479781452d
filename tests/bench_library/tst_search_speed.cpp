#include "core/library/search_service.h"
#include "db/catalogue.h"
#include "db/clip_table.h"
#include "db/root_table.h"
#include "db/vector_table.h"
#include "tests/support/test_main.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <fstream>
#include <random>
#include <vector>

#include <QTemporaryDir>
#include <QTest>

using namespace prolap;

namespace {

constexpr std::size_t kDim = 256; // the starter pack's

/// Points in random directions; the same caption always in the same one.
class RandomEmbedder : public model::Embedder {
public:
    RandomEmbedder()
    {
        m_info.id = m_info.name = "random";
        m_info.dim = kDim;
        m_info.sampleRate = 44100;
        m_info.windowSeconds = 10;
        m_info.calibrated = true;
        m_info.scale = 10;
        m_info.bias = -8;
        m_info.credibleProbability = .25;
    }
    const model::ModelInfo& info() const override { return m_info; }
    model::Embeddings embedAudio(std::span<const std::span<const float>>) const override { return {}; }
    model::Embeddings embedText(std::span<const std::string> captions) const override
    {
        model::Embeddings out{captions.size(), kDim, {}, {}};
        for (const std::string& caption : captions) {
            const auto mean = direction(static_cast<unsigned>(std::hash<std::string>{}(caption)));
            out.mean.insert(out.mean.end(), mean.begin(), mean.end());
            out.logVar.resize(out.mean.size(), -9);
        }
        return out;
    }
    Tokens tokenize(const std::string&) const override { return {}; }

    static std::vector<float> direction(unsigned seed)
    {
        std::minstd_rand random(seed + 1);
        std::vector<float> values(kDim);
        double squares = 0;
        for (float& value : values) {
            value = static_cast<float>(random() >> 8) / 4194304.0F - 1;
            squares += static_cast<double>(value) * value;
        }
        for (float& value : values)
            value /= static_cast<float>(std::sqrt(squares));
        return values;
    }

private:
    model::ModelInfo m_info;
};

double millisecondsSince(std::chrono::steady_clock::time_point begun)
{
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begun).count();
}

/// Milliseconds, the middle of five, to score and rank rows of floats without any of the program's code.
double plainLoop(std::size_t rows)
{
    std::vector<float> values(rows * kDim, .05F);
    const auto query = RandomEmbedder::direction(1);
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
        const char* things[] = {"Door", "Rain", "Dog", "Glass", "Engine", "Wind", "Step", "Bell"};
        QTemporaryDir dir;
        qputenv("XDG_CACHE_HOME", QFile::encodeName(dir.filePath("cache")));
        const Path file = Path(dir.path().toStdString()) / "library.db";
        const auto embedder = std::make_shared<RandomEmbedder>();
        {
            db::Catalogue catalogue(file);
            const RootId root = db::RootTable(catalogue).add("/sounds");
            db::VectorTable vectors(catalogue);
            db::ClipTable clips(catalogue);
            const auto set = vectors.openSet(embedder->info().id, embedder->info().name, kDim, true).id;
            const std::vector<float> logVar(kDim, -9);
            db::ClipFacts facts;
            facts.durationSeconds = 10;
            for (int i = 0; i < kClips;) {
                db::Transaction transaction(catalogue);
                for (int k = 0; k < 1000; ++k, ++i) {
                    const auto mean = RandomEmbedder::direction(static_cast<unsigned>(i));
                    const db::GaussianIn gaussian{mean, logVar, .03F};
                    const ClipId clip = clips.list(
                        {root, "Pack" + std::to_string(i % 50) + "/" + things[i % 8] + "_" + std::to_string(i) + ".wav",
                         1000, 2000},
                        facts);
                    vectors.replace(set, clip, std::vector<db::WindowIn>{{0, 10, gaussian}}, gaussian);
                }
                transaction.commit();
            }
        }
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
                    (words ? std::string("a ") + things[i % 8] + " behind glass " : "zzz ") + std::to_string(i);
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
