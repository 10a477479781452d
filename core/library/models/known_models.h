#pragma once

#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

#include "core/paths.h"

namespace prolap::library {

/// A model that this machine knows, and what can be told of it without running it. Compiles without torch.
struct KnownModel {
    enum class Origin {
        Starter, ///< a part of the program, used where no model was named
        Shipped, ///< another part of the program
        Own,     ///< in the user's models folder
        Linked   ///< lies elsewhere and was used once
    };
    Origin origin = Origin::Own;
    std::string name;    ///< by which `--model` finds it
    Path path;           ///< folder or file
    std::string problem; ///< why it cannot be used, one sentence; empty when it can

    // Empty or 0 where the model cannot be read.
    std::string title; ///< the model's own name
    std::string kind;  ///< `ProLAP pack`, `Hugging Face CLAP`, `MS-CLAP 2023`, `LAION CLAP`
    std::string id;    ///< names its embedding sets; empty until asked for
    std::string licence, provenance;
    /// One after the other, the fine-tuning runs that it came from: of which model, under which name, how.
    struct TrainedBy {
        std::string base, run, name, preset, data;
    };
    std::vector<TrainedBy> runs;
    std::string card; ///< Markdown; empty where there is none
    std::string audioEncoder, textEncoder;
    std::int64_t dim = 0; ///< of the joint space; 0: encoders without heads
    bool probabilistic = false;
    std::int64_t weights = 0; ///< numbers in the weight files
    int sampleRate = 0;
    double windowSeconds = 0;
    bool calibrated = false;
    std::int64_t bytes = 0; ///< on the disk
    /// Figures that were measured when it was trained, on its validation split, by name.
    std::vector<std::pair<std::string, double>> metrics;
    std::int64_t trainClips = 0, validationClips = 0; ///< 0: not told

    bool usable() const { return problem.empty(); }
    bool partOfProgram() const { return origin == Origin::Starter || origin == Origin::Shipped; }
};

/// Looks at one model. Never fails: what is wrong becomes `problem`. withId: also works out its id, from the cache or
/// by reading all of its bytes.
KnownModel inspectModel(const Path& path, bool withId, std::stop_token stop = {});

/// The starter first, then the small one beside it, then those on the shelf (model_shelf.h) by name. Those met after a
/// stop are left out.
std::vector<KnownModel> knownModels(bool withIds, std::stop_token stop = {});

/// The known model of that name, or what lies at that path. Errors: Error(NotFound) when there is neither.
KnownModel findKnownModel(const std::string& nameOrPath, bool withId);

} // namespace prolap::library
