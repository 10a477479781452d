#pragma once

#include <array>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

#include "core/library/organise/edit.h"

namespace prolap::library {

struct CollectionSummary {
    CollectionId id;
    std::string name;
    std::int64_t clips = 0;
};

struct SavedSearchSummary {
    SavedSearchId id;
    std::string name;
    std::string query;
};

/// What to say of clips at the four levels of captions: none leaves a level as it is, an empty list clears it.
using CaptionChange = std::array<std::optional<std::vector<std::string>>, 4>;

/// Edits what users say of clips. Every edit is one transaction, all or nothing, and comes back as an Edit that undo()
/// and redo() take. Clips that are gone are passed over; clips that are as asked for are not in the Edit.
/// Errors of every call: those of the catalogue; Error(BadInput) for what cannot be stored, with a sentence.
/// Threads: each object belongs to one thread.
class Organiser {
public:
    explicit Organiser(const Path& catalogue);
    ~Organiser();

    /// By name; how many clips have each.
    std::vector<std::pair<std::string, std::int64_t>> tags();
    std::vector<CollectionSummary> collections();
    std::vector<SavedSearchSummary> savedSearches();
    /// None when the clip is gone.
    std::optional<ClipLabels> labels(ClipId clip);
    std::vector<std::string> collectionsOf(ClipId clip);

    Edit addTags(std::span<const ClipId> clips, const std::vector<std::string>& tags);
    Edit removeTags(std::span<const ClipId> clips, const std::vector<std::string>& tags);
    /// Both in one edit.
    Edit changeTags(std::span<const ClipId> clips, const std::vector<std::string>& add,
                    const std::vector<std::string>& remove);
    Edit setRating(std::span<const ClipId> clips, int rating);
    Edit setFavourite(std::span<const ClipId> clips, bool favourite);
    Edit setColour(std::span<const ClipId> clips, ColourLabel colour);
    Edit setNote(std::span<const ClipId> clips, const std::string& note);
    /// Captions of a level that were there under another source are replaced too.
    Edit setCaptions(std::span<const ClipId> clips, const CaptionChange& change);

    /// The new collection is the edit's only one.
    Edit createCollection(const std::string& name, std::span<const ClipId> clips);
    Edit renameCollection(CollectionId id, const std::string& name);
    Edit removeCollection(CollectionId id);
    Edit addToCollection(CollectionId id, std::span<const ClipId> clips);
    Edit takeFromCollection(CollectionId id, std::span<const ClipId> clips);

    /// query: in its canonical form.
    Edit saveSearch(const std::string& name, const std::string& query);
    Edit changeSearch(SavedSearchId id, const std::string& name, const std::string& query);
    Edit removeSearch(SavedSearchId id);

    /// Takes the edit back. What others have changed since on the same clips stays where the edit did not touch it.
    /// Errors: where files were renamed, those of renameFiles(): none is renamed then.
    void undo(const Edit& edit);
    void redo(const Edit& edit);

    std::vector<std::string> recentQueries(std::size_t limit);
    void rememberQuery(const std::string& query);

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace prolap::library
