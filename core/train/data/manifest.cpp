#include "core/train/data/manifest.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/error.h"
#include "core/train/data/csv_table.h"
#include "core/train/data/row_collector.h"

namespace prolap::train {

namespace {

struct CaptionColumns {
    std::vector<std::string> first;             ///< by level
    std::vector<std::vector<std::string>> more; ///< by level: of equal rank
};

CaptionColumns captionColumns(const CsvTable& table)
{
    CaptionColumns columns;
    if (table.has("caption")) {
        columns.first = {"caption"};
        return columns;
    }
    for (std::string name = "caption1"; table.has(name); name = fmt::format("caption{}", columns.first.size() + 1)) {
        columns.first.push_back(name);
        columns.more.emplace_back();
        for (int k = 2; table.has(fmt::format("{}_{}", name, k)); ++k)
            columns.more.back().push_back(fmt::format("{}_{}", name, k));
    }
    return columns;
}

} // namespace

std::vector<std::string> captionsAt(const ManifestRow& row, std::size_t level)
{
    std::vector<std::string> all;
    if (level < row.captions.size() && !row.captions[level].empty())
        all.push_back(row.captions[level]);
    if (level < row.moreCaptions.size())
        all.insert(all.end(), row.moreCaptions[level].begin(), row.moreCaptions[level].end());
    return all;
}

std::size_t mostAlternatives(const std::vector<ManifestRow>& rows)
{
    std::size_t most = 1;
    for (const ManifestRow& row : rows) {
        for (const std::vector<std::string>& more : row.moreCaptions)
            most = std::max(most, 1 + more.size());
    }
    return most;
}

void addCaption(ManifestRow& row, std::size_t level, const std::string& caption)
{
    if (caption.empty())
        return;
    if (row.captions.size() <= level)
        row.captions.resize(level + 1);
    if (row.captions[level].empty()) {
        row.captions[level] = caption;
        return;
    }
    const std::vector<std::string> known = captionsAt(row, level);
    if (std::find(known.begin(), known.end(), caption) != known.end())
        return;
    if (row.moreCaptions.size() <= level)
        row.moreCaptions.resize(level + 1);
    row.moreCaptions[level].push_back(caption);
}

void readManifest(CsvTable& table, const Path& folder, RowCollector& rows)
{
    const CaptionColumns columns = captionColumns(table);
    const std::vector<std::string>& captions = columns.first;
    if (!table.has("path") || captions.empty())
        throw Error(ErrorKind::BadInput,
                    fmt::format("{} has no column \"{}\": its first line must name the columns, at least path and "
                                "caption (or caption1, caption2 and so on)",
                                displayText(table.file()), table.has("path") ? "caption" : "path"));
    const std::string licence = table.has("license") ? "license" : "licence";
    rows.manifest.levels = static_cast<int>(captions.size());
    rows.manifest.hasSplit = table.has("split");
    rows.manifest.hasLabels = table.has("label");
    rows.manifest.hasLicences = table.has(licence);
    rows.manifest.hasSources = table.has("source");
    while (table.next()) {
        ManifestRow row;
        row.line = table.line();
        row.path = table.field("path");
        row.file = folder / row.path;
        bool captioned = false;
        for (const std::string& column : captions) {
            row.captions.push_back(validUtf8(table.field(column)));
            captioned |= !row.captions.back().empty();
        }
        for (std::size_t level = 0; level < columns.more.size(); ++level) {
            for (const std::string& column : columns.more[level])
                addCaption(row, level, validUtf8(table.field(column)));
        }
        row.split = validUtf8(table.field("split"));
        row.label = validUtf8(table.field("label"));
        row.licence = validUtf8(table.field(licence));
        row.source = validUtf8(table.field("source"));

        std::string fault = table.fault();
        if (fault.empty() && row.path.empty())
            fault = "it names no file";
        else if (fault.empty() && !captioned)
            fault = "it has no caption";
        if (fault.empty())
            rows.add(std::move(row));
        else
            rows.reject({row.line, row.path, fault});
    }
}

Manifest readManifest(const Path& file, bool strict)
{
    CsvTable table(file);
    RowCollector rows(file, strict);
    readManifest(table, file.parent_path(), rows);
    return rows.take();
}

} // namespace prolap::train
