#include "core/train/distributed/c10d_group.h"

#ifdef PROLAP_GLOO
#define USE_C10D_GLOO
#include <torch/csrc/distributed/c10d/ProcessGroupGloo.hpp>
#endif

namespace prolap::train {

c10::intrusive_ptr<c10d::Backend> glooBackend([[maybe_unused]] const c10::intrusive_ptr<c10d::Store>& store,
                                              [[maybe_unused]] int rank, [[maybe_unused]] int size)
{
#ifdef PROLAP_GLOO
    auto options = c10d::ProcessGroupGloo::Options::create(kLongestWait);
    options->devices.push_back(c10d::ProcessGroupGloo::createDefaultDevice());
    return c10::make_intrusive<c10d::ProcessGroupGloo>(store, rank, size, options);
#else
    return nullptr;
#endif
}

} // namespace prolap::train
