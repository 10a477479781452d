#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/text/string_map.h"

namespace prolap::text {

/// What a byte-level BPE is made of, as its files hold it: symbols are written with one character per byte.
struct BpeVocabulary {
    StringMap<std::int32_t> ids;                             ///< symbol to id
    std::vector<std::pair<std::string, std::string>> merges; ///< best first
};

/// Byte-level byte-pair encoding: the bytes of a piece, merged pair by pair.
/// Source: Sennrich et al. 2016 (arXiv 1508.07909) over bytes, as in GPT-2.
class ByteBpe {
public:
    /// `file` is what messages call the vocabulary. Errors: Error(Corrupt) when one of the 256 byte symbols, or a part
    /// or the result of a merge, is not in the vocabulary.
    ByteBpe(const BpeVocabulary& vocabulary, const std::string& file);

    /// Appends the ids of one piece. Cost: n log n for n bytes.
    void encode(std::string_view piece, std::vector<std::int32_t>& ids) const;

private:
    struct Merge {
        std::uint32_t rank;
        std::int32_t id;
    };

    const Merge* mergeOf(std::int32_t left, std::int32_t right) const;

    std::array<std::int32_t, 256> m_byteIds{};
    std::unordered_map<std::uint64_t, Merge> m_merges; ///< by left id << 32 | right id
};

} // namespace prolap::text
