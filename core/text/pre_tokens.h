#pragma once

#include <functional>
#include <string_view>

namespace prolap::text {

/// Cuts a text into the pieces that byte-level BPE merges within: English contractions, words, numbers, other signs
/// (each with one space before it), and white space. The pieces cover the text. When piece() returns false the rest is
/// left out. utf8: valid UTF-8.
/// Source: GPT-2's pre-tokenisation rule, 's|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+
void forEachPreToken(std::string_view utf8, const std::function<bool(std::string_view)>& piece);

} // namespace prolap::text
