#include "core/train/data/data_failure.h"

namespace prolap::train {

std::string sentence(const DataFailure& failure)
{
    std::string place = failure.line > 0 ? "line " + std::to_string(failure.line) : std::string();
    if (!failure.path.empty())
        place += (place.empty() ? "" : ", ") + displayText(failure.path);
    return place.empty() ? failure.reason : place + ": " + failure.reason;
}

} // namespace prolap::train
