#pragma once

#include <atomic>
#include <chrono>
#include <memory>
#include <string>

#include "core/model/embedder.h"

namespace prolap::test {

/// A model for tests that is quick, deterministic and means something: a sound is the energies of its frequency bands,
/// and the words "low", "middle", "high" and "hiss" lie where such sounds do. Other words lie apart from all sounds.
/// A louder sound is less uncertain.
class BandEmbedder : public model::Embedder {
public:
    static constexpr std::size_t kBands = 15;
    static constexpr std::size_t kDim = kBands + 1; ///< the last one: words that name no sound

    explicit BandEmbedder(const std::string& id = "bands-1", double windowSeconds = 1);

    const model::ModelInfo& info() const override { return m_info; }
    model::Embeddings embedAudio(std::span<const std::span<const float>> windows) const override;
    model::Embeddings embedText(std::span<const std::string> captions) const override;
    Tokens tokenize(const std::string& caption) const override;

    model::ModelInfo& editInfo() { return m_info; }

    std::chrono::milliseconds delay{0};                 ///< of each audio call
    mutable std::atomic<std::int64_t> windowsHeard = 0; ///< over all calls
    mutable std::atomic<std::int64_t> largestBatch = 0;

private:
    model::ModelInfo m_info;
};

} // namespace prolap::test
