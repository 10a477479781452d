#pragma once

#include "core/train/data/csv_table.h"
#include "core/train/data/row_collector.h"

namespace prolap::train {

bool isClotho(const CsvTable& table);

/// Reads a CSV of Clotho as published: `file_name,caption_1,...,caption_5`, captions of equal rank; other columns are
/// left alone. The split is the file's name: development (train), validation (val), evaluation (test).
/// A sound lies in `audio` or in its folder of the split's published name, under its name or, converted, under the same
/// name with another extension of sound. Rows without a file or without any caption are rejected.
/// Errors: Error(NotFound, Permission) for the folder.
/// Source: Drossos et al., Clotho (ICASSP 2020), and the files of its release.
void readClotho(CsvTable& table, const Path& audio, RowCollector& rows);

} // namespace prolap::train
