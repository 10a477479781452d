#pragma once

#include <functional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/error.h"
#include "core/progress.h"
#include "db/catalogue.h"

namespace prolap::db {

/// Something in a catalogue that is not as it should be.
struct Finding {
    enum class Kind {
        Damage,       ///< SQLite's own integrity check
        ForeignKey,   ///< a row that points to one that is not there
        OrphanVector, ///< a vector without its clip or set
        VectorSize,   ///< not the set's dimension, or a log-variance where there should be none
        WindowTime,   ///< end before start, or gaps in the numbering
        NotEmbedded,  ///< marked as listened to but without vectors in any set
        WordIndex,    ///< words that do not agree with the clips
        Waveform,     ///< a drawing that cannot be read
    };
    Kind kind = Kind::Damage;
    std::string sentence;
    std::int64_t rows = 1; ///< how many rows the sentence stands for
};

struct CheckReport {
    Outcome outcome = Outcome::Done;
    std::vector<Finding> findings; ///< empty: everything is as it should be
};

/// Looks at all of a catalogue, for `prolap library check`. Reads only. Takes minutes on a large one.
CheckReport check(Catalogue& catalogue, std::stop_token stop = {}, const ProgressFn& progress = {});

} // namespace prolap::db
