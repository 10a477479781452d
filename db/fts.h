#pragma once

#include <string>
#include <string_view>
#include <vector>

struct sqlite3;

namespace prolap::db {

/// At most so many words of a query are searched: the bits of what matched_words() returns.
inline constexpr std::size_t kMaxQueryWords = 62;

/// Makes matched_words(clip_words) known: in a MATCH of phrases joined by OR, the set of those found in the row, as
/// bits by their order.
void registerWordFunctions(sqlite3* database);

/// A word of a text as the word index cuts it.
struct Token {
    std::string folded; ///< lower case, without accents
    std::string typed;  ///< as in the text
};

/// text: valid UTF-8.
std::vector<Token> tokens(sqlite3* database, std::string_view text);

} // namespace prolap::db
