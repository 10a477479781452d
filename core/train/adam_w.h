#pragma once

#include <string>
#include <vector>

#include <torch/torch.h>

#include "core/train/training_state.h"

namespace prolap::train {

/// A tensor to train.
struct TrainedTensor {
    std::string name;
    torch::Tensor tensor;  ///< a leaf that requires a gradient
    double rateFactor = 1; ///< its learning rate over the step's
    double decay = 0;      ///< weight decay
};

/// AdamW with the whole gradient shortened to a given length.
/// Source: Loshchilov and Hutter, arXiv 1711.05101.
class AdamW {
public:
    struct Options {
        double beta1 = .9;
        double beta2 = .98;
        double gradientNorm = 5; ///< longer gradients are shortened to it
    };

    AdamW(std::vector<TrainedTensor> tensors, const Options& options);

    const std::vector<TrainedTensor>& tensors() const { return m_tensors; }

    void clearGradients();
    /// Length of the whole gradient.
    double gradientNorm() const;
    /// Moves every tensor that has a gradient. step: counted from 1; norm: gradientNorm().
    void step(double rate, std::int64_t step, double norm);

    /// The moments by the tensors' names, to be saved and put back.
    NamedTensors first() const { return moments(m_first); }
    NamedTensors second() const { return moments(m_second); }

private:
    NamedTensors moments(const std::vector<torch::Tensor>& of) const;

    std::vector<TrainedTensor> m_tensors;
    std::vector<torch::Tensor> m_first, m_second;
    Options m_options;
};

} // namespace prolap::train
