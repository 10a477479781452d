#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "core/paths.h"

namespace prolap::train {

/// A run's metrics.jsonl as curves.
struct RunMetrics {
    using Curve = std::vector<std::pair<std::int64_t, double>>; ///< step and value, steps rising
    std::map<std::string, Curve> terms;      ///< `loss`, the loss terms, `learning_rate`, `gradient_norm`
    std::map<std::string, Curve> validation; ///< figures of `prolap eval retrieval`, and `ece`
    std::int64_t lastStep = 0;
};

/// Reads what is there; lines that are not whole are left out. Where a run went on from an earlier step, what it wrote
/// behind that step before counts no more. A file that is not there gives nothing.
RunMetrics readRunMetrics(const Path& file);

/// How many validations there have been since the best one of a metric.
int validationsSinceBest(const RunMetrics& metrics, const std::string& metric);

} // namespace prolap::train
