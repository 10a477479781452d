#include "core/train/objective.h"

#include "core/prolap/inclusion_loss.h"
#include "core/prolap/info_nce.h"
#include "core/prolap/mask_repulsive_loss.h"
#include "core/prolap/ppcl.h"
#include "core/prolap/siglip.h"
#include "core/prolap/vib.h"

namespace prolap::train {

namespace {

InclusionLossOptions inclusionOptions(const Recipe::Losses& losses)
{
    InclusionLossOptions options;
    options.c = losses.inclusionSteepness;
    options.form = losses.inclusionForm == Recipe::InclusionForm::Exact ? InclusionForm::Exact : InclusionForm::ProLip;
    return options;
}

/// Samples of which no caption of one is true of the other: what masked views repel.
torch::Tensor differentSamples(const torch::Tensor& targets, std::int64_t count)
{
    const torch::Tensor part = targets.slice(0, 0, count).slice(1, 0, count);
    return ~(part | part.t());
}

} // namespace

std::vector<LossTerm> lossTerms(const BatchEmbeddings& batch, const Recipe::Losses& losses)
{
    std::vector<LossTerm> terms;
    const auto add = [&terms](const char* name, double weight, const torch::Tensor& value) {
        terms.push_back({name, weight, value});
    };
    if (losses.ppcl > 0)
        add("ppcl", losses.ppcl, ppclLoss(batch.clips, batch.captions, batch.targets, batch.logScale, batch.bias));
    if (losses.siglip > 0)
        add("siglip", losses.siglip,
            siglipLoss(batch.clips.mean, batch.captions.mean, batch.targets, batch.logScale, batch.bias));
    if (losses.infoNce > 0)
        add("info_nce", losses.infoNce,
            infoNceLoss(batch.clips.mean, batch.captions.mean, batch.targets, batch.logTemperature));
    if (losses.label > 0 && batch.labelLoss.defined())
        add("label", losses.label, batch.labelLoss);
    if (!batch.clips.probabilistic())
        return terms;

    const InclusionLossOptions inclusion = inclusionOptions(losses);
    if (losses.inclusionCross > 0)
        add("inclusion_cross", losses.inclusionCross, inclusionLoss(batch.clips, batch.captions, inclusion));
    if (losses.inclusionLevels > 0 && batch.captionsByLevel.size() > 1)
        add("inclusion_levels", losses.inclusionLevels, captionLevelInclusionLoss(batch.captionsByLevel, inclusion));
    if (losses.inclusionMaskedClips > 0 && batch.maskedClips.size() > 1)
        add("inclusion_masked_clips", losses.inclusionMaskedClips,
            hierarchicalInclusionLoss(batch.maskedClips, inclusion));
    if (losses.inclusionMaskedCaptions > 0 && batch.maskedCaptions.size() > 1)
        add("inclusion_masked_captions", losses.inclusionMaskedCaptions,
            hierarchicalInclusionLoss(batch.maskedCaptions, inclusion));
    if (losses.maskRepulsive > 0 && batch.maskedClips.size() > 1 && batch.maskedCaptions.size() > 1) {
        const torch::Tensor different = differentSamples(batch.targets, batch.maskedClips[0].mean.size(0));
        add("mask_repulsive", losses.maskRepulsive,
            maskRepulsiveLoss(batch.maskedClips, different, batch.logScale, batch.bias) +
                maskRepulsiveLoss(batch.maskedCaptions, different, batch.logScale, batch.bias));
    }
    if (losses.vib > 0)
        add("vib", losses.vib, vibLoss(batch.clips) + vibLoss(batch.captions));
    return terms;
}

} // namespace prolap::train
