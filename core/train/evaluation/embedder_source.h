#pragma once

#include "core/model/embedder.h"
#include "core/train/evaluation/gaussian_source.h"

namespace prolap::train {

/// Gaussians as an Embedder makes them, at its own precision: all windows of a clip, nothing kept.
class EmbedderSource : public GaussianSource {
public:
    /// embedder outlives this.
    explicit EmbedderSource(const model::Embedder& embedder) : m_embedder(embedder) {}

    Facts facts() const override;
    std::optional<Clips> embedClips(std::span<const ManifestRow> rows, RunControl& control,
                                    const ClipProgress& progress, const OnFailure& failure) override;
    std::optional<Gaussians> embedCaptions(std::span<const std::string> captions, RunControl& control) override;
    std::optional<Gaussians> embedMaskedCaption() override;
    std::int64_t tokens(const std::string& caption) const override;

private:
    const model::Embedder& m_embedder;
};

} // namespace prolap::train
