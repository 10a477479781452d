#include "core/train/runs/mixing.h"

#include "core/train/runs/mixed_model.h"

#include <fmt/format.h>
#include <torch/torch.h>

#include "core/error.h"
#include "core/model/model_source.h"
#include "core/train/data/read_data.h"
#include "core/train/evaluation/cached_source.h"
#include "core/train/evaluation/embedded_split.h"
#include "core/train/fitted_calibration.h"

namespace prolap::train {

namespace {

void mixModule(torch::nn::Module& tuned, torch::nn::Module& base, double share)
{
    const torch::NoGradGuard noGrad;
    const auto mix = [share](const torch::OrderedDict<std::string, torch::Tensor>& to,
                             const torch::OrderedDict<std::string, torch::Tensor>& from) {
        for (const auto& item : to) {
            const torch::Tensor* other = from.find(item.key());
            if (!other || other->sizes() != item.value().sizes())
                throw Error(
                    ErrorKind::Incompatible,
                    fmt::format("The two models differ in {}: only models of one make can be mixed.", item.key()));
            torch::Tensor target = item.value();
            if (target.is_floating_point() && !torch::equal(target, *other))
                target.mul_(share).add_(*other, 1 - share);
        }
    };
    mix(tuned.named_parameters(), base.named_parameters());
    mix(tuned.named_buffers(), base.named_buffers());
}

std::optional<model::Calibration> calibrated(const model::ProlapModel& model, const DataSource& data,
                                             const Path& cacheDir, RunControl& control)
{
    CachedSource source(model, cacheDir.empty() ? userCacheDir() / "features" : cacheDir);
    const Manifest manifest = readData(data, /*strict=*/false);
    std::vector<ManifestRow> rows;
    for (const ManifestRow& row : manifest.rows) {
        if (row.split == "val")
            rows.push_back(row);
    }
    if (rows.empty())
        return std::nullopt;
    auto clips = source.embedClips(
        rows, control, [](std::int64_t, std::int64_t) {}, [](const DataFailure&) {});
    if (!clips || clips->rows.empty())
        return std::nullopt;
    const auto split = embeddedSplit(std::move(*clips), manifest.levels, source, control);
    const auto fitted = split ? fitCalibration(split->task) : std::nullopt;
    return fitted && fitted->calibration.scale > 0 ? std::optional(fitted->calibration) : std::nullopt;
}

} // namespace

model::ProlapModel mixedModel(const Path& base, const Path& tuned, double share, const DataSource& data,
                              const Path& cacheDir, RunControl& control)
{
    model::ProlapModel from = model::ProlapModel::load(base), to = model::ProlapModel::load(tuned);
    if (!from.audioHead || !to.audioHead ||
        from.audioHead->config().probabilistic != to.audioHead->config().probabilistic)
        throw Error(ErrorKind::Incompatible, "Only models of one make can be mixed: the base has other heads.");
    mixModule(*to.audioEncoder, *from.audioEncoder, share);
    mixModule(*to.textEncoder, *from.textEncoder, share);
    mixModule(*to.audioHead, *from.audioHead, share);
    mixModule(*to.textHead, *from.textHead, share);
    {
        const torch::NoGradGuard noGrad;
        to.logitScale.mul_(share).add_(from.logitScale, 1 - share);
        to.logitBias.mul_(share).add_(from.logitBias, 1 - share);
    }
    to.setTraining(false, false);
    to.config.training["mixed_with_base"] = 1 - share;
    to.config.calibration.reset();
    to.config.calibration = calibrated(to, data, cacheDir, control);
    return to;
}

void mixPacks(const Path& base, const Path& tuned, double share, const DataSource& data, const Path& out,
              const Path& cacheDir, RunControl& control, const RunOfModel& run)
{
    model::ProlapModel mixed = mixedModel(base, tuned, share, data, cacheDir, control);
    if (control.stopRequested())
        return; // it would lack its calibration
    const model::PackConfig from = model::openModelSource(base).config;
    auto chain =
        from.training.is_object() ? from.training.value("runs", nlohmann::json::array()) : nlohmann::json::array();
    chain.push_back({{"run", run.id},
                     {"name", validUtf8(run.name)},
                     {"base", from.name},
                     {"preset", run.preset},
                     {"data", validUtf8(run.dataText)},
                     {"share", share}});
    mixed.config.training["runs"] = std::move(chain);
    if (mixed.config.provenance.empty())
        mixed.config.provenance = from.provenance;
    if (mixed.config.licence.empty())
        mixed.config.licence = from.licence;
    mixed.save(out, fmt::format("# {}\n\nFine-tuned from {} by run {}, then mixed with it: {:.0f} % of the way.\n",
                                mixed.config.name, from.name, run.id, 100 * share));
}

} // namespace prolap::train
