#pragma once

#include <fstream>
#include <map>
#include <optional>
#include <string>

#include "core/paths.h"
#include "core/train/data/csv_reader.h"

namespace prolap::train {

/// A CSV file whose first line names the columns.
///
///     CsvTable table("captions.csv");
///     while (table.next())
///         use(table.line(), table.field("caption"));
class CsvTable {
public:
    /// Reads the first line. Errors: Error(NotFound, Permission); Error(BadInput) for a file that is empty, no text or
    /// names a column twice.
    explicit CsvTable(const Path& file);

    const Path& file() const { return m_file; }
    bool has(const std::string& column) const { return m_columns.contains(column); }
    std::string header() const; ///< the first line, to show: valid UTF-8, shortened

    /// Goes to the next row; false at the end.
    bool next();
    int line() const { return m_record.line; } ///< where the row begins, counted from 1
    /// Why the row is malformed (see CsvReader) or that it has more or fewer fields than the header; else empty.
    std::string fault() const;
    /// Without blanks at its ends; empty where there is no such column or the row ends before it.
    std::string field(const std::string& column) const;

private:
    Path m_file;
    std::ifstream m_in;
    std::optional<CsvReader> m_reader;
    CsvReader::Record m_header, m_record;
    std::map<std::string, std::size_t> m_columns;
};

} // namespace prolap::train
