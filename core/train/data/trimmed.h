#pragma once

#include <string>
#include <string_view>

namespace prolap::train {

/// The text without blanks and line ends at its ends.
inline std::string trimmed(std::string_view text)
{
    constexpr std::string_view kBlanks = " \t\r\n";
    const auto first = text.find_first_not_of(kBlanks);
    return first == std::string_view::npos
               ? std::string()
               : std::string(text.substr(first, text.find_last_not_of(kBlanks) - first + 1));
}

} // namespace prolap::train
