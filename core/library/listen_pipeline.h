#pragma once

#include <atomic>
#include <chrono>
#include <exception>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "core/audio/clip_reader.h"
#include "core/error.h"
#include "core/library/bounded_queue.h"
#include "core/model/embedder.h"
#include "core/run_control.h"
#include "db/clip_table.h"

namespace prolap::library {

/// A file to listen to.
struct ListenTask {
    db::KnownFile file;
    Path absolute;
};

/// A file that has been listened to, or could not be.
struct ListenedClip {
    std::size_t task = 0;                          ///< position in the list of tasks
    std::optional<audio::ClipSummary> summary;     ///< none: failed
    std::vector<std::pair<double, double>> places; ///< start and end of each window, seconds
    model::Embeddings windows;
    std::string failure;
    ErrorKind failureKind = ErrorKind::Corrupt;
};

struct ListenOptions {
    int decodeThreads = 1;
    std::size_t batchWindows = 8;
    std::size_t queueBytes = 64U << 20; ///< of samples that wait for the model
};

/// Decodes files on threads of its own and embeds their windows in batches on one more. Finished clips come out in the
/// order in which they are finished. Samples that wait are bounded in bytes, so that a file's length does not matter.
/// Destruction stops and joins everything. Threads: take() from one thread.
class ListenPipeline {
public:
    /// tasks, embedder and control must outlive it.
    ListenPipeline(const std::vector<ListenTask>& tasks, const model::Embedder& embedder, const ListenOptions& options,
                   RunControl& control);
    ~ListenPipeline();
    ListenPipeline(const ListenPipeline&) = delete;
    ListenPipeline& operator=(const ListenPipeline&) = delete;

    /// Waits up to `timeout` for a finished clip.
    /// Errors: what the model fails with, where that is no fault of one file's (no memory, device lost).
    std::optional<ListenedClip> take(std::chrono::milliseconds timeout);
    /// All is done, or stopped, and nothing is left to take.
    bool finished() const;

    /// Seconds of sound that the model has heard.
    double audioSeconds() const { return static_cast<double>(m_heardMs.load()) / 1000; }
    /// The task begun last.
    std::optional<std::size_t> current() const;

private:
    /// A window on its way to the model, or the end of a file.
    struct Item {
        std::size_t task = 0;
        std::optional<audio::ClipWindow> window;
        std::optional<ListenedClip> end; ///< without vectors; comes after the file's windows
    };

    void decode();
    void embed();
    ListenedClip listenTo(std::size_t task);

    const std::vector<ListenTask>& m_tasks;
    const model::Embedder& m_embedder;
    const ListenOptions m_options;
    RunControl& m_control;

    std::atomic<std::size_t> m_nextTask = 0;
    std::atomic<int> m_decoding = 0;
    std::atomic<std::int64_t> m_heardMs = 0;
    BoundedQueue<Item> m_windows;
    BoundedQueue<ListenedClip> m_clips;
    std::exception_ptr m_error; ///< written before m_clips is closed, read after
    std::vector<std::jthread> m_threads;
};

} // namespace prolap::library
