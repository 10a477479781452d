#include "core/audio/probe.h"

#include "core/audio/audio_info.h"

namespace prolap::audio {

AudioInfo probe(const Path& file)
{
    return describe(OpenedStream(file, false));
}

} // namespace prolap::audio
