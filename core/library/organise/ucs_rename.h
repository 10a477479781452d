#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/library/organise/edit.h"
#include "core/ucs_name.h"

namespace prolap::library {

/// How clips get names in the form of the Universal Category System. The texts may hold `{name}` (the name as it is,
/// or its FXName where it has the form already), `{title}` (the name in words, capitals at their beginnings),
/// `{number}` (its place among the clips, of at least two digits), and `{category}`, `{creator}`, `{source}`, `{data}`
/// (parts of the present name; nothing where it does not have the form).
struct UcsTemplate {
    std::string catId = "{category}"; ///< a CatID, or `{category}`
    std::string fxName = "{title}";
    std::string creatorId = "{creator}";
    std::string sourceId = "{source}";
    std::string userData = "{data}";
};

/// What a template makes of one clip.
struct UcsProposal {
    ClipId clip;
    Path from, to;       ///< absolute; equal where nothing changes
    std::string problem; ///< why it cannot be renamed, in one sentence; empty: it can
};

/// What would be done; touches nothing. Clips that are gone are left out. Two clips never get one name, nor does a
/// clip get the name of a file that is there: that is a problem.
std::vector<UcsProposal> proposeUcsNames(const Path& catalogue, std::span<const ClipId> clips,
                                         const UcsTemplate& names);

/// Renames the files whose proposals have no problem and change something, on the disk and in the catalogue: all or
/// none. Errors: Error(BadInput, NotFound, Permission, ReadOnly) with the file that stood in the way.
Edit renameFiles(const Path& catalogue, std::span<const UcsProposal> proposals);

} // namespace prolap::library
