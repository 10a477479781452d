#include "core/audio/pitch_shifter.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <rubberband/RubberBandStretcher.h>

namespace prolap::audio {

namespace {

using RubberBand::RubberBandStretcher;

constexpr std::size_t kBlock = 512; ///< frames a call

} // namespace

class PitchShifter::Impl {
public:
    explicit Impl(int sampleRate)
        : m_engine(static_cast<std::size_t>(sampleRate), 2,
                   RubberBandStretcher::OptionProcessRealTime | RubberBandStretcher::OptionPitchHighConsistency |
                       RubberBandStretcher::OptionThreadingNever | RubberBandStretcher::OptionEngineFiner | RubberBandStretcher::OptionChannelsTogether)
    {
        m_engine.setMaxProcessSize(kBlock);
    }

    void setSemitones(double semitones) { m_engine.setPitchScale(std::exp2(std::clamp(semitones, -24.0, 24.0) / 12)); }

    void push(std::span<const float> stereo, bool last, std::vector<float>& out)
    {
        if (!m_begun) {
            m_begun = true;
            m_drop = m_engine.getStartDelay();
            for (std::size_t pad = m_engine.getPreferredStartPad(); pad > 0;) {
                const std::size_t count = std::min(pad, kBlock);
                const std::vector<float> silence(2 * count, 0.0f);
                process(silence, false, out);
                pad -= count;
            }
        }
        m_in += stereo.size() / 2;
        do {
            const std::size_t count = std::min(stereo.size(), 2 * kBlock);
            process(stereo.first(count), last && count == stereo.size(), out);
            stereo = stereo.subspan(count);
        } while (!stereo.empty());
        if (last && m_out < m_in) { // what the engine rounded away
            out.resize(out.size() + 2 * (m_in - m_out), 0.0f);
            m_out = m_in;
        }
    }

    std::size_t held() const { return m_in - std::min(m_in, m_out); }

private:
    void process(std::span<const float> stereo, bool last, std::vector<float>& out)
    {
        const std::size_t frames = stereo.size() / 2;
        for (auto& channel : m_channels)
            channel.resize(std::max(frames, kBlock));
        for (std::size_t i = 0; i < frames; ++i)
            for (std::size_t c = 0; c < 2; ++c)
                m_channels[c][i] = stereo[2 * i + c];
        const std::array<const float*, 2> in{m_channels[0].data(), m_channels[1].data()};
        m_engine.process(in.data(), frames, last);
        for (int ready = m_engine.available(); ready > 0; ready = m_engine.available()) {
            for (auto& channel : m_channels)
                channel.resize(std::max(channel.size(), static_cast<std::size_t>(ready)));
            const std::array<float*, 2> to{m_channels[0].data(), m_channels[1].data()};
            const std::size_t got = m_engine.retrieve(to.data(), static_cast<std::size_t>(ready));
            const std::size_t dropped = std::min(m_drop, got);
            m_drop -= dropped;
            for (std::size_t i = dropped; i < got && (!last || m_out < m_in); ++i, ++m_out) {
                out.push_back(m_channels[0][i]);
                out.push_back(m_channels[1][i]);
            }
            if (got == 0)
                break;
        }
    }

    RubberBandStretcher m_engine;
    std::array<std::vector<float>, 2> m_channels;
    bool m_begun = false;
    std::size_t m_drop = 0, m_in = 0, m_out = 0;
};

PitchShifter::PitchShifter(int sampleRate) : m_impl(std::make_unique<Impl>(sampleRate)) {}
PitchShifter::~PitchShifter() = default;

void PitchShifter::setSemitones(double semitones)
{
    m_impl->setSemitones(semitones);
}

void PitchShifter::push(std::span<const float> stereo, std::vector<float>& out)
{
    if (!stereo.empty())
        m_impl->push(stereo, false, out);
}

void PitchShifter::finish(std::vector<float>& out)
{
    m_impl->push({}, true, out);
}

std::size_t PitchShifter::heldFrames() const
{
    return m_impl->held();
}

} // namespace prolap::audio
