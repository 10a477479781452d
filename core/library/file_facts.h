#pragma once

#include "core/audio/clip_reader.h"
#include "core/error.h"
#include "core/library/folder_scan.h"
#include "db/clip_table.h"

namespace prolap::library {

/// What core/audio says of a file, as the catalogue keeps it.
db::ClipFacts clipFacts(const audio::AudioInfo& info);
db::ListenedFacts listenedFacts(const audio::ClipSummary& summary);

db::ListedFile listedFile(RootId root, const FoundFile& file);

/// Whether a failure lies in the circumstances (rights, memory, disk) and not in the file: such a file is tried again
/// by the next run, although it has not changed.
bool mayPass(ErrorKind kind);

/// The file as it is listed when a failure may pass: with a time that no file has, so that the next scan finds it
/// changed.
db::ListedFile toBeTriedAgain(db::ListedFile file);

} // namespace prolap::library
