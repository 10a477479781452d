#pragma once

#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/paths.h"

namespace prolap::test {

using Merges = std::vector<std::pair<std::string, std::string>>;

/// A small byte-level vocabulary: ids 0 to 255 are the byte symbols in the published order (`!` is 0, a blank 220),
/// then a symbol for each merge, then the special tokens.
nlohmann::json byteVocabulary(const Merges& merges, const std::vector<std::string>& specials);

/// Writes it as vocab.json and merges.txt.
void writeBpeFolder(const Path& folder, const nlohmann::json& vocabulary, const Merges& merges);

/// The special tokens of RoBERTa.
std::vector<std::string> robertaSpecials();

/// Merges that make "rain" and " rain" and a run of blanks.
Merges rainMerges();

/// A vocab.txt for WordPiece: the special tokens (ids 0 to 4), then these lines.
std::string wordPieceVocabulary(const std::vector<std::string>& pieces);

} // namespace prolap::test
