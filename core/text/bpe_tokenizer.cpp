#include "core/text/bpe_tokenizer.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/error.h"
#include "core/text/pre_tokens.h"

namespace prolap::text {

BpeTokenizer::BpeTokenizer(TokenizerKind flavour, const BpeFiles& files, std::size_t maxTokens)
    : m_flavour(flavour), m_bpe(files.vocabulary, files.file), m_maxTokens(maxTokens)
{
    for (const auto& [symbol, id] : files.vocabulary.ids)
        m_size = std::max(m_size, id + 1);
    std::vector<AddedToken> added = files.added;
    const auto special = [&](const char* content, bool stripLeft, bool needed) {
        const auto found = files.vocabulary.ids.find(content);
        if (found == files.vocabulary.ids.end()) {
            if (needed)
                throw Error(ErrorKind::Corrupt,
                            fmt::format("{} does not fit a {} tokenizer: expected the token {}, found none.",
                                        files.file, flavour == TokenizerKind::Gpt2Bpe ? "GPT-2" : "RoBERTa", content));
            return -1;
        }
        if (std::ranges::find(added, content, &AddedToken::content) == added.end())
            added.push_back({content, found->second, stripLeft, false});
        return found->second;
    };
    if (flavour == TokenizerKind::Gpt2Bpe) {
        m_pad = special("!", false, true);
        m_end = special("<|endoftext|>", false, true);
    } else {
        m_begin = special("<s>", false, true);
        m_pad = special("<pad>", false, true);
        m_end = special("</s>", false, true);
        special("<unk>", false, false);
        m_mask = special("<mask>", true, false);
    }
    m_added = AddedTokens(std::move(added));
}

TokenIds BpeTokenizer::encode(std::string_view caption) const
{
    std::string utf8 = validUtf8(caption);
    TokenIds result;
    std::vector<std::int32_t>& ids = result.ids;
    if (m_begin >= 0)
        ids.push_back(m_begin);
    result.before = ids.size();
    if (m_flavour == TokenizerKind::Gpt2Bpe)
        utf8 += ' '; // the end token does not take the space before it, which becomes a token
    const std::size_t room = m_maxTokens - 1;
    m_added.split(
        utf8,
        [&](std::string_view text) {
            forEachPreToken(text, [&](std::string_view piece) {
                m_bpe.encode(piece, ids);
                return ids.size() < room;
            });
            return ids.size() < room;
        },
        [&](std::int32_t id) {
            ids.push_back(id);
            return ids.size() < room;
        });
    ids.resize(std::min(ids.size(), room));
    ids.push_back(m_end);
    return result;
}

} // namespace prolap::text
