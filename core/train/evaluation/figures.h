#pragma once

#include <map>
#include <string>

namespace prolap::train {

/// Figures by name, and what chance is expected to give, under the same names, where that means something.
struct Figures {
    std::map<std::string, double> metrics, chance;
};

} // namespace prolap::train
