#pragma once

#include "core/model/embedder.h"
#include "core/model/open_embedder.h"
#include "core/model/prolap_model.h"

namespace prolap::model {

/// An Embedder that runs a ProlapModel.
class TorchEmbedder : public Embedder {
public:
    /// Takes over a loaded model with heads and moves it to the device of the options.
    /// id: as sourceId() gives it. Errors: as openEmbedder().
    TorchEmbedder(ProlapModel model, std::string id, const EmbedderOptions& options);

    const ModelInfo& info() const override { return m_info; }
    Embeddings embedAudio(std::span<const std::span<const float>> windows) const override;
    Embeddings embedClip(std::span<const float> clip) const override;
    Embeddings embedText(std::span<const std::string> captions) const override;
    std::optional<Embeddings> embedMaskedText() const override;
    Tokens tokenize(const std::string& caption) const override;

private:
    Embeddings throughHead(const torch::Tensor& features, const nn::JointHead& head) const;
    std::string choosePrecision(const std::string& wanted);

    ProlapModel m_model;
    ModelInfo m_info;
    int m_threads;
};

} // namespace prolap::model
