#include "core/library/organise/csv_text.h"

#include <cctype>

#include "core/error.h"

namespace prolap::library {

namespace {

constexpr std::string_view kUrl = "file://";

bool needsQuotes(const std::string& cell)
{
    return cell.find_first_of(",\"\r\n") != std::string::npos ||
           (!cell.empty() && (cell.front() == ' ' || cell.back() == ' '));
}

int hexOf(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

} // namespace

std::string csvLine(const std::vector<std::string>& cells)
{
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0)
            line += ',';
        if (!needsQuotes(cells[i])) {
            line += cells[i];
            continue;
        }
        line += '"';
        for (const char c : cells[i]) {
            if (c == '"')
                line += '"';
            line += c;
        }
        line += '"';
    }
    return line + "\r\n";
}

std::optional<std::vector<std::string>> CsvReader::row()
{
    if (!m_started) {
        m_started = true;
        for (const int byte : {0xEF, 0xBB, 0xBF})
            if (m_stream.peek() == byte)
                m_stream.get();
    }
    m_rowLine = m_line;
    std::vector<std::string> cells;
    std::string cell;
    enum class At { Start, Bare, Quoted, Closed } at = At::Start;
    for (;;) {
        const int next = m_stream.get();
        const bool end = next == std::istream::traits_type::eof();
        const char c = end ? '\n' : static_cast<char>(next);
        if (at == At::Quoted) {
            if (end)
                throw Error(ErrorKind::Corrupt,
                            "The quotes that begin in line " + std::to_string(m_rowLine) + " are never closed.");
            if (c == '\n')
                ++m_line;
            if (c == '"')
                at = At::Closed;
            else
                cell += c;
            continue;
        }
        if (at == At::Closed && c == '"') {
            cell += c;
            at = At::Quoted;
            continue;
        }
        if (c == '\r' && m_stream.peek() == '\n')
            continue;
        if (c == ',' || c == '\n') {
            if (c == '\n' && !end)
                ++m_line;
            if (end && cells.empty() && cell.empty() && at == At::Start)
                return std::nullopt;
            cells.push_back(std::move(cell));
            cell.clear();
            at = At::Start;
            if (c == '\n')
                return cells;
            continue;
        }
        if (at == At::Closed)
            throw Error(ErrorKind::Corrupt, "Line " + std::to_string(m_line) + " has text behind closed quotes.");
        if (at == At::Start && c == '"') {
            at = At::Quoted;
            continue;
        }
        at = At::Bare;
        cell += c;
    }
}

std::string csvList(const std::vector<std::string>& texts)
{
    std::string cell;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (i > 0)
            cell += "; ";
        // An empty text at the end, or blanks at the edges, would be lost.
        if (texts[i].empty() || texts[i].front() == ' ')
            cell += '\\';
        if (texts[i].empty())
            cell += 'e';
        for (const char c : texts[i]) {
            if (c == '\n')
                cell += "\\n";
            else if (c == '\r')
                cell += "\\r";
            else {
                if (c == ';' || c == '\\')
                    cell += '\\';
                cell += c;
            }
        }
    }
    return cell;
}

std::vector<std::string> fromCsvList(std::string_view cell)
{
    std::vector<std::string> texts;
    if (cell.empty())
        return texts;
    std::string text;
    bool beginning = true; // blanks between a separator and the text
    for (std::size_t i = 0; i < cell.size(); ++i) {
        const char c = cell[i];
        if (beginning && c == ' ')
            continue;
        beginning = false;
        if (c == ';') {
            texts.push_back(std::move(text));
            text.clear();
            beginning = true;
        } else if (c == '\\' && i + 1 < cell.size()) {
            const char escaped = cell[++i];
            if (escaped == 'n')
                text += '\n';
            else if (escaped == 'r')
                text += '\r';
            else if (escaped != 'e')
                text += escaped;
        } else {
            text += c;
        }
    }
    texts.push_back(std::move(text));
    return texts;
}

std::string csvPath(const Path& path)
{
    const std::string& bytes = path.native();
    if (validUtf8(bytes) == bytes)
        return bytes;
    constexpr const char* kDigits = "0123456789ABCDEF";
    std::string url(kUrl);
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80 && (std::isalnum(byte) || std::string_view("/-_.~").find(c) != std::string_view::npos)) {
            url += c;
        } else {
            url += '%';
            url += kDigits[byte >> 4];
            url += kDigits[byte & 15];
        }
    }
    return url;
}

Path fromCsvPath(const std::string& cell)
{
    if (!cell.starts_with(kUrl))
        return Path(cell);
    std::string bytes;
    for (std::size_t i = kUrl.size(); i < cell.size(); ++i) {
        if (cell[i] == '%' && i + 2 < cell.size() && hexOf(cell[i + 1]) >= 0 && hexOf(cell[i + 2]) >= 0) {
            bytes += static_cast<char>(hexOf(cell[i + 1]) * 16 + hexOf(cell[i + 2]));
            i += 2;
        } else {
            bytes += cell[i];
        }
    }
    return Path(bytes);
}

} // namespace prolap::library
