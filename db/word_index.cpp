#include "db/word_index.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>
#include <span>

#include <fmt/format.h>

#include "db/clip_table.h"
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

/// A word that more clips have is common.
constexpr std::int64_t kCommonClips = 20000;

/// What a word counts by where it is found: name, tags, captions, folder, description.
constexpr std::array<double, 5> kColumnWeight = {1.0, 1.0, 0.7, 0.4, 0.3};

/// The column in which found_words() says that word i is; negative when it is not there.
int columnOf(std::uint64_t columns, std::size_t i)
{
    return static_cast<int>(columns >> (3 * i) & 7) - 1;
}

/// A word of only letters and digits, in the quotes that keep FTS5 from reading it as an operator.
std::string quoted(const Token& word)
{
    return fmt::format("\"{}\"", word.folded);
}

std::string anyOf(std::span<const Token> words)
{
    std::string match;
    for (const Token& word : words) {
        if (!match.empty())
            match += " OR ";
        match += quoted(word);
    }
    return match;
}

bool isRare(Connection& connection, const Token& word)
{
    const std::string match = quoted(word);
    Query count(connection, "SELECT count(*) FROM (SELECT 1 FROM clip_words WHERE clip_words MATCH ?1 LIMIT ?2)", match,
                kCommonClips + 1);
    count.step();
    return count.integer(0) <= kCommonClips;
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
    std::vector<Token> words = queryWords(connection.handle(), query);
    if (words.empty() || limit == 0)
        return {};
    // Rare words choose the clips; common ones, which would bring half the library along, only join in.
    const auto firstCommon =
        std::stable_partition(words.begin(), words.end(), [&](const Token& word) { return isRare(connection, word); });
    const std::span<const Token> rare(words.begin(), firstCommon);
    std::string match = anyOf(words);
    if (!rare.empty() && rare.size() < words.size())
        match = fmt::format("({}) AND ({})", anyOf(rare), match);
    const bool two = match.front() == '(';

    struct Row {
        ClipId clip;
        std::uint64_t columns;
        double score;
    };
    std::vector<Row> rows;
    std::vector<double> clipsWith(words.size());
    Query found(connection,
                "SELECT rowid, found_words(clip_words, ?2) FROM clip_words WHERE clip_words MATCH ?1 LIMIT ?3", match,
                static_cast<std::int64_t>(two ? rare.size() : 0),
                rare.empty() ? kCommonClips : std::numeric_limits<std::int64_t>::max());
    while (found.step()) {
        rows.push_back({found.id<ClipId>(0), static_cast<std::uint64_t>(found.integer(1)), 0});
        for (std::size_t i = 0; i < words.size(); ++i)
            clipsWith[i] += columnOf(rows.back().columns, i) >= 0 ? 1 : 0;
    }
    const auto clips = static_cast<double>(ClipTable(m_catalogue).count());
    for (Row& row : rows)
        for (std::size_t i = 0; i < words.size(); ++i)
            if (const int column = columnOf(row.columns, i); column >= 0)
                row.score += kColumnWeight[static_cast<std::size_t>(column)] * std::log(1 + clips / clipsWith[i]);
    const auto end = rows.begin() + static_cast<std::ptrdiff_t>(std::min(limit, rows.size()));
    std::partial_sort(rows.begin(), end, rows.end(), [](const Row& a, const Row& b) {
        return a.score != b.score ? a.score > b.score : a.clip < b.clip;
    });

    std::vector<std::size_t> asTyped(words.size()); // the partition moved them
    std::iota(asTyped.begin(), asTyped.end(), std::size_t(0));
    std::sort(asTyped.begin(), asTyped.end(), [&](std::size_t a, std::size_t b) { return words[a].at < words[b].at; });
    std::vector<WordHit> hits;
    for (auto row = rows.begin(); row != end; ++row) {
        WordHit hit{row->clip, row->score, {}};
        for (const std::size_t i : asTyped)
            if (columnOf(row->columns, i) >= 0)
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
