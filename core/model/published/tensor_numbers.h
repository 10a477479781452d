#pragma once

#include <vector>

#include "core/model/checkpoint/tensor.h"
#include "core/paths.h"

namespace prolap::model {

/// A tensor's elements in row-major order. Errors: Error(Incompatible) naming file and tensor unless it holds F64, F32,
/// F16 or BF16.
std::vector<double> numbersOf(const checkpoint::TensorView& tensor, const Path& file);

/// The only element of a scalar. Errors: as above, also for another shape.
double numberOf(const checkpoint::TensorView& tensor, const Path& file);

/// A tensor of float32 values.
checkpoint::OwnedTensor floatTensor(std::string name, std::vector<std::int64_t> shape,
                                    const std::vector<float>& values);

/// Whether the type is one of the above.
bool isFloatingPoint(checkpoint::DType dtype);

} // namespace prolap::model
