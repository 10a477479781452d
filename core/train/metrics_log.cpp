#include "core/train/metrics_log.h"

#include <fmt/format.h>

#include "core/error.h"

namespace prolap::train {

MetricsLog::MetricsLog(const Path& file, bool append) : m_out(file, append ? std::ios::app : std::ios::trunc)
{
    if (!m_out)
        throw Error(ErrorKind::Permission, fmt::format("{} cannot be written", displayText(file)));
}

void MetricsLog::write(const nlohmann::json& line)
{
    m_out << line.dump() << std::endl;
}

} // namespace prolap::train
