#include "core/model/published/stored_front_end.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

#include <fmt/format.h>

#include "core/error.h"
#include "core/model/mel_bank.h"
#include "core/model/published/tensor_numbers.h"

namespace prolap::model {

using checkpoint::TensorView;

namespace {

constexpr double kTolerance = 1e-6;

const TensorView& needed(const RenamedTensors& tensors, const std::string& name, std::size_t rank)
{
    const TensorView* tensor = tensors.file().find(name);
    if (!tensor || tensor->shape.size() != rank)
        throw Error(ErrorKind::Incompatible, fmt::format("{}: expected the front end's tensor {} with {} sizes, found "
                                                         "{}.",
                                                         displayText(tensors.path()), name, rank,
                                                         tensor ? checkpoint::shapeText(tensor->shape) : "none"));
    return *tensor;
}

/// Largest difference of the kernels from a Fourier transform's, with a periodic Hann window. kernels: [bins][fftSize].
double differenceFromFourier(const std::vector<double>& kernels, std::int64_t fftSize, bool imaginary)
{
    const auto n = static_cast<std::size_t>(fftSize);
    std::vector<double> wave(n), window(n);
    for (std::size_t i = 0; i < n; ++i) {
        const double angle = 2 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(n);
        wave[i] = imaginary ? -std::sin(angle) : std::cos(angle);
        window[i] = .5 - .5 * std::cos(angle);
    }
    double largest = 0;
    for (std::size_t at = 0; at < kernels.size(); ++at) {
        const double difference = std::abs(kernels[at] - wave[at / n * (at % n) % n] * window[at % n]);
        if (std::isnan(difference))
            return difference;
        largest = std::max(largest, difference);
    }
    return largest;
}

std::int64_t checkedFftSize(const RenamedTensors& tensors, const std::string& prefix)
{
    std::int64_t fftSize = 0;
    for (const bool imaginary : {false, true}) {
        const TensorView& kernels =
            needed(tensors,
                   fmt::format("{}spectrogram_extractor.stft.conv_{}.weight", prefix, imaginary ? "imag" : "real"), 3);
        const auto& shape = kernels.shape;
        const std::int64_t n = shape[2];
        if (n < 2 || n % 2 != 0 || shape[0] != n / 2 + 1 || shape[1] != 1 || (imaginary && n != fftSize))
            throw Error(
                ErrorKind::Incompatible,
                fmt::format("{}: expected [n / 2 + 1, 1, n] with an even n as the shape of tensor {}, found {}.",
                            displayText(tensors.path()), kernels.name, checkpoint::shapeText(shape)));
        fftSize = n;
        const double difference = differenceFromFourier(numbersOf(kernels, tensors.path()), n, imaginary);
        if (!(difference <= kTolerance))
            throw Error(ErrorKind::Unsupported,
                        fmt::format("{}: expected a Fourier transform with a periodic Hann window in tensor {}, found "
                                    "kernels that differ from it by {:.2g}.",
                                    displayText(tensors.path()), kernels.name, difference));
    }
    return fftSize;
}

/// The published CLAP banks: LAION's two, MS-CLAP's, and the one that MS-CLAP's settings name and its code does not
/// use.
std::vector<MelConfig> knownDesigns(const MelConfig& like)
{
    const auto design = [&](int rate, double maxHz, MelConfig::Scale scale, MelConfig::Norm norm) {
        MelConfig mel = like;
        mel.designRate = rate == mel.sampleRate ? 0 : rate;
        mel.minHz = 50;
        mel.maxHz = maxHz;
        mel.scale = scale;
        mel.norm = norm;
        return mel;
    };
    using Scale = MelConfig::Scale;
    using Norm = MelConfig::Norm;
    return {design(48000, 14000, Scale::Slaney, Norm::Slaney), design(48000, 14000, Scale::Htk, Norm::None),
            design(32000, 14000, Scale::Slaney, Norm::Slaney), design(44100, 8000, Scale::Slaney, Norm::Slaney)};
}

bool isBank(const std::vector<double>& bank, const MelConfig& design)
{
    const std::vector<double> wanted = melBank(design);
    for (std::size_t i = 0; i < bank.size(); ++i)
        if (!(std::abs(bank[i] - wanted[i]) <= kTolerance))
            return false;
    return true;
}

} // namespace

MelConfig addStoredFrontEnd(RenamedTensors& tensors, const std::string& prefix, const MelConfig& published)
{
    MelConfig mel = published;
    const std::int64_t fftSize = checkedFftSize(tensors, prefix);
    const std::int64_t bins = fftSize / 2 + 1;
    const TensorView& stored = needed(tensors, prefix + "logmel_extractor.melW", 2);
    const std::int64_t bands = stored.shape[1];
    constexpr std::int64_t kMaxBands = 1024, kMaxFftSize = 1 << 16;
    if (stored.shape[0] != bins || bands < 1 || bands > kMaxBands || fftSize > kMaxFftSize)
        throw Error(ErrorKind::Incompatible,
                    fmt::format("{}: expected [{}, at most {}] as the shape of tensor {}, found {}.",
                                displayText(tensors.path()), bins, kMaxBands, stored.name,
                                checkpoint::shapeText(stored.shape)));
    mel.fftSize = static_cast<int>(fftSize);
    mel.bands = static_cast<int>(bands);

    // The file has a column a band.
    const std::vector<double> columns = numbersOf(stored, tensors.path());
    std::vector<double> bank(columns.size());
    for (std::size_t band = 0, at = 0; band < static_cast<std::size_t>(bands); ++band)
        for (std::size_t bin = 0; bin < static_cast<std::size_t>(bins); ++bin)
            bank[at++] = columns[bin * static_cast<std::size_t>(bands) + band];
    for (const MelConfig& design : knownDesigns(mel))
        if (isBank(bank, design))
            return design;
    mel.scale = MelConfig::Scale::Stored;
    mel.norm = MelConfig::Norm::None;
    tensors.addOwn(floatTensor("audio_encoder.log_mel.mel_weight", {bands, bins}, {bank.begin(), bank.end()}));
    return mel;
}

} // namespace prolap::model
