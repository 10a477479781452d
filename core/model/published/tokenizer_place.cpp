#include "core/model/published/tokenizer_place.h"

#include <fmt/format.h>

#include "core/error.h"
#include "core/text/tokenizer.h"

namespace prolap::model {

namespace fs = std::filesystem;

namespace {

/// Rows that embedding tables may have beyond the tokenizer's ids, to fill up a multiple.
constexpr std::int64_t kMostSpareRows = 127;

bool holdsTokenizer(const Path& folder)
{
    const auto has = [&](const char* name) {
        std::error_code code;
        return fs::is_regular_file(folder / name, code);
    };
    return has("tokenizer.json") || (has("vocab.json") && has("merges.txt"));
}

std::int64_t embeddingRows(const TextEncoderConfig& text)
{
    if (const auto* bert = std::get_if<BertConfig>(&text.network))
        return bert->vocabulary;
    return std::get<Gpt2Config>(text.network).vocabulary;
}

void checkFits(const ModelSource& source)
{
    const TextEncoderConfig& text = source.config.text;
    const auto kind = text::tokenizerKindFromName(text.tokenizer);
    const auto tokenizer = text::loadTokenizer(kind, source.tokenizerFolder, static_cast<std::size_t>(text.maxTokens));
    const std::int64_t rows = embeddingRows(text), ids = tokenizer->vocabularySize();
    if (ids > rows || ids < rows - kMostSpareRows)
        throw Error(ErrorKind::Incompatible,
                    fmt::format("{}: the tokenizer has {} ids, the embedding table in {} has {} rows: they are not of "
                                "the same model.",
                                displayText(source.tokenizerFolder), ids, displayText(source.weightFile), rows));
}

} // namespace

void findTokenizer(ModelSource& source, std::span<const Path> folders)
{
    for (const Path& folder : folders) {
        if (!holdsTokenizer(folder))
            continue;
        source.tokenizerFolder = folder;
        return checkFits(source);
    }
    const char* model = source.config.text.tokenizer == "gpt2-bpe" ? "gpt2" : "roberta-base";
    std::string places;
    for (const Path& folder : folders)
        places += fmt::format("{}{}", places.empty() ? "" : " or ", displayText(folder));
    source.missing.push_back(fmt::format("The tokenizer of {} is missing: put vocab.json and merges.txt (or "
                                         "tokenizer.json) of the public model {} into {}.",
                                         displayText(source.path), model, places));
}

} // namespace prolap::model
