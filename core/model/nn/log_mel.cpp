#include "core/model/nn/log_mel.h"

#include <cmath>
#include <vector>

namespace prolap::model::nn {

namespace {

constexpr double kLargestPower = 1e30; // so that sums over bins stay finite in float whatever the samples

double hzToMel(double hz, MelConfig::Scale scale)
{
    if (scale == MelConfig::Scale::Htk)
        return 2595.0 * std::log10(1.0 + hz / 700.0);
    return hz < 1000.0 ? 3.0 * hz / 200.0 : 15.0 + 27.0 * std::log(hz / 1000.0) / std::log(6.4);
}

double melToHz(double mel, MelConfig::Scale scale)
{
    if (scale == MelConfig::Scale::Htk)
        return 700.0 * (std::pow(10.0, mel / 2595.0) - 1.0);
    return mel < 15.0 ? 200.0 * mel / 3.0 : 1000.0 * std::exp(std::log(6.4) * (mel - 15.0) / 27.0);
}

std::vector<double> edges(const MelConfig& config)
{
    const double low = hzToMel(config.minHz, config.scale), high = hzToMel(config.maxHz, config.scale);
    std::vector<double> hz(static_cast<std::size_t>(config.bands) + 2);
    for (std::size_t i = 0; i < hz.size(); ++i)
        hz[i] = melToHz(low + (high - low) * static_cast<double>(i) / (config.bands + 1), config.scale);
    return hz;
}

} // namespace

torch::Tensor melEdges(const MelConfig& config)
{
    return torch::tensor(edges(config), torch::kDouble);
}

torch::Tensor melFilterBank(const MelConfig& config)
{
    if (config.scale == MelConfig::Scale::Stored)
        return torch::zeros({config.bands, config.fftSize / 2 + 1}, torch::kDouble);
    const auto p = edges(config);
    const int bins = config.fftSize / 2 + 1;
    const double rate = config.designRate ? config.designRate : config.sampleRate;
    auto bank = torch::zeros({config.bands, bins}, torch::kDouble);
    auto weights = bank.accessor<double, 2>();
    for (int band = 0; band < config.bands; ++band) {
        const double left = p[band], centre = p[band + 1], right = p[band + 2];
        double sum = 0;
        for (int bin = 0; bin < bins; ++bin) {
            const double hz = bin * rate / config.fftSize;
            weights[band][bin] =
                std::max(0.0, std::min((hz - left) / (centre - left), (right - hz) / (right - centre)));
            sum += weights[band][bin];
        }
        double factor = 1;
        if (config.norm == MelConfig::Norm::Slaney)
            factor = 2.0 / (right - left);
        else if (config.norm == MelConfig::Norm::UnitSum && sum > 0)
            factor = 1.0 / sum;
        for (int bin = 0; bin < bins; ++bin)
            weights[band][bin] *= factor;
    }
    return bank;
}

LogMelImpl::LogMelImpl(const MelConfig& config) : m_config(config)
{
    m_window = torch::hann_window(config.fftSize, /*periodic=*/true, torch::kDouble);
    m_melWeight = melFilterBank(config).to(torch::kFloat);
    if (config.scale == MelConfig::Scale::Stored)
        register_buffer("mel_weight", m_melWeight);
}

torch::Tensor LogMelImpl::forward(const torch::Tensor& samples) const
{
    torch::NoGradGuard noGrad;
    auto x = samples.to(torch::kDouble);
    if (m_config.quantise16)
        x = (x.clamp(-1, 1) * 32767).trunc() / 32767;
    if (m_config.peakNormalise) {
        const double peak = x.abs().max().item<double>();
        if (peak > 0)
            x = x / peak;
    }
    const std::int64_t half = m_config.fftSize / 2;
    namespace F = torch::nn::functional;
    if (m_config.padding == MelConfig::Padding::Reflect)
        x = F::pad(x.view({1, 1, -1}), F::PadFuncOptions({half, half}).mode(torch::kReflect)).view({-1});
    else
        x = F::pad(x, F::PadFuncOptions({half, half}));
    // The transform runs in double: in float, quiet bands beside a loud one would be off by more than 1e-3 dB.
    const auto spectrum = torch::fft_rfft(x.unfold(0, m_config.fftSize, m_config.hopSamples) * m_window);
    const auto power = torch::real(spectrum).square().add_(torch::imag(spectrum).square()).clamp_max_(kLargestPower);
    const auto mel = torch::matmul(power.to(torch::kFloat), m_melWeight.to(power.device()).t());
    if (m_config.log == MelConfig::Log::Decibel)
        return mel.clamp_min(1e-10).log10() * 10.0;
    constexpr double kLargestTrainingValue = 9.457798957824707;
    return (mel * 10000.0 + 1.0).log10() / kLargestTrainingValue;
}

} // namespace prolap::model::nn
