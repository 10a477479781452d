#include "core/library/query/query.h"

#include <algorithm>
#include <functional>

#include <fmt/format.h>

#include "core/clip_marks.h"
#include "core/library/query/query_values.h"

namespace prolap::library {

namespace {

struct FieldName {
    QueryField field;
    std::string_view name;
    std::string_view expects; ///< of the error's sentence
    bool canBeNegated;
};

/// In the order in which the canonical text has them.
constexpr std::array<FieldName, kQueryFields> kFields = {{
    {QueryField::Tag, "tag", "a tag such as rain", true},
    {QueryField::Folder, "in", "a folder such as Foley", true},
    {QueryField::Duration, "dur", "a time such as <2s", false},
    {QueryField::Channels, "ch", "a number of channels such as 2", false},
    {QueryField::SampleRate, "sr", "a sample rate such as >=48k", false},
    {QueryField::Format, "fmt", "a format such as wav", true},
    {QueryField::Rating, "rating", "0 to 5 stars such as >=3", false},
    {QueryField::Favourite, "fav", "yes, no or nothing", true},
    {QueryField::Colour, "colour", "none, red, amber, green, cyan, blue or violet", false},
    {QueryField::Collection, "coll", "the name of a collection", false},
    {QueryField::Added, "added", "an age such as 7d or a day such as 2026-01-31", false},
    {QueryField::Lufs, "lufs", "a loudness such as >-20", false},
    {QueryField::State, "state", "online, offline or missing", false},
    {QueryField::Relation, "find", "like, contains or part-of", false},
    {QueryField::Generality, "general", "a number from -1 (specific first) to 1 (general first)", false},
}};

const FieldName& entryOf(QueryField field)
{
    return *std::find_if(kFields.begin(), kFields.end(), [&](const FieldName& entry) { return entry.field == field; });
}

bool isSpace(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

std::string lower(std::string_view text)
{
    std::string result(text);
    for (char& c : result)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return result;
}

/// Another spelling of some operators.
std::string_view sameAs(std::string_view name)
{
    constexpr std::pair<std::string_view, std::string_view> kOthers[] = {
        {"folder", "in"},    {"format", "fmt"},   {"duration", "dur"},    {"channels", "ch"},   {"rate", "sr"},
        {"stars", "rating"}, {"color", "colour"}, {"collection", "coll"}, {"favourite", "fav"}, {"favorite", "fav"}};
    for (const auto& [other, own] : kOthers)
        if (name == other)
            return own;
    return name;
}

void addOnce(std::vector<std::string>& list, std::string value)
{
    if (std::find(list.begin(), list.end(), value) == list.end())
        list.push_back(std::move(value));
}

/// Values with spaces stand in quotes. No value holds a quote and a space at once, as no text can say that.
std::string quotedIfNeeded(const std::string& value)
{
    const bool needed = value.empty() || value.front() == '"' || std::any_of(value.begin(), value.end(), isSpace);
    return needed ? '"' + value + '"' : value;
}

class Parser {
public:
    explicit Parser(std::string_view text) : m_text(text) {}

    ParsedQuery run()
    {
        while (skipSpace(), m_at < m_text.size())
            token();
        endCaption(false);
        std::stable_sort(m_parsed.errors.begin(), m_parsed.errors.end(),
                         [](const QueryError& a, const QueryError& b) { return a.begin < b.begin; });
        return std::move(m_parsed);
    }

private:
    char at(std::size_t i) const { return i < m_text.size() ? m_text[i] : '\0'; }
    bool endsWord(std::size_t i) const { return i >= m_text.size() || isSpace(m_text[i]); }

    void skipSpace()
    {
        while (m_at < m_text.size() && isSpace(m_text[m_at]))
            ++m_at;
    }

    void token()
    {
        const std::size_t begin = m_at;
        const bool negated = at(m_at) == '-' && (isLetter(at(m_at + 1)) || at(m_at + 1) == '"');
        if (negated)
            ++m_at;
        if (at(m_at) == '"')
            phrase(begin, negated);
        else if (at(m_at) == '+' && endsWord(m_at + 1))
            plus();
        else if (!filter(begin, negated))
            word(begin, negated);
    }

    void phrase(std::size_t begin, bool negated)
    {
        const std::optional<std::string> text = quoted(begin);
        QueryToken token{negated ? QueryToken::Kind::NotPhrase : QueryToken::Kind::Phrase, {}, begin, m_at, true};
        if (!text)
            token.valid = false;
        else if (std::all_of(text->begin(), text->end(), isSpace))
            fail(token, begin, m_at, "there is nothing between the quotes");
        else
            addOnce(negated ? m_parsed.query.notPhrases : m_parsed.query.phrases, *text);
        m_parsed.tokens.push_back(token);
    }

    /// What stands between the quotes here; goes behind them. Without a closing one: an error, and the rest is skipped.
    std::optional<std::string> quoted(std::size_t tokenBegin)
    {
        const std::size_t open = m_at;
        const std::size_t close = m_text.find('"', open + 1);
        if (close == std::string_view::npos) {
            m_at = m_text.size();
            addError(tokenBegin, m_at, open, "the quotes that begin here do not end: add a second \"");
            return std::nullopt;
        }
        m_at = close + 1;
        return std::string(m_text.substr(open + 1, close - open - 1));
    }

    void plus()
    {
        const std::size_t begin = m_at++;
        QueryToken token{QueryToken::Kind::Plus, {}, begin, m_at, true};
        if (m_caption.empty())
            fail(token, begin, m_at, "+ expects words at both sides, such as: rain + thunder");
        else {
            endCaption(true);
            m_plus = m_parsed.tokens.size();
        }
        m_parsed.tokens.push_back(token);
    }

    /// False when no operator stands here.
    bool filter(std::size_t begin, bool negated)
    {
        std::size_t colon = m_at;
        while (colon < m_text.size() && isLetter(m_text[colon]) && static_cast<unsigned char>(m_text[colon]) < 0x80)
            ++colon;
        if (colon == m_at || at(colon) != ':')
            return false;
        const std::string typed = lower(m_text.substr(m_at, colon - m_at));
        const std::string_view name = sameAs(typed);
        const auto entry =
            std::find_if(kFields.begin(), kFields.end(), [&](const FieldName& known) { return known.name == name; });
        if (entry == kFields.end() && endsWord(colon + 1))
            return false; // "Note: ..." is only a word
        m_at = colon + 1;
        const std::size_t valueBegin = m_at;
        std::optional<std::string> value;
        if (at(m_at) == '"') {
            value = quoted(begin);
        } else {
            while (m_at < m_text.size() && !isSpace(m_text[m_at]))
                ++m_at;
            value = std::string(m_text.substr(valueBegin, m_at - valueBegin));
        }
        QueryToken token{QueryToken::Kind::Unknown, {}, begin, m_at, value.has_value()};
        if (entry != kFields.end()) {
            token.kind = QueryToken::Kind::Filter;
            token.field = entry->field;
        }
        if (value) {
            if (entry == kFields.end())
                fail(token, begin, m_at, fmt::format("there is no filter {}:", typed));
            else if (negated && !entry->canBeNegated)
                fail(token, begin, m_at, fmt::format("-{}: cannot be turned round; use < or > instead", name));
            else if (!take(*entry, *value, negated))
                fail(token, valueBegin, m_at,
                     m_contradiction ? fmt::format("{}: asks for what no clip can be", name)
                                     : fmt::format("{}: expects {}; found {}", name, entry->expects,
                                                   value->empty() ? std::string("nothing") : "'" + *value + "'"));
        }
        m_parsed.tokens.push_back(token);
        return true;
    }

    bool takeRange(QueryRange& range, const std::string& value, QueryUnit unit, double highest = 1e12)
    {
        const std::optional<QueryRange> more = parseRange(value, unit);
        if (!more || more->least.value_or(0) > highest || more->most.value_or(0) > highest)
            return false;
        const std::optional<QueryRange> both = intersection(range, *more);
        m_contradiction = !both;
        if (both)
            range = *both;
        return both.has_value();
    }

    bool take(const FieldName& entry, const std::string& value, bool negated)
    {
        Query& query = m_parsed.query;
        m_contradiction = false;
        const bool empty = std::all_of(value.begin(), value.end(), isSpace);
        if (empty && entry.field != QueryField::Favourite)
            return false;
        switch (entry.field) {
        case QueryField::Tag:
            addOnce(negated ? query.notTags : query.tags, value);
            return true;
        case QueryField::Folder: {
            std::string folder = value;
            while (folder.size() > 1 && folder.back() == '/')
                folder.pop_back();
            addOnce(negated ? query.notFolders : query.folders, folder);
            return true;
        }
        case QueryField::Collection:
            addOnce(query.collections, value);
            return true;
        case QueryField::Format:
            return takeList(negated ? query.notFormats : query.formats, value);
        case QueryField::Colour:
            return takeList(query.colours, value, [](const std::string& name) { return colourOf(name).has_value(); });
        case QueryField::Duration:
            return takeRange(query.seconds, value, QueryUnit::Seconds);
        case QueryField::Channels: {
            const std::string word = lower(value);
            return takeRange(query.channels, word == "mono" ? "1" : word == "stereo" ? "2" : value, QueryUnit::Count);
        }
        case QueryField::SampleRate:
            return takeRange(query.sampleRate, value, QueryUnit::Hertz);
        case QueryField::Lufs:
            return takeRange(query.lufs, value, QueryUnit::Decibel);
        case QueryField::Rating:
            return takeRange(query.rating, value, QueryUnit::Count, 5);
        case QueryField::Favourite: {
            const std::string word = lower(value);
            if (!empty && word != "yes" && word != "no")
                return false;
            const bool wanted = (word != "no") != negated;
            m_contradiction = query.favourite && *query.favourite != wanted;
            if (!m_contradiction)
                query.favourite = wanted;
            return !m_contradiction;
        }
        case QueryField::Added: {
            const std::optional<QueryDates> more = parseDates(value);
            const std::optional<QueryDates> both = more ? intersection(query.added, *more) : std::nullopt;
            m_contradiction = more && !both;
            if (both)
                query.added = *both;
            return both.has_value();
        }
        case QueryField::State:
            return takeList(query.states, value, [](const std::string& name) { return presenceOf(name).has_value(); });
        case QueryField::Relation: {
            const std::string word = lower(value);
            if (std::find(kRelationNames.begin(), kRelationNames.end(), word) == kRelationNames.end())
                return false;
            m_contradiction = !query.relation.empty() && query.relation != word;
            if (!m_contradiction)
                query.relation = word;
            return !m_contradiction;
        }
        case QueryField::Generality: {
            const std::optional<double> wanted = parseShare(value);
            if (!wanted)
                return false;
            m_contradiction = query.generality && *query.generality != *wanted;
            if (!m_contradiction)
                query.generality = *wanted;
            return !m_contradiction;
        }
        }
        return false;
    }

    /// `wav,flac`, kept in order of the alphabet.
    bool takeList(
        std::vector<std::string>& list, const std::string& value,
        const std::function<bool(const std::string&)>& known = [](const std::string&) { return true; })
    {
        std::vector<std::string> items;
        for (std::size_t from = 0; from <= value.size();) {
            const std::size_t comma = std::min(value.find(',', from), value.size());
            std::string item = lower(std::string_view(value).substr(from, comma - from));
            if (item.empty() || item.front() == '"' || std::any_of(item.begin(), item.end(), isSpace) || !known(item))
                return false;
            items.push_back(std::move(item));
            from = comma + 1;
        }
        for (std::string& item : items)
            addOnce(list, std::move(item));
        std::sort(list.begin(), list.end());
        return true;
    }

    void word(std::size_t begin, bool negated)
    {
        const std::size_t wordBegin = m_at;
        while (m_at < m_text.size() && !isSpace(m_text[m_at]))
            ++m_at;
        const std::string_view word = m_text.substr(wordBegin, m_at - wordBegin);
        if (negated) {
            addOnce(m_parsed.query.away, std::string(word));
            m_parsed.tokens.push_back({QueryToken::Kind::Away, {}, begin, m_at, true});
            return;
        }
        if (!m_caption.empty())
            m_caption += ' ';
        m_caption += word;
        // Words beside each other are one token.
        if (!m_parsed.tokens.empty() && m_parsed.tokens.back().kind == QueryToken::Kind::Caption)
            m_parsed.tokens.back().end = m_at;
        else
            m_parsed.tokens.push_back({QueryToken::Kind::Caption, {}, begin, m_at, true});
    }

    /// The words up to here are one caption of the mixture.
    void endCaption(bool atPlus)
    {
        if (!m_caption.empty())
            m_parsed.query.captions.push_back(std::move(m_caption));
        else if (m_plus && !atPlus) {
            QueryToken& token = m_parsed.tokens[*m_plus];
            fail(token, token.begin, token.end, "+ expects words at both sides, such as: rain + thunder");
        }
        m_caption.clear();
        m_plus.reset();
    }

    void fail(QueryToken& token, std::size_t begin, std::size_t end, const std::string& what)
    {
        token.valid = false;
        addError(begin < end ? begin : token.begin, end, begin, what);
    }

    /// begin to end is underlined; the sentence names the character at `place`.
    void addError(std::size_t begin, std::size_t end, std::size_t place, const std::string& what)
    {
        const auto isFirstByte = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; };
        const auto before = m_text.substr(0, std::min(place, m_text.size()));
        const auto character = 1 + static_cast<std::size_t>(std::count_if(before.begin(), before.end(), isFirstByte));
        m_parsed.errors.push_back({begin, end, character, fmt::format("{} at character {}", what, character)});
    }

    const std::string_view m_text;
    std::size_t m_at = 0;
    std::string m_caption;
    std::optional<std::size_t> m_plus; ///< the token of a + that still waits for its right side
    bool m_contradiction = false;
    ParsedQuery m_parsed;
};

void append(std::string& text, std::string_view more)
{
    if (more.empty())
        return;
    if (!text.empty())
        text += ' ';
    text += more;
}

void appendAll(std::string& text, std::string_view before, const std::vector<std::string>& values)
{
    for (const std::string& value : values)
        append(text, std::string(before) + quotedIfNeeded(value));
}

void appendList(std::string& text, std::string_view before, const std::vector<std::string>& values)
{
    std::string list;
    for (const std::string& value : values)
        list += (list.empty() ? "" : ",") + value;
    if (!list.empty())
        append(text, std::string(before) + list);
}

} // namespace

ParsedQuery parseQuery(std::string_view text)
{
    return Parser(text).run();
}

std::string_view queryFieldName(QueryField field)
{
    return entryOf(field).name;
}

bool queryFieldNarrows(QueryField field)
{
    return field != QueryField::Relation && field != QueryField::Generality;
}

std::string queryFieldText(const Query& query, QueryField field)
{
    const std::string_view name = queryFieldName(field);
    const std::string yes = std::string(name) + ':', no = '-' + yes;
    std::string text;
    switch (field) {
    case QueryField::Tag:
        appendAll(text, yes, query.tags);
        appendAll(text, no, query.notTags);
        return text;
    case QueryField::Folder:
        appendAll(text, yes, query.folders);
        appendAll(text, no, query.notFolders);
        return text;
    case QueryField::Collection:
        appendAll(text, yes, query.collections);
        return text;
    case QueryField::Format:
        appendList(text, yes, query.formats);
        appendList(text, no, query.notFormats);
        return text;
    case QueryField::Colour:
        appendList(text, yes, query.colours);
        return text;
    case QueryField::Duration:
        return rangeText(name, query.seconds, QueryUnit::Seconds);
    case QueryField::Channels:
        return rangeText(name, query.channels, QueryUnit::Count);
    case QueryField::SampleRate:
        return rangeText(name, query.sampleRate, QueryUnit::Hertz);
    case QueryField::Lufs:
        return rangeText(name, query.lufs, QueryUnit::Decibel);
    case QueryField::Rating:
        return rangeText(name, query.rating, QueryUnit::Count);
    case QueryField::Favourite:
        return !query.favourite ? text : *query.favourite ? yes : no;
    case QueryField::Added:
        return datesText(name, query.added);
    case QueryField::State:
        appendList(text, yes, query.states);
        return text;
    case QueryField::Relation:
        return query.relation.empty() ? text : yes + query.relation;
    case QueryField::Generality:
        return query.generality ? yes + fmt::format("{}", *query.generality) : text;
    }
    return text;
}

std::string queryText(const Query& query)
{
    std::string text;
    for (const std::string& caption : query.captions)
        append(text, (text.empty() ? "" : "+ ") + caption);
    for (const std::string& word : query.away)
        append(text, '-' + word);
    for (const std::string& phrase : query.phrases)
        append(text, '"' + phrase + '"');
    for (const std::string& phrase : query.notPhrases)
        append(text, "-\"" + phrase + '"');
    for (const FieldName& entry : kFields)
        append(text, queryFieldText(query, entry.field));
    return text;
}

std::string withoutQueryToken(std::string_view text, const QueryToken& token)
{
    std::string before(text.substr(0, token.begin));
    std::string_view after = text.substr(token.end);
    while (!before.empty() && isSpace(before.back()))
        before.pop_back();
    while (!after.empty() && isSpace(after.front()))
        after.remove_prefix(1);
    append(before, after);
    return before;
}

std::string withQueryField(std::string_view text, const Query& query, QueryField field)
{
    std::string rest(text);
    const ParsedQuery parsed = parseQuery(text);
    for (auto token = parsed.tokens.rbegin(); token != parsed.tokens.rend(); ++token)
        if (token->kind == QueryToken::Kind::Filter && token->field == field)
            rest = withoutQueryToken(rest, *token);
    append(rest, queryFieldText(query, field));
    return rest;
}

} // namespace prolap::library
