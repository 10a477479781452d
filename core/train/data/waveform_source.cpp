#include "core/train/data/waveform_source.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/audio/decoder.h"
#include "core/error.h"
#include "core/train/augment/uniform.h"

namespace prolap::train {

int decodingRate(int sampleRate, double speed)
{
    return static_cast<int>(std::lround(sampleRate / speed));
}

torch::Tensor augmentedWindow(const ManifestRow& row, int sampleRate, double windowSeconds,
                              const Recipe::Augmentation& augmentation, std::mt19937_64& random)
{
    // All is drawn, used or not, so that one clip's length does not shift another's chance.
    const bool changesSpeed = uniform(random, 0, 1) < augmentation.speedShare;
    const double octaves = std::log2(augmentation.speedRange) * uniform(random, -1, 1);
    const double place = uniform(random, 0, 1);
    const double shift = uniform(random, 0, augmentation.shiftShare);
    const double gainDb = uniform(random, -augmentation.gainDb, augmentation.gainDb);

    audio::DecodeOptions options;
    options.sampleRate = decodingRate(sampleRate, changesSpeed ? std::exp2(octaves) : 1);
    const double heardSeconds = windowSeconds * sampleRate / options.sampleRate; // what the window takes of the clip
    const double room = audio::probe(row.file).durationSeconds - heardSeconds;
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
        samples = samples.roll(static_cast<std::int64_t>(shift * static_cast<double>(filled)));
    return samples * std::pow(10.0, gainDb / 20);
}

} // namespace prolap::train
