#include "app/prolap/data_failures.h"

namespace prolap::app {

nlohmann::json toJson(const train::DataFailure& failure)
{
    return {{"line", failure.line}, {"path", displayText(failure.path)}, {"reason", validUtf8(failure.reason)}};
}

} // namespace prolap::app
