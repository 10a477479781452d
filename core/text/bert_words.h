#pragma once

#include <functional>
#include <string_view>

namespace prolap::text {

/// Longer words are unknown to WordPiece as a whole.
inline constexpr std::size_t kMaxWordPoints = 100;

/// Cleans, lower-cases and splits a text as BERT uncased does and calls word() for each word: control characters go,
/// CJK ideographs and punctuation are words of their own, accents are stripped after canonical decomposition. A word of
/// more than kMaxWordPoints code points is handed over cut to kMaxWordPoints + 1. When word() returns false the rest is
/// left out. utf8: valid UTF-8. Cost: linear, whatever the text.
void forEachBertWord(std::string_view utf8, const std::function<bool(std::u32string_view)>& word);

} // namespace prolap::text
