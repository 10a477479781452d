#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/ids.h"
#include "core/ucs_name.h"
#include "db/catalogue.h"

namespace prolap::db {

/// How many clips are of a category of the Universal Category System.
struct UcsCount {
    std::string category, subcategory, catId;
    std::int64_t clips = 0;
};

/// Parts of file names in the form of the Universal Category System. They are written as clips are listed and moved.
class UcsTable {
public:
    explicit UcsTable(Catalogue& catalogue) : m_catalogue(catalogue) {}

    /// None when the clip's name does not have the form.
    std::optional<UcsName> of(ClipId clip);
    /// By category, then subcategory; failed clips are not counted.
    std::vector<UcsCount> categories();

private:
    Catalogue& m_catalogue;
};

} // namespace prolap::db
