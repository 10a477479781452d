#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace prolap {

/// A file name in the form of the Universal Category System: `CatID[-UserCategory]_FXName_CreatorID_SourceID_UserData`.
/// Every part is valid UTF-8.
struct UcsName {
    std::string catId;        ///< `DOORWood`
    std::string category;     ///< `DOORS`
    std::string subcategory;  ///< `WOOD`; an abbreviation that this program does not know stands in capitals
    std::string userCategory; ///< after a dash behind the CatID; often empty
    std::string fxName;       ///< with a vendor's category before a dash, where there is one
    std::string creatorId;
    std::string sourceId;
    std::string userData; ///< the rest, with its underscores

    bool operator==(const UcsName&) const = default;
};

/// stem: a file name without its ending. None when it does not have the form: the CatID must be of a category of the
/// system, and a name must follow; a CatID without a subcategory (`RAIN`) must be followed by creator and source too,
/// since such words begin many other names.
/// Source: Universal Category System, version 8 (public domain).
std::optional<UcsName> parseUcsName(std::string_view stem);

/// Category and subcategory of a CatID alone. None when it is none.
std::optional<UcsName> parseUcsCatId(std::string_view catId);

/// The stem that reads back as the same parts. Characters that file names cannot hold, and underscores within a part,
/// become dashes; parts at the end that are empty are left out.
std::string ucsStem(const UcsName& name);

/// A category of the system and what its CatIDs begin with.
struct UcsCategory {
    std::string_view prefix; ///< `DOOR`
    std::string_view name;   ///< `DOORS`
};
/// All categories, by prefix.
const std::vector<UcsCategory>& ucsCategories();

} // namespace prolap
