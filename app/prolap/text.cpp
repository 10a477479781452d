#include "app/prolap/text.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace prolap::app {

namespace {

bool continuesCharacter(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

std::size_t characters(std::string_view text)
{
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return !continuesCharacter(c); }));
}

} // namespace

std::string oneLine(std::string_view text)
{
    const std::string valid = validUtf8(text);
    std::string line;
    line.reserve(valid.size());
    for (std::size_t at = 0; at < valid.size(); ++at) {
        const auto byte = static_cast<unsigned char>(valid[at]);
        const bool c1 = byte == 0xC2 && at + 1 < valid.size() && static_cast<unsigned char>(valid[at + 1]) < 0xA0;
        if (c1)
            ++at;
        if (byte < 0x20 || byte == 0x7F || c1)
            line += "\xEF\xBF\xBD";
        else
            line += valid[at];
    }
    return line;
}

std::string pathLine(const Path& path)
{
    return oneLine(std::string_view(path.native()));
}

std::string shortened(std::string_view text, std::size_t columns)
{
    if (characters(text) <= columns)
        return std::string(text);
    std::size_t at = 0;
    for (std::size_t kept = 0; at < text.size(); ++at) {
        if (!continuesCharacter(text[at]) && kept++ + 1 >= columns)
            break;
    }
    return std::string(text.substr(0, at)) + "…";
}

std::string clockText(double seconds)
{
    const auto total = static_cast<long long>(std::llround(std::max(seconds, 0.0)));
    if (total < 3600)
        return fmt::format("{}:{:02}", total / 60, total % 60);
    return fmt::format("{}:{:02}:{:02}", total / 3600, total / 60 % 60, total % 60);
}

std::string placeText(double seconds)
{
    const auto tenths = static_cast<long long>(std::llround(std::max(seconds, 0.0) * 10));
    const std::string tail = fmt::format("{:02}.{}", tenths / 10 % 60, tenths % 10);
    if (tenths < 36000)
        return fmt::format("{}:{}", tenths / 600, tail);
    return fmt::format("{}:{:02}:{}", tenths / 36000, tenths / 600 % 60, tail);
}

Table::Table(std::vector<Column> columns) : m_columns(std::move(columns)) {}

void Table::add(std::vector<std::string> cells)
{
    cells.resize(m_columns.size());
    m_rows.push_back(std::move(cells));
}

std::vector<std::string> Table::lines() const
{
    std::vector<std::size_t> widths;
    std::vector<std::string> titles;
    for (std::size_t column = 0; column < m_columns.size(); ++column) {
        titles.push_back(m_columns[column].title);
        widths.push_back(characters(titles.back()));
        for (const auto& row : m_rows)
            widths.back() = std::max(widths.back(), characters(row[column]));
    }
    const auto line = [&](const std::vector<std::string>& cells) {
        std::string text;
        for (std::size_t column = 0; column < cells.size(); ++column) {
            const std::string padding(widths[column] - characters(cells[column]), ' ');
            text += column == 0 ? "" : "  ";
            text += m_columns[column].align == Align::Right ? padding + cells[column] : cells[column] + padding;
        }
        text.erase(text.find_last_not_of(' ') + 1);
        return text;
    };
    std::vector<std::string> all;
    if (std::any_of(titles.begin(), titles.end(), [](const std::string& title) { return !title.empty(); }))
        all.push_back(line(titles));
    for (const auto& row : m_rows)
        all.push_back(line(row));
    return all;
}

} // namespace prolap::app
