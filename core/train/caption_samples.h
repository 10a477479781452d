#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/paths.h"
#include "core/train/dataset.h"
#include "core/train/evaluation/retrieval_protocol.h"

namespace prolap::train {

/// While a model learns: the captions whose ranking of the validation clips changed most since the start, with what
/// they found then and find now. A caption has moved by the sum, over the clips that are or were among its first ten,
/// of the change of 1 / rank. Kept in a file, whole at any moment:
/// {"step", "captions": [{"caption", "moved", "before": [{"path", "own"}], "now": [...]}], "start": {caption: [path]}};
/// own: the clip has that caption.
class CaptionSamples {
public:
    /// dataset: outlives it. goOn: what is in the file is the start.
    CaptionSamples(Path file, const Dataset& dataset, bool goOn);

    bool begun() const { return !m_start.empty(); }
    /// task: the validation split, as the model sees it before it learns. Errors: those of writing.
    void begin(const RetrievalTask& task);
    void see(const RetrievalTask& task, std::int64_t step);

private:
    std::vector<std::int64_t> firstClips(const RetrievalTask& task, std::int64_t caption) const;
    nlohmann::json clips(const std::vector<std::string>& paths, std::int64_t caption) const;
    void write(std::int64_t step, nlohmann::json captions) const;

    Path m_file;
    const Dataset& m_dataset;
    std::vector<std::int64_t> m_captions; ///< those of validation clips, as Dataset::captions counts them
    std::vector<std::string> m_paths;     ///< of the validation clips
    nlohmann::json m_start;               ///< by caption, the first clips
};

} // namespace prolap::train
