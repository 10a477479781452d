#pragma once

#include <optional>
#include <vector>

#include "core/library/organise/edit.h"
#include "db/catalogue.h"

namespace prolap::library {

/// Which of a clip's labels an edit is about, so that the others need not be read.
struct LabelAspects {
    bool tags = false, marks = false, captions = false;
};

/// None when the clip is gone.
std::optional<ClipLabels> readLabels(db::Catalogue& catalogue, ClipId clip, LabelAspects aspects = {true, true, true});

/// Where `from` and `to` differ, the clip becomes as `to`; all else stays. A clip that is gone is passed over.
void writeLabels(db::Catalogue& catalogue, const ClipLabels& from, const ClipLabels& to);

} // namespace prolap::library
