#pragma once

#include <torch/torch.h>

namespace prolap::train {

/// Classifies clips by the labels of the training split: an auxiliary loss that shapes the sound projection. It is not
/// part of the pack.
class LabelClassifier {
public:
    /// labels: int64 [N] of the training clips, -1 for none; width: of the features it sees. Not usable where there are
    /// fewer than two labels.
    LabelClassifier(const torch::Tensor& labels, std::int64_t width);

    bool usable() const { return !m_linear.is_empty(); }
    torch::nn::Linear& linear() { return m_linear; }

    /// Features [B, width] to scores [B, K] of the K labels of the training split.
    torch::Tensor logits(const torch::Tensor& features) { return m_linear->forward(features); }

    /// Cross entropy of logits [B, K] against labels int64 [B], clips without a label of the training split left out;
    /// undefined when all are.
    torch::Tensor loss(const torch::Tensor& logits, const torch::Tensor& labels, double smoothing) const;

private:
    torch::nn::Linear m_linear{nullptr};
    torch::Tensor m_classOfLabel; ///< int64; the last entry serves "no label" (-1)
};

} // namespace prolap::train
