#include "tests/fuzz/allocation_limit.h"

#include <cstdio>
#include <cstdlib>

#include <sanitizer/allocator_interface.h>

namespace prolap::test {

namespace {

struct Held {
    bool watched = false;
    std::ptrdiff_t bytes = 0;
    std::ptrdiff_t limit = 0;
};
thread_local Held held;

void onMalloc(const volatile void*, std::size_t bytes)
{
    if (!held.watched)
        return;
    held.bytes += static_cast<std::ptrdiff_t>(bytes);
    if (held.bytes <= held.limit)
        return;
    held.watched = false; // printing allocates
    std::fprintf(stderr, "The code under test holds %td bytes at once; at most %td are allowed for this input.\n",
                 held.bytes, held.limit);
    std::abort();
}

void onFree(const volatile void* pointer)
{
    if (held.watched && pointer)
        held.bytes -= static_cast<std::ptrdiff_t>(__sanitizer_get_allocated_size(pointer));
}

const bool installed = [] {
    if (__sanitizer_install_malloc_and_free_hooks(onMalloc, onFree) != 0)
        return true;
    std::fprintf(stderr, "The sanitizer's allocation hooks are all taken.\n");
    std::abort();
}();

} // namespace

AllocationLimit::AllocationLimit(std::size_t bytes)
{
    held = {installed, 0, static_cast<std::ptrdiff_t>(bytes)};
}

AllocationLimit::~AllocationLimit()
{
    held.watched = false;
}

} // namespace prolap::test
