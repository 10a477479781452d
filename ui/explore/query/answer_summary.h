#pragma once

#include "ui/session/list_query.h"

namespace prolap::ui {

/// How many clips of a ranked list are wanted ones, in one line; empty for an empty list: "3 match; below the line the
/// 97 nearest of the rest".
QString answerSummary(const ListAnswer& answer);

} // namespace prolap::ui
