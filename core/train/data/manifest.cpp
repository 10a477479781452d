#include "core/train/data/manifest.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <map>
#include <optional>

#include <fmt/format.h>

#include "core/train/data/csv_reader.h"

namespace prolap::train {

namespace {

/// Column numbers by name, -1 where there is none.
struct Columns {
    int path = -1, split = -1, label = -1, licence = -1, source = -1;
    std::vector<int> captions;
    std::size_t count = 0;
};

Columns columnsOf(const std::vector<std::string>& header, const Path& file)
{
    std::map<std::string, int> byName;
    for (std::size_t i = 0; i < header.size(); ++i) {
        if (!byName.emplace(header[i], static_cast<int>(i)).second)
            throw Error(ErrorKind::BadInput,
                        fmt::format("{} names the column \"{}\" twice", displayText(file), validUtf8(header[i])));
    }
    const auto column = [&](const std::string& name) {
        const auto found = byName.find(name);
        return found == byName.end() ? -1 : found->second;
    };
    Columns columns;
    columns.count = header.size();
    columns.path = column("path");
    columns.split = column("split");
    columns.label = column("label");
    columns.licence = std::max(column("license"), column("licence"));
    columns.source = column("source");
    if (column("caption") >= 0)
        columns.captions.push_back(column("caption"));
    else
        for (int level = 1; column(fmt::format("caption{}", level)) >= 0; ++level)
            columns.captions.push_back(column(fmt::format("caption{}", level)));
    if (columns.path < 0 || columns.captions.empty())
        throw Error(ErrorKind::BadInput,
                    fmt::format("{} has no column \"{}\": its first line must name the columns, at least path and "
                                "caption (or caption1, caption2 and so on)",
                                displayText(file), columns.path < 0 ? "path" : "caption"));
    return columns;
}

std::string trimmed(const std::string& text)
{
    const auto first = text.find_first_not_of(" \t\r\n");
    return first == std::string::npos ? "" : text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

} // namespace

Manifest readManifest(const Path& file, bool strict)
{
    std::ifstream in(file, std::ios::binary);
    if (!in) {
        const int code = errno;
        throw Error(code == ENOENT ? ErrorKind::NotFound : ErrorKind::Permission,
                    fmt::format("The manifest {} cannot be opened: {}", displayText(file), std::strerror(code)));
    }
    CsvReader csv(in);
    const auto header = csv.next();
    if (!header)
        throw Error(ErrorKind::BadInput, fmt::format("The manifest {} is empty", displayText(file)));
    const Columns columns = columnsOf(header->fields, file);

    Manifest manifest;
    manifest.levels = static_cast<int>(columns.captions.size());
    manifest.hasSplit = columns.split >= 0;
    manifest.hasLabels = columns.label >= 0;
    manifest.hasLicences = columns.licence >= 0;
    manifest.hasSources = columns.source >= 0;
    const Path folder = file.parent_path();
    while (const auto record = csv.next()) {
        ManifestRow row;
        row.line = record->line;
        const auto field = [&](int column) {
            return column >= 0 && static_cast<std::size_t>(column) < record->fields.size()
                       ? trimmed(record->fields[static_cast<std::size_t>(column)])
                       : std::string();
        };
        row.path = field(columns.path);
        row.file = folder / row.path;
        bool captioned = false;
        for (const int column : columns.captions) {
            row.captions.push_back(validUtf8(field(column)));
            captioned |= !row.captions.back().empty();
        }
        row.split = validUtf8(field(columns.split));
        row.label = validUtf8(field(columns.label));
        row.licence = validUtf8(field(columns.licence));
        row.source = validUtf8(field(columns.source));

        std::string fault = record->fault;
        std::error_code ignored;
        if (fault.empty() && record->fields.size() != columns.count)
            fault = fmt::format("it has {} fields, the header has {}", record->fields.size(), columns.count);
        else if (fault.empty() && row.path.empty())
            fault = "it names no file";
        else if (fault.empty() && !captioned)
            fault = "it has no caption";
        else if (fault.empty() && !std::filesystem::is_regular_file(row.file, ignored))
            fault = fmt::format("there is no file {}", displayText(row.file));
        if (fault.empty()) {
            manifest.rows.push_back(std::move(row));
            continue;
        }
        if (strict)
            throw Error(ErrorKind::BadInput, fmt::format("{} line {}: {}", displayText(file), row.line, fault));
        manifest.failures.push_back({row.line, row.path, fault});
    }
    if (manifest.rows.empty())
        throw Error(ErrorKind::BadInput,
                    fmt::format("The manifest {} has no usable row{}", displayText(file),
                                manifest.failures.empty() ? std::string()
                                                          : fmt::format(" (line {}: {})", manifest.failures[0].line,
                                                                        manifest.failures[0].reason)));
    return manifest;
}

} // namespace prolap::train
