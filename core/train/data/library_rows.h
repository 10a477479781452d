#pragma once

#include "core/train/data/row_collector.h"

namespace prolap::train {

/// Reads the clips of a library that a query names (see ClipQuery), with the captions and tags that people gave them.
/// Levels are those at which the clips have captions, from general to specific; a tag is a caption too, and where there
/// are others as well, tags are the most general level of all. There is no split, label, licence or source.
/// Clips without tag and caption are left out; those whose files are not there now are rejected.
/// Errors: those of opening the library for reading; Error(BadInput) for a query that is not understood or names no
/// clip.
void readLibrary(const Path& library, const std::string& query, RowCollector& rows);

} // namespace prolap::train
