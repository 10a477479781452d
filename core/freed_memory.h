#pragma once

#include <cstddef>

namespace prolap {

/// Lets the process keep up to so many bytes that it frees, and blocks of up to 32 MiB, for its next allocations. By
/// itself the C library hands large blocks back to the system, and a network's next step pays for each of their pages
/// anew, which `tst_bench_model TstTrainingSpeed` shows without the call. Call it once at the start of a program that
/// runs networks. Does nothing but on glibc.
void keepFreedMemory(std::size_t bytes);

} // namespace prolap
