#pragma once

#include <cstdint>

#include <torch/torch.h>

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
};

/// Linear, GELU, dropout, linear. Shapes: [N, in] to [N, out], not normalised.
class ProjectionHeadImpl : public torch::nn::Module {
public:
    explicit ProjectionHeadImpl(const ProjectionHeadOptions& options);

    torch::Tensor forward(const torch::Tensor& features);
    /// The inner layer after GELU and dropout, [N, hidden].
    torch::Tensor inner(const torch::Tensor& features);

private:
    double m_dropout;
    torch::nn::Linear m_linear1{nullptr}, m_linear2{nullptr};
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

/// What one side of the model needs to go from its encoder's features to the joint space.
struct JointHeadOptions {
    std::int64_t featureSize = 512;       ///< F of the encoder
    std::int64_t dim = 256;               ///< D of the joint space
    std::int64_t projectionHidden = 512;  ///< inner width of the projection
    std::int64_t uncertaintyHidden = 256; ///< inner width of the uncertainty head
    double dropout = 0.3;
    bool probabilistic = true; ///< false: no uncertainty head
    double startLogVar = -7;
    double startWeight = .01;
    double minLogVar = -12;
    double maxLogVar = 0;
};

/// Encoder features to Gaussians: standardise, project and normalise; a second head gives the log-variances.
/// Children `projection` and `uncertainty`; buffers `feature_mean` and `feature_std` [F], 0 and 1 until set.
class JointHeadImpl : public torch::nn::Module {
public:
    explicit JointHeadImpl(const JointHeadOptions& options);

    const JointHeadOptions& options() const { return m_options; }

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
    JointHeadOptions m_options;
    torch::Tensor m_featureMean, m_featureStd;
    ProjectionHead m_projection{nullptr};
    UncertaintyHead m_uncertainty{nullptr};
};
TORCH_MODULE(JointHead);

} // namespace prolap::model::nn
