#include "app/prolap/data_failures.h"

#include <fmt/format.h>

namespace prolap::app {

nlohmann::json toJson(const train::DataFailure& failure)
{
    return {{"line", failure.line}, {"path", displayText(failure.path)}, {"reason", validUtf8(failure.reason)}};
}

std::string sentence(const train::DataFailure& failure)
{
    if (failure.path.empty())
        return fmt::format("line {}: {}", failure.line, failure.reason);
    return fmt::format("line {}, {}: {}", failure.line, displayText(failure.path), failure.reason);
}

} // namespace prolap::app
