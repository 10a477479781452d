#pragma once

#include <string>
#include <vector>

#include "core/paths.h"
#include "core/train/training_run.h"

namespace prolap::train {

/// One clip of a data set with its captions.
struct ManifestRow {
    int line = 0; ///< of the manifest, counted from 1
    Path path;    ///< as the row says
    Path file;    ///< where it lies: relative paths start at the manifest's folder
    std::vector<std::string>
        captions;      ///< general to specific, as many as Manifest::levels; empty where a row lacks one
    std::string split; ///< empty where the manifest has no such column, as the three below
    std::string label;
    std::string licence;
    std::string source;
};

struct Manifest {
    std::vector<ManifestRow> rows;
    std::vector<DataFailure> failures; ///< rows that could not be used
    int levels = 1;                    ///< caption columns
    bool hasSplit = false, hasLabels = false, hasLicences = false, hasSources = false;
};

/// Reads a manifest. The header names the columns, in any order: `path`, then `caption` or `caption1` to `captionN`
/// (general to specific), and optionally `split`, `label`, `license` (or `licence`), `source`; others are left alone.
/// A row that is malformed, short, without path or without any caption, or whose file does not exist, becomes a
/// failure; with strict, an error.
/// Errors: Error(NotFound, Permission) for the file; Error(BadInput) naming the missing column, the line when strict,
/// or that no row can be used.
Manifest readManifest(const Path& file, bool strict);

} // namespace prolap::train
