#pragma once

#include "core/model/prolap_model.h"
#include "core/train/data/feature_cache.h"
#include "core/train/evaluation/gaussian_source.h"

namespace prolap::train {

/// Gaussians of a model whose encoders' features are kept on the disk, in fp32: packs on the same two encoders share
/// them, with each other and with training (recipes whose max_windows is kCachedWindows). Heads alone run each time.
class CachedSource : public GaussianSource {
public:
    /// Of a longer clip so many windows, evenly spaced, are used: 5 minutes of sound by the starter's encoder.
    static constexpr int kCachedWindows = 30;

    /// cacheDir: where the caches lie or will lie. Errors: Error(Unsupported) for encoders without heads.
    CachedSource(model::ProlapModel model, const Path& cacheDir);

    Facts facts() const override;
    std::optional<Clips> embedClips(std::span<const ManifestRow> rows, RunControl& control,
                                    const ClipProgress& progress, const OnFailure& failure) override;
    std::optional<Gaussians> embedCaptions(std::span<const std::string> captions, RunControl& control) override;
    std::optional<Gaussians> embedMaskedCaption() override;
    std::int64_t tokens(const std::string& caption) const override;

private:
    Gaussians throughHead(model::nn::JointHead& head, const torch::Tensor& features) const;

    model::ProlapModel m_model;
    FeatureCache m_clips, m_captions;
};

} // namespace prolap::train
