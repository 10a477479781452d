#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/paths.h"

namespace prolap::app {

/// Valid UTF-8 without control characters, so that a file's name can neither break a table nor drive the terminal.
std::string oneLine(std::string_view text);
std::string pathLine(const Path& path);

/// At most `columns` characters, the cut shown by an ellipsis.
std::string shortened(std::string_view text, std::size_t columns);

/// A length of time as a clock shows it: `0:07`, `1:02:03`.
std::string clockText(double seconds);
/// A place in a clip, to a tenth of a second: `0:07.3`.
std::string placeText(double seconds);

/// Lines of aligned columns; numbers are set to the right.
class Table {
public:
    enum class Align { Left, Right };
    struct Column {
        std::string title;
        Align align = Align::Left;
    };

    explicit Table(std::vector<Column> columns);

    void add(std::vector<std::string> cells);
    /// Title and rows; the title is left out when all titles are empty.
    std::vector<std::string> lines() const;

private:
    std::vector<Column> m_columns;
    std::vector<std::vector<std::string>> m_rows;
};

} // namespace prolap::app
