#pragma once

#include "core/model/embedder.h"
#include "core/paths.h"

#include <string>
#include <vector>

namespace prolap::test {

/// A unit vector in a direction of its own for each seed, [dim].
std::vector<float> randomDirection(unsigned seed, std::size_t dim);

/// Captions in random directions; the same caption always in the same one.
class RandomEmbedder : public model::Embedder {
public:
    explicit RandomEmbedder(std::size_t dim);

    const model::ModelInfo& info() const override { return m_info; }
    model::Embeddings embedAudio(std::span<const std::span<const float>>) const override { return {}; }
    model::Embeddings embedText(std::span<const std::string> captions) const override;
    Tokens tokenize(const std::string&) const override { return {}; }

private:
    model::ModelInfo m_info;
};

/// What names of generated clips begin with, each in an eighth of them.
extern const std::vector<std::string> kThings;

/// A catalogue of clips of one window each, listened to by the embedder, whose files do not exist.
void writeGeneratedLibrary(const Path& catalogue, const model::ModelInfo& model, int clips);

} // namespace prolap::test
