#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/clip_marks.h"
#include "core/ids.h"
#include "core/paths.h"

namespace prolap::library {

/// A sentence about a clip, at one of four levels: 1 (most specific) to 4 (most general).
struct ClipCaption {
    int level = 1;
    std::string text;
    std::string source = "user"; ///< who says so

    bool operator==(const ClipCaption&) const = default;
};

/// What a user says of one clip.
struct ClipLabels {
    ClipId clip;
    std::vector<std::string> tags; ///< by name
    ClipMarks marks;
    std::vector<ClipCaption> captions; ///< by level

    bool operator==(const ClipLabels&) const = default;
};

/// A collection as it was before or after an edit.
struct CollectionState {
    CollectionId id;
    bool there = true; ///< false: it did not exist
    std::string name;
    std::vector<ClipId> clips; ///< in the user's order
};

struct SavedSearchState {
    SavedSearchId id;
    bool there = true;
    std::string name;
    std::string query;
};

/// A file that got another name on the disk, its folder unchanged.
struct RenamedFile {
    ClipId clip;
    Path from, to; ///< absolute
};

/// One thing that a user did, whatever it touched: with what was before and after, so that it can be undone and done
/// again.
struct Edit {
    enum class Kind {
        AddTags,
        RemoveTags,
        Rate,
        Favour,
        Colour,
        Note,
        Caption,
        CreateCollection,
        RenameCollection,
        RemoveCollection,
        AddToCollection,
        TakeFromCollection,
        SaveSearch,
        ChangeSearch,
        RemoveSearch,
        RenameFiles,
        Import,
    };
    Kind kind = Kind::Rate;
    std::string subject;    ///< the tags, or the name of the collection or search
    std::int64_t clips = 0; ///< how many clips it changed

    std::vector<ClipLabels> labelsBefore, labelsAfter; ///< of the clips that changed, in one order
    std::vector<CollectionState> collectionsBefore, collectionsAfter;
    std::vector<SavedSearchState> searchesBefore, searchesAfter;
    std::vector<RenamedFile> renamed;

    /// Nothing was changed: everything was as it was asked to be.
    bool empty() const
    {
        return labelsAfter.empty() && collectionsAfter.empty() && searchesAfter.empty() && renamed.empty();
    }
};

} // namespace prolap::library
