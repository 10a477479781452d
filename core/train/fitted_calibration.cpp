#include "core/train/fitted_calibration.h"

#include "core/prolap/calibration.h"
#include "core/prolap/similarity.h"

namespace prolap::train {

std::optional<FittedCalibration> fitCalibration(const RetrievalTask& task)
{
    const NamedClips named = namedClips(task);
    const torch::Tensor s =
        similarityMatrix(task.captions.select(named.captions), task.clips).flatten().to(torch::kFloat64);
    const torch::Tensor truth = named.hits.flatten();
    if (truth.all().item<bool>() || !truth.any().item<bool>())
        return std::nullopt;
    FittedCalibration fitted;
    const Calibration fit = prolap::fitCalibration(s, truth);
    const torch::Tensor p = matchProbability(s, fit);
    fitted.calibration.scale = fit.scale;
    fitted.calibration.bias = fit.bias;
    fitted.calibration.credibleProbability = bestF1Threshold(p, truth);
    fitted.ece = expectedCalibrationError(p, truth);
    const torch::Tensor likely = p > .1;
    fitted.eceAboveTenth = expectedCalibrationError(p.index({likely}), truth.index({likely}));
    return fitted;
}

} // namespace prolap::train
