#pragma once

#include <string>

namespace prolap::train {

/// What torchrun tells each process: RANK, WORLD_SIZE, LOCAL_RANK, MASTER_ADDR, MASTER_PORT.
struct ProcessEnvironment {
    int rank = 0;
    int size = 1;
    int localRank = 0; ///< among the processes of this machine: which GPU to take
    std::string masterAddress;
    int masterPort = 0;
};

/// Read from the environment; one process where WORLD_SIZE is not set.
/// Errors: Error(BadInput) naming the variable that is missing or no number.
ProcessEnvironment processEnvironment();

} // namespace prolap::train
