#include "core/text/added_tokens.h"

#include <algorithm>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace prolap::text {

namespace {

std::string_view withoutTrailingSpace(std::string_view utf8)
{
    while (!utf8.empty()) {
        std::size_t start = utf8.size() - 1;
        while (start > 0 && U8_IS_TRAIL(utf8[start]))
            --start;
        UChar32 point;
        std::size_t next = start;
        U8_NEXT_UNSAFE(reinterpret_cast<const std::uint8_t*>(utf8.data()), next, point);
        if (!u_isUWhiteSpace(point))
            break;
        utf8 = utf8.substr(0, start);
    }
    return utf8;
}

std::size_t leadingSpaceBytes(std::string_view utf8)
{
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(utf8.data());
    const auto size = static_cast<std::int64_t>(utf8.size());
    std::int64_t end = 0;
    while (end < size) {
        std::int64_t next = end;
        UChar32 point;
        U8_NEXT(bytes, next, size, point);
        if (point < 0 || !u_isUWhiteSpace(point))
            break;
        end = next;
    }
    return static_cast<std::size_t>(end);
}

} // namespace

AddedTokens::AddedTokens(std::vector<AddedToken> tokens) : m_tokens(std::move(tokens))
{
    std::erase_if(m_tokens, [](const AddedToken& token) { return token.content.empty(); });
    std::ranges::stable_sort(m_tokens, std::greater(), [](const AddedToken& token) { return token.content.size(); });
    for (const AddedToken& token : m_tokens)
        m_firstBytes += token.content.front();
}

const AddedToken* AddedTokens::at(std::string_view rest) const
{
    const auto found =
        std::ranges::find_if(m_tokens, [rest](const AddedToken& token) { return rest.starts_with(token.content); });
    return found == m_tokens.end() ? nullptr : &*found;
}

void AddedTokens::split(std::string_view utf8, const std::function<bool(std::string_view)>& text,
                        const std::function<bool(std::int32_t)>& token) const
{
    std::size_t from = 0; // where the piece under way begins
    std::size_t look = 0;
    while ((look = utf8.find_first_of(m_firstBytes, look)) != std::string_view::npos) {
        const AddedToken* found = at(utf8.substr(look));
        if (!found) {
            ++look;
            continue;
        }
        std::string_view piece = utf8.substr(from, look - from);
        if (found->stripLeft)
            piece = withoutTrailingSpace(piece);
        if (!piece.empty() && !text(piece))
            return;
        if (!token(found->id))
            return;
        from = look + found->content.size();
        if (found->stripRight)
            from += leadingSpaceBytes(utf8.substr(from));
        look = from;
    }
    if (from < utf8.size())
        text(utf8.substr(from));
}

} // namespace prolap::text
