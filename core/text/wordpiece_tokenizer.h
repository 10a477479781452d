#pragma once

#include <string>
#include <string_view>

#include "core/text/added_tokens.h"
#include "core/text/string_map.h"
#include "core/text/tokenizer.h"

namespace prolap::text {

/// BERT's uncased WordPiece: [CLS] pieces [SEP].
/// Source: the tokenizer of google-research/bert as Hugging Face tokenizers runs it (BertNormalizer with lower-casing
/// and accent stripping, BertPreTokenizer, WordPiece); the Unicode tables are ICU's.
class WordPieceTokenizer : public Tokenizer {
public:
    /// vocabulary: one token a line, the id is the line's number from 0. `file` is what messages call it.
    /// Errors: Error(Corrupt) with the file.
    WordPieceTokenizer(std::string_view vocabulary, const std::string& file, std::size_t maxTokens);

    TokenIds encode(std::string_view caption) const override;
    std::int32_t padId() const override { return m_pad; }
    std::int32_t maskId() const override { return m_mask; }
    std::int32_t vocabularySize() const override { return m_size; }
    std::size_t maxTokens() const override { return m_maxTokens; }

private:
    bool addWord(std::u32string_view word, std::vector<std::int32_t>& ids) const;

    StringMap<std::int32_t> m_first;     ///< pieces that begin a word
    StringMap<std::int32_t> m_following; ///< pieces that go on in a word, without their ##
    AddedTokens m_added;
    std::size_t m_longestPiece = 0; ///< bytes
    std::size_t m_maxTokens;
    std::int32_t m_size = 0;
    std::int32_t m_pad = -1;
    std::int32_t m_unknown = -1;
    std::int32_t m_begin = -1;
    std::int32_t m_end = -1;
    std::int32_t m_mask = -1;
};

} // namespace prolap::text
