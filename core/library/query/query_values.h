#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/library/query/query.h"

namespace prolap::library {

/// The unit in which an operator's numbers are written.
enum class QueryUnit { Seconds, Hertz, Count, Decibel };

/// `<2s`, `>=48k`, `1s..4s`, `2`. None when it is no such thing. A time without comparison means about that time:
/// within a tenth.
std::optional<QueryRange> parseRange(std::string_view text, QueryUnit unit);
/// As it is typed after `name:`, in one or two operators: `dur:>1s dur:<4s`.
std::string rangeText(std::string_view name, const QueryRange& range, QueryUnit unit);
/// What both ask for. None when nothing can be both.
std::optional<QueryRange> intersection(const QueryRange& a, const QueryRange& b);

/// A number from -1 to 1, to a thousandth. None when it is no such thing.
std::optional<double> parseShare(std::string_view text);

/// `7d`, `2w`, `24h`, `today`, `2026-01-31`, `>=2026-01-31`, `2026-01-01..2026-01-31`. None when it is no such thing.
std::optional<QueryDates> parseDates(std::string_view text);
std::string datesText(std::string_view name, const QueryDates& dates);
std::optional<QueryDates> intersection(const QueryDates& a, const QueryDates& b);

} // namespace prolap::library
