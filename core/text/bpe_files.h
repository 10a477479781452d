#pragma once

#include <vector>

#include "core/paths.h"
#include "core/text/added_tokens.h"
#include "core/text/byte_bpe.h"

namespace prolap::text {

/// A byte-level BPE tokenizer as its folder holds it.
struct BpeFiles {
    BpeVocabulary vocabulary;
    std::vector<AddedToken> added; ///< only tokenizer.json lists them
    std::string file;              ///< to name in messages
};

/// Reads tokenizer.json where it is, else vocab.json and merges.txt.
/// Errors: Error(NotFound, Corrupt) and Error(Unsupported) for a tokenizer.json of another kind, with the file.
BpeFiles readBpeFiles(const Path& folder);

} // namespace prolap::text
