#pragma once

#include <QString>

#include "core/train/runs/run_data.h"

class QTreeWidget;

namespace prolap::ui {

/// How many clips, of what length, how divided, with how many captions. moved: how many its user put on another side.
QString factsText(const train::PreparedData& prepared, std::size_t moved);

/// What is worth knowing of the clips: a row each, what to do about it below.
void showChecks(QTreeWidget* tree, const train::PreparedData& prepared);

} // namespace prolap::ui
