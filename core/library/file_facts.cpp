#include "core/library/file_facts.h"

#include <limits>

namespace prolap::library {

db::ClipFacts clipFacts(const audio::AudioInfo& info)
{
    return {info.durationSeconds, info.sampleRate, info.channels, info.bitDepth,      info.floatSamples,
            info.codec,           info.container,  info.tags,     info.bwfDescription};
}

db::ListenedFacts listenedFacts(const audio::ClipSummary& summary)
{
    return {clipFacts(summary.info),
            summary.contentHash,
            {summary.waveform.min, summary.waveform.max, summary.waveform.rms},
            summary.integratedLufs,
            summary.peak,
            summary.silent};
}

db::ListedFile listedFile(RootId root, const FoundFile& file)
{
    return {root, file.path, file.size, file.mtimeNs};
}

bool mayPass(ErrorKind kind)
{
    return kind == ErrorKind::Permission || kind == ErrorKind::OutOfMemory || kind == ErrorKind::DiskFull ||
           kind == ErrorKind::Busy;
}

db::ListedFile toBeTriedAgain(db::ListedFile file)
{
    file.mtimeNs = std::numeric_limits<std::int64_t>::min();
    return file;
}

} // namespace prolap::library
