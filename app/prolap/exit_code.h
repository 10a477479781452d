#pragma once

namespace prolap::app {

/// What the process tells its caller.
enum ExitCode {
    kDone = 0,
    kUsage = 1,      ///< options that make no sense
    kBadInput = 2,   ///< a file, folder, model or library that cannot be used
    kPartlyDone = 3, ///< some files failed, and were listed
    kInterrupted = 130,
};

} // namespace prolap::app
