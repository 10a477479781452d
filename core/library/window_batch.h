#pragma once

#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/audio/clip_reader.h"
#include "core/model/embedder.h"

namespace prolap::library {

/// Windows of several clips that go to the model together, and the vectors of the clips that are not complete yet.
/// Threads: one.
class WindowBatch {
public:
    WindowBatch(const model::Embedder& embedder, std::size_t size) : m_embedder(embedder), m_size(size) {}

    void add(std::size_t clip, audio::ClipWindow&& window);
    bool full() const { return m_windows.size() >= m_size; }
    bool empty() const { return m_windows.empty(); }

    /// Embeds what was added. A window that the model refuses costs its own clip only. Returns the seconds of sound.
    /// Errors: those of the model that are no fault of one window's.
    double embed();

    struct Vectors {
        model::Embeddings windows;
        std::vector<std::pair<double, double>> places; ///< start, end in seconds
        std::string refused;                           ///< why the model would not take a window; empty: all is well
    };
    /// A clip's vectors; they are taken out.
    Vectors take(std::size_t clip);

private:
    struct Waiting {
        std::size_t clip;
        audio::ClipWindow window;
    };
    void embed(std::span<const Waiting> windows);

    const model::Embedder& m_embedder;
    const std::size_t m_size;
    std::vector<Waiting> m_windows;
    std::unordered_map<std::size_t, Vectors> m_clips;
};

} // namespace prolap::library
