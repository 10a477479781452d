#pragma once

#include <string>

namespace prolap::audio {

/// Of the FFmpeg that is loaded, as it says.
std::string ffmpegVersion();

} // namespace prolap::audio
