#include "core/fetch/http_answer.h"

#include <algorithm>
#include <charconv>

namespace prolap::fetch {

namespace {

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool isName(std::string_view name, std::string_view lowerCase)
{
    return std::equal(name.begin(), name.end(), lowerCase.begin(), lowerCase.end(),
                      [](char a, char b) { return lower(a) == b; });
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view kBlank = " \t\r\n";
    const std::size_t from = text.find_first_not_of(kBlank);
    return from == text.npos ? std::string_view() : text.substr(from, text.find_last_not_of(kBlank) - from + 1);
}

std::optional<std::int64_t> number(std::string_view text)
{
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value < 0)
        return std::nullopt;
    return value;
}

/// An etag as far as it can be sent back: visible ASCII between quotes. Else empty.
std::string checkedTag(std::string_view value)
{
    const std::string_view quoted = value.substr(value.rfind("W/", 0) == 0 ? 2 : 0);
    const bool sound =
        quoted.size() >= 2 && quoted.size() <= 512 && quoted.front() == '"' && quoted.back() == '"' &&
        std::all_of(quoted.begin() + 1, quoted.end() - 1, [](char c) { return c > 0x20 && c < 0x7F && c != '"'; });
    return sound ? std::string(value) : std::string();
}

/// `bytes 100-199/200`, `bytes */200`
void readContentRange(std::string_view value, HttpAnswer& answer)
{
    if (value.rfind("bytes ", 0) != 0)
        return;
    const std::string_view range = value.substr(6);
    const std::size_t slash = range.find('/');
    if (slash == range.npos)
        return;
    answer.rangeTotal = number(range.substr(slash + 1));
    answer.rangeStart = number(range.substr(0, std::min(slash, range.find('-'))));
}

} // namespace

std::optional<std::int64_t> HttpAnswer::totalSize() const
{
    if (status == 206 || status == 416)
        return rangeTotal;
    return bodySize ? bodySize : linkedSize;
}

void HttpAnswerReader::add(std::string_view line)
{
    line = trimmed(line);
    if (line.rfind("HTTP/", 0) == 0) {
        HttpAnswer next;
        m_atHome = m_atHome && m_answer.location.find("://") == std::string::npos;
        next.homeTag = std::move(m_answer.homeTag);
        next.linkedTag = std::move(m_answer.linkedTag);
        next.linkedSize = m_answer.linkedSize;
        next.location = std::move(m_answer.location);
        const std::size_t space = line.find(' ');
        if (space != line.npos)
            next.status = static_cast<int>(number(line.substr(space + 1, 3)).value_or(0));
        m_answer = std::move(next);
        return;
    }
    const std::size_t colon = line.find(':');
    if (colon == line.npos)
        return;
    const std::string_view name = line.substr(0, colon);
    const std::string_view value = trimmed(line.substr(colon + 1));
    if (isName(name, "etag")) {
        m_answer.etag = checkedTag(value);
        if (m_atHome && m_answer.homeTag.empty())
            m_answer.homeTag = m_answer.etag;
    } else if (isName(name, "x-linked-etag")) {
        if (m_answer.linkedTag.empty())
            m_answer.linkedTag = checkedTag(value);
    } else if (isName(name, "x-linked-size")) {
        if (!m_answer.linkedSize)
            m_answer.linkedSize = number(value);
    } else if (isName(name, "content-length")) {
        m_answer.bodySize = number(value);
    } else if (isName(name, "content-range")) {
        readContentRange(value, m_answer);
    } else if (isName(name, "retry-after")) {
        m_answer.retryAfterSeconds = number(value);
    } else if (isName(name, "location")) {
        m_answer.location = value;
    }
}

bool isStrongTag(std::string_view etag)
{
    return etag.size() >= 2 && etag.front() == '"';
}

std::string_view tagText(std::string_view etag)
{
    if (etag.rfind("W/", 0) == 0)
        etag.remove_prefix(2);
    return etag.size() >= 2 ? etag.substr(1, etag.size() - 2) : std::string_view();
}

} // namespace prolap::fetch
