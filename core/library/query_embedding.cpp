#include "core/library/query_embedding.h"

#include <algorithm>
#include <cmath>

#include "core/audio/decoder.h"
#include "core/error.h"

namespace prolap::library {

namespace {

constexpr std::size_t kWindowsACall = 8;

void append(model::Embeddings& all, const model::Embeddings& more)
{
    all.dim = more.dim;
    all.count += more.count;
    all.mean.insert(all.mean.end(), more.mean.begin(), more.mean.end());
    all.logVar.insert(all.logVar.end(), more.logVar.begin(), more.logVar.end());
}

} // namespace

std::optional<model::Embeddings> embedRegion(const SoundRegion& region, const model::Embedder& embedder,
                                             std::stop_token stop)
{
    const model::ModelInfo& info = embedder.info();
    if (region.start < 0 || (region.end && *region.end <= region.start))
        throw Error(ErrorKind::BadInput, "The part of " + displayText(region.file) + " ends before it begins");
    audio::Decoder decoder(region.file, {info.sampleRate, true, region.start, region.end});
    const auto windowSamples =
        std::max<std::size_t>(1, static_cast<std::size_t>(std::llround(info.windowSeconds * info.sampleRate)));
    // As in indexing, a rest of under 50 ms is no window unless it is the only one.
    const auto shortest = static_cast<std::size_t>(info.sampleRate / 20);
    model::Embeddings all;
    std::vector<std::vector<float>> windows;
    const auto embed = [&] {
        if (!windows.empty())
            append(all, embedder.embedAudio(std::vector<std::span<const float>>(windows.begin(), windows.end())));
        windows.clear();
    };
    for (bool end = false; !end;) {
        std::vector<float> samples(windowSamples);
        std::size_t filled = 0;
        while (filled < windowSamples) {
            if (stop.stop_requested())
                return std::nullopt;
            constexpr std::size_t kPart = 65536;
            const std::size_t wanted = std::min(kPart, windowSamples - filled);
            const std::size_t got = decoder.read(std::span(samples).subspan(filled, wanted));
            if (got == 0) {
                end = true;
                break;
            }
            filled += got;
        }
        samples.resize(filled);
        const bool only = all.count == 0 && windows.empty();
        if (filled == windowSamples || filled >= shortest || (only && filled > 0))
            windows.push_back(std::move(samples));
        if (windows.size() == kWindowsACall)
            embed();
    }
    embed();
    if (all.count == 0)
        throw Error(ErrorKind::BadInput, "There is no sound in that part of " + displayText(region.file));
    return model::aggregateWindows(all);
}

} // namespace prolap::library
