#include "core/index/half.h"
#include "core/index/matrix.h"
#include "core/library/traversal/library_map.h"
#include "core/library/traversal/traverse.h"
#include "tests/support/test_main.h"

#include <algorithm>
#include <cmath>
#include <ctime>
#include <random>
#include <vector>

#include <QTest>

using namespace prolap;

namespace {

constexpr std::size_t kDim = 256; // the starter pack's
constexpr std::size_t kEach = 100'000;

std::vector<float> direction(std::minstd_rand& random)
{
    std::normal_distribution<float> normal;
    std::vector<float> values(kDim);
    double squares = 0;
    for (float& value : values) {
        value = normal(random);
        squares += static_cast<double>(value) * static_cast<double>(value);
    }
    for (float& value : values)
        value = static_cast<float>(static_cast<double>(value) / std::sqrt(squares));
    return values;
}

/// Milliseconds of the processor, all threads together, the least of several: an idle machine takes no longer, and
/// other work on a busy one does not count.
template <typename Work> double processorMs(int times, const Work& work)
{
    double least = 1e9;
    for (int i = 0; i < times; ++i) {
        const std::clock_t begun = std::clock();
        work();
        least = std::min(least, 1000.0 * static_cast<double>(std::clock() - begun) / CLOCKS_PER_SEC);
    }
    return least;
}

} // namespace

/// A path of 50 points among 100,000 captions and 100,000 clips, and their map; to be run on an idle machine:
/// tst_bench_library TstTraversalSpeed
class TstTraversalSpeed : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aHundredThousandOfEach()
    {
        std::minstd_rand random(7);
        std::uniform_real_distribution<float> logU(-4, -1);
        library::CaptionGaussians captions;
        captions.dim = captions.stride = kDim;
        index::Matrix matrix = index::Matrix::inMemory(kDim);
        for (std::size_t i = 0; i < kEach; ++i) {
            captions.texts.push_back("caption " + std::to_string(i));
            for (const float value : direction(random))
                captions.means.push_back(index::toHalf(value));
            const float u = std::exp(logU(random));
            captions.uncertainties.push_back(u);
            captions.logVars.insert(captions.logVars.end(), kDim,
                                    index::toHalf(std::log(u / static_cast<float>(kDim))));
            const std::vector<float> mean = direction(random);
            const auto id = static_cast<std::int64_t>(i + 1);
            const index::NewRow row{{WindowId{id}, ClipId{id}, 0, 1}, mean, -.05F};
            matrix.append(std::span(&row, 1), 1);
        }
        library::SearchableVectors clips;
        clips.set = EmbeddingSetId{1};
        clips.matrix = matrix.view();
        auto groups = std::make_shared<index::RowGroups>();
        groups->extend(clips.matrix);
        clips.clips = groups;
        model::ModelInfo info;
        info.name = "random";
        info.dim = kDim;
        info.scale = 14;
        info.bias = -7;
        info.calibrated = true;
        const model::Embeddings subject{1, kDim, direction(random), std::vector<float>(kDim, -8)};
        const std::vector<float> root = direction(random);
        const auto path = [&](library::PathShape shape, TraversalRoot where) {
            library::TraversalSetting setting;
            setting.shape = shape;
            setting.root = where;
            std::size_t rungs = 0;
            const double ms = processorMs(9, [&] {
                rungs = library::traverse({captions, clips, info}, {subject, {}, root}, setting)->ladder.size();
            });
            qInfo("%s to %s: %.0f ms (%zu rungs)", std::string(library::nameOf(shape)).c_str(),
                  std::string(library::nameOf(where)).c_str(), ms, rungs);
            return ms;
        };
        const double slowest = std::max({path(library::PathShape::Linear, TraversalRoot::Centroid),
                                         path(library::PathShape::Spherical, TraversalRoot::Centroid),
                                         path(library::PathShape::Climb, TraversalRoot::Centroid),
                                         path(library::PathShape::Linear, TraversalRoot::Inclusive)});
        qInfo("map: %.0f ms", processorMs(2, [&] { library::makeLibraryMap(clips, captions, true); }));
        QVERIFY2(slowest <= 100, "a path takes longer than 100 ms");
    }
};

PROLAP_TEST(TstTraversalSpeed)
#include "tst_traversal_speed.moc"
