#pragma once

#include <string>

#include <QString>

#include "core/train/runs/run_store.h"

namespace prolap::ui {

/// Has a process of its own work on a run; it goes on when the window closes or crashes. Returns what went wrong, one
/// sentence, or nothing.
QString startRun(const train::Run& run);

} // namespace prolap::ui
