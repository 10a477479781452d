#pragma once

#include <optional>

#include "core/model/pack_config.h"
#include "core/train/evaluation/retrieval_protocol.h"

namespace prolap::train {

/// How scores become probabilities, fitted on all pairs of naming captions and clips of a split.
struct FittedCalibration {
    model::Calibration calibration;
    double ece = 0;
    double eceAboveTenth = 0; ///< over the pairs with a probability above .1: most pairs are plain negatives
};

/// Nothing where all or no pairs are true.
std::optional<FittedCalibration> fitCalibration(const RetrievalTask& task);

} // namespace prolap::train
