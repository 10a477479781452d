#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/ids.h"
#include "db/catalogue.h"

namespace prolap::db {

/// A query under a name; what it finds is looked up anew each time.
struct SavedSearch {
    SavedSearchId id;
    std::string name;
    std::string query; ///< as it is typed, in its canonical form
};

class SavedSearchTable {
public:
    explicit SavedSearchTable(Catalogue& catalogue) : m_catalogue(catalogue) {}

    /// By name, letter case ignored.
    std::vector<SavedSearch> all();
    std::optional<SavedSearch> get(SavedSearchId id);
    /// Errors: Error(BadInput) for an empty name or query, or a name that another one has (letter case is ignored).
    SavedSearchId create(const std::string& name, const std::string& query);
    /// A removed one again, under the id that it had. Errors: those of create().
    void restore(const SavedSearch& search);
    /// Name and query of the one with this id. Errors: those of create(); Error(NotFound) when it is gone.
    void change(const SavedSearch& search);
    void remove(SavedSearchId id);

private:
    Catalogue& m_catalogue;
};

} // namespace prolap::db
