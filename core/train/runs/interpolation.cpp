#include "core/train/runs/interpolation.h"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>
#include <torch/torch.h>

#include "core/error.h"
#include "core/model/compute_setting.h"
#include "core/train/runs/measuring.h"
#include "core/train/runs/mixed_model.h"
#include "core/train/runs/mixing.h"
#include "core/train/runs/run_files.h"

namespace prolap::train {

namespace {

DataSource dataOf(const Run& run)
{
    DataSource data;
    data.manifest = run.dataFile();
    return data;
}

void requireBoth(const Run& run)
{
    std::error_code ignored;
    if (run.status.state != RunState::Done || !std::filesystem::exists(run.tuned() / "config.json", ignored))
        throw Error(ErrorKind::BadInput,
                    fmt::format("The run {} has no model yet: only a run that is done can be mixed.", run.id));
    if (!std::filesystem::exists(run.settings.basePack, ignored))
        throw Error(
            ErrorKind::NotFound,
            fmt::format("The model {} that the run {} started from is gone, so there is nothing to mix it with.",
                        displayText(run.settings.basePack), run.id));
}

} // namespace

MixCurve measureMixes(const Run& run, const std::vector<double>& shares, const Path& cacheDir, RunControl& control,
                      const ProgressFn& progress)
{
    requireBoth(run);
    const model::ThreadCount count(run.settings.threads);
    const Path cache = cacheDir.empty() ? userCacheDir() / "features" : cacheDir;
    std::vector<std::pair<std::string, MeasuredSet>> sets;
    sets.emplace_back("held_out", MeasuredSet{dataOf(run)});
    if (!run.settings.control.place().empty())
        sets.emplace_back("control", controlSet(run.settings.control));
    MixCurve curve = readMixCurve(run.mixesFile());
    const auto total = static_cast<std::int64_t>(shares.size());
    for (std::int64_t done = 0; done < total; ++done) {
        if (progress)
            progress({done, total, "", -1});
        const double share = shares[static_cast<std::size_t>(done)];
        if (curve.at(share))
            continue;
        model::ProlapModel model = mixedModel(run.settings.basePack, run.tuned(), share, dataOf(run), cache, control);
        model.to(model::chooseDevice(run.settings.device));
        CachedSource source(std::move(model), cache);
        MixPoint point;
        point.share = share;
        for (const auto& [name, set] : sets) {
            const auto found = measured(set, source, control, [](std::int64_t, std::int64_t) {});
            if (!found || control.stopRequested())
                return curve;
            if (found->clips == 0)
                continue;
            point.groups[name] = figuresOf(*found);
            point.clips[name] = found->clips;
        }
        curve.points.push_back(std::move(point));
        std::ranges::sort(curve.points, {}, &MixPoint::share);
        curve.complete = done + 1 == total;
        writeJson(run.mixesFile(), curve.toJson());
    }
    if (!curve.complete) {
        curve.complete = true;
        writeJson(run.mixesFile(), curve.toJson());
    }
    if (progress)
        progress({total, total, "", 0});
    return curve;
}

void writeMix(const Run& run, double share, const Path& out, const Path& cacheDir, RunControl& control)
{
    requireBoth(run);
    std::error_code ignored;
    if (std::filesystem::exists(out, ignored) && !std::filesystem::is_empty(out, ignored))
        throw Error(ErrorKind::BadInput,
                    fmt::format("{} is there already; choose another folder for the new pack.", displayText(out)));
    mixPacks(run.settings.basePack, run.tuned(), share, dataOf(run), out, cacheDir, control,
             {run.id, run.name(), run.settings.preset, run.settings.dataText});
}

} // namespace prolap::train
