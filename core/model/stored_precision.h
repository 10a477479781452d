#pragma once

namespace prolap::model {

/// What the weights of a pack are written in. Statistics and single numbers stay fp32.
enum class StoredPrecision { Fp32, Fp16 };

} // namespace prolap::model
