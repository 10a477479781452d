#include "core/library/window_batch.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/error.h"

namespace prolap::library {

namespace {

/// Whether the model still takes a whole window.
bool modelWorks(const model::Embedder& embedder)
{
    const double samples = embedder.info().windowSeconds * embedder.info().sampleRate;
    const std::vector<float> window(static_cast<std::size_t>(std::max(1.0, std::floor(samples))), .1F);
    const std::span<const float> view(window);
    try {
        embedder.embedAudio(std::span(&view, 1));
        return true;
    } catch (const Error&) {
        return false;
    }
}

bool finite(std::span<const float> values)
{
    return std::all_of(values.begin(), values.end(), [](float value) { return std::isfinite(value); });
}

} // namespace

void WindowBatch::add(std::size_t clip, audio::ClipWindow&& window)
{
    m_windows.push_back({clip, std::move(window)});
}

double WindowBatch::embed()
{
    double seconds = 0;
    for (const Waiting& waiting : m_windows)
        seconds += waiting.window.endSeconds - waiting.window.startSeconds;
    if (!m_windows.empty())
        embed(m_windows);
    m_windows.clear();
    return seconds;
}

void WindowBatch::embed(std::span<const Waiting> windows)
{
    std::vector<std::span<const float>> samples;
    for (const Waiting& waiting : windows)
        samples.emplace_back(waiting.window.samples);
    model::Embeddings embedded;
    try {
        embedded = m_embedder.embedAudio(samples);
    } catch (const Error& error) {
        // Internal: torch could not work on these very samples, or works no more at all, as a device that is gone.
        if (error.kind() != ErrorKind::BadInput && error.kind() != ErrorKind::Internal)
            throw;
        if (windows.size() == 1) {
            if (error.kind() == ErrorKind::Internal && !modelWorks(m_embedder))
                throw;
            m_clips[windows[0].clip].refused = error.what();
            return;
        }
        for (std::size_t i = 0; i < windows.size(); ++i)
            embed(windows.subspan(i, 1));
        return;
    }
    for (std::size_t i = 0; i < windows.size(); ++i) {
        Vectors& clip = m_clips[windows[i].clip];
        const auto mean = embedded.meanOf(i), logVar = embedded.logVarOf(i);
        if (!finite(mean) || !finite(logVar))
            clip.refused = "The model gave a value that is not a number for the sound at " +
                           std::to_string(windows[i].window.startSeconds) + " s";
        clip.windows.dim = embedded.dim;
        ++clip.windows.count;
        clip.windows.mean.insert(clip.windows.mean.end(), mean.begin(), mean.end());
        clip.windows.logVar.insert(clip.windows.logVar.end(), logVar.begin(), logVar.end());
        clip.places.emplace_back(windows[i].window.startSeconds, windows[i].window.endSeconds);
    }
}

WindowBatch::Vectors WindowBatch::take(std::size_t clip)
{
    const auto found = m_clips.find(clip);
    if (found == m_clips.end())
        return {};
    Vectors vectors = std::move(found->second);
    m_clips.erase(found);
    return vectors;
}

} // namespace prolap::library
