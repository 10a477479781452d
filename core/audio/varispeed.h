#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

namespace prolap::audio {

/// Plays stereo faster or slower, and so higher or lower, as a tape does: a windowed-sinc interpolator whose ratio may
/// change at any time without a seam. The sound comes out kReach input frames late.
/// Threads: one at a time.
class Varispeed {
public:
    static constexpr std::size_t kReach = 16; ///< input frames at each side of an output frame, at ratios up to 1

    /// The last kReach input frames that were heard before, interleaved, so that going on has no seam; may be shorter.
    explicit Varispeed(std::span<const float> before = {});

    /// ratio: input frames an output frame, 1/16 to 16; above 1 the band is narrowed so that nothing folds back.
    /// Appends the output that is ready, interleaved.
    void push(std::span<const float> stereo, double ratio, std::vector<float>& out);
    /// Appends what is still to come of the sound that was pushed.
    void finish(double ratio, std::vector<float>& out);

private:
    std::vector<float> m_in; ///< interleaved: frames that are still needed
    double m_at = 0;         ///< of the next output frame, in frames of m_in
};

} // namespace prolap::audio
