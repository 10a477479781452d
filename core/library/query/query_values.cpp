#include "core/library/query/query_values.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

namespace prolap::library {

namespace {

constexpr std::int64_t kDay = 24 * 3600;

std::string lower(std::string_view text)
{
    std::string result(text);
    for (char& c : result)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return result;
}

/// A number at the beginning; text becomes what follows it.
std::optional<double> takeNumber(std::string_view& text)
{
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
    if (error != std::errc() || !(std::abs(value) <= 1e8))
        return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return value;
}

/// As precise as anyone asks, and written back without loss.
double thousandths(double value)
{
    return std::round(value * 1000) / 1000 + 0.0; // no -0
}

std::optional<double> number(std::string_view text, QueryUnit unit)
{
    const std::optional<double> value = takeNumber(text);
    if (!value)
        return std::nullopt;
    const std::string suffix = lower(text);
    if (unit != QueryUnit::Decibel && *value < 0)
        return std::nullopt;
    switch (unit) {
    case QueryUnit::Seconds:
        if (suffix.empty() || suffix == "s" || suffix == "sec")
            return thousandths(*value);
        if (suffix == "ms")
            return thousandths(*value / 1000);
        if (suffix == "m" || suffix == "min")
            return thousandths(*value * 60);
        if (suffix == "h")
            return thousandths(*value * 3600);
        return std::nullopt;
    case QueryUnit::Hertz:
        if (suffix == "k" || suffix == "khz" || (suffix.empty() && *value < 1000)) // "48" can only mean 48 kHz
            return std::round(*value * 1000);
        return suffix.empty() || suffix == "hz" ? std::optional(std::round(*value)) : std::nullopt;
    case QueryUnit::Count:
        return suffix.empty() && *value == std::floor(*value) ? value : std::nullopt;
    case QueryUnit::Decibel:
        return suffix.empty() || suffix == "lufs" || suffix == "db" ? std::optional(thousandths(*value)) : std::nullopt;
    }
    return std::nullopt;
}

std::string numberText(double value, QueryUnit unit)
{
    if (unit == QueryUnit::Seconds) {
        if (value > 0 && value < 1)
            return fmt::format("{:.0f}ms", value * 1000);
        const double minutes = std::round(value / 60);
        if (minutes >= 1 && minutes * 60 == value)
            return fmt::format("{:.0f}min", minutes);
        return fmt::format("{}s", value);
    }
    if (unit == QueryUnit::Hertz && value >= 1000 && std::fmod(value, 100) == 0)
        return fmt::format("{}k", value / 1000);
    if (unit == QueryUnit::Hertz)
        return fmt::format("{:.0f}hz", value);
    if (unit == QueryUnit::Count)
        return fmt::format("{:.0f}", value);
    return fmt::format("{}", value);
}

/// Splits `a..b`; none when there is no `..`.
std::optional<std::pair<std::string_view, std::string_view>> halves(std::string_view text)
{
    const std::size_t dots = text.find("..");
    if (dots == std::string_view::npos)
        return std::nullopt;
    return std::pair(text.substr(0, dots), text.substr(dots + 2));
}

/// `<`, `<=`, `>`, `>=`, `=` or nothing, taken from the beginning.
std::string_view takeComparison(std::string_view& text)
{
    for (const std::string_view sign : {"<=", ">=", "<", ">", "="})
        if (text.starts_with(sign)) {
            text.remove_prefix(sign.size());
            return sign;
        }
    return {};
}

/// None beyond what four digits can write.
std::optional<std::chrono::sys_days> inReason(std::chrono::sys_days days)
{
    const std::chrono::year year = std::chrono::year_month_day(days).year();
    return year >= std::chrono::year(1900) && year <= std::chrono::year(2999) ? std::optional(days) : std::nullopt;
}

std::optional<std::chrono::sys_days> day(std::string_view text)
{
    // 2026-01-31
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return std::nullopt;
    const auto part = [&](std::size_t at, std::size_t size) -> std::optional<unsigned> {
        unsigned value = 0;
        const auto [end, error] = std::from_chars(text.data() + at, text.data() + at + size, value);
        return error == std::errc() && end == text.data() + at + size ? std::optional(value) : std::nullopt;
    };
    const auto year = part(0, 4), month = part(5, 2), dayOfMonth = part(8, 2);
    if (!year || !month || !dayOfMonth)
        return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(*year)), std::chrono::month(*month),
                                           std::chrono::day(*dayOfMonth)};
    return date.ok() ? inReason(std::chrono::sys_days(date)) : std::nullopt;
}

std::string dayText(std::chrono::sys_days days)
{
    const std::chrono::year_month_day date(days);
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()));
}

} // namespace

std::optional<double> parseShare(std::string_view text)
{
    if (text.starts_with('+'))
        text.remove_prefix(1);
    const std::optional<double> value = takeNumber(text);
    return value && text.empty() && std::abs(*value) <= 1 ? std::optional(thousandths(*value)) : std::nullopt;
}

std::optional<QueryRange> parseRange(std::string_view text, QueryUnit unit)
{
    QueryRange range;
    if (const auto parts = halves(text)) {
        const auto& [from, to] = *parts;
        if (from.empty() && to.empty())
            return std::nullopt;
        if (!from.empty() && !(range.least = number(from, unit)))
            return std::nullopt;
        if (!to.empty() && !(range.most = number(to, unit)))
            return std::nullopt;
        if (range.least && range.most && *range.least > *range.most)
            std::swap(range.least, range.most);
        return range;
    }
    const std::string_view sign = takeComparison(text);
    const std::optional<double> value = number(text, unit);
    if (!value)
        return std::nullopt;
    if (sign.starts_with('<')) {
        range.most = value;
        range.below = sign == "<";
    } else if (sign.starts_with('>')) {
        range.least = value;
        range.above = sign == ">";
    } else if (unit == QueryUnit::Seconds) {
        range.least = thousandths(*value * 0.9);
        range.most = thousandths(*value * 1.1);
    } else {
        range.least = range.most = value;
    }
    return range;
}

std::string rangeText(std::string_view name, const QueryRange& range, QueryUnit unit)
{
    const auto text = [&](double value) { return numberText(value, unit); };
    if (range.least && range.most && !range.above && !range.below)
        return *range.least == *range.most && unit != QueryUnit::Seconds
                   ? fmt::format("{}:{}", name, text(*range.least))
                   : fmt::format("{}:{}..{}", name, text(*range.least), text(*range.most));
    std::string result;
    if (range.least)
        result = fmt::format("{}:{}{}", name, range.above ? ">" : ">=", text(*range.least));
    if (range.most)
        result +=
            fmt::format("{}{}:{}{}", result.empty() ? "" : " ", name, range.below ? "<" : "<=", text(*range.most));
    return result;
}

std::optional<QueryRange> intersection(const QueryRange& a, const QueryRange& b)
{
    QueryRange both = a;
    if (b.least && (!both.least || *b.least > *both.least || (*b.least == *both.least && b.above))) {
        both.least = b.least;
        both.above = b.above;
    }
    if (b.most && (!both.most || *b.most < *both.most || (*b.most == *both.most && b.below))) {
        both.most = b.most;
        both.below = b.below;
    }
    if (both.least && both.most &&
        (*both.least > *both.most || (*both.least == *both.most && (both.above || both.below))))
        return std::nullopt;
    return both;
}

std::optional<QueryDates> parseDates(std::string_view text)
{
    QueryDates dates;
    if (lower(text) == "today") {
        dates.withinSeconds = kDay;
        return dates;
    }
    if (const auto parts = halves(text)) {
        const auto& [from, to] = *parts;
        if (from.empty() && to.empty())
            return std::nullopt;
        if (!from.empty() && !(dates.from = day(from)))
            return std::nullopt;
        if (!to.empty() && !(dates.to = day(to)))
            return std::nullopt;
        if (dates.from && dates.to && *dates.from > *dates.to)
            std::swap(dates.from, dates.to);
        return dates;
    }
    std::string_view rest = text;
    const std::string_view sign = takeComparison(rest);
    if (const auto date = day(rest)) {
        const std::chrono::days one(1);
        if (sign.starts_with('<'))
            dates.to = inReason(sign == "<" ? *date - one : *date);
        else if (sign.starts_with('>'))
            dates.from = inReason(sign == ">" ? *date + one : *date);
        else
            dates.from = dates.to = date;
        return dates.asks() ? std::optional(dates) : std::nullopt;
    }
    if (!sign.empty() && sign != "<" && sign != "<=") // "added:<7d" is what some mean by 7d
        return std::nullopt;
    const std::optional<double> count = takeNumber(rest);
    const std::string unit = lower(rest);
    const double seconds = unit == "h"                    ? 3600
                           : unit == "d"                  ? kDay
                           : unit == "w"                  ? 7 * kDay
                           : unit == "m" || unit == "mon" ? 30 * kDay
                           : unit == "y"                  ? 365 * kDay
                                                          : 0;
    if (!count || *count <= 0 || seconds == 0 || *count * seconds > 1e11)
        return std::nullopt;
    dates.withinSeconds = std::max<std::int64_t>(1, std::llround(*count * seconds / 3600)) * 3600;
    return dates;
}

std::string datesText(std::string_view name, const QueryDates& dates)
{
    std::string result;
    const auto add = [&](const std::string& value) {
        result += fmt::format("{}{}:{}", result.empty() ? "" : " ", name, value);
    };
    if (dates.withinSeconds)
        add(*dates.withinSeconds % kDay == 0 ? fmt::format("{}d", *dates.withinSeconds / kDay)
                                             : fmt::format("{}h", *dates.withinSeconds / 3600));
    if (dates.from && dates.to)
        add(dates.from == dates.to ? dayText(*dates.from) : dayText(*dates.from) + ".." + dayText(*dates.to));
    else if (dates.from)
        add(">=" + dayText(*dates.from));
    else if (dates.to)
        add("<=" + dayText(*dates.to));
    return result;
}

std::optional<QueryDates> intersection(const QueryDates& a, const QueryDates& b)
{
    QueryDates both = a;
    if (b.withinSeconds)
        both.withinSeconds = std::min(both.withinSeconds.value_or(*b.withinSeconds), *b.withinSeconds);
    if (b.from)
        both.from = std::max(both.from.value_or(*b.from), *b.from);
    if (b.to)
        both.to = std::min(both.to.value_or(*b.to), *b.to);
    if (both.from && both.to && *both.from > *both.to)
        return std::nullopt;
    return both;
}

} // namespace prolap::library
