#pragma once

#include <string>

#include "core/paths.h"

namespace prolap::train {

/// Where captioned sounds come from. Compiles without torch. What kind of data it is, is told by its content:
///
/// | `manifest` is | and holds |
/// |---|---|
/// | a CSV with the columns `path` and `caption` or `caption1`, `caption2`, ... | readManifest() |
/// | a CSV with the columns `youtube_id`, `start_time`, `caption` | AudioCaps: readAudioCaps() |
/// | a CSV with the columns `file_name`, `caption_1`, ... | Clotho: readClotho() |
/// | a folder with CSV files of the last two kinds | all of them, each one's split by its name |
/// | any other folder | sounds with their captions in files beside them: readSidecars() |
///
/// or, instead of `manifest`, the clips of a library that a query names: readLibrary().
struct DataSource {
    Path manifest;     ///< empty: the library
    Path audio;        ///< where the sounds of a CSV lie; empty: in the CSV's own folder
    Path library;      ///< the catalogue that `query` asks
    std::string query; ///< `tag:rain -tag:indoors`; see clip_query.h

    /// The file or folder, to name in messages.
    const Path& place() const { return query.empty() ? manifest : library; }
};

} // namespace prolap::train
