#pragma once

#include <torch/torch.h>

#include "core/model/encoder_config.h"

namespace prolap::model::nn {

/// Weights of a mel filter bank, triangles straight in Hz. Zeros for Scale::Stored.
/// Shapes: float64 [bands, fftSize / 2 + 1]. Source: librosa's documented formulas for both scales and norms.
torch::Tensor melFilterBank(const MelConfig& config);

/// Band edges in Hz, float64 [bands + 2].
torch::Tensor melEdges(const MelConfig& config);

/// Log-mel image of mono samples, as the published CLAP and aiSFX front ends make it: power spectrum of centred frames,
/// filter bank, logarithm. Buffer `mel_weight` [bands, bins] where the bank is stored in checkpoints. Threads:
/// reentrant.
class LogMelImpl : public torch::nn::Module {
public:
    explicit LogMelImpl(const MelConfig& config);

    const MelConfig& config() const { return m_config; }

    /// samples: float32 [n], n >= 1, finite. Padding::Reflect repeats what is not longer than fftSize / 2 until it is.
    /// Returns float32 [1 + n / hopSamples, bands] without gradient.
    torch::Tensor forward(const torch::Tensor& samples) const;

private:
    MelConfig m_config;
    torch::Tensor m_window, m_melWeight;
};
TORCH_MODULE(LogMel);

} // namespace prolap::model::nn
