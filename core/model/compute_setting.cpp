#include "core/model/compute_setting.h"

#include <charconv>

#include <ATen/Context.h>
#include <ATen/detail/CUDAHooksInterface.h>
#include <fmt/format.h>

#include "core/error.h"

namespace prolap::model {

torch::Device chooseDevice(const std::string& wanted)
{
    if (wanted == "cpu")
        return torch::kCPU;
    if (wanted == "auto")
        return torch::cuda::is_available() ? torch::Device(torch::kCUDA, 0) : torch::Device(torch::kCPU);
    int index = 0;
    const bool numbered = wanted.starts_with("cuda:");
    if (numbered) {
        const char* end = wanted.data() + wanted.size();
        const auto parsed = std::from_chars(wanted.data() + 5, end, index);
        if (parsed.ec != std::errc() || parsed.ptr != end || index < 0)
            throw Error(ErrorKind::BadInput,
                        fmt::format("There is no device {}: expected auto, cpu, cuda or cuda:N.", wanted));
    } else if (wanted != "cuda") {
        throw Error(ErrorKind::BadInput,
                    fmt::format("There is no device {}: expected auto, cpu, cuda or cuda:N.", wanted));
    }
    if (!torch::cuda::is_available())
        throw Error(ErrorKind::Unsupported,
                    fmt::format("Device {} was asked for, but {}: use device cpu or auto.", wanted,
                                at::hasCUDA() ? "no CUDA GPU or driver was found"
                                              : "this program is built with the CPU edition of PyTorch"));
    const int count = static_cast<int>(torch::cuda::device_count());
    if (index >= count)
        throw Error(ErrorKind::Unsupported, fmt::format("Device {} was asked for, but there are only {} CUDA devices "
                                                        "(cuda:0 to cuda:{}).",
                                                        wanted, count, count - 1));
    return torch::Device(torch::kCUDA, static_cast<torch::DeviceIndex>(index));
}

bool hasBf16Units(const torch::Device& device)
{
    if (device.is_cuda()) {
        const c10::DeviceGuard guard(device);
        return at::detail::getCUDAHooks().supportsBFloat16ConvolutionWithCuDNNv8(); // compute capability >= 8.0
    }
#if defined(__x86_64__)
    return __builtin_cpu_supports("avx512bf16");
#else
    return false;
#endif
}

bool wantsBf16(const std::string& precision, const torch::Device& device)
{
    if (precision == "fp32")
        return false;
    if (precision == "auto")
        return hasBf16Units(device);
    if (precision != "bf16")
        throw Error(ErrorKind::BadInput,
                    fmt::format("There is no precision {}: expected auto, fp32 or bf16.", precision));
    if (!hasBf16Units(device))
        throw Error(ErrorKind::Unsupported,
                    device.is_cuda()
                        ? "Precision bf16 was asked for, but this GPU does not multiply in bf16 (it needs CUDA compute "
                          "capability 8.0): use fp32 or auto."
                        : "Precision bf16 was asked for, but this processor does not multiply in bf16 (it has no "
                          "avx512_bf16) and would be many times slower with it: use fp32 or auto.");
    return true;
}

ThreadCount::ThreadCount(int threads)
{
    const int now = at::get_num_threads();
    if (threads > 0 && threads != now) {
        m_before = now;
        at::set_num_threads(threads);
    }
}

ThreadCount::~ThreadCount()
{
    if (m_before > 0)
        at::set_num_threads(m_before);
}

} // namespace prolap::model
