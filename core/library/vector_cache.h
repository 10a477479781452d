#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "core/index/matrix.h"
#include "core/index/row_groups.h"
#include "core/model/embedder.h"
#include "db/catalogue.h"
#include "db/vector_table.h"

namespace prolap::library {

/// The vectors of one embedding set, ready to search, as of some moment.
struct SearchableVectors {
    std::optional<EmbeddingSetId> set; ///< none while the catalogue has no set of the model
    std::int64_t generation = 0;
    index::MatrixView matrix;
    std::shared_ptr<const index::RowGroups> clips = std::make_shared<index::RowGroups>();
};

/// The matrix file of an embedding set, whether it is there or not. catalogue: the file that the set is in, which must
/// be there; uuid: its own.
Path vectorCacheFile(const Path& cacheDir, const Path& catalogue, const std::string& uuid, const db::EmbeddingSet& set);

/// Follows an embedding set of a catalogue with a matrix file in the user's cache folder. The file is made anew when it
/// is missing, damaged, foreign, or when vectors were taken away; else what is new is appended. Where no file can be
/// written, or another process writes it and is behind, the matrix lives in memory. Rows are [mu_i, -u_i / 2].
/// Threads: any may call anything; refresh() by one at a time, the others wait.
class VectorCache {
public:
    /// cacheDir: made when missing.
    VectorCache(Path cacheDir, const Path& catalogue, const model::ModelInfo& model);

    /// Takes up what was committed since the last call; cheap when nothing was. Returns whether anything changed.
    /// Errors: those of reading the catalogue.
    bool refresh(db::Catalogue& catalogue);

    std::shared_ptr<const SearchableVectors> vectors() const;
    const Path& file() const { return m_file; }

private:
    bool openFile(const db::EmbeddingSet& set, const std::string& identity);
    void rebuild(db::Catalogue& catalogue, const db::EmbeddingSet& set, const std::string& identity);
    bool tryAppendNew(db::Catalogue& catalogue, const db::EmbeddingSet& set);
    void appendNew(db::Catalogue& catalogue, const db::EmbeddingSet& set);
    void publish(const db::EmbeddingSet& set, bool anew);

    const Path m_cacheDir;
    const Path m_catalogue;
    const std::string m_modelId;

    std::mutex m_refreshing; ///< guards what follows
    Path m_file;
    std::optional<index::Matrix> m_matrix;
    bool m_appendable = false;

    mutable std::mutex m_mutex; ///< guards what follows
    std::shared_ptr<const SearchableVectors> m_vectors;
};

} // namespace prolap::library
