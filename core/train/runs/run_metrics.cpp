#include "core/train/runs/run_metrics.h"

#include <algorithm>
#include <fstream>

#include <nlohmann/json.hpp>

namespace prolap::train {

namespace {

void cutBehind(std::map<std::string, RunMetrics::Curve>& curves, std::int64_t step)
{
    for (auto& [name, curve] : curves) {
        while (!curve.empty() && curve.back().first >= step)
            curve.pop_back();
    }
}

} // namespace

RunMetrics readRunMetrics(const Path& file)
{
    RunMetrics metrics;
    std::ifstream in(file, std::ios::binary);
    for (std::string line; std::getline(in, line);) {
        const auto json = nlohmann::json::parse(line, nullptr, /*allow_exceptions=*/false);
        if (!json.is_object() || !json.contains("step") || !json["step"].is_number_integer())
            continue;
        const auto step = json["step"].get<std::int64_t>();
        const bool validation = json.contains("validation");
        if (validation && !json["validation"].is_object())
            continue;
        if (step < metrics.lastStep || (!validation && step == metrics.lastStep)) {
            cutBehind(metrics.terms, step);
            cutBehind(metrics.validation, step);
        }
        metrics.lastStep = step;
        auto& curves = validation ? metrics.validation : metrics.terms;
        for (const auto& [name, value] : (validation ? json["validation"] : json).items()) {
            if (value.is_number() && name != "step" && name != "epoch")
                curves[name].emplace_back(step, value.get<double>());
        }
    }
    return metrics;
}

int validationsSinceBest(const RunMetrics& metrics, const std::string& metric)
{
    const auto found = metrics.validation.find(metric);
    if (found == metrics.validation.end() || found->second.empty())
        return 0;
    const auto best = std::max_element(found->second.begin(), found->second.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return static_cast<int>(std::distance(best, found->second.end())) - 1;
}

} // namespace prolap::train
