#include "core/train/objective.h"

#include "core/prolap/inclusion_loss.h"
#include "core/prolap/info_nce.h"
#include "core/prolap/ppcl.h"
#include "core/prolap/vib.h"

namespace prolap::train {

std::vector<LossTerm> lossTerms(const BatchEmbeddings& batch, const Recipe::Losses& losses)
{
    namespace F = torch::nn::functional;
    std::vector<LossTerm> terms;
    if (losses.ppcl > 0)
        terms.push_back(
            {"ppcl", losses.ppcl, ppclLoss(batch.clips, batch.captions, batch.targets, batch.logScale, batch.bias)});
    if (losses.infoNce > 0)
        terms.push_back({"info_nce", losses.infoNce,
                         infoNceLoss(batch.clips.mean, batch.captions.mean, batch.targets, batch.logTemperature)});
    if (losses.label > 0 && batch.labelLogits.defined() && (batch.labelTargets >= 0).any().item<bool>())
        terms.push_back(
            {"label", losses.label,
             F::cross_entropy(batch.labelLogits, batch.labelTargets,
                              F::CrossEntropyFuncOptions().ignore_index(-1).label_smoothing(losses.labelSmoothing))});
    if (!batch.clips.probabilistic())
        return terms;
    InclusionLossOptions inclusion;
    inclusion.c = losses.inclusionSteepness;
    if (losses.inclusionCross > 0)
        terms.push_back(
            {"inclusion_cross", losses.inclusionCross, inclusionLoss(batch.clips, batch.captions, inclusion)});
    if (losses.inclusionLevels > 0 && batch.captionsByLevel.size() > 1)
        terms.push_back(
            {"inclusion_levels", losses.inclusionLevels, captionLevelInclusionLoss(batch.captionsByLevel, inclusion)});
    if (losses.vib > 0)
        terms.push_back({"vib", losses.vib, vibLoss(batch.clips) + vibLoss(batch.captions)});
    return terms;
}

} // namespace prolap::train
