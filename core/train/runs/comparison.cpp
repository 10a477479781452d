#include "core/train/runs/comparison.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

namespace prolap::train {

namespace {

constexpr int kDraws = 2000;
constexpr double kTail = .025;

double eceOf(const std::vector<std::vector<double>>& calibration, const std::vector<std::size_t>& rows)
{
    if (calibration.empty())
        return 0;
    std::vector<double> sums(calibration.front().size());
    for (const std::size_t row : rows) {
        for (std::size_t k = 0; k < sums.size(); ++k)
            sums[k] += calibration[row][k];
    }
    double pairs = 0, error = 0;
    for (std::size_t bin = 0; bin + 2 < sums.size(); bin += 3) {
        pairs += sums[bin];
        error += std::abs(sums[bin + 1] - sums[bin + 2]);
    }
    return pairs > 0 ? error / pairs : 0;
}

double meanOf(const std::vector<double>& values, const std::vector<std::size_t>& rows)
{
    double sum = 0;
    for (const std::size_t row : rows)
        sum += values[row];
    return rows.empty() ? 0 : sum / static_cast<double>(rows.size());
}

/// figureOf(rows) gives before and after over these rows.
template <typename FigureOf>
ChangedFigure figure(const std::string& name, std::size_t count, std::uint64_t seed, FigureOf figureOf)
{
    std::vector<std::size_t> rows(count);
    for (std::size_t i = 0; i < count; ++i)
        rows[i] = i;
    ChangedFigure changed;
    changed.name = name;
    std::tie(changed.before, changed.after) = figureOf(rows);
    std::mt19937_64 random(seed);
    std::vector<double> changes;
    for (int draw = 0; draw < kDraws; ++draw) {
        for (std::size_t& row : rows)
            row = random() % count;
        const auto [before, after] = figureOf(rows);
        changes.push_back(after - before);
    }
    std::sort(changes.begin(), changes.end());
    changed.low = changes[static_cast<std::size_t>(kTail * kDraws)];
    changed.high = changes[static_cast<std::size_t>((1 - kTail) * kDraws) - 1];
    return changed;
}

} // namespace

nlohmann::json Measured::toJson() const
{
    return {{"clips", clips}, {"values", values}, {"calibration", calibration},
            {"paths", paths}, {"labels", labels}, {"taken", taken}};
}

Measured Measured::fromJson(const nlohmann::json& json)
{
    Measured measured;
    measured.clips = json.value("clips", std::int64_t(0));
    measured.values = json.value("values", decltype(measured.values)());
    measured.calibration = json.value("calibration", decltype(measured.calibration)());
    measured.paths = json.value("paths", std::vector<std::string>());
    measured.labels = json.value("labels", std::vector<std::string>());
    measured.taken = json.value("taken", std::vector<std::string>());
    return measured;
}

MeasuredSet controlSet(const DataSource& source)
{
    constexpr std::size_t kMostOfLibrary = 300;
    MeasuredSet set;
    set.source = source;
    if (!source.query.empty())
        set.most = kMostOfLibrary;
    return set;
}

std::map<std::string, double> figuresOf(const Measured& measured)
{
    const auto rows = [](std::size_t count) {
        std::vector<std::size_t> all(count);
        std::iota(all.begin(), all.end(), std::size_t(0));
        return all;
    };
    std::map<std::string, double> figures;
    for (const auto& [name, values] : measured.values) {
        if (!values.empty())
            figures[name] = meanOf(values, rows(values.size()));
    }
    if (!measured.calibration.empty())
        figures["ece"] = eceOf(measured.calibration, rows(measured.calibration.size()));
    return figures;
}

std::vector<ChangedFigure> compared(const Measured& before, const Measured& after, std::uint64_t seed)
{
    std::vector<ChangedFigure> figures;
    for (const auto& [name, values] : before.values) {
        const auto found = after.values.find(name);
        if (found == after.values.end() || found->second.size() != values.size() || values.empty())
            continue;
        figures.push_back(figure(name, values.size(), seed, [&](const auto& rows) {
            return std::pair(meanOf(values, rows), meanOf(found->second, rows));
        }));
    }
    if (!before.calibration.empty() && before.calibration.size() == after.calibration.size())
        figures.push_back(figure("ece", before.calibration.size(), seed, [&](const auto& rows) {
            return std::pair(eceOf(before.calibration, rows), eceOf(after.calibration, rows));
        }));
    return figures;
}

std::vector<ChangedClip> changedClips(const Measured& before, const Measured& after)
{
    std::vector<ChangedClip> clips;
    if (before.paths != after.paths || before.taken.size() != after.taken.size())
        return clips;
    for (std::size_t i = 0; i < before.taken.size(); ++i) {
        const std::string& label = before.labels[i];
        if (!label.empty() && (before.taken[i] == label) != (after.taken[i] == label))
            clips.push_back({before.paths[i], label, before.taken[i], after.taken[i]});
    }
    return clips;
}

} // namespace prolap::train
