#pragma once

#include <functional>
#include <vector>

#include <torch/torch.h>

namespace prolap::model::nn {

/// work(x), of which only x is kept for the backward pass; everything between is computed anew there, with the same
/// random numbers and the same autocast setting. Results and gradients are those of work(x), bit for bit where its
/// operations are deterministic.
/// work: makes one new tensor, and must not change what it uses but by isRecomputing(); it may run long after the call,
/// so it owns what it needs. parameters: everything besides x that shall get gradients; what else work uses gets none.
/// Gradients of gradients are not available. Without anything that asks for a gradient this is work(x).
torch::Tensor checkpointed(const std::function<torch::Tensor(const torch::Tensor&)>& work, const torch::Tensor& x,
                           const std::vector<torch::Tensor>& parameters);

/// Whether this thread is in a backward pass that runs work for the second time: what counts its calls, as a batch norm
/// does, must not count this one.
bool isRecomputing();

} // namespace prolap::model::nn
