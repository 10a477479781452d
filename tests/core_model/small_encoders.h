#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/model/nn/encoder.h"

namespace prolap::test {

/// The names of the networks that makeSmallEncoder() knows: every kind of encoder.
inline const std::vector<std::string> kSmallEncoders{"cnn8", "htsat", "gpt2", "bert", "roberta"};

/// A network of a few thousand random weights with an input for it, from a fixed seed, in eval mode.
struct SmallEncoder {
    std::shared_ptr<model::nn::Encoder> net;

    /// Features [3, F] of the input, some of it hidden for encoders of sound and GPT-2, so that every weight counts.
    torch::Tensor features() const;
    /// A loss that every feature takes part in.
    torch::Tensor loss() const;

    torch::Tensor input;  ///< pieces, or ids
    torch::Tensor second; ///< what is hidden, or the attention mask
};
SmallEncoder makeSmallEncoder(const std::string& name);

/// The gradients of all parameters after loss().backward(), by name; undefined where none came.
torch::OrderedDict<std::string, torch::Tensor> gradientsOf(const SmallEncoder& encoder);

} // namespace prolap::test
