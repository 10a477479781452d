#pragma once

#include <fstream>

#include <nlohmann/json.hpp>

#include "core/paths.h"

namespace prolap::train {

/// A file of one JSON object a line, written through at once so that it can be followed while training runs.
class MetricsLog {
public:
    /// append: go on behind what is there; else start anew. Errors: Error(Permission).
    MetricsLog(const Path& file, bool append);

    void write(const nlohmann::json& line);

private:
    std::ofstream m_out;
};

} // namespace prolap::train
