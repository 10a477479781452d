#pragma once

#include <cstdlib>

#include "core/model/checkpoint/tensor.h"

namespace prolap::test {

/// Touches every byte that a reader handed out and checks what it promised of them.
inline void readWhole(const checkpoint::TensorSet& set)
{
    unsigned sum = 0;
    for (const checkpoint::TensorView& tensor : set.tensors()) {
        if (checkpoint::byteSize(tensor.dtype, tensor.shape) != tensor.bytes.size() ||
            reinterpret_cast<std::uintptr_t>(tensor.bytes.data()) % checkpoint::elementSize(tensor.dtype) != 0 ||
            set.find(tensor.name) == nullptr)
            std::abort();
        for (const std::byte byte : tensor.bytes)
            sum += std::to_integer<unsigned>(byte);
    }
    asm volatile("" : : "r"(sum)); // the reading must not be optimised away
}

} // namespace prolap::test
