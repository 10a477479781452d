#pragma once

#include <atomic>

namespace prolap::ui {

/// What may be turned while a clip plays, from any thread.
struct PlaybackControls {
    std::atomic<float> gain = 1.0f;                      ///< linear
    std::atomic<bool> loop = false;                      ///< over the region, or the clip where there is none
    std::atomic<float> speed = 1.0f;                     ///< as a tape: pitch follows; 1/4 to 4
    std::atomic<float> semitones = 0.0f;                 ///< pitch alone; -24 to 24
    std::atomic<int> solo = -1;                          ///< the channel that is heard alone, at both sides; -1: all
    std::atomic<double> regionStart = 0, regionEnd = -1; ///< seconds; no region where the end is not behind the start
};

} // namespace prolap::ui
