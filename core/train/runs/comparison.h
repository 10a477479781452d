#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/paths.h"
#include "core/progress.h"
#include "core/run_control.h"
#include "core/train/data/data_source.h"

namespace prolap::train {

/// What one model makes of a set of clips, clip by clip, so that two models can be compared with an interval.
struct Measured {
    std::int64_t clips = 0;
    /// Figures that are means: a value a clip or caption, in the same order for every model. `zeroshot_top1`,
    /// `t2a_map10`, `t2a_label_map10`, `inclusion`, `traversal_precision`, `traversal_recall`.
    std::map<std::string, std::vector<double>> values;
    /// For `ece`: by clip and bin of match probability, pairs, sum of the probabilities, true pairs.
    std::vector<std::vector<double>> calibration;
    std::vector<std::string> paths, labels, taken; ///< by clip; taken: the label it was taken for

    nlohmann::json toJson() const;
    static Measured fromJson(const nlohmann::json& json);
};

/// Every figure, by name: the means, and `ece`.
std::map<std::string, double> figuresOf(const Measured& measured);

/// A figure before and after, and between which limits the change lies in 95 of 100 sets of clips like these.
struct ChangedFigure {
    std::string name;
    double before = 0, after = 0;
    double low = 0, high = 0; ///< of after - before

    double change() const { return after - before; }
};

/// Compares by a bootstrap of clips (or captions), 2000 draws of both models at once. Figures that one of the two lacks
/// are left out. Errors: none; sets of other clips give nothing.
/// Source: Efron and Tibshirani, An Introduction to the Bootstrap, percentile intervals.
std::vector<ChangedFigure> compared(const Measured& before, const Measured& after, std::uint64_t seed);

/// A clip that one model takes for what it is and the other does not.
struct ChangedClip {
    std::string path, label, before, after;

    bool won() const { return after == label; }
};

std::vector<ChangedClip> changedClips(const Measured& before, const Measured& after);

/// Which clips are measured: of `source` those of the split (all where there are no splits), at most so many, evenly
/// spaced.
struct MeasuredSet {
    DataSource source;
    std::string split = "test";
    std::size_t most = 2000;
};

/// What must not be forgotten; of a library's clips at most 300, as each is listened to once.
MeasuredSet controlSet(const DataSource& source);

/// Embeds the clips of each set by the model of a pack (through the cache of features) and measures them. Compiles
/// without torch. Nothing when stopped; a set without clips is empty. Errors: those of reading data and pack.
std::optional<std::vector<Measured>> measure(const std::vector<MeasuredSet>& sets, const Path& pack,
                                             const std::string& device, int threads, const Path& cacheDir,
                                             RunControl& control, const ProgressFn& progress);

} // namespace prolap::train
