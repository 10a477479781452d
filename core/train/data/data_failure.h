#pragma once

#include <string>

#include "core/paths.h"

namespace prolap::train {

/// A row of a data set or a sound file that could not be used, and why, in one sentence. The run goes on.
struct DataFailure {
    int line = 0; ///< of the CSV, counted from 1; 0 where the data are files or a library
    Path path;    ///< as the row says; empty when the row has none
    std::string reason;
};

/// `line 3, none.wav: there is no file /sounds/none.wav`, without the parts that it lacks.
std::string sentence(const DataFailure& failure);

} // namespace prolap::train
