#pragma once

#include <istream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/paths.h"

namespace prolap::library {

/// One line of a CSV file (RFC 4180): cells with commas, quotes, or line breaks stand in quotes. Ends with CR LF.
std::string csvLine(const std::vector<std::string>& cells);

/// Reads CSV row by row. Cells in quotes may hold line breaks; LF alone ends a row too; a byte order mark is skipped.
class CsvReader {
public:
    explicit CsvReader(std::istream& stream) : m_stream(stream) {}

    /// None at the end. Errors: Error(Corrupt) with the line for quotes that are not closed, or text behind them.
    std::optional<std::vector<std::string>> row();
    /// The line on which the last row began, from 1.
    int line() const { return m_rowLine; }

private:
    std::istream& m_stream;
    int m_line = 1;
    int m_rowLine = 1;
    bool m_started = false;
};

/// Several texts in one cell, with `; ` between them; `;`, `\` and line breaks within a text have a `\` before them
/// (a line break is `\n`).
std::string csvList(const std::vector<std::string>& texts);
std::vector<std::string> fromCsvList(std::string_view cell);

/// A path in a cell: as it is where it is valid UTF-8, else as a file: URL with its bytes in percent signs.
std::string csvPath(const Path& path);
Path fromCsvPath(const std::string& cell);

} // namespace prolap::library
