#include "core/library/listen_pipeline.h"

#include <algorithm>
#include <new>

#include "core/library/window_batch.h"

namespace prolap::library {

namespace {

constexpr std::size_t kClipQueueBytes = 64U << 20;
/// How long a batch that is not full waits for more windows.
constexpr std::chrono::milliseconds kBatchPatience(100);

std::size_t sizeOf(const ListenedClip& clip)
{
    return sizeof clip + (clip.windows.mean.size() + clip.windows.logVar.size()) * sizeof(float);
}

} // namespace

ListenPipeline::ListenPipeline(const std::vector<ListenTask>& tasks, const model::Embedder& embedder,
                               const ListenOptions& options, RunControl& control)
    : m_tasks(tasks),
      m_embedder(embedder),
      m_options(options),
      m_control(control),
      m_windows(options.queueBytes),
      m_clips(kClipQueueBytes)
{
    const int threads =
        std::clamp(options.decodeThreads, 1, static_cast<int>(std::min<std::size_t>(tasks.size() + 1, 256)));
    m_decoding = threads;
    m_threads.emplace_back([this] { embed(); });
    for (int t = 0; t < threads; ++t)
        m_threads.emplace_back([this] { decode(); });
}

ListenPipeline::~ListenPipeline()
{
    // When all went well these queues are closed and empty already; else what is in them is not wanted any more.
    m_nextTask = m_tasks.size();
    m_windows.abort();
    m_clips.abort();
}

/// Thread of a decoder: file after file.
void ListenPipeline::decode()
{
    for (std::size_t task = m_nextTask++; task < m_tasks.size() && m_control.checkpoint(); task = m_nextTask++) {
        ListenedClip end = listenTo(task);
        const bool whole = end.summary || !end.failure.empty();
        if (!whole || !m_windows.push({task, {}, std::move(end)}, sizeof(Item)))
            break;
    }
    if (--m_decoding == 0)
        m_windows.close();
}

/// Neither summary nor failure: stopped.
ListenedClip ListenPipeline::listenTo(std::size_t task)
{
    ListenedClip clip;
    clip.task = task;
    const Path& path = m_tasks[task].absolute;
    const audio::ClipReadOptions options{m_embedder.info().sampleRate, m_embedder.info().windowSeconds};
    const auto onWindow = [&](audio::ClipWindow&& window) {
        const std::size_t bytes = window.samples.size() * sizeof(float);
        return m_control.checkpoint() && m_windows.push({task, std::move(window), {}}, bytes);
    };
    try {
        clip.summary = audio::readClip(path, options, onWindow, m_control.token());
    } catch (const Error& error) {
        clip.failure = error.what();
        clip.failureKind = error.kind();
    } catch (const std::bad_alloc&) {
        clip.failure = "There is not enough memory to read " + displayText(path);
        clip.failureKind = ErrorKind::OutOfMemory;
    } catch (const std::exception& error) {
        clip.failure = "Reading " + displayText(path) + " failed: " + error.what();
        clip.failureKind = ErrorKind::Internal;
    }
    return clip;
}

/// Thread of the model: batch after batch.
void ListenPipeline::embed()
{
    WindowBatch batch(m_embedder, std::max<std::size_t>(1, m_options.batchWindows));
    std::vector<ListenedClip> ended; // their last windows may be in the batch
    const auto flush = [&] {
        const double seconds = batch.embed();
        m_heardMs += static_cast<std::int64_t>(seconds * 1000);
        for (ListenedClip& clip : ended) {
            WindowBatch::Vectors vectors = batch.take(clip.task);
            if (clip.failure.empty() && !vectors.refused.empty()) {
                clip.failure = vectors.refused;
                clip.summary.reset();
            }
            if (clip.summary) {
                clip.windows = std::move(vectors.windows);
                clip.places = std::move(vectors.places);
            }
            const std::size_t bytes = sizeOf(clip);
            m_clips.push(std::move(clip), bytes);
        }
        ended.clear();
    };
    try {
        while (!m_windows.finished() && !m_control.stopRequested()) {
            std::optional<Item> item = m_windows.pop(kBatchPatience);
            if (!m_control.checkpoint())
                break;
            if (item && item->window)
                batch.add(item->task, std::move(*item->window));
            else if (item)
                ended.push_back(std::move(*item->end));
            if (!item || batch.full() || batch.empty())
                flush();
        }
        if (!m_control.stopRequested())
            flush();
    } catch (...) {
        m_error = std::current_exception();
    }
    // Decoders that wait for room are let go; they find the queue closed and end.
    m_windows.abort();
    m_clips.close();
}

std::optional<ListenedClip> ListenPipeline::take(std::chrono::milliseconds timeout)
{
    std::optional<ListenedClip> clip = m_clips.pop(timeout);
    if (!clip && m_clips.finished() && m_error)
        std::rethrow_exception(m_error);
    return clip;
}

bool ListenPipeline::finished() const
{
    return m_clips.finished() && !m_error;
}

std::optional<std::size_t> ListenPipeline::current() const
{
    const std::size_t next = std::min(m_nextTask.load(), m_tasks.size());
    if (next == 0)
        return std::nullopt;
    return next - 1;
}

} // namespace prolap::library
