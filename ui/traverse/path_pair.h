#pragma once

#include <memory>

#include <QString>

#include "core/library/traversal/traversal.h"

namespace prolap::ui {

/// A path, and one beside it.
struct PathPair {
    std::shared_ptr<const library::Traversal> first, second;

    /// Whether the second is another model's.
    bool acrossModels() const { return first && second && first->modelId != second->modelId; }
};

/// "12 captions met on a climb from ... to ..., among 1 217 captions and 40 clips", and the notes below it.
QString summaryOf(const library::Traversal& traversal);

/// Where two paths agree: where they meet, or which captions two models both met; empty without a second.
QString agreementOf(const PathPair& paths);

/// What a ladder is headed with.
QString headingOf(const PathPair& paths, bool second);

} // namespace prolap::ui
