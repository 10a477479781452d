#pragma once

#include <string>
#include <string_view>

namespace prolap::library {

/// Text as it stands in an XML document.
std::string xmlText(std::string_view text);

/// At most so many characters and an ellipsis; never cut inside of one.
std::string shortened(const std::string& text, std::size_t most);

} // namespace prolap::library
