#pragma once

#include <vector>

#include "core/model/encoder_config.h"
#include "core/model/nn/packed_linear.h"

namespace prolap::model::nn {

/// The stages of an HTS-AT for inference, with a copy of their weights: query, key and value in one product, position
/// bias and mask in one table, tokens kept in the order of their windows so that nothing is cut and put together but
/// what the shift moves, and what follows a product done with it. The results are those of the module to rounding.
class SwinInference {
public:
    /// htsat: has the children `layers.N...` and the buffers of Htsat. type: kFloat or kBFloat16, of the weights and of
    /// what goes from layer to layer.
    SwinInference(const torch::nn::Module& htsat, const HtsatConfig& config, torch::ScalarType type);

    /// One image's tokens [side^2, C], row by row, to those after the last stage, [its side^2, its C], float32, by
    /// windows.
    torch::Tensor forward(const torch::Tensor& tokens) const;

    /// Where each token of forward()'s result is in its grid, row by row: int64 [its side^2].
    const torch::Tensor& outputOrder() const { return m_lastOrder; }

private:
    struct Norm {
        torch::Tensor weight, bias;
        double eps;
        torch::Tensor operator()(const torch::Tensor& x) const;
    };
    struct Block {
        torch::Tensor attend(const torch::Tensor& x) const;

        Norm before, after;
        PackedLinear qkv, attentionOut, intermediate, output;
        torch::Tensor bias;                   ///< [1 or windows, heads, area, area]
        torch::Tensor toShifted, fromShifted; ///< orders of the tokens; undefined in unshifted blocks
    };
    struct Stage {
        std::vector<Block> blocks;
        torch::Tensor mergeOrder; ///< the four tokens of each one after the merging; undefined in the last stage
        Norm mergeNorm;
        PackedLinear merge;
    };

    torch::ScalarType m_type;
    torch::Tensor m_firstOrder, m_lastOrder;
    std::vector<Stage> m_stages;
};

} // namespace prolap::model::nn
