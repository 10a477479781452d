#pragma once

#include <span>

#include "core/model/embedder.h"

namespace prolap::library {

/// How much of a word that is pushed away is subtracted.
inline constexpr double kPushAway = 0.5;

/// `A + B`: the Gaussian with mean and variance of the mixture sum_i w_i N(mu_i, v_i),
///
///     m = sum_i w_i mu_i,   v = sum_i w_i (v_i + mu_i^2) - m^2   (each dimension by itself),
///
/// with its mean brought back to length 1: (m / |m|, v / |m|^2). It is wider than its parts the farther these lie
/// apart, as it stands for either. Deterministic parts give a deterministic mixture.
/// Shapes: parts of one dimension, parts.count >= 1; weights [parts.count], not negative, one above 0. Returns one.
model::Embeddings mixtureOf(const model::Embeddings& parts, std::span<const double> weights);

/// `A -b`: the Gaussian of X - k sum_j Y_j for independent X of `query` and Y_j of `away`, k = kPushAway,
///
///     m = mu - k sum_j mu_j,   v = v_x + k^2 sum_j v_j,
///
/// with its mean brought back to length 1 as above. The direction of b is taken out of A in part; what is like both
/// sinks, what is like A alone stays. An empty query (count 0) gives what is least like `away`.
/// Shapes: query count 0 or 1, away count >= 1, one dimension. Returns one.
model::Embeddings pushedAway(const model::Embeddings& query, const model::Embeddings& away);

} // namespace prolap::library
