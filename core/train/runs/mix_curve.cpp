#include "core/train/runs/mix_curve.h"

#include <cmath>

#include "core/train/runs/run_files.h"

namespace prolap::train {

nlohmann::json MixCurve::toJson() const
{
    auto list = nlohmann::json::array();
    for (const MixPoint& point : points)
        list.push_back({{"share", point.share}, {"groups", point.groups}, {"clips", point.clips}});
    return {{"points", list}, {"complete", complete}};
}

MixCurve MixCurve::fromJson(const nlohmann::json& json)
{
    MixCurve curve;
    try {
        curve.complete = json.value("complete", false);
        for (const auto& item : json.value("points", nlohmann::json::array())) {
            MixPoint point;
            point.share = item.value("share", 0.0);
            point.groups = item.value("groups", decltype(point.groups)());
            point.clips = item.value("clips", decltype(point.clips)());
            curve.points.push_back(std::move(point));
        }
    } catch (const nlohmann::json::exception&) {
        return {}; // not a file of this program's: measured anew
    }
    return curve;
}

const MixPoint* MixCurve::at(double share) const
{
    for (const MixPoint& point : points) {
        if (std::abs(point.share - share) < 1e-6)
            return &point;
    }
    return nullptr;
}

std::optional<double> MixCurve::figure(const std::string& group, const std::string& name, double share) const
{
    const auto valueOf = [&](const MixPoint& point) -> std::optional<double> {
        const auto found = point.groups.find(group);
        if (found == point.groups.end() || !found->second.contains(name))
            return std::nullopt;
        return found->second.at(name);
    };
    if (const MixPoint* point = at(share))
        return valueOf(*point);
    for (std::size_t i = 1; i < points.size(); ++i) {
        const MixPoint &left = points[i - 1], &right = points[i];
        if (share < left.share || share > right.share)
            continue;
        const auto from = valueOf(left), to = valueOf(right);
        if (!from || !to)
            return std::nullopt;
        return *from + (*to - *from) * (share - left.share) / (right.share - left.share);
    }
    return std::nullopt;
}

MixCurve readMixCurve(const Path& file)
{
    const auto json = readJson(file);
    return json && json->is_object() ? MixCurve::fromJson(*json) : MixCurve();
}

} // namespace prolap::train
