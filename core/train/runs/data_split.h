#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/train/data/manifest.h"
#include "core/train/runs/sound_alike.h"

namespace prolap::train {

/// What is never torn apart between clips to learn from and clips to judge by.
enum class SplitBy {
    Auto,   ///< the coarsest of these that leaves enough to choose from
    Source, ///< takes of one recording (rain_01, rain_02), and all clips of one source (column `source`)
    Takes,  ///< takes of one recording
    Name,   ///< files of one name (rain.wav, rain.flac)
};

/// `auto`, `source`, `takes`, `name`.
const char* nameOf(SplitBy by);

struct SplitOptions {
    SplitBy by = SplitBy::Auto;
    std::uint64_t seed = 1;
    double validationShare = .15; ///< of each label's clips, about: groups stay whole
    double testShare = .15;
};

/// How rows were divided.
struct SplitReport {
    SplitBy by = SplitBy::Name; ///< never Auto
    std::size_t groups = 0;
    std::size_t train = 0, validation = 0, test = 0; ///< clips
    std::string note;                                ///< what to know of it, one sentence; empty: nothing
    float alikeFrom = 0;      ///< cosine from which clips were kept together by sound; 0: none were
    std::vector<int> groupOf; ///< by row: equal numbers were kept together
};

/// The group of each row: equal numbers belong together. Files with the same bytes always do, where `contents` names
/// them (a hash a row; empty: not known).
std::vector<int> groupsOf(const std::vector<ManifestRow>& rows, SplitBy by, const std::vector<std::string>& contents,
                          const std::vector<AlikePair>& alike = {}, float alikeFrom = 0);

/// Gives every row `train`, `val` or `test`, by groups, label by label, so that each label has clips to learn from
/// first and then some to judge by. Few clips have no test, very few no validation either. The same seed and rows give
/// the same split, whatever their order. Clips that sound alike are kept together too; where that would leave too
/// little to choose from, only those that are alike still more.
SplitReport splitByGroup(std::vector<ManifestRow>& rows, const SplitOptions& options,
                         const std::vector<std::string>& contents = {}, const std::vector<AlikePair>& alike = {});

/// A file's name without extension and without the number of its take: `Rain-03.wav`, `rain_take2.flac` and `rain
/// (1).wav` are `rain`. Lower case; a name that is nothing but a number stays.
std::string nameWithoutTake(const Path& file);

} // namespace prolap::train
