#pragma once

#include "core/train/data/csv_table.h"
#include "core/train/data/row_collector.h"

namespace prolap::train {

bool isAudioCaps(const CsvTable& table);

/// Reads a CSV of AudioCaps as published: `audiocap_id,youtube_id,start_time,caption`. Rows of one excerpt are captions
/// of one clip, of equal rank. The split is the file's name.
/// The sounds are cut beforehand; one lies in `audio`, or in its folder of the CSV's or the split's name, as
/// `<youtube_id>`, `Y<youtube_id>`, `<youtube_id>_<start_time>` or `<audiocap_id>` with any extension of sound.
/// Excerpts without a file and rows without a caption are rejected.
/// Errors: Error(NotFound, Permission) for the folder.
/// Source: Kim et al., AudioCaps (NAACL 2019), and the files of its repository.
void readAudioCaps(CsvTable& table, const Path& audio, RowCollector& rows);

} // namespace prolap::train
