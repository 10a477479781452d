#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/ids.h"
#include "db/catalogue.h"
#include "db/half.h"

namespace prolap::db {

/// The vectors that one model made.
struct EmbeddingSet {
    EmbeddingSetId id;
    std::string modelId; ///< content hash of the model
    std::string name;    ///< the model's, to show
    std::size_t dim = 0; ///< D
    bool probabilistic = true;
    std::int64_t createdAtMs = 0;
    /// Goes up with every transaction that changes the set's windows. A cache that holds generation g is current when
    /// this is g; when removedGeneration <= g, the windows with ids above its last one are all it lacks; else it has
    /// to be made anew.
    std::int64_t generation = 0;
    std::int64_t removedGeneration = 0; ///< of the last change that took windows away
};

/// A Gaussian to store. mean [D]; logVar [D], empty in a deterministic set.
struct GaussianIn {
    std::span<const float> mean;
    std::span<const float> logVar;
    std::optional<float> uncertainty;
};

struct WindowIn {
    double startSeconds = 0;
    double endSeconds = 0;
    GaussianIn gaussian;
};

/// One stored window; the spans hold until the callback returns.
struct WindowVector {
    WindowId id;
    ClipId clip;
    double startSeconds = 0;
    double endSeconds = 0;
    std::span<const Half> mean;   ///< [D]
    std::span<const Half> logVar; ///< [D], empty in a deterministic set or when not asked for
    std::optional<float> uncertainty;
};

/// Where a window lies in its clip.
struct WindowPlace {
    WindowId id;
    ClipId clip;
    double startSeconds = 0;
    double endSeconds = 0;
    std::optional<float> uncertainty;
};

/// A stored Gaussian as floats.
struct GaussianOut {
    std::vector<float> mean;
    std::vector<float> logVar;
    std::optional<float> uncertainty;
};

/// Embedding sets and their vectors, stored as halves.
class VectorTable {
public:
    explicit VectorTable(Catalogue& catalogue) : m_catalogue(catalogue) {}

    /// The model's set, made if it is not there yet.
    /// Errors: Error(Incompatible) when the set there has another size or kind.
    EmbeddingSet openSet(const std::string& modelId, const std::string& name, std::size_t dim, bool probabilistic);
    std::optional<EmbeddingSet> findSet(const std::string& modelId);
    /// The set as it is now, with its generation.
    std::optional<EmbeddingSet> set(EmbeddingSetId id);
    std::vector<EmbeddingSet> sets();
    void removeSet(EmbeddingSetId id);

    /// The clip's windows, in order, and its aggregate take the place of those it had in the set.
    /// Errors: Error(Incompatible) when a vector's size is not the set's.
    void replace(EmbeddingSetId set, ClipId clip, std::span<const WindowIn> windows, const GaussianIn& aggregate);

    std::int64_t windowCount(EmbeddingSetId set);
    /// All windows of the set in order of id, from the one after `after`. The callback returns false to stop. It must
    /// not write.
    void forEachWindow(EmbeddingSetId set, WindowId after, bool withLogVar,
                       const std::function<bool(const WindowVector&)>& callback);
    /// The clip's windows in order of time.
    std::vector<WindowPlace> windowsOf(EmbeddingSetId set, ClipId clip);
    /// One window's Gaussian; none when it is gone.
    std::optional<GaussianOut> window(WindowId id);
    /// A clip's aggregate; none while it has none.
    std::optional<GaussianOut> aggregate(EmbeddingSetId set, ClipId clip);

private:
    Catalogue& m_catalogue;
};

} // namespace prolap::db
