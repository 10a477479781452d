#pragma once

#include <istream>
#include <optional>
#include <string>
#include <vector>

namespace prolap::train {

/// Reads comma-separated records by RFC 4180: quoted fields may hold commas, line breaks and doubled quotes. Lines may
/// end in LF or CRLF; a byte-order mark at the start and blank lines are skipped.
class CsvReader {
public:
    explicit CsvReader(std::istream& in);

    struct Record {
        int line = 0; ///< where it starts, counted from 1
        std::vector<std::string> fields;
        std::string fault; ///< why it is malformed (a quote inside an unquoted field, text after a closing quote, a
                           ///< quote never closed); empty when it is well-formed
    };

    /// None at the end.
    std::optional<Record> next();

private:
    std::istream& m_in;
    int m_line = 1;
};

} // namespace prolap::train
