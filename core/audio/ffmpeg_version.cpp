#include "core/audio/ffmpeg_version.h"

extern "C" {
#include <libavutil/avutil.h>
}

namespace prolap::audio {

std::string ffmpegVersion()
{
    return av_version_info();
}

} // namespace prolap::audio
