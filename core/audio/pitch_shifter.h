#pragma once

#include <memory>
#include <span>
#include <vector>

namespace prolap::audio {

/// Moves the pitch of stereo sound without changing its length, by librubberband's real-time engine.
/// Threads: one at a time.
class PitchShifter {
public:
    explicit PitchShifter(int sampleRate);
    ~PitchShifter();
    PitchShifter(const PitchShifter&) = delete;
    PitchShifter& operator=(const PitchShifter&) = delete;

    /// -24 to +24; may change at any time.
    void setSemitones(double semitones);
    /// Appends what is ready, interleaved. The engine's own delay at the start is left out.
    void push(std::span<const float> stereo, std::vector<float>& out);
    /// Appends the rest. Once, at the end.
    void finish(std::vector<float>& out);
    /// Input frames that have not come out yet.
    std::size_t heldFrames() const;

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace prolap::audio
