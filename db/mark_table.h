#pragma once

#include <optional>
#include <span>

#include "core/clip_marks.h"
#include "core/ids.h"
#include "db/catalogue.h"

namespace prolap::db {

/// Ratings, favourites, colours and notes. Ids of clips that are gone are passed over.
class MarkTable {
public:
    explicit MarkTable(Catalogue& catalogue) : m_catalogue(catalogue) {}

    /// None when the clip is gone.
    std::optional<ClipMarks> marks(ClipId clip);
    /// All of them at once. Errors: Error(BadInput) for a rating outside 0 to kMaxRating.
    void setMarks(ClipId clip, const ClipMarks& marks);

    void setRating(std::span<const ClipId> clips, int rating);
    void setFavourite(std::span<const ClipId> clips, bool favourite);
    void setColour(std::span<const ClipId> clips, ColourLabel colour);
    void setNote(std::span<const ClipId> clips, const std::string& note);

private:
    Catalogue& m_catalogue;
};

} // namespace prolap::db
