#include "core/text/pre_tokens.h"

#include <array>
#include <cstdint>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace prolap::text {

namespace {

enum class Kind { End, Space, Letter, Number, Other };

struct Point {
    Kind kind = Kind::End;
    bool blank = false; ///< U+0020, the only white space that joins what follows
    std::size_t next = 0;
};

Point pointAt(std::string_view utf8, std::size_t at)
{
    if (at >= utf8.size())
        return {Kind::End, false, at};
    auto next = static_cast<std::int64_t>(at);
    UChar32 point;
    U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(utf8.data()), next, static_cast<std::int64_t>(utf8.size()),
                    point);
    const std::uint32_t category = U_GET_GC_MASK(point);
    const Kind kind = u_isUWhiteSpace(point)          ? Kind::Space
                      : (category & U_GC_L_MASK) != 0 ? Kind::Letter
                      : (category & U_GC_N_MASK) != 0 ? Kind::Number
                                                      : Kind::Other;
    return {kind, point == ' ', static_cast<std::size_t>(next)};
}

std::size_t contractionAt(std::string_view rest)
{
    static constexpr std::array<std::string_view, 7> kContractions = {"'s", "'t", "'re", "'ve", "'m", "'ll", "'d"};
    for (const std::string_view contraction : kContractions)
        if (rest.starts_with(contraction))
            return contraction.size();
    return 0;
}

std::size_t endOfRun(std::string_view utf8, std::size_t at, Kind kind)
{
    for (Point point = pointAt(utf8, at); point.kind == kind; point = pointAt(utf8, at))
        at = point.next;
    return at;
}

// Of white space before something visible, the last character is left for what follows.
std::size_t endOfSpace(std::string_view utf8, std::size_t from)
{
    std::size_t at = from, last = from;
    for (Point point = pointAt(utf8, at); point.kind == Kind::Space; point = pointAt(utf8, at)) {
        last = at;
        at = point.next;
    }
    return at == utf8.size() || last == from ? at : last;
}

std::size_t endOfPreToken(std::string_view utf8, std::size_t from)
{
    if (const std::size_t contraction = contractionAt(utf8.substr(from)))
        return from + contraction;
    const Point first = pointAt(utf8, from);
    if (first.kind != Kind::Space)
        return endOfRun(utf8, from, first.kind);
    const Point second = pointAt(utf8, first.next);
    if (first.blank && second.kind != Kind::Space && second.kind != Kind::End)
        return endOfRun(utf8, first.next, second.kind);
    return endOfSpace(utf8, from);
}

} // namespace

void forEachPreToken(std::string_view utf8, const std::function<bool(std::string_view)>& piece)
{
    for (std::size_t from = 0; from < utf8.size();) {
        const std::size_t end = endOfPreToken(utf8, from);
        if (!piece(utf8.substr(from, end - from)))
            return;
        from = end;
    }
}

} // namespace prolap::text
