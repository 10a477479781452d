#include "core/train/distributed/process_group.h"

#include <algorithm>
#include <cstdlib>
#include <numeric>
#include <string>

#include <fmt/format.h>
#include <torch/csrc/distributed/c10d/PrefixStore.hpp>
#include <torch/csrc/distributed/c10d/TCPStore.hpp>

#include "core/error.h"
#include "core/train/distributed/c10d_group.h"

namespace prolap::train {

namespace {

class SingleProcess final : public ProcessGroup {
public:
    int rank() const override { return 0; }
    int size() const override { return 1; }
    torch::Tensor gather(const torch::Tensor& rows, const std::vector<std::int64_t>&) const override { return rows; }
    void average(const std::vector<torch::Tensor>&) const override {}
    void broadcast(const std::vector<torch::Tensor>&) const override {}
    bool any(bool value) const override { return value; }
    void barrier() const override {}
};

/// All processes' rows; the gradient of a process's own, times the number of processes.
struct Gather : torch::autograd::Function<Gather> {
    static torch::Tensor forward(torch::autograd::AutogradContext* context, const torch::Tensor& rows,
                                 c10d::Backend* backend, const std::vector<std::int64_t>& counts)
    {
        const auto rank = static_cast<std::size_t>(backend->getRank());
        context->saved_data["begin"] = std::accumulate(counts.begin(), counts.begin() + backend->getRank(), 0L);
        context->saved_data["count"] = counts[rank];
        context->saved_data["size"] = backend->getSize();
        // All processes send as many rows as the one that has most.
        const std::int64_t most = *std::max_element(counts.begin(), counts.end());
        std::vector<std::int64_t> shape = rows.sizes().vec();
        shape[0] = most;
        torch::Tensor sent = rows.new_zeros(shape);
        sent.narrow(0, 0, counts[rank]).copy_(rows);
        std::vector<std::vector<torch::Tensor>> received(1);
        for (std::size_t r = 0; r < counts.size(); ++r)
            received[0].push_back(torch::empty_like(sent));
        std::vector<torch::Tensor> sending{sent};
        backend->allgather(received, sending)->wait();
        for (std::size_t r = 0; r < counts.size(); ++r)
            received[0][r] = received[0][r].narrow(0, 0, counts[r]);
        return torch::cat(received[0]);
    }

    static torch::autograd::variable_list backward(torch::autograd::AutogradContext* context,
                                                   const torch::autograd::variable_list& gradients)
    {
        const torch::Tensor own =
            gradients[0].narrow(0, context->saved_data["begin"].toInt(), context->saved_data["count"].toInt());
        return {own * context->saved_data["size"].toInt(), {}, {}};
    }
};

class JoinedProcesses final : public ProcessGroup {
public:
    JoinedProcesses(c10::intrusive_ptr<c10d::Store> store, c10::intrusive_ptr<c10d::Backend> backend,
                    const torch::Device& device)
        : m_store(std::move(store)), m_backend(std::move(backend)), m_device(device)
    {
    }

    int rank() const override { return m_backend->getRank(); }
    int size() const override { return m_backend->getSize(); }

    torch::Tensor gather(const torch::Tensor& rows, const std::vector<std::int64_t>& counts) const override
    {
        return Gather::apply(rows, m_backend.get(), counts);
    }

    void average(const std::vector<torch::Tensor>& tensors) const override
    {
        if (tensors.empty())
            return;
        // One message: many small ones would wait for each other.
        const torch::NoGradGuard noGrad;
        std::vector<torch::Tensor> flat;
        for (const torch::Tensor& tensor : tensors)
            flat.push_back(tensor.flatten());
        std::vector<torch::Tensor> all{torch::cat(flat)};
        m_backend->allreduce(all)->wait();
        all[0] /= size();
        std::int64_t begin = 0;
        for (torch::Tensor tensor : tensors) {
            tensor.copy_(all[0].narrow(0, begin, tensor.numel()).view(tensor.sizes()));
            begin += tensor.numel();
        }
    }

    void broadcast(const std::vector<torch::Tensor>& tensors) const override
    {
        const torch::NoGradGuard noGrad;
        for (torch::Tensor tensor : tensors) {
            std::vector<torch::Tensor> sent{tensor.contiguous()};
            m_backend->broadcast(sent)->wait();
            tensor.copy_(sent[0]);
        }
    }

    bool any(bool value) const override
    {
        std::vector<torch::Tensor> flag{
            torch::full({1}, value ? 1.F : 0.F, torch::TensorOptions(torch::kFloat32).device(m_device))};
        m_backend->allreduce(flag)->wait();
        return flag[0].item<float>() > 0;
    }

    void barrier() const override { any(false); }

private:
    c10::intrusive_ptr<c10d::Store> m_store;
    c10::intrusive_ptr<c10d::Backend> m_backend;
    torch::Device m_device;
};

} // namespace

std::unique_ptr<ProcessGroup> singleProcess()
{
    return std::make_unique<SingleProcess>();
}

std::unique_ptr<ProcessGroup> joinProcesses(const ProcessEnvironment& environment, const torch::Device& device)
{
    if (environment.size == 1)
        return singleProcess();
    try {
        c10d::TCPStoreOptions options;
        options.port = static_cast<std::uint16_t>(environment.masterPort);
        // torchrun keeps a store of its own at that port and says so; else the first process keeps it.
        const char* kept = std::getenv("TORCHELASTIC_USE_AGENT_STORE");
        options.isServer = environment.rank == 0 && !(kept && std::string(kept) == "True");
        options.numWorkers = static_cast<std::size_t>(environment.size);
        // A name of our own in the store: torchrun keeps its notes there too.
        const c10::intrusive_ptr<c10d::Store> store = c10::make_intrusive<c10d::PrefixStore>(
            "prolap", c10::make_intrusive<c10d::TCPStore>(environment.masterAddress, options));
        const auto backend = device.is_cuda() ? ncclBackend(store, environment.rank, environment.size)
                                              : glooBackend(store, environment.rank, environment.size);
        if (!backend)
            throw Error(ErrorKind::Unsupported,
                        fmt::format("This program was built without {}, which training in several processes on {} "
                                    "needs; start one process, or install {} and build again",
                                    device.is_cuda() ? "NCCL" : "Gloo", device.is_cuda() ? "GPUs" : "CPUs",
                                    device.is_cuda() ? "a CUDA build of PyTorch" : "libgloo-dev"));
        return std::make_unique<JoinedProcesses>(store, backend, device);
    } catch (const std::exception& e) {
        if (dynamic_cast<const Error*>(&e))
            throw;
        throw Error(ErrorKind::Internal,
                    fmt::format("The {} processes could not find each other at {}:{} ({})", environment.size,
                                environment.masterAddress, environment.masterPort,
                                std::string(e.what()).substr(0, std::string(e.what()).find('\n'))));
    }
}

} // namespace prolap::train
