#pragma once

#include <optional>
#include <vector>

#include "core/ids.h"
#include "db/catalogue.h"

namespace prolap::db {

struct Root {
    RootId id;
    Path path;                  ///< absolute, as it was added
    bool online = true;         ///< reachable at the last look
    std::int64_t clips = 0;     ///< not counting failed ones
    std::int64_t addedAtMs = 0; ///< milliseconds since 1970
};

/// The folders that a library consists of.
class RootTable {
public:
    explicit RootTable(Catalogue& catalogue) : m_catalogue(catalogue) {}

    /// The root of this path, added if it is not there yet.
    RootId add(const Path& path);
    /// By path.
    std::vector<Root> all();
    std::optional<RootId> find(const Path& path);
    /// An unreachable root is offline; its clips stay.
    void setOnline(RootId id, bool online);
    /// The same folder under another path (other drive letter, other mount point); its clips keep everything.
    /// Errors: Error(BadInput) when another root has that path.
    void relocate(RootId id, const Path& path);
    /// Forgets the root, its clips and their vectors. Files are not touched.
    void remove(RootId id);

private:
    Catalogue& m_catalogue;
};

} // namespace prolap::db
