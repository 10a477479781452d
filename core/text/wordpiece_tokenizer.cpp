#include "core/text/wordpiece_tokenizer.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <unicode/utf8.h>

#include "core/error.h"
#include "core/text/bert_words.h"

namespace prolap::text {

namespace {

constexpr std::string_view kContinuation = "##";

// The word's UTF-8 and where in it each code point begins (and the last one ends).
struct EncodedWord {
    std::array<char, 4 * kMaxWordPoints> bytes;
    std::array<std::size_t, kMaxWordPoints + 1> starts;

    explicit EncodedWord(std::u32string_view word)
    {
        std::size_t size = 0;
        for (std::size_t i = 0; i < word.size(); ++i) {
            starts[i] = size;
            U8_APPEND_UNSAFE(bytes, size, static_cast<UChar32>(word[i]));
        }
        starts[word.size()] = size;
    }

    std::string_view part(std::size_t from, std::size_t to) const
    {
        return {bytes.data() + starts[from], starts[to] - starts[from]};
    }
};

} // namespace

WordPieceTokenizer::WordPieceTokenizer(std::string_view vocabulary, const std::string& file, std::size_t maxTokens)
    : m_maxTokens(maxTokens)
{
    std::vector<AddedToken> added;
    for (std::size_t at = 0; at < vocabulary.size();) {
        const std::size_t end = std::min(vocabulary.find('\n', at), vocabulary.size());
        std::string_view token = vocabulary.substr(at, end - at);
        at = end + 1;
        if (token.ends_with('\r'))
            token.remove_suffix(1);
        if (token.empty() || token.size() > 4096)
            throw Error(ErrorKind::Corrupt, fmt::format("{} is damaged: expected a token in line {}, found {} bytes.",
                                                        file, m_size + 1, token.size()));
        // Either map: an entry such as ### may only go on in a word, as the original looks it up with its ##.
        if (token.starts_with(kContinuation) && token.size() > kContinuation.size())
            m_following.insert_or_assign(std::string(token.substr(kContinuation.size())), m_size);
        m_first.insert_or_assign(std::string(token), m_size);
        m_longestPiece = std::max(m_longestPiece, token.size());
        ++m_size;
    }
    const auto special = [&](std::string_view name, bool needed) {
        const auto found = m_first.find(name);
        if (found == m_first.end()) {
            if (needed)
                throw Error(ErrorKind::Corrupt,
                            fmt::format("{} is no vocabulary of a BERT tokenizer: expected {} among its {} tokens, "
                                        "found none.",
                                        file, name, m_size));
            return -1;
        }
        added.push_back({std::string(name), found->second});
        return found->second;
    };
    m_pad = special("[PAD]", true);
    m_unknown = special("[UNK]", true);
    m_begin = special("[CLS]", true);
    m_end = special("[SEP]", true);
    m_mask = special("[MASK]", false);
    m_added = AddedTokens(std::move(added));
}

bool WordPieceTokenizer::addWord(std::u32string_view word, std::vector<std::int32_t>& ids) const
{
    const std::size_t before = ids.size();
    const auto unknown = [&] {
        ids.resize(before);
        ids.push_back(m_unknown);
        return ids.size() < m_maxTokens - 1;
    };
    if (word.size() > kMaxWordPoints)
        return unknown();
    const EncodedWord encoded(word);
    for (std::size_t from = 0; from < word.size();) {
        const auto& pieces = from == 0 ? m_first : m_following;
        std::size_t to = word.size();
        auto found = pieces.end();
        for (; to > from; --to) {
            const std::string_view part = encoded.part(from, to);
            if (part.size() > m_longestPiece)
                continue;
            found = pieces.find(part);
            if (found != pieces.end())
                break;
        }
        if (found == pieces.end())
            return unknown();
        ids.push_back(found->second);
        from = to;
    }
    return ids.size() < m_maxTokens - 1;
}

TokenIds WordPieceTokenizer::encode(std::string_view caption) const
{
    const std::string utf8 = validUtf8(caption);
    TokenIds result;
    std::vector<std::int32_t>& ids = result.ids;
    ids.push_back(m_begin);
    result.before = ids.size();
    m_added.split(
        utf8,
        [&](std::string_view piece) {
            bool goesOn = true;
            forEachBertWord(piece, [&](std::u32string_view word) { return goesOn = addWord(word, ids); });
            return goesOn;
        },
        [&](std::int32_t id) {
            ids.push_back(id);
            return ids.size() < m_maxTokens - 1;
        });
    ids.resize(std::min(ids.size(), m_maxTokens - 1));
    ids.push_back(m_end);
    return result;
}

} // namespace prolap::text
