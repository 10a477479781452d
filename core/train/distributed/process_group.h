#pragma once

#include <memory>
#include <vector>

#include <torch/torch.h>

#include "core/train/distributed/process_environment.h"

namespace prolap::train {

/// The processes that train one model together, over PyTorch's c10d: Gloo between CPUs, NCCL between GPUs. A group of
/// one process does nothing and costs nothing.
///
/// Who trains in it computes the loss of the whole batch in every process, on gathered embeddings. gather() multiplies
/// the gradient of a process's own rows by the number of processes, so that the average of all processes' gradients is
/// the gradient of that loss, for the weights that made the rows and for those that every process uses alike.
class ProcessGroup {
public:
    virtual ~ProcessGroup() = default;

    virtual int rank() const = 0; ///< 0 <= rank < size
    virtual int size() const = 0;
    bool first() const { return rank() == 0; }

    /// All processes' rows, those of process r from the sum of counts before r on. rows: [counts[rank()], ...];
    /// counts: rows of each process. The gradient flows back into this process's rows.
    virtual torch::Tensor gather(const torch::Tensor& rows, const std::vector<std::int64_t>& counts) const = 0;

    /// Puts the mean over all processes in place of each tensor.
    virtual void average(const std::vector<torch::Tensor>& tensors) const = 0;

    /// Puts the first process's values in place of each tensor.
    virtual void broadcast(const std::vector<torch::Tensor>& tensors) const = 0;

    /// Whether it is true in any process.
    virtual bool any(bool value) const = 0;

    /// Waits for all.
    virtual void barrier() const = 0;
};

/// A group of this process alone.
std::unique_ptr<ProcessGroup> singleProcess();

/// Joins the other processes, waiting for all of them; device: where the tensors lie.
/// Errors: Error(Unsupported) where the program was built without Gloo (CPU) or NCCL (CUDA); Error(Internal) when the
/// processes cannot reach each other.
std::unique_ptr<ProcessGroup> joinProcesses(const ProcessEnvironment& environment, const torch::Device& device);

} // namespace prolap::train
