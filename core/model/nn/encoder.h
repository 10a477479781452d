#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include <torch/torch.h>

namespace prolap::model::nn {

/// One of the steps that an encoder takes from input to output.
struct ParameterBlock {
    struct Parameter {
        std::string name; ///< within the encoder, as Module::named_parameters() has it
        torch::Tensor tensor;
    };

    std::string name;                  ///< `stem`, `layers.0.blocks.1`, `norm`
    std::vector<Parameter> parameters; ///< those of the encoder, not copies
};

/// What training asks of the encoders of sound and of text alike.
///
///     encoder.setTrainedBlocks(2);            // the last two; what lies before them is frozen
///     encoder.setGradientCheckpointing(true); // less memory, a second forward pass
///     encoder.train();
class Encoder : public torch::nn::Module {
public:
    /// From input to output; every parameter is in exactly one. What stands for hidden input is in the first.
    std::vector<ParameterBlock> blocks() const;

    /// Leaves gradients to the last `count` blocks only (all: count >= blocks().size(); none: 0). The modules of the
    /// others stay in eval mode under train(), which keeps their batch norms' statistics; with none trained the whole
    /// encoder does, and may use its copy for inference.
    void setTrainedBlocks(std::int64_t count);
    void train(bool on = true) override;

    /// From now on a forward pass with gradients keeps what goes from block to block only and computes the rest anew in
    /// the backward pass.
    void setGradientCheckpointing(bool on) { m_checkpointing = on; }

    /// What `mask_token` or `mask_value` is before it is learned: depends on the other weights only. Published
    /// checkpoints have none. Undefined where the vocabulary has a mask token of its own.
    virtual torch::Tensor maskStart() const { return {}; }

protected:
    /// A block by the beginnings of its parameters' and modules' names; those of modules end with a dot.
    struct BlockNames {
        std::string name;
        std::vector<std::string> prefixes;
    };
    virtual std::vector<BlockNames> blockNames() const = 0;
    bool checkpointing() const { return m_checkpointing; }

private:
    std::int64_t m_trainedBlocks = std::numeric_limits<std::int64_t>::max();
    bool m_checkpointing = false;
};

} // namespace prolap::model::nn
