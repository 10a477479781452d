#pragma once

#include <cstdint>

#include <torch/torch.h>

#include "core/model/heads_config.h"

namespace prolap::model::nn {

/// N Gaussians with diagonal covariance as tensors.
/// Shapes: mean [N, D], rows of length 1; logVar [N, D] natural log, undefined for a deterministic model.
struct Gaussians {
    torch::Tensor mean;
    torch::Tensor logVar;
};

struct ProjectionHeadOptions {
    std::int64_t in = 512;
    std::int64_t hidden = 512;
    std::int64_t out = 256;
    double dropout = 0.3;
    HeadsConfig::Projection kind = HeadsConfig::Projection::Gelu;
};

/// Features to means in one of the shapes of HeadsConfig::Projection. Children `linear1`, `linear2`, for Residual
/// `layer_norm` too. Shapes: [N, in] to [N, out], not normalised.
/// Source: Residual: Elizalde et al., CLAP (arXiv 2206.04769); Relu: Wu et al. (arXiv 2211.06687).
class ProjectionHeadImpl : public torch::nn::Module {
public:
    explicit ProjectionHeadImpl(const ProjectionHeadOptions& options);

    torch::Tensor forward(const torch::Tensor& features);
    /// The inner layer after its activation, [N, hidden].
    torch::Tensor inner(const torch::Tensor& features);

private:
    ProjectionHeadOptions m_options;
    torch::nn::Linear m_linear1{nullptr}, m_linear2{nullptr};
    torch::nn::LayerNorm m_norm{nullptr}; ///< Residual only
};
TORCH_MODULE(ProjectionHead);

struct UncertaintyHeadOptions {
    std::int64_t in = 512;
    std::int64_t hidden = 256;
    std::int64_t out = 256;
    double startLogVar = -7;  ///< bias of the last layer at the start: training starts nearly deterministic
    double startWeight = .01; ///< standard deviation of the last layer's weights at the start
    double minLogVar = -12;   ///< clamp; without one the inclusion loss overflows
    double maxLogVar = 0;
};

/// Linear, GELU, linear, clamp. Shapes: [N, in] to log-variance [N, out] in [minLogVar, maxLogVar].
class UncertaintyHeadImpl : public torch::nn::Module {
public:
    explicit UncertaintyHeadImpl(const UncertaintyHeadOptions& options);

    torch::Tensor forward(const torch::Tensor& features);

private:
    double m_minLogVar, m_maxLogVar;
    torch::nn::Linear m_linear1{nullptr}, m_linear2{nullptr};
};
TORCH_MODULE(UncertaintyHead);

/// Encoder features to Gaussians: standardise, project and normalise; a second head gives the log-variances.
/// Children `projection` and `uncertainty`; buffers `feature_mean` and `feature_std` [F], 0 and 1 until set.
class JointHeadImpl : public torch::nn::Module {
public:
    /// featureSize: F of the encoder; startWeight: standard deviation of the uncertainty head's last weights at the
    /// start.
    JointHeadImpl(std::int64_t featureSize, const HeadsConfig& config, double startWeight = .01);

    const HeadsConfig& config() const { return m_config; }

    /// Sets the buffers from training features [N, F], N >= 2. Features that hardly vary are divided by 1.
    void setStandardisation(const torch::Tensor& trainingFeatures);
    /// [N, F] to (features - mean) / std: what the trainer adds noise to before forwardStandardised().
    torch::Tensor standardise(const torch::Tensor& features) const;

    /// Raw encoder features [N, F] to Gaussians of D dimensions.
    Gaussians forward(const torch::Tensor& features);
    Gaussians forwardStandardised(const torch::Tensor& standardised);
    /// The projection's inner layer, [N, projectionHidden]: what the trainer's auxiliary losses look at.
    torch::Tensor inner(const torch::Tensor& standardised) { return m_projection->inner(standardised); }

private:
    HeadsConfig m_config;
    torch::Tensor m_featureMean, m_featureStd;
    ProjectionHead m_projection{nullptr};
    UncertaintyHead m_uncertainty{nullptr};
};
TORCH_MODULE(JointHead);

} // namespace prolap::model::nn
