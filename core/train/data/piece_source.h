#pragma once

#include <map>
#include <random>
#include <string>

#include "core/model/prolap_model.h"
#include "core/train/data/mel_cache.h"

namespace prolap::train {

/// Names what decides a clip's log-mel pieces: a model's front end and how many windows of a clip are used. 32
/// hexadecimal digits: what a MelCache is opened with.
std::string frontEndId(const model::ProlapModel& model, int maxWindows);

/// The log-mel pieces of whole clips, window by window as clipWindows() cuts them, from the cache or decoded: for an
/// encoder that learns, where its sounds are not changed at random before the front end. Pieces are rounded to half
/// precision whether they were cached or not, so that a run does not depend on what the cache holds.
class PieceSource {
public:
    /// The model outlives the source; its front end does not change meanwhile.
    PieceSource(const model::ProlapModel& model, int maxWindows, const Path& cacheDir, std::uint64_t cacheBytes);

    /// All windows of a clip. Errors: as clipWindows(). Threads: one at a time.
    ClipPieces windows(const Path& file);
    /// One window of a clip, each as likely: pieces [P, T, M] (or [P, C, T, M]).
    torch::Tensor drawnWindow(const Path& file, std::mt19937_64& random);

private:
    const model::ProlapModel& m_model;
    int m_maxWindows;
    MelCache m_cache;
    std::map<Path, std::string> m_hashes; ///< by file: a file does not change while a model learns from it
};

} // namespace prolap::train
