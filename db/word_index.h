#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/ids.h"
#include "db/catalogue.h"

namespace prolap::db {

/// A clip that some words of a query were found in.
struct WordHit {
    ClipId clip;
    double score = 0;               ///< > 0, larger is better: rare words, and words of the name, count more
    std::vector<std::string> words; ///< of the query, as typed, in its order
};

/// Words of names, folders, tags, captions and descriptions (SQLite FTS5). Letter case, accents and English endings
/// are ignored; names are also found by their parts: `DoorSlam_03.wav` by "door slam".
class WordIndex {
public:
    explicit WordIndex(Catalogue& catalogue) : m_catalogue(catalogue) {}

    /// Clips with at least one word of the query, best first. The query is any text; none of it is an operator. Words
    /// that say nothing by themselves ("the", "of") count only when there are no others.
    /// Where all words are common ones (some ten thousand clips have each), not every clip that has them is looked at.
    std::vector<WordHit> search(std::string_view query, std::size_t limit);

    /// The words of a query that search() looks for, as typed, each once.
    std::vector<std::string> words(std::string_view query);

private:
    Catalogue& m_catalogue;
};

/// The text and, after it, its parts at changes of letter case, between letters and digits and at underscores:
/// `DoorSlam_03` becomes `DoorSlam_03 Door Slam 03`. Text without such places comes back as it is.
std::string withWordParts(std::string_view text);

} // namespace prolap::db
