#include "core/text/tokenizer.h"

#include <fmt/format.h>

#include "core/error.h"
#include "core/text/bpe_files.h"
#include "core/text/bpe_tokenizer.h"
#include "core/text/text_file.h"
#include "core/text/wordpiece_tokenizer.h"

namespace prolap::text {

namespace {

constexpr std::size_t kMinTokens = 3; // begin, one piece, end

// What the published models were used with: MiniLM's sentence length, GPT-2's and RoBERTa's usable positions.
std::size_t ownLimit(TokenizerKind kind)
{
    switch (kind) {
    case TokenizerKind::WordPiece:
        return 256;
    case TokenizerKind::Gpt2Bpe:
        return 1024;
    case TokenizerKind::RobertaBpe:
        break;
    }
    return 512;
}

} // namespace

TokenizerKind tokenizerKindFromName(std::string_view name)
{
    if (name == "wordpiece")
        return TokenizerKind::WordPiece;
    if (name == "gpt2-bpe")
        return TokenizerKind::Gpt2Bpe;
    if (name == "roberta-bpe")
        return TokenizerKind::RobertaBpe;
    throw Error(ErrorKind::Unsupported,
                fmt::format("Expected the tokenizer wordpiece, gpt2-bpe or roberta-bpe, found `{}`.",
                            validUtf8(name.substr(0, 80))));
}

std::unique_ptr<Tokenizer> loadTokenizer(TokenizerKind kind, const Path& folder, std::size_t maxTokens)
{
    if (maxTokens == 0)
        maxTokens = ownLimit(kind);
    if (maxTokens < kMinTokens)
        throw Error(ErrorKind::BadInput, fmt::format("Cannot use the tokenizer in {}: expected room for at least {} "
                                                     "tokens, found {}.",
                                                     displayText(folder), kMinTokens, maxTokens));
    if (kind == TokenizerKind::WordPiece) {
        const Path file = folder / "vocab.txt";
        return std::make_unique<WordPieceTokenizer>(readVocabularyFile(file), displayText(file), maxTokens);
    }
    return std::make_unique<BpeTokenizer>(kind, readBpeFiles(folder), maxTokens);
}

} // namespace prolap::text
