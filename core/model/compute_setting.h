#pragma once

#include <string>

#include <torch/torch.h>

namespace prolap::model {

/// `auto`, `cpu`, `cuda`, `cuda:N` to a device that is there.
/// Errors: Error(BadInput) for another word; Error(Unsupported) for a CUDA device that is not there.
torch::Device chooseDevice(const std::string& wanted);

/// Whether the device multiplies in bf16: avx512_bf16 of the processor, CUDA compute capability 8.0 or more. Without
/// such units a bf16 product was measured 80 times slower than fp32.
bool hasBf16Units(const torch::Device& device);

/// `auto`, `fp32`, `bf16`; whether to try bf16.
/// Errors: Error(BadInput) for another word; Error(Unsupported) when bf16 is asked of a device without it.
bool wantsBf16(const std::string& precision, const torch::Device& device);

/// CPU threads of torch's operations on the calling thread while it lives; 0 changes nothing.
class ThreadCount {
public:
    explicit ThreadCount(int threads);
    ~ThreadCount();
    ThreadCount(const ThreadCount&) = delete;
    ThreadCount& operator=(const ThreadCount&) = delete;

private:
    int m_before = 0;
};

} // namespace prolap::model
