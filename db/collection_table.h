#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/ids.h"
#include "db/catalogue.h"

namespace prolap::db {

struct Collection {
    CollectionId id;
    std::string name;
    std::int64_t clips = 0; ///< not counting failed ones
};

/// Lists of clips that a user puts together by hand, each in the user's order. A clip is in a list once.
class CollectionTable {
public:
    explicit CollectionTable(Catalogue& catalogue) : m_catalogue(catalogue) {}

    /// By name, letter case ignored.
    std::vector<Collection> all();
    std::optional<Collection> find(const std::string& name);
    std::optional<Collection> get(CollectionId id);

    /// Errors: Error(BadInput) for an empty name or one that another collection has (letter case is ignored).
    CollectionId create(const std::string& name);
    /// A removed collection again, under the id that it had. Errors: those of create().
    void restore(CollectionId id, const std::string& name, std::span<const ClipId> clips);
    /// Errors: those of create(); Error(NotFound) when it is gone.
    void rename(CollectionId id, const std::string& name);
    /// Clips stay in the library.
    void remove(CollectionId id);

    /// In the user's order, failed clips too.
    std::vector<ClipId> clips(CollectionId id);
    /// Names of the collections that hold the clip, by name.
    std::vector<std::string> namesOf(ClipId clip);
    /// At the end, in this order; those that are in it stay where they are. Returns those that were not in it.
    /// Errors: Error(NotFound) when the collection is gone. Clips that are gone are passed over.
    std::vector<ClipId> add(CollectionId id, std::span<const ClipId> clips);
    void take(CollectionId id, std::span<const ClipId> clips);
    /// The collection holds exactly these, in this order.
    void setClips(CollectionId id, std::span<const ClipId> clips);

private:
    Catalogue& m_catalogue;
};

} // namespace prolap::db
