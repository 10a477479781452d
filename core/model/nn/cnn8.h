#pragma once

#include <array>
#include <optional>
#include <vector>

#include "core/model/encoder_config.h"
#include "core/model/nn/audio_encoder.h"
#include "core/model/nn/log_mel.h"

namespace prolap::model::nn {

/// Frames of a log-mel image that make up the blocks of a window.
/// Blocks start every hopFrames until all frames are covered; one that runs over the end repeats its own frames.
/// Shapes: logMel [T, M], T >= 1; returns [P, blockFrames, M].
torch::Tensor cutBlocks(const torch::Tensor& logMel, std::int64_t blockFrames, std::int64_t hopFrames);

/// conv 3x3, batch norm, ReLU, twice; then a max-pool of 2x2 except in the last block.
class ConvBlockImpl : public torch::nn::Module {
public:
    ConvBlockImpl(std::int64_t in, std::int64_t out, bool pool);

    torch::Tensor forward(torch::Tensor image);

    /// Weight and bias of a convolution with its batch norm folded in.
    struct Folded {
        torch::Tensor weight, bias;
    };
    std::array<Folded, 2> folded() const;
    bool pool() const { return m_pool; }

private:
    bool m_pool;
    torch::nn::Conv2d m_conv1{nullptr}, m_conv2{nullptr};
    torch::nn::BatchNorm2d m_bn1{nullptr}, m_bn2{nullptr};
};
TORCH_MODULE(ConvBlock);

/// aiSFX's audio encoder: log-mel blocks of 2.3 s through four convolution blocks; mean over mel, then maximum over
/// time. Features are never negative and not normalised. Children take the published checkpoint's names
/// (`embedding_net.conv_block1.conv1.weight`).
/// Source: Ma and Lerch, Representation Learning for the Automatic Indexing of Sound Effects Libraries, ISMIR 2022.
class Cnn8 : public AudioEncoder {
public:
    Cnn8(const Cnn8Config& config, const MelConfig& mel);

    std::int64_t featureSize() const override { return m_config.channels.back(); }
    int sampleRate() const override { return m_logMel->config().sampleRate; }
    torch::Tensor prepare(const torch::Tensor& samples) const override;
    torch::Tensor forward(const torch::Tensor& pieces) override;
    /// Patches of kPatchFrames x kPatchBands, the last ones of a piece smaller where it does not divide.
    MaskGrid maskGrid() const override;
    /// Hidden patches hold `mask_value`.
    torch::Tensor forwardMasked(const torch::Tensor& pieces, const torch::Tensor& masked) override;
    /// Digital silence on the log-mel scale: 0, or -100 dB.
    torch::Tensor maskStart() const override;
    torch::ScalarType optimiseForInference(torch::ScalarType type = torch::kFloat) override;

    /// At the published sizes 0.23 s by an eighth of the bands: larger than the 5 x 5 that a unit of the first block
    /// sees, so that hiding a patch takes something away, and 10 x 8 to a piece, so that hiding three quarters of what
    /// is left, twice, leaves some.
    static constexpr std::int64_t kPatchFrames = 10, kPatchBands = 12;

    /// Output [B, C, T', M'] of the first `blocks` convolution blocks, without the folded copy.
    torch::Tensor stage(const torch::Tensor& pieces, std::size_t blocks);

private:
    torch::Tensor forwardFolded(const torch::Tensor& pieces) const;
    std::vector<BlockNames> blockNames() const override;

    Cnn8Config m_config;
    LogMel m_logMel{nullptr};
    torch::Tensor m_maskValue; ///< scalar
    std::vector<ConvBlock> m_blocks;
    std::vector<std::array<ConvBlockImpl::Folded, 2>> m_folded;
};

} // namespace prolap::model::nn
