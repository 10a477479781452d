#include "core/train/data/read_data.h"

#include <algorithm>
#include <fstream>

#include <fmt/format.h>

#include "core/error.h"
#include "core/train/data/audiocaps.h"
#include "core/train/data/clotho.h"
#include "core/train/data/csv_table.h"
#include "core/train/data/library_rows.h"
#include "core/train/data/row_collector.h"
#include "core/train/data/sidecars.h"

namespace prolap::train {

namespace {

bool isCatalogue(const Path& file)
{
    std::ifstream in(file, std::ios::binary);
    std::string begin(15, '\0');
    return in.read(begin.data(), 15) && begin == "SQLite format 3";
}

/// The CSV files of published data sets in a folder, by name.
std::vector<Path> publishedLists(const Path& folder)
{
    std::vector<Path> lists;
    std::error_code error;
    for (std::filesystem::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        if (at->path().extension() != ".csv")
            continue;
        try {
            const CsvTable table(at->path());
            if (isAudioCaps(table) || isClotho(table))
                lists.push_back(at->path());
        } catch (const Error&) {
            // A file of another kind that happens to lie among the sounds.
        }
    }
    std::sort(lists.begin(), lists.end());
    return lists;
}

void readCsv(const Path& file, const Path& audio, RowCollector& rows)
{
    if (isCatalogue(file))
        throw Error(ErrorKind::BadInput,
                    fmt::format("{} is a library, not a CSV file: name it by --library and its clips by --query",
                                displayText(file)));
    CsvTable table(file);
    const Path folder = audio.empty() ? file.parent_path() : audio;
    if (isAudioCaps(table))
        readAudioCaps(table, folder, rows);
    else if (isClotho(table))
        readClotho(table, folder, rows);
    else if (table.has("path") || table.has("caption") || table.has("caption1"))
        readManifest(table, folder, rows);
    else
        throw Error(ErrorKind::BadInput,
                    fmt::format("{} is none of the lists that can be read: its first line must name \"path\" and "
                                "\"caption\" (or caption1, caption2 and so on), or be that of AudioCaps "
                                "(audiocap_id,youtube_id,start_time,caption) or Clotho (file_name,caption_1,...); it "
                                "is \"{}\"",
                                displayText(file), table.header()));
}

} // namespace

Manifest readData(const DataSource& source, bool strict)
{
    if (source.manifest.empty() == source.query.empty())
        throw Error(ErrorKind::BadInput,
                    "Captioned sounds come either from a manifest (a CSV file or a folder) or from a query to the "
                    "library: give one of the two");
    std::error_code ignored;
    const bool folder = std::filesystem::is_directory(source.manifest, ignored);
    const std::vector<Path> lists = folder ? publishedLists(source.manifest) : std::vector<Path>{source.manifest};
    if (!source.audio.empty() && (!source.query.empty() || lists.empty()))
        throw Error(ErrorKind::BadInput,
                    fmt::format("The folder of sounds {} is for CSV files; {} say themselves where they lie",
                                displayText(source.audio),
                                source.query.empty() ? "sounds with captions beside them" : "clips of a library"));

    RowCollector rows(source.place(), strict);
    if (!source.query.empty()) {
        readLibrary(source.library, source.query, rows);
        return rows.take();
    }
    if (lists.empty())
        readSidecars(source.manifest, rows);
    for (const Path& list : lists) {
        rows.reading(folder ? list.filename() : Path());
        readCsv(list, source.audio, rows);
    }
    return rows.take();
}

} // namespace prolap::train
