#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/train/data/data_source.h"
#include "core/train/data/manifest.h"
#include "core/train/runs/caption_templates.h"
#include "core/train/runs/data_checks.h"
#include "core/train/runs/data_split.h"

namespace prolap::train {

/// What a run shall learn from, and how it is divided.
struct DataRequest {
    DataSource source;
    CaptionTemplates templates;  ///< of clips with tags
    SplitOptions split;          ///< where the data bring no splits of their own, or ownSplit is false
    bool ownSplit = true;        ///< splits that the data bring count
    std::size_t mostOfLabel = 0; ///< of each label at most so many clips, chosen by the split's seed; 0: all
    bool leaveOutShort = false;  ///< clips shorter than kShortSeconds
    std::map<std::string, std::string> sides; ///< by path (native): `train`, `val` or `test`, as its user decided
    Path heard; ///< the library that knows how clips of a list sound; empty: that of the source, if any
};

/// Clips with captions, labels and splits, ready to train on, and what is worth knowing of them.
struct PreparedData {
    Manifest manifest;
    SplitReport split;
    DataFacts facts;
    std::vector<DataCheck> checks;
    std::vector<double> seconds;  ///< by row
    std::vector<int> groups;      ///< by row: equal numbers stay on one side
    std::vector<AlikePair> alike; ///< rows that sound nearly the same
    bool complete = true;         ///< false when stopped

    nlohmann::json toJson() const; ///< all but the manifest
};

/// Reads the data, makes captions of tags and labels where there are none, looks at the files, splits by group and
/// checks. basePack: whose tokenizer judges the captions; one that cannot be opened leaves that out.
/// Errors: those of reading the data. Threads: a worker.
PreparedData prepareData(const DataRequest& request, const Path& basePack, std::stop_token stop,
                         const ProgressFn& progress);

/// How many clips a source has. Errors: those of reading it, also where it has none.
std::size_t countClips(const DataSource& source);

/// Facts and checks anew after sides were changed by hand: data.manifest.rows[i].split.
void lookAgain(PreparedData& data);

/// Writes the rows as a manifest with absolute paths that readManifest() reads back: path, split, label, group and
/// captions. Errors: those of writing.
void writeDataFile(const Path& file, const Manifest& manifest);

} // namespace prolap::train
