#pragma once

#include <random>
#include <string>

namespace prolap::train {

/// The caption of two sounds at once: "A and B" or "A while B", each as likely. One sentence: the first caption's full
/// stop goes, the second one begins in lower case and keeps a single full stop if it has one. A second caption that is
/// not plain ASCII keeps its first letter, as other languages write nouns large; so do "I" and words that are not
/// capitalised but written in capitals ("DJ", "TV").
/// Source: MixProLAP (arXiv 2606.20418), text of a mixture.
std::string mixedCaption(const std::string& a, const std::string& b, std::mt19937_64& random);

} // namespace prolap::train
