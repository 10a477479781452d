#include "core/train/distributed/c10d_group.h"

#ifdef PROLAP_NCCL
#define USE_C10D_NCCL
#include <torch/csrc/distributed/c10d/ProcessGroupNCCL.hpp>
#endif

namespace prolap::train {

c10::intrusive_ptr<c10d::Backend> ncclBackend([[maybe_unused]] const c10::intrusive_ptr<c10d::Store>& store,
                                              [[maybe_unused]] int rank, [[maybe_unused]] int size)
{
#ifdef PROLAP_NCCL
    auto options = c10d::ProcessGroupNCCL::Options::create();
    options->timeout = kLongestWait;
    return c10::make_intrusive<c10d::ProcessGroupNCCL>(store, rank, size, options);
#else
    return nullptr;
#endif
}

} // namespace prolap::train
