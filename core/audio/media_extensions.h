#pragma once

#include <string_view>

namespace prolap::audio {

/// Whether a file of this name is looked into: by the extensions under which sound and films are kept, in any letter
/// case. What it really holds is for the decoder to say.
bool hasMediaExtension(std::string_view fileName);

} // namespace prolap::audio
