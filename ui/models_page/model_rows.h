#pragma once

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/library/models/embedding_sets.h"
#include "core/library/models/known_models.h"

namespace prolap::ui {

/// A model as the Models page lists it: what is known of it, and what the open library holds of it.
struct ModelRow {
    library::KnownModel known;
    std::optional<library::EmbeddingSetSummary> set; ///< what the library heard with it
    bool isDefault = false;                          ///< the library opens with it
    /// Only the library knows of it: it heard clips, but its files are not on this machine.
    bool filesGone() const { return known.path.empty(); }
};

/// The starter, the models on the shelf, then those that only the library knows of. Reads files: for a worker.
/// Errors: those of reading the catalogue.
std::vector<ModelRow> readModelRows(const Path& catalogue, std::stop_token stop);

} // namespace prolap::ui
