#include "db/word_index.h"

#include <algorithm>
#include <array>

#include "db/fts.h"
#include "db/query.h"

namespace prolap::db {

namespace {

constexpr std::array<std::string_view, 34> kSilentWords = {
    "a",     "an",   "and",   "are",  "as",  "at",  "be",   "being", "by",    "for",  "from", "has",
    "in",    "into", "is",    "it",   "its", "of",  "on",   "or",    "s",     "some", "that", "the",
    "their", "then", "there", "this", "to",  "was", "were", "which", "while", "with"};

bool isSilent(const std::string& folded)
{
    return std::find(kSilentWords.begin(), kSilentWords.end(), folded) != kSilentWords.end();
}

/// The query's words, each once, in its order.
std::vector<Token> queryWords(sqlite3* database, std::string_view query)
{
    const std::string text = validUtf8(query);
    std::vector<Token> words;
    for (Token& token : tokens(database, text)) {
        const bool there =
            std::any_of(words.begin(), words.end(), [&](const Token& word) { return word.folded == token.folded; });
        if (!there)
            words.push_back(std::move(token));
    }
    const auto silent = [](const Token& word) { return isSilent(word.folded); };
    if (!std::all_of(words.begin(), words.end(), silent))
        std::erase_if(words, silent);
    if (words.size() > kMaxQueryWords)
        words.resize(kMaxQueryWords);
    return words;
}

enum class CharKind { Separator, Lower, Upper, Digit };

/// Letters outside ASCII count as small: they begin no word part.
CharKind kindOf(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80 || (byte >= 'a' && byte <= 'z'))
        return CharKind::Lower;
    if (byte >= 'A' && byte <= 'Z')
        return CharKind::Upper;
    if (byte >= '0' && byte <= '9')
        return CharKind::Digit;
    return CharKind::Separator;
}

} // namespace

std::vector<WordHit> WordIndex::search(std::string_view query, std::size_t limit)
{
    Connection& connection = m_catalogue.connection();
    const std::vector<Token> words = queryWords(connection.handle(), query);
    std::vector<WordHit> hits;
    if (words.empty() || limit == 0)
        return hits;
    std::string match;
    for (const Token& word : words) {
        if (!match.empty())
            match += " OR ";
        match += '"';
        for (const char c : word.folded) {
            match += c;
            if (c == '"')
                match += c;
        }
        match += '"';
    }
    Query rows(connection,
               "SELECT rowid, rank, matched_words(clip_words) FROM clip_words WHERE clip_words MATCH ?1 "
               "ORDER BY rank LIMIT ?2",
               match, static_cast<std::int64_t>(limit));
    while (rows.step()) {
        WordHit hit{rows.id<ClipId>(0), std::max(0.0, -rows.real(1)), {}};
        const auto found = static_cast<std::uint64_t>(rows.integer(2));
        for (std::size_t i = 0; i < words.size(); ++i)
            if (found >> i & 1)
                hit.words.push_back(words[i].typed);
        hits.push_back(std::move(hit));
    }
    return hits;
}

std::vector<std::string> WordIndex::words(std::string_view query)
{
    std::vector<std::string> words;
    for (Token& word : queryWords(m_catalogue.connection().handle(), query))
        words.push_back(std::move(word.typed));
    return words;
}

std::string withWordParts(std::string_view text)
{
    std::string parts;
    bool split = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const CharKind here = kindOf(text[i]);
        if (i > 0 && here != CharKind::Separator) {
            const CharKind before = kindOf(text[i - 1]);
            const bool nextIsLower = i + 1 < text.size() && kindOf(text[i + 1]) == CharKind::Lower;
            const bool boundary = before != CharKind::Separator &&
                                  ((here == CharKind::Upper &&
                                    (before == CharKind::Lower || (before == CharKind::Upper && nextIsLower))) ||
                                   ((here == CharKind::Digit) != (before == CharKind::Digit)));
            if (boundary) {
                parts += ' ';
                split = true;
            }
        }
        const bool underscore = text[i] == '_';
        split = split || underscore;
        parts += underscore ? ' ' : text[i];
    }
    return split ? std::string(text) + ' ' + parts : std::string(text);
}

} // namespace prolap::db
