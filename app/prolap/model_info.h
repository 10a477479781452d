#pragma once

#include "app/prolap/session.h"

namespace prolap::app {

/// `prolap model info`: what a model is and what it lacks; exit code 2 when that keeps it from being used.
int runModelInfo(Session& session);

} // namespace prolap::app
