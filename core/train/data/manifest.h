#pragma once

#include <string>
#include <vector>

#include "core/paths.h"
#include "core/train/data/data_failure.h"

namespace prolap::train {

class CsvTable;
class RowCollector;

/// One clip of a data set with its captions.
struct ManifestRow {
    int line = 0; ///< of the CSV, counted from 1; 0 where there is none
    Path path;    ///< as the row says
    Path file;    ///< where it lies
    std::vector<std::string>
        captions; ///< general to specific, as many as Manifest::levels; empty where a row lacks one
    std::vector<std::vector<std::string>>
        moreCaptions;  ///< by level: further captions that say the same clip as well as captions[level] does. Levels
                       ///< behind the last that has some are left out
    std::string split; ///< empty where the manifest has no such column, as the three below
    std::string label;
    std::string licence;
    std::string source;
    std::vector<std::string> tags; ///< of a clip of a library, as people gave them; else empty
};

/// All captions of a clip at a level, distinct, the first one first; empty where it has none.
std::vector<std::string> captionsAt(const ManifestRow& row, std::size_t level);

/// The most captions that a clip has at one level; at least 1.
std::size_t mostAlternatives(const std::vector<ManifestRow>& rows);

/// Adds a caption of equal rank to those that the clip has at the level, unless it has that very one.
void addCaption(ManifestRow& row, std::size_t level, const std::string& caption);

struct Manifest {
    std::vector<ManifestRow> rows;
    std::vector<DataFailure> failures; ///< rows that could not be used
    int levels = 1;                    ///< of captions
    bool hasSplit = false, hasLabels = false, hasLicences = false, hasSources = false;
};

/// Reads a manifest. The header names the columns, in any order: `path`, then `caption` or `caption1` to `captionN`
/// (general to specific; `caption2_2`, `caption2_3` hold more captions of the rank of `caption2`), and optionally
/// `split`, `label`, `license` (or `licence`), `source`; others are left alone. Relative paths start at the manifest's
/// folder. A row that is malformed, short, without path or without any caption, or whose file does not exist, becomes a
/// failure; with strict, an error. Errors: Error(NotFound, Permission) for the file; Error(BadInput) naming the missing
/// column, the line when strict, or that no row can be used.
Manifest readManifest(const Path& file, bool strict);

/// The same from an opened table; relative paths start at `folder`.
void readManifest(CsvTable& table, const Path& folder, RowCollector& rows);

} // namespace prolap::train
