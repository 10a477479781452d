#include "core/train/data/csv_table.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <fmt/format.h>

#include "core/error.h"
#include "core/train/data/trimmed.h"

namespace prolap::train {

CsvTable::CsvTable(const Path& file) : m_file(file), m_in(file, std::ios::binary)
{
    if (!m_in) {
        const int code = errno;
        throw Error(code == ENOENT ? ErrorKind::NotFound : ErrorKind::Permission,
                    fmt::format("{} cannot be opened: {}", displayText(file), std::strerror(code)));
    }
    m_reader.emplace(m_in);
    auto header = m_reader->next();
    if (!header)
        throw Error(ErrorKind::BadInput, fmt::format("{} is empty", displayText(file)));
    m_header = std::move(*header);
    for (std::size_t i = 0; i < m_header.fields.size(); ++i) {
        std::string& name = m_header.fields[i];
        if (name.find('\0') != std::string::npos)
            throw Error(ErrorKind::BadInput,
                        fmt::format("{} is not a CSV file: it holds something else than text", displayText(file)));
        name = trimmed(name);
        if (!m_columns.emplace(name, i).second)
            throw Error(ErrorKind::BadInput,
                        fmt::format("{} names the column \"{}\" twice", displayText(file), validUtf8(name)));
    }
}

std::string CsvTable::header() const
{
    constexpr std::size_t kShown = 120;
    std::string line;
    for (const std::string& name : m_header.fields)
        line += (line.empty() ? "" : ",") + name;
    std::replace_if(
        line.begin(), line.end(), [](unsigned char c) { return c < ' '; }, ' ');
    return validUtf8(line.size() > kShown ? line.substr(0, kShown) + "..." : line);
}

bool CsvTable::next()
{
    auto record = m_reader->next();
    if (record)
        m_record = std::move(*record);
    return record.has_value();
}

std::string CsvTable::fault() const
{
    if (m_record.fault.empty() && m_record.fields.size() != m_header.fields.size())
        return fmt::format("it has {} fields, the header has {}", m_record.fields.size(), m_header.fields.size());
    return m_record.fault;
}

std::string CsvTable::field(const std::string& column) const
{
    const auto found = m_columns.find(column);
    return found == m_columns.end() || found->second >= m_record.fields.size()
               ? std::string()
               : trimmed(m_record.fields[found->second]);
}

} // namespace prolap::train
