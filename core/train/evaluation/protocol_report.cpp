#include "core/train/evaluation/protocol_report.h"

#include <fmt/format.h>

namespace prolap::train {

const char* nameOf(Protocol protocol)
{
    switch (protocol) {
    case Protocol::Retrieval:
        return "retrieval";
    case Protocol::ZeroShot:
        return "zeroshot";
    case Protocol::Traversal:
        return "traversal";
    case Protocol::Inclusion:
        return "inclusion";
    case Protocol::Uncertainty:
        return "uncertainty";
    }
    return "";
}

const char* nameOf(TraversalPath path)
{
    return path == TraversalPath::Line ? "line" : "climb";
}

std::string sentence(const TraversalSetting& setting)
{
    if (setting.path == TraversalPath::Climb)
        return fmt::format("climb to the most general caption, {} points, width {}", setting.points, setting.width);
    return fmt::format("straight line to the root {}, {} points", nameOf(setting.root), setting.points);
}

} // namespace prolap::train
