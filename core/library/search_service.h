#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/clip_marks.h"
#include "core/ids.h"
#include "core/model/embedder.h"
#include "core/paths.h"

namespace prolap::library {

struct SearchableVectors;

/// What a clip must be to be listed at all. Unset members ask for nothing.
struct SearchFilter {
    std::optional<RootId> root;
    std::optional<double> minSeconds, maxSeconds;
    std::optional<int> channels;
    std::optional<int> minSampleRate;
    std::vector<std::string> formats; ///< containers, as AudioInfo::container
    std::optional<int> minRating;     ///< stars, 1 to 5
    std::optional<bool> favourite;
    std::optional<ColourLabel> colour;
    std::vector<std::string> tags; ///< all of them; letter case is ignored
    std::optional<CollectionId> collection;
    std::string category; ///< of the Universal Category System: a category, or a CatID; empty: any

    bool operator==(const SearchFilter&) const = default;
};

/// A part of a sound file, in seconds; end none: to its end.
struct SoundRegion {
    Path file;
    double start = 0;
    std::optional<double> end;
};

struct SearchRequest {
    std::string caption;              ///< what the user typed
    std::optional<SoundRegion> sound; ///< similar: a sound instead of a caption
    std::optional<ClipId> clip;       ///< similar: an indexed clip instead of a caption
    std::size_t limit = 100;
    SearchFilter filter;
};

/// One clip of the ranked list, with the window that speaks best for it.
struct Hit {
    ClipId clip;
    Path path;
    double start = 0, end = 0;        ///< seconds, of the window
    float similarity = 0;             ///< s of that window
    std::optional<float> probability; ///< sigmoid(a s + b); none when the model is not calibrated
    std::optional<float> uncertainty; ///< u of that window; none when the model is deterministic
    std::vector<std::string> words;   ///< of the query, found in name, tags or captions
    bool credible = false;            ///< above the line below which nothing is believed to match
};

struct SearchResult {
    std::string query;
    std::string model;
    double encodeMs = 0;   ///< caption or sound to Gaussian
    double searchMs = 0;   ///< Gaussian and words to ranked list
    std::vector<Hit> hits; ///< best first; credible ones before the rest
    std::size_t credibleHits = 0;
};

/// Ranks the clips of a catalogue by meaning and words at once. Keeps the matrix of vectors mapped.
/// Threads: search() and refresh() may be called from any thread at any time.
class SearchService {
public:
    /// Errors: those of opening the catalogue.
    SearchService(const Path& catalogue, std::shared_ptr<const model::Embedder> embedder);
    ~SearchService();

    /// An empty caption lists nothing. Errors: those of the catalogue; Error(NotFound) for an unknown clip. Returns
    /// none when stopped.
    std::optional<SearchResult> search(const SearchRequest& request, std::stop_token stop = {});

    /// Takes up what was committed since; cheap when nothing was.
    void refresh();

    std::size_t windowCount() const;
    /// The vectors that a search looks through, as of now; they stay as they are.
    std::shared_ptr<const SearchableVectors> vectors() const;
    /// What it searches with.
    const std::shared_ptr<const model::Embedder>& embedder() const;

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace prolap::library
