#include "tests/core_library/band_embedder.h"

#include <array>
#include <cmath>
#include <numbers>
#include <sstream>
#include <thread>

#include "core/error.h"

namespace prolap::test {

namespace {

/// Energy at one frequency (Goertzel).
double energyAt(std::span<const float> samples, double hz, int rate)
{
    const double w = 2 * std::numbers::pi * hz / rate, c = 2 * std::cos(w);
    double s1 = 0, s2 = 0;
    for (const float sample : samples) {
        const double s0 = static_cast<double>(sample) + c * s1 - s2;
        s2 = s1;
        s1 = s0;
    }
    return std::max(0.0, s1 * s1 + s2 * s2 - c * s1 * s2);
}

void normalise(std::span<float> values)
{
    double norm = 0;
    for (const float value : values)
        norm += static_cast<double>(value) * value;
    for (float& value : values)
        value = static_cast<float>(value / std::sqrt(norm));
}

} // namespace

BandEmbedder::BandEmbedder(const std::string& id, double windowSeconds)
{
    m_info.id = id;
    m_info.name = "Bands";
    m_info.dim = kDim;
    m_info.sampleRate = 16000;
    m_info.windowSeconds = windowSeconds;
    m_info.scale = 10;
    m_info.bias = -6;
    m_info.calibrated = true;
}

model::Embeddings BandEmbedder::embedAudio(std::span<const std::span<const float>> windows) const
{
    if (delay.count() > 0)
        std::this_thread::sleep_for(delay);
    windowsHeard += static_cast<std::int64_t>(windows.size());
    largestBatch = std::max(largestBatch.load(), static_cast<std::int64_t>(windows.size()));
    model::Embeddings result{windows.size(), kDim, std::vector<float>(windows.size() * kDim),
                             std::vector<float>(windows.size() * kDim)};
    for (std::size_t i = 0; i < windows.size(); ++i) {
        if (windows[i].empty() || static_cast<double>(windows[i].size()) > m_info.windowSeconds * m_info.sampleRate + 1)
            throw Error(ErrorKind::BadInput, "A window is empty or too long");
        const auto mean = std::span(result.mean).subspan(i * kDim, kDim);
        // A band and, in part, its third of the bands: what "low", "middle" and "high" stand for.
        std::array<double, 3> thirds = {};
        double total = 0;
        for (std::size_t band = 0; band < kBands; ++band) {
            const double energy = energyAt(windows[i], 100 * std::pow(1.35, static_cast<double>(band)), 16000);
            mean[band] = static_cast<float>(std::sqrt(energy)) + 1e-3F;
            thirds[band / 5] += energy;
            total += energy;
        }
        for (std::size_t band = 0; band < kBands; ++band)
            mean[band] += static_cast<float>(std::sqrt(thirds[band / 5] / 5));
        normalise(mean);
        const double loudness = std::log10(1e-6 + total / static_cast<double>(windows[i].size()));
        for (std::size_t d = 0; d < kDim; ++d)
            result.logVar[i * kDim + d] = static_cast<float>(-6 - 0.2 * loudness);
    }
    return result;
}

model::Embeddings BandEmbedder::embedText(std::span<const std::string> captions) const
{
    model::Embeddings result{captions.size(), kDim, std::vector<float>(captions.size() * kDim),
                             std::vector<float>(captions.size() * kDim, -5.0F)};
    for (std::size_t i = 0; i < captions.size(); ++i) {
        const auto mean = std::span(result.mean).subspan(i * kDim, kDim);
        std::istringstream words(captions[i]);
        for (std::string word; words >> word;) {
            const auto bands = [&](std::size_t from, std::size_t to) {
                for (std::size_t band = from; band < to; ++band)
                    mean[band] += 1;
            };
            if (word == "low")
                bands(0, 5);
            else if (word == "middle")
                bands(5, 10);
            else if (word == "high")
                bands(10, 15);
            else if (word == "hiss")
                bands(0, 15);
            else
                mean[kBands] += 1;
        }
        if (words.str().find_first_not_of(" \t\n") == std::string::npos)
            mean[kBands] = 1;
        normalise(mean);
    }
    return result;
}

model::Embedder::Tokens BandEmbedder::tokenize(const std::string&) const
{
    return {};
}

} // namespace prolap::test
