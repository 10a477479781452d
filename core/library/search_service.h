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
    // What follows is as in db::ClipFilter.
    std::optional<int> minChannels, maxChannels;
    std::optional<int> maxSampleRate;
    std::vector<std::string> notFormats;
    std::optional<int> maxRating;
    std::vector<ColourLabel> colours;
    std::vector<std::string> notTags;
    std::vector<std::string> collections;
    std::vector<std::string> phrases, notPhrases;
    std::vector<std::string> folders, notFolders;
    std::optional<std::int64_t> addedFromMs, addedBeforeMs;
    std::optional<double> minLufs, maxLufs;
    std::vector<ClipPresence> presence;              ///< one of them
    std::shared_ptr<const std::vector<ClipId>> only; ///< these clips alone, in any order; null: no matter

    bool operator==(const SearchFilter&) const = default;
};

/// A part of a sound file, in seconds; end none: to its end.
struct SoundRegion {
    Path file;
    double start = 0;
    std::optional<double> end;
};

/// What a clip is to the query to be wanted.
enum class Relation {
    SoundsLike, ///< the same, or nearly
    Contains,   ///< more general: the query is a part of it
    PartOf,     ///< more specific: it is a part of the query
};

/// Of a clip, that are looked at beside its best one.
inline constexpr std::size_t kOtherWindows = 500;

/// What ranks a list. One alone is for comparing them.
enum class Evidence { Both, Meaning, Words };

struct SearchRequest {
    std::string typed;                ///< the whole text, to name the answer by; empty: the caption
    std::string caption;              ///< what it sounds like, in plain words; parseQuery() takes operators apart
    std::vector<std::string> mixed;   ///< further captions: the mixture of all of them is wanted
    std::vector<std::string> away;    ///< words that are pushed away
    std::optional<SoundRegion> sound; ///< similar: a sound instead of a caption, or beside it
    std::optional<ClipId> clip;       ///< similar: an indexed clip instead of a caption, or beside it
    double captionWeight = 0.5;       ///< of the captions where there is a sound too, 0 to 1: the mixture's share
    Relation relation = Relation::SoundsLike;
    double generality = 0; ///< -1: specific first, 1: general first (query/full_ranking.h)
    Evidence evidence = Evidence::Both;
    std::size_t limit = 100;
    SearchFilter filter;
};

/// A part of a clip, in seconds.
struct HitWindow {
    double start = 0, end = 0;

    bool operator==(const HitWindow&) const = default;
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
    /// The clip's other windows that are credible by their sound, in order, at most kOtherWindows. Empty for relations,
    /// and with models that are not calibrated: they do not know.
    std::vector<HitWindow> others;
    std::optional<float> inclusion; ///< of a relation, > 0 where it holds; mean over dimensions
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

    /// Ranks the clips that pass the filter. A request without caption, words to push away, sound and clip lists those
    /// that pass a filter by name, and nothing without a filter. Errors: those of the catalogue; Error(NotFound) for
    /// an unknown clip; Error(Unsupported) for a relation or generality with a model without uncertainty. Returns none
    /// when stopped.
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
