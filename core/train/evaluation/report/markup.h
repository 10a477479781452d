#pragma once

#include <string>
#include <string_view>

namespace prolap::train {

/// Any bytes as text or attribute value of an XML or HTML document: valid UTF-8, markup escaped, and what XML does not
/// allow (control characters, noncharacters) as U+FFFD.
std::string escaped(std::string_view text);

} // namespace prolap::train
