#pragma once

#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/ids.h"
#include "core/library/search_service.h"
#include "core/library/traversal/library_map.h"
#include "core/library/traversal/traversal.h"
#include "core/library/vocabulary/vocabulary.h"
#include "core/model/embedder.h"
#include "core/paths.h"
#include "core/progress.h"

namespace prolap::library {

/// What a traversal sets out from: the first of these that is there.
struct TraversalSubject {
    std::optional<ClipId> clip;
    Path file; ///< absolute; heard anew when it is not in the library
    std::string caption;

    bool operator==(const TraversalSubject&) const = default;
};

/// Which captions may be met.
struct CandidateChoice {
    bool vocabulary = true;
    bool library = true;               ///< the captions of the library's clips
    std::vector<std::string> captions; ///< and these

    bool operator==(const CandidateChoice&) const = default;
};

struct TraversalRequest {
    TraversalSubject subject;
    TraversalSetting setting;
    CandidateChoice candidates;

    bool operator==(const TraversalRequest&) const = default;
};

/// A caption of the vocabulary, and the library's clips that it includes: those that it credibly describes and, where
/// the model knows uncertainty, is wide enough to contain.
struct HierarchyNode {
    std::string text;
    int level = 1;
    std::int32_t parent = -1;
    std::vector<std::uint32_t> children;
    std::optional<float> uncertainty; ///< u; none when the model is deterministic
    std::vector<ClipId> clips;        ///< best first, at most a thousand
    std::vector<float> probabilities; ///< of each
    std::size_t clipCount = 0;        ///< of all that it includes
};

struct LibraryHierarchy {
    std::vector<HierarchyNode> nodes; ///< as Vocabulary::nodes()
};

/// Traversals over a catalogue with one model: what the window and the command line call.
/// Threads: any may call anything at any time.
class TraversalService {
public:
    /// search: over the same catalogue and model; its vectors are used. Null: no library, captions alone are met.
    /// cacheDir: where captions are kept once embedded.
    TraversalService(Path catalogue, std::shared_ptr<const model::Embedder> embedder,
                     std::shared_ptr<SearchService> search, Path cacheDir = userCacheDir());
    ~TraversalService();

    /// Captions that the model has not met yet are embedded first, with progress. None when stopped.
    /// Errors: those of traverse(); Error(NotFound) for a clip or file that is not there; those of decoding a file;
    /// Error(Unsupported) for a root that the model does not have.
    std::optional<Traversal> traverse(const TraversalRequest& request, std::stop_token stop = {},
                                      const ProgressFn& progress = {});

    /// The same for a model that knows no uncertainty, which cannot climb: a straight line to the middle of the clips
    /// that it has listened to, or to the empty caption where it has listened to none.
    TraversalRequest withoutClimb(TraversalRequest request) const;

    /// The library and these captions in two dimensions. None when stopped. Errors: Error(BadInput) when there are
    /// fewer than three clips and captions.
    std::shared_ptr<const LibraryMap> map(const CandidateChoice& candidates, std::stop_token stop = {},
                                          const ProgressFn& progress = {});

    /// As of the first call.
    const LoadedVocabulary& vocabulary();

    /// The vocabulary with the clips of the library under each of its captions. None when stopped. Errors:
    /// Error(Unsupported) when the model is not calibrated.
    std::shared_ptr<const LibraryHierarchy> hierarchy(std::stop_token stop = {}, const ProgressFn& progress = {});

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace prolap::library
