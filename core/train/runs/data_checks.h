#pragma once

#include <cstddef>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/paths.h"
#include "core/progress.h"
#include "core/train/data/manifest.h"

namespace prolap::text {
class Tokenizer;
}

namespace prolap::train {

/// One thing that was looked at in the data, and what it means.
struct DataCheck {
    enum class Weight {
        Fine,    ///< nothing to do
        Notice,  ///< worth knowing
        Warning, ///< the result will suffer
        Refusal, ///< training would be for nothing
    };

    std::string
        id; ///< `clips`, `labels`, `balance`, `short`, `unreadable`, `duplicates`, `long_captions`, `foreign`, ...
    Weight weight = Weight::Fine;
    std::string sentence;              ///< what was found
    std::string advice;                ///< what to do about it; empty: nothing
    std::vector<std::string> examples; ///< files or captions, a few
    double value = 0;                  ///< the number behind it

    nlohmann::json toJson() const;
    static DataCheck fromJson(const nlohmann::json& json);
};

/// `fine`, `notice`, `warning`, `refusal`.
const char* nameOf(DataCheck::Weight weight);

/// What there is, in numbers.
struct DataFacts {
    std::size_t clips = 0, train = 0, validation = 0, test = 0;
    double hours = 0;
    std::vector<std::size_t> captions;                       ///< by level, all of them
    std::vector<std::size_t> distinct;                       ///< by level, different ones
    std::vector<std::pair<std::string, std::size_t>> labels; ///< clips of each, the most first; without label: ""

    nlohmann::json toJson() const;
    static DataFacts fromJson(const nlohmann::json& json);
};

/// What is known of the files of a data set.
struct FileFacts {
    std::vector<double> seconds;       ///< by row; below 0: the header could not be read
    std::vector<std::string> contents; ///< by row: equal for files with the same bytes, empty for unlike ones
    std::vector<DataFailure> failures; ///< files that are no sounds
    bool complete = true;              ///< false when stopped
};

/// Reads the headers, and the bytes where two files have the same size.
FileFacts lookAtFiles(const std::vector<ManifestRow>& rows, std::stop_token stop, const ProgressFn& progress);

/// Clips shorter than this say next to nothing.
inline constexpr double kShortSeconds = .1;

/// tokenizer: the base model's with no limit of its own (null: captions are not looked at); maxTokens: where the model
/// cuts captions.
std::vector<DataCheck> checkData(const Manifest& manifest, const FileFacts& files, const text::Tokenizer* tokenizer,
                                 std::size_t maxTokens);

/// Errors: Error(BadInput) with the first check that is a refusal, and what to do.
void requireUsable(const std::vector<DataCheck>& checks);

DataFacts factsOf(const Manifest& manifest, const FileFacts& files);

} // namespace prolap::train
