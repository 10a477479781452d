#pragma once

#include <string>
#include <vector>

namespace prolap::library {

/// A library of others that this program stands on.
struct Component {
    std::string name;
    std::string version; ///< of what is loaded; empty where it does not say
    std::string licence; ///< SPDX expression
    std::string purpose;
};

/// All of them but Qt, by name.
std::vector<Component> components();

} // namespace prolap::library
