#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/ids.h"
#include "db/catalogue.h"

namespace prolap::db {

/// A sentence about a clip.
struct Caption {
    int level = 1; ///< 1 (most specific) to 4 (most general)
    std::string text;
    std::string source; ///< who says so: `user`, `import`, a data set's name
};

/// What people say of clips: tags and captions. Texts are valid UTF-8 (invalid bytes become U+FFFD).
class LabelTable {
public:
    explicit LabelTable(Catalogue& catalogue) : m_catalogue(catalogue) {}

    /// Nothing happens when the clip has it already. Letter case is ignored when comparing tags.
    /// Errors: Error(BadInput) for an empty tag, Error(NotFound) for an unknown clip.
    void addTag(ClipId clip, const std::string& tag);
    void removeTag(ClipId clip, const std::string& tag);
    std::vector<std::string> tags(ClipId clip);
    /// Every tag in use and how many clips have it, by name.
    std::vector<std::pair<std::string, std::int64_t>> allTags();

    /// Clips with a tag or a caption, in order of id; failed ones are left out.
    std::vector<ClipId> labelled();

    /// Takes the place of all captions that the clip has.
    /// Errors: Error(BadInput) for a level outside 1..4, Error(NotFound) for an unknown clip.
    void setCaptions(ClipId clip, const std::vector<Caption>& captions);
    /// By level, then as they were given.
    std::vector<Caption> captions(ClipId clip);
    /// The distinct captions of all clips, by text.
    std::vector<std::string> captionTexts();

private:
    Catalogue& m_catalogue;
};

} // namespace prolap::db
