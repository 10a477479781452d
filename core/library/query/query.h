#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace prolap::library {

/// From a number to a number; a bound that is not set asks for nothing.
struct QueryRange {
    std::optional<double> least, most;
    bool above = false; ///< least itself is left out
    bool below = false; ///< most itself is left out

    bool asks() const { return least || most; }
    bool operator==(const QueryRange&) const = default;
};

/// When a clip came into the library: within so many seconds before now, or between two days, both taken in.
struct QueryDates {
    std::optional<std::int64_t> withinSeconds;
    std::optional<std::chrono::sys_days> from, to;

    bool asks() const { return withinSeconds || from || to; }
    bool operator==(const QueryDates&) const = default;
};

/// What a typed query asks for, in parts. Its text and back: queryText() and parseQuery().
struct Query {
    std::vector<std::string> captions;              ///< more than one: `A + B`, the mixture is wanted
    std::vector<std::string> away;                  ///< `-word`
    std::vector<std::string> phrases, notPhrases;   ///< `"exact words"`, `-"exact words"`
    std::vector<std::string> tags, notTags;         ///< `tag:`: all of them; `-tag:`: none
    std::vector<std::string> folders, notFolders;   ///< `in:`: one of them; `-in:`: none
    std::vector<std::string> formats, notFormats;   ///< `fmt:`: one of them, lower case
    std::vector<std::string> colours;               ///< `colour:`: one of them, lower case
    std::vector<std::string> collections;           ///< `coll:`: all of them
    QueryRange seconds, channels, sampleRate, lufs; ///< `dur:`, `ch:`, `sr:` (Hz), `lufs:`
    QueryRange rating;                              ///< `rating:`, 0 to 5
    std::optional<bool> favourite;                  ///< `fav:`, `-fav:`
    QueryDates added;                               ///< `added:`
    std::vector<std::string> states;                ///< `state:`: one of online, offline, missing
    std::string relation;             ///< `find:`: like, contains or part-of; empty: not said, which is like
    std::optional<double> generality; ///< `general:`: -1, specific clips first, to 1, general ones first

    /// Whether there are words whose meaning ranks the list.
    bool ranks() const { return !captions.empty() || !away.empty(); }
    bool operator==(const Query&) const = default;
};

/// The operators that take a value.
enum class QueryField {
    Tag,
    Folder,
    Duration,
    Channels,
    SampleRate,
    Format,
    Rating,
    Favourite,
    Colour,
    Collection,
    Added,
    Lufs,
    State,
    Relation,
    Generality
};

/// A piece of the text, by which it can be shown, edited and taken out again. begin and end: bytes.
struct QueryToken {
    enum class Kind { Caption, Plus, Away, Phrase, NotPhrase, Filter, Unknown } kind = Kind::Caption;
    QueryField field = QueryField::Tag; ///< of a Filter
    std::size_t begin = 0, end = 0;
    bool valid = true; ///< false: an error lies here, and the token counts for nothing
};

/// What is wrong with a part of the text. begin and end: bytes; character: counted from 1, as people count.
struct QueryError {
    std::size_t begin = 0, end = 0;
    std::size_t character = 1;
    std::string sentence; ///< with the place: "dur: expects a time such as <2s; found 'abc' at character 12"
};

struct ParsedQuery {
    Query query; ///< of all that could be understood
    std::vector<QueryToken> tokens;
    std::vector<QueryError> errors; ///< in order of their places
};

/// Reads a typed query. Never fails: what cannot be read is named in `errors` and left out of `query`. text: UTF-8,
/// damaged places are taken as letters.
ParsedQuery parseQuery(std::string_view text);

/// The canonical text: parseQuery(queryText(q)).query == q for every q that parseQuery() gives.
std::string queryText(const Query& query);

/// The operator's name without the colon: `tag`, `in`, `dur`, `ch`, `sr`, `fmt`, `rating`, `fav`, `colour`, `coll`,
/// `added`, `lufs`, `state`, `find`, `general`.
std::string_view queryFieldName(QueryField field);
inline constexpr std::size_t kQueryFields = 15;
/// Whether the operator leaves clips out; the others say how the rest is ranked.
bool queryFieldNarrows(QueryField field);
/// What `find:` takes, in the order of library::Relation.
inline constexpr std::array<std::string_view, 3> kRelationNames = {"like", "contains", "part-of"};

/// The canonical text of one operator's part of a query alone, such as `tag:rain -tag:wind`; empty when it asks for
/// nothing.
std::string queryFieldText(const Query& query, QueryField field);

/// The text with every token of the field taken out and the field as `query` has it added at its end; the rest stays
/// as it was typed. How a panel changes a filter.
std::string withQueryField(std::string_view text, const Query& query, QueryField field);

/// The text without one of its tokens, for a chip that is removed.
std::string withoutQueryToken(std::string_view text, const QueryToken& token);

} // namespace prolap::library
