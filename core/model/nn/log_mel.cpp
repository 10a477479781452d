#include "core/model/nn/log_mel.h"

#include "core/model/mel_bank.h"

namespace prolap::model::nn {

namespace {

constexpr double kLargestPower = 1e30; // so that sums over bins stay finite in float whatever the samples

} // namespace

torch::Tensor melEdges(const MelConfig& config)
{
    return torch::tensor(melBandEdges(config), torch::kDouble);
}

torch::Tensor melFilterBank(const MelConfig& config)
{
    const std::int64_t bins = config.fftSize / 2 + 1;
    if (config.scale == MelConfig::Scale::Stored)
        return torch::zeros({config.bands, bins}, torch::kDouble);
    return torch::tensor(melBank(config), torch::kDouble).view({config.bands, bins});
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
    if (m_config.padding == MelConfig::Padding::Reflect) {
        if (x.size(0) <= half) // too short to be reflected
            x = x.repeat({half / x.size(0) + 1});
        x = F::pad(x.view({1, 1, -1}), F::PadFuncOptions({half, half}).mode(torch::kReflect)).view({-1});
    } else {
        x = F::pad(x, F::PadFuncOptions({half, half}));
    }
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
