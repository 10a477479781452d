#include "core/text/byte_bpe.h"

#include <algorithm>
#include <queue>
#include <tuple>

#include <fmt/format.h>
#include <unicode/utf8.h>

#include "core/error.h"

namespace prolap::text {

namespace {

// Printable Latin-1 stands for itself; the 68 other bytes take U+0100 on, in order.
std::array<std::string, 256> byteSymbols()
{
    std::array<std::string, 256> symbols;
    UChar32 next = 0x100;
    for (int byte = 0; byte < 256; ++byte) {
        const bool itself =
            (byte >= 0x21 && byte <= 0x7E) || (byte >= 0xA1 && byte <= 0xAC) || (byte >= 0xAE && byte <= 0xFF);
        const UChar32 point = itself ? byte : next++;
        char bytes[4];
        std::size_t size = 0;
        U8_APPEND_UNSAFE(bytes, size, point);
        symbols[static_cast<std::size_t>(byte)].assign(bytes, size);
    }
    return symbols;
}

std::uint64_t pairKey(std::int32_t left, std::int32_t right)
{
    return std::uint64_t{static_cast<std::uint32_t>(left)} << 32 | static_cast<std::uint32_t>(right);
}

struct Symbol {
    std::int32_t id;
    std::int32_t previous; ///< -1 at the start
    std::int32_t next;     ///< -1 at the end
};

struct Candidate {
    std::uint32_t rank;
    std::int32_t left; ///< index of the pair's left symbol
    std::int32_t leftId;
    std::int32_t rightId;

    bool operator>(const Candidate& other) const { return std::tie(rank, left) > std::tie(other.rank, other.left); }
};

} // namespace

ByteBpe::ByteBpe(const BpeVocabulary& vocabulary, const std::string& file)
{
    const auto idOf = [&](const std::string& symbol, const std::string& needed) {
        const auto found = vocabulary.ids.find(symbol);
        if (found == vocabulary.ids.end())
            throw Error(ErrorKind::Corrupt,
                        fmt::format("{} is damaged: expected `{}` ({}) in the vocabulary, found only {} other symbols.",
                                    file, symbol, needed, vocabulary.ids.size()));
        return found->second;
    };
    const auto symbols = byteSymbols();
    for (std::size_t byte = 0; byte < symbols.size(); ++byte)
        m_byteIds[byte] = idOf(symbols[byte], fmt::format("byte {}", byte));
    m_merges.reserve(vocabulary.merges.size());
    std::uint32_t rank = 0;
    for (const auto& [left, right] : vocabulary.merges) {
        const std::string needed = fmt::format("merge {}", rank + 1);
        m_merges.insert_or_assign(pairKey(idOf(left, needed), idOf(right, needed)),
                                  Merge{rank, idOf(left + right, needed)});
        ++rank;
    }
}

const ByteBpe::Merge* ByteBpe::mergeOf(std::int32_t left, std::int32_t right) const
{
    const auto found = m_merges.find(pairKey(left, right));
    return found == m_merges.end() ? nullptr : &found->second;
}

void ByteBpe::encode(std::string_view piece, std::vector<std::int32_t>& ids) const
{
    std::vector<Symbol> symbols;
    symbols.reserve(piece.size());
    for (const char byte : piece) {
        const auto at = static_cast<std::int32_t>(symbols.size());
        symbols.push_back({m_byteIds[static_cast<unsigned char>(byte)], at - 1, at + 1});
    }
    if (symbols.empty())
        return;
    symbols.back().next = -1;

    // A merged-away symbol keeps its place with id -1; a candidate whose symbols have changed since is out of date.
    std::priority_queue<Candidate, std::vector<Candidate>, std::greater<>> candidates;
    const auto consider = [&](std::int32_t left) {
        if (left < 0)
            return;
        const std::int32_t right = symbols[static_cast<std::size_t>(left)].next;
        if (right < 0)
            return;
        const std::int32_t leftId = symbols[static_cast<std::size_t>(left)].id;
        const std::int32_t rightId = symbols[static_cast<std::size_t>(right)].id;
        if (const Merge* merge = mergeOf(leftId, rightId))
            candidates.push({merge->rank, left, leftId, rightId});
    };
    for (std::size_t at = 0; at + 1 < symbols.size(); ++at)
        consider(static_cast<std::int32_t>(at));
    while (!candidates.empty()) {
        const Candidate best = candidates.top();
        candidates.pop();
        Symbol& left = symbols[static_cast<std::size_t>(best.left)];
        if (left.id != best.leftId || left.next < 0)
            continue;
        Symbol& right = symbols[static_cast<std::size_t>(left.next)];
        if (right.id != best.rightId)
            continue;
        left.id = mergeOf(best.leftId, best.rightId)->id;
        right.id = -1;
        left.next = right.next;
        if (left.next >= 0)
            symbols[static_cast<std::size_t>(left.next)].previous = best.left;
        consider(left.previous);
        consider(best.left);
    }
    for (std::int32_t at = 0; at >= 0; at = symbols[static_cast<std::size_t>(at)].next)
        ids.push_back(symbols[static_cast<std::size_t>(at)].id);
}

} // namespace prolap::text
