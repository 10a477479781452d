#pragma once

#include <cstdint>

namespace prolap::model {

/// Sizes of the heads; both sides share them.
struct HeadsConfig {
    /// The network from features to the joint space.
    enum class Projection {
        Gelu,     ///< linear, GELU, dropout, linear (this project's)
        Relu,     ///< linear, ReLU, linear (LAION's)
        Residual, ///< e = linear, layer norm of e + linear(GELU(e)), no biases (MS-CLAP's); projectionHidden = dim
    };

    std::int64_t dim = 256; ///< D of the joint space
    std::int64_t projectionHidden = 512;
    std::int64_t uncertaintyHidden = 256;
    double dropout = 0.3;      ///< share of the projection's inner (Residual: last) values that a training step drops
    bool probabilistic = true; ///< false: no uncertainty head
    double startLogVar = -7;   ///< bias of the uncertainty head at the start: training starts nearly deterministic
    double minLogVar = -12;    ///< clamp; without one the inclusion loss overflows
    double maxLogVar = 0;
    Projection projection = Projection::Gelu;

    bool operator==(const HeadsConfig&) const = default;
};

} // namespace prolap::model
