#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/paths.h"

namespace prolap::text {

/// What a text encoder receives for one caption, not padded.
struct TokenIds {
    std::vector<std::int32_t> ids;
    std::size_t before = 0; ///< special tokens before the caption's own; behind them is one
};

/// Turns a caption into token ids, identical to the published tokenizer's. Threads: encode() is reentrant.
class Tokenizer {
public:
    virtual ~Tokenizer() = default;

    /// caption: UTF-8 of any length; invalid bytes count as U+FFFD. Special tokens added, cut to maxTokens().
    virtual TokenIds encode(std::string_view caption) const = 0;

    virtual std::int32_t padId() const = 0;
    /// The reserved mask token for masked captions; -1 when the vocabulary has none.
    virtual std::int32_t maskId() const = 0;
    /// Largest id + 1: must not exceed the rows of the embedding table.
    virtual std::int32_t vocabularySize() const = 0;
    virtual std::size_t maxTokens() const = 0;
};

/// Flavours of published tokenizers.
enum class TokenizerKind {
    WordPiece,  ///< BERT uncased: vocab.txt
    Gpt2Bpe,    ///< GPT-2 byte-level BPE: vocab.json + merges.txt (MS-CLAP's end token and pad)
    RobertaBpe, ///< RoBERTa byte-level BPE: vocab.json + merges.txt, or tokenizer.json
};

/// `wordpiece`, `gpt2-bpe`, `roberta-bpe`. Errors: Error(Unsupported) with the name.
TokenizerKind tokenizerKindFromName(std::string_view name);

/// Reads the tokenizer files of a pack folder. maxTokens 0: the flavour's own limit.
/// Errors: Error(NotFound, Corrupt) naming the file.
std::unique_ptr<Tokenizer> loadTokenizer(TokenizerKind kind, const Path& folder, std::size_t maxTokens = 0);

} // namespace prolap::text
