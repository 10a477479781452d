#include "core/train/data/waveform_source.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/audio/decoder.h"
#include "core/error.h"

namespace prolap::train {

namespace {

double uniform(double from, double to)
{
    return from + (to - from) * torch::rand({1}, torch::kFloat64).item<double>();
}

} // namespace

torch::Tensor augmentedWindow(const ManifestRow& row, int sampleRate, double windowSeconds,
                              const Recipe::Augmentation& augmentation)
{
    const double length = audio::probe(row.file).durationSeconds;
    const double room = length - windowSeconds;
    const double place = uniform(0, 1); // drawn always, so that one clip's length does not shift another's chance
    audio::DecodeOptions options;
    options.sampleRate = sampleRate;
    options.mono = true;
    options.startSeconds = augmentation.randomCrop && room > 0 ? place * room : 0;
    audio::Decoder decoder(row.file, options);

    const auto longest = static_cast<std::int64_t>(windowSeconds * sampleRate);
    torch::Tensor samples = torch::empty({longest});
    std::int64_t filled = 0;
    while (filled < longest) {
        const std::size_t got =
            decoder.read(std::span(samples.data_ptr<float>() + filled, static_cast<std::size_t>(longest - filled)));
        if (got == 0)
            break;
        filled += static_cast<std::int64_t>(got);
    }
    if (filled == 0)
        throw Error(ErrorKind::BadInput, fmt::format("{} holds no samples", displayText(row.file)));
    samples = samples.slice(0, 0, filled).nan_to_num(0, 0, 0);
    if (filled < longest)
        samples =
            samples.roll(static_cast<std::int64_t>(uniform(0, augmentation.shiftShare) * static_cast<double>(filled)));
    return samples * std::pow(10.0, uniform(-augmentation.gainDb, augmentation.gainDb) / 20);
}

} // namespace prolap::train
