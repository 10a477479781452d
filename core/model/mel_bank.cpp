#include "core/model/mel_bank.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

namespace prolap::model {

namespace {

double toMel(double hz, MelConfig::Scale scale)
{
    if (scale == MelConfig::Scale::Htk)
        return 2595.0 * std::log10(1.0 + hz / 700.0);
    return hz < 1000.0 ? 3.0 * hz / 200.0 : 15.0 + 27.0 * std::log(hz / 1000.0) / std::log(6.4);
}

double toHz(double mel, MelConfig::Scale scale)
{
    if (scale == MelConfig::Scale::Htk)
        return 700.0 * (std::pow(10.0, mel / 2595.0) - 1.0);
    return mel < 15.0 ? 200.0 * mel / 3.0 : 1000.0 * std::exp(std::log(6.4) * (mel - 15.0) / 27.0);
}

} // namespace

std::vector<double> melBandEdges(const MelConfig& config)
{
    assert(config.scale != MelConfig::Scale::Stored);
    const double low = toMel(config.minHz, config.scale), high = toMel(config.maxHz, config.scale);
    std::vector<double> hz(static_cast<std::size_t>(config.bands) + 2);
    for (std::size_t i = 0; i < hz.size(); ++i)
        hz[i] = toHz(low + (high - low) * static_cast<double>(i) / (config.bands + 1), config.scale);
    return hz;
}

std::vector<double> melBank(const MelConfig& config)
{
    const std::vector<double> edge = melBandEdges(config);
    const double rate = config.designRate ? config.designRate : config.sampleRate;
    const std::size_t bins = static_cast<std::size_t>(config.fftSize) / 2 + 1;
    std::vector<double> bank(static_cast<std::size_t>(config.bands) * bins);
    auto row = bank.begin();
    for (std::size_t band = 0; band + 2 < edge.size(); ++band) {
        const double left = edge[band], centre = edge[band + 1], right = edge[band + 2];
        const auto end = row + static_cast<std::ptrdiff_t>(bins);
        double bin = 0;
        for (auto weight = row; weight != end; ++weight, ++bin) {
            const double hz = bin * rate / config.fftSize;
            *weight = std::max(0.0, std::min((hz - left) / (centre - left), (right - hz) / (right - centre)));
        }
        const double sum = std::accumulate(row, end, 0.0);
        double factor = 1;
        if (config.norm == MelConfig::Norm::Slaney)
            factor = 2.0 / (right - left);
        else if (config.norm == MelConfig::Norm::UnitSum && sum > 0)
            factor = 1.0 / sum;
        std::transform(row, end, row, [factor](double weight) { return weight * factor; });
        row = end;
    }
    return bank;
}

} // namespace prolap::model
