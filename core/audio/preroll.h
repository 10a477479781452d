#pragma once

#include <condition_variable>
#include <filesystem>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "core/audio/decoder.h"

namespace prolap::audio {

/// A moment of a file to be heard.
struct PlayPoint {
    Path file;
    double startSeconds = 0;

    bool operator==(const PlayPoint&) const = default;
};

/// A file that is open at a point, with what was decoded behind it already; the decoder goes on after that.
struct OpenedClip {
    PlayPoint point;
    std::unique_ptr<Decoder> decoder; ///< at the file's own rate, with its own channels
    std::vector<float> head;          ///< interleaved
    std::filesystem::file_time_type changed;

    /// Errors: those of Decoder.
    static std::unique_ptr<OpenedClip> open(const PlayPoint& point, double headSeconds);
};

/// Opens the clips that are likely to be heard next and decodes their beginnings ahead, on a thread of its own, so that
/// a key press finds them ready. Threads: any.
class Preroll {
public:
    static constexpr double kHeadSeconds = 1;

    Preroll();
    ~Preroll();

    /// The most likely first; whatever else was prepared is let go.
    void want(std::vector<PlayPoint> points);
    /// What was prepared for this point; null when it is not ready or the file has changed since.
    std::unique_ptr<OpenedClip> take(const PlayPoint& point);
    /// Whether all that is wanted is ready.
    bool idle();

private:
    void serve(const std::stop_token& stop);
    const PlayPoint* nextMissing() const;

    std::mutex m_mutex; ///< guards what follows
    std::condition_variable_any m_wake;
    std::vector<PlayPoint> m_wanted, m_failed;
    std::vector<std::unique_ptr<OpenedClip>> m_ready;
    std::jthread m_thread; ///< last: ends before what it uses
};

} // namespace prolap::audio
