#pragma once

#include <optional>
#include <vector>

#include "core/model/encoder_config.h"
#include "core/model/nn/attention_fusion.h"
#include "core/model/nn/audio_encoder.h"
#include "core/model/nn/log_mel.h"
#include "core/model/nn/swin_inference.h"

namespace prolap::model::nn {

/// HTS-AT: a Swin transformer with shifted windows over the log-mel image of one window, folded to a square. With
/// attention fusion a piece may have four channels: a view of the whole clip and three crops of it.
/// Children take Hugging Face CLAP's names (`layers.0.blocks.0.attention.self.query.weight`).
/// Source: Chen et al., HTS-AT, arXiv 2202.00874; Liu et al., Swin Transformer, arXiv 2103.14030; fusion: Wu et al.,
/// arXiv 2211.06687.
class Htsat : public AudioEncoder {
public:
    Htsat(const HtsatConfig& config, const MelConfig& mel, double windowSeconds);

    std::int64_t featureSize() const override;
    int sampleRate() const override { return m_logMel->config().sampleRate; }
    /// Returns [1, T, M], or [1, 4, T, M] where a single window is fused too.
    torch::Tensor prepare(const torch::Tensor& samples) const override;
    torch::Tensor prepareClip(const torch::Tensor& samples) const override;
    /// pieces: [B, T, M], or [B, 4, T, M] to be fused.
    torch::Tensor forward(const torch::Tensor& pieces) override;
    /// The patches of the folded image, unfolded: side / bands * (side / patch) in time by bands / patch. Frames that
    /// are resampled to the image's width reach a frame or two over a patch's rim. In a fused piece the patches are
    /// those of the whole clip's view; what is hidden there may be heard in its crops, and has weighed in the fusion.
    MaskGrid maskGrid() const override;
    /// Embeddings of hidden patches are replaced by `mask_token` [embedDim], after the patch layer norm. An output
    /// token counts in the mean by the share of its patches that are seen; where none is seen at all, each counts the
    /// same. Source: ProLAP (arXiv 2510.18423), pooling over unmasked tokens only. A token of the last stage stands for
    /// many patches (64 in CLAP's), hence shares.
    torch::Tensor forwardMasked(const torch::Tensor& pieces, const torch::Tensor& masked) override;
    /// The embedding of a patch at the mean of every band.
    torch::Tensor maskStart() const override;
    torch::ScalarType optimiseForInference(torch::ScalarType type = torch::kFloat) override;

    /// Tokens [B, L, C]: after the patch layer norm (stages 0), or after the first `stages` stages with their merging.
    torch::Tensor tokens(const torch::Tensor& pieces, std::size_t stages);

private:
    struct Stage;

    std::vector<BlockNames> blockNames() const override;
    torch::Tensor foldToImage(const torch::Tensor& pieces);
    torch::Tensor patches(const torch::Tensor& pieces);
    torch::Tensor embedded(const torch::Tensor& pieces);
    torch::Tensor foldMasks(const torch::Tensor& masked) const;
    torch::Tensor shares(const torch::Tensor& hidden) const;
    torch::Tensor throughStages(torch::Tensor x, std::size_t stages);
    torch::Tensor pooled(const torch::Tensor& x, const torch::Tensor& weights);

    HtsatConfig m_config;
    std::int64_t m_windowSamples;
    LogMel m_logMel{nullptr};
    torch::nn::BatchNorm2d m_batchNorm{nullptr};
    torch::nn::Conv2d m_patch{nullptr};
    torch::nn::Conv2d m_cropPatch{nullptr}; ///< with fusion only
    AttentionFusion m_fusion{nullptr};
    torch::nn::LayerNorm m_patchNorm{nullptr}, m_norm{nullptr};
    torch::Tensor m_maskToken;
    std::vector<std::shared_ptr<Stage>> m_stages;
    std::optional<SwinInference> m_inference;
};

} // namespace prolap::model::nn
