#include "core/train/teacher.h"

#include <fmt/format.h>

#include "core/error.h"
#include "core/train/data/data_failure.h"
#include "core/train/data/feature_cache.h"
#include "core/train/features.h"

namespace prolap::train {

namespace {

torch::Tensor unit(const torch::Tensor& rows)
{
    return torch::nn::functional::normalize(rows, torch::nn::functional::NormalizeFuncOptions().dim(1));
}

} // namespace

TeacherMeans encodeTeacher(model::ProlapModel& teacher, const Dataset& dataset, const Recipe& recipe,
                           const Path& cacheDir, RunControl& control,
                           const std::function<void(std::int64_t done, std::int64_t total)>& progress)
{
    const torch::NoGradGuard noGrad;
    if (!teacher.audioHead)
        throw Error(ErrorKind::Incompatible,
                    fmt::format("{} has no heads: a pack of encoders cannot teach", displayText(teacher.path)));
    const torch::Device device = teacher.device();
    FeatureCache clips(cacheDir, audioEncoderId(teacher, recipe.data.maxWindows));
    const ClipFeatures heard =
        encodeClips(teacher, dataset.rows, recipe.data.maxWindows, clips, control, progress,
                    [](const DataFailure& failure) { throw Error(ErrorKind::BadInput, sentence(failure)); });
    FeatureCache captions(cacheDir, textEncoderId(teacher));
    torch::Tensor read;
    if (heard.complete)
        read = encodeCaptions(teacher, dataset.captions, captions, control);
    if (!read.defined())
        return {};
    const torch::Tensor windows = teacher.audioHead->forward(heard.rows.to(device)).mean.cpu();
    return {unit(model::nn::meanOfGroups(windows, heard.counts)),
            unit(teacher.textHead->forward(read.to(device)).mean.cpu())};
}

} // namespace prolap::train
