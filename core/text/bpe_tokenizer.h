#pragma once

#include "core/text/added_tokens.h"
#include "core/text/bpe_files.h"
#include "core/text/byte_bpe.h"
#include "core/text/tokenizer.h"

namespace prolap::text {

/// Byte-level BPE in the two flavours of CLAP models.
///
/// Gpt2Bpe is MS-CLAP 2023's: the caption, a space of its own, `<|endoftext|>`; `!` is the padding and a token of its
/// own wherever it stands (id 0 in GPT-2's vocabulary), which the original does by accident and its embeddings need.
/// RobertaBpe is `<s>` caption `</s>`, as in LAION's models.
/// Source: msclap's CLAPWrapper; Hugging Face tokenizers' ByteLevel and RobertaProcessing.
class BpeTokenizer : public Tokenizer {
public:
    /// Errors: Error(Corrupt) when the flavour's special tokens are missing.
    BpeTokenizer(TokenizerKind flavour, const BpeFiles& files, std::size_t maxTokens);

    TokenIds encode(std::string_view caption) const override;
    std::int32_t padId() const override { return m_pad; }
    std::int32_t maskId() const override { return m_mask; }
    std::int32_t vocabularySize() const override { return m_size; }
    std::size_t maxTokens() const override { return m_maxTokens; }

private:
    TokenizerKind m_flavour;
    ByteBpe m_bpe;
    AddedTokens m_added;
    std::size_t m_maxTokens;
    std::int32_t m_size = 0;
    std::int32_t m_pad = -1;
    std::int32_t m_begin = -1; ///< RoBERTa only
    std::int32_t m_end = -1;
    std::int32_t m_mask = -1;
};

} // namespace prolap::text
