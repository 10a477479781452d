#pragma once

#include <string>
#include <string_view>
#include <vector>

struct sqlite3;

namespace prolap::db {

/// At most so many words of a query are searched: as many as found_words() has bits for.
inline constexpr std::size_t kMaxQueryWords = 20;

/// Makes found_words(clip_words, SKIP) known: for each phrase of the MATCH after the first SKIP, three bits that are 0
/// when the row does not hold it, else 1 and the number of the first column that does; the first phrase in the lowest.
void registerWordFunctions(sqlite3* database);

/// A word of a text as the word index cuts it.
struct Token {
    std::string folded; ///< lower case, without accents
    std::string typed;  ///< as in the text
    int at = 0;         ///< where it begins there, in bytes
};

/// text: valid UTF-8.
std::vector<Token> tokens(sqlite3* database, std::string_view text);

} // namespace prolap::db
