#pragma once

#include <chrono>
#include <memory>

#include <torch/csrc/distributed/c10d/Backend.hpp>
#include <torch/csrc/distributed/c10d/Store.hpp>

#include "core/train/distributed/process_group.h"

namespace prolap::train {

/// Encoding a data set's features happens in one process while the others wait: hours, with a large one.
inline constexpr std::chrono::milliseconds kLongestWait = std::chrono::hours(48);

/// Each in a file of its own: their headers are not everywhere. Null where the program was built without.
c10::intrusive_ptr<c10d::Backend> glooBackend(const c10::intrusive_ptr<c10d::Store>& store, int rank, int size);
c10::intrusive_ptr<c10d::Backend> ncclBackend(const c10::intrusive_ptr<c10d::Store>& store, int rank, int size);

} // namespace prolap::train
