#include "tests/bench_library/generated_library.h"

#include "db/catalogue.h"
#include "db/clip_table.h"
#include "db/root_table.h"
#include "db/vector_table.h"

#include <cmath>
#include <functional>
#include <random>

namespace prolap::test {

const std::vector<std::string> kThings{"Door", "Rain", "Dog", "Glass", "Engine", "Wind", "Step", "Bell"};

std::vector<float> randomDirection(unsigned seed, std::size_t dim)
{
    std::minstd_rand random(seed + 1);
    std::vector<float> values(dim);
    double squares = 0;
    for (float& value : values) {
        value = static_cast<float>(random() >> 8) / 4194304.0F - 1;
        squares += static_cast<double>(value) * value;
    }
    for (float& value : values)
        value /= static_cast<float>(std::sqrt(squares));
    return values;
}

RandomEmbedder::RandomEmbedder(std::size_t dim)
{
    m_info.id = m_info.name = "random";
    m_info.dim = dim;
    m_info.sampleRate = 44100;
    m_info.windowSeconds = 10;
    m_info.calibrated = true;
    m_info.scale = 10;
    m_info.bias = -8;
    m_info.credibleProbability = .25;
}

model::Embeddings RandomEmbedder::embedText(std::span<const std::string> captions) const
{
    model::Embeddings out{captions.size(), m_info.dim, {}, {}};
    for (const std::string& caption : captions) {
        const auto mean = randomDirection(static_cast<unsigned>(std::hash<std::string>{}(caption)), m_info.dim);
        out.mean.insert(out.mean.end(), mean.begin(), mean.end());
        out.logVar.resize(out.mean.size(), -9);
    }
    return out;
}

void writeGeneratedLibrary(const Path& file, const model::ModelInfo& model, int clips)
{
    constexpr int kClipsAtOnce = 1000;
    db::Catalogue catalogue(file);
    const RootId root = db::RootTable(catalogue).add("/sounds");
    db::VectorTable vectors(catalogue);
    db::ClipTable table(catalogue);
    const auto set = vectors.openSet(model.id, model.name, model.dim, true).id;
    const std::vector<float> logVar(model.dim, -9);
    db::ClipFacts facts;
    facts.durationSeconds = 10;
    for (int i = 0; i < clips;) {
        db::Transaction transaction(catalogue);
        for (int k = 0; k < kClipsAtOnce && i < clips; ++k, ++i) {
            const auto mean = randomDirection(static_cast<unsigned>(i), model.dim);
            const db::GaussianIn gaussian{mean, logVar, .03F};
            const ClipId clip = table.list({root,
                                            "Pack" + std::to_string(i % 50) + "/" +
                                                kThings[static_cast<std::size_t>(i) % kThings.size()] + "_" +
                                                std::to_string(i) + ".wav",
                                            1000, 2000},
                                           facts);
            vectors.replace(set, clip, std::vector<db::WindowIn>{{0, 10, gaussian}}, gaussian);
        }
        transaction.commit();
    }
}

} // namespace prolap::test
