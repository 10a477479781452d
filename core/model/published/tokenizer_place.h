#pragma once

#include <span>

#include "core/model/model_source.h"

namespace prolap::model {

/// Looks for the text encoder's tokenizer files in those folders, the first that has them: tokenizer.json, or
/// vocab.json and merges.txt. Sets tokenizerFolder, or adds to missing a sentence with what to put where.
/// Errors: Error(Incompatible) when the tokenizer found is not the embedding table's; as text::loadTokenizer().
void findTokenizer(ModelSource& source, std::span<const Path> folders);

} // namespace prolap::model
