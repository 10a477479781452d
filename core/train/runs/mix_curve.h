#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/paths.h"

namespace prolap::train {

/// The figures of a mixture of base and tuned model.
struct MixPoint {
    double share = 0;                                            ///< 0: the base, 1: the tuned model
    std::map<std::string, std::map<std::string, double>> groups; ///< `held_out`, `control`: figures by name
    std::map<std::string, std::int64_t> clips;                   ///< by group
};

/// What is gained and what is forgotten on the way from the base to the tuned model.
struct MixCurve {
    std::vector<MixPoint> points; ///< by share
    bool complete = false;        ///< all shares that were asked for

    nlohmann::json toJson() const;
    static MixCurve fromJson(const nlohmann::json& json);
    const MixPoint* at(double share) const; ///< null where it was not measured
    /// Between measured shares on the straight line between them; none outside of them.
    std::optional<double> figure(const std::string& group, const std::string& name, double share) const;
};

/// Of a file; empty where there is none.
MixCurve readMixCurve(const Path& file);

} // namespace prolap::train
