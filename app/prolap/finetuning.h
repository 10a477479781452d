#pragma once

#include <string>

#include "app/prolap/session.h"
#include "core/train/runs/fine_tuning.h"

namespace prolap::app {

/// The commands `finetune` and `runs`.
void addFinetune(CLI::App& parent, Invocation& invocation);
void addRuns(CLI::App& parent, Invocation& invocation);

/// Works on a run of the store, says how far it is and what came of it. Returns the exit code.
int workOnRun(Session& session, const std::string& id, const train::WorkOptions& how);

} // namespace prolap::app
