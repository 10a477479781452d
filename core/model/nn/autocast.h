#pragma once

#include <torch/torch.h>

namespace prolap::model::nn {

/// Whether the operations of a type of device choose their precision themselves, and the lower one of the two.
struct AutocastSetting {
    torch::DeviceType device = torch::kCPU;
    bool on = false;
    torch::ScalarType type = torch::kBFloat16;

    static AutocastSetting current(torch::DeviceType device); ///< of this thread
};

/// While it lives, this thread's products and convolutions on the device take their inputs in the setting's type and
/// what needs range or digits stays in float32; weights stay float32, and so do their gradients. The backward pass
/// follows what the forward pass did and runs outside.
///
///     const Autocast bf16({device.type(), /*on=*/true});
class Autocast {
public:
    explicit Autocast(const AutocastSetting& setting);
    ~Autocast();
    Autocast(const Autocast&) = delete;
    Autocast& operator=(const Autocast&) = delete;

private:
    AutocastSetting m_before;
};

/// While it lives, this thread casts a weight anew at each use instead of keeping the copy until Autocast ends.
class AutocastCacheOff {
public:
    AutocastCacheOff();
    ~AutocastCacheOff();
    AutocastCacheOff(const AutocastCacheOff&) = delete;
    AutocastCacheOff& operator=(const AutocastCacheOff&) = delete;

private:
    bool m_before;
};

} // namespace prolap::model::nn
