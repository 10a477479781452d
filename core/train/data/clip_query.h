#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/ids.h"
#include "core/paths.h"

namespace prolap::train {

/// Which clips of a library are meant. Terms, divided by blanks; a clip must satisfy all:
///
/// - `tag:NAME` has the tag, `-tag:NAME` has it not; letter case is ignored
/// - `folder:DIR` lies in the folder (an absolute one) or below
/// - `collection:NAME` is in the collection; of several collections, in any of them
/// - `clip:ID` is this clip; of several, one of them
/// - `*` every clip that has a tag or a caption
///
/// A name with blanks stands in quotes: `tag:"heavy rain"`.
struct ClipQuery {
    std::vector<std::string> tags, withoutTags; ///< lower case
    std::optional<Path> folder;
    std::vector<std::string> collections;
    std::vector<ClipId> clips;

    /// Whether clips are named one by one, in a list of the user's or here; who asks the library looks after these.
    bool listsClips() const { return !collections.empty() || !clips.empty(); }

    /// By tags and folder.
    bool matches(const std::vector<std::string>& tagsOfClip, const Path& clip) const;
};

/// Errors: Error(BadInput) naming the term that is none of these.
ClipQuery parseClipQuery(const std::string& text);

} // namespace prolap::train
