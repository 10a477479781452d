#include "core/audio/varispeed.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace prolap::audio {

namespace {

constexpr std::size_t kSteps = 512; ///< table entries an input frame

/// sinc(x) under a Kaiser window over +-kReach, for x in [0, kReach].
const std::vector<float>& kernel()
{
    static const std::vector<float> table = [] {
        constexpr double beta = 9.0; // stop band about -90 dB
        const auto bessel = [](double x) {
            double sum = 1, term = 1;
            for (int k = 1; k < 40; ++k) {
                term *= (x / (2 * k)) * (x / (2 * k));
                sum += term;
            }
            return sum;
        };
        std::vector<float> values(Varispeed::kReach * kSteps + 2, 0.0f);
        for (std::size_t i = 0; i <= Varispeed::kReach * kSteps; ++i) {
            const double x = static_cast<double>(i) / kSteps, share = x / Varispeed::kReach;
            const double sinc = i == 0 ? 1.0 : std::sin(std::numbers::pi * x) / (std::numbers::pi * x);
            values[i] =
                static_cast<float>(sinc * bessel(beta * std::sqrt(std::max(0.0, 1 - share * share))) / bessel(beta));
        }
        return values;
    }();
    return table;
}

float weight(double distance)
{
    const double place = std::abs(distance) * kSteps;
    const auto i = static_cast<std::size_t>(place);
    const std::vector<float>& table = kernel();
    if (i + 1 >= table.size())
        return 0;
    const auto part = static_cast<float>(place - static_cast<double>(i));
    return table[i] + (table[i + 1] - table[i]) * part;
}

} // namespace

Varispeed::Varispeed(std::span<const float> before) : m_in(2 * kReach, 0.0f)
{
    const std::size_t count = std::min(before.size(), m_in.size());
    std::copy(before.end() - static_cast<std::ptrdiff_t>(count), before.end(),
              m_in.end() - static_cast<std::ptrdiff_t>(count));
    m_at = kReach;
}

void Varispeed::push(std::span<const float> stereo, double ratio, std::vector<float>& out)
{
    m_in.insert(m_in.end(), stereo.begin(), stereo.end());
    const double band = std::min(1.0, 1.0 / ratio), reach = kReach / band;
    const std::size_t frames = m_in.size() / 2;
    while (m_at + reach < static_cast<double>(frames)) {
        const auto first = static_cast<std::size_t>(std::max(0.0, std::ceil(m_at - reach)));
        const auto last = std::min(frames - 1, static_cast<std::size_t>(m_at + reach));
        float left = 0, right = 0;
        for (std::size_t i = first; i <= last; ++i) {
            const float w = weight((static_cast<double>(i) - m_at) * band);
            left += w * m_in[2 * i];
            right += w * m_in[2 * i + 1];
        }
        out.push_back(left * static_cast<float>(band));
        out.push_back(right * static_cast<float>(band));
        m_at += ratio;
    }
    // What lies further back than the slowest change of ratio may ask for is let go.
    const double keep = 16.0 * kReach + 1;
    if (m_at > 2 * keep) {
        const auto gone = std::min(frames, static_cast<std::size_t>(m_at - keep));
        m_in.erase(m_in.begin(), m_in.begin() + static_cast<std::ptrdiff_t>(2 * gone));
        m_at -= static_cast<double>(gone);
    }
}

void Varispeed::finish(double ratio, std::vector<float>& out)
{
    const double reach = kReach * std::max(1.0, ratio);
    const std::vector<float> silence(2 * (static_cast<std::size_t>(reach) + 1), 0.0f);
    push(silence, ratio, out);
}

} // namespace prolap::audio
