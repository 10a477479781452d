#include "core/train/objective.h"

#include "core/prolap/distillation_loss.h"
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

/// The losses that tell true pairs of z1 and z2 from others.
std::vector<LossTerm> contrastiveTerms(const Gaussians& clips, const Gaussians& captions, const torch::Tensor& targets,
                                       const BatchEmbeddings& batch, const Recipe::Losses& losses)
{
    std::vector<LossTerm> terms;
    if (losses.ppcl > 0)
        terms.push_back({"ppcl", losses.ppcl, ppclLoss(clips, captions, targets, batch.logScale, batch.bias)});
    if (losses.siglip > 0)
        terms.push_back(
            {"siglip", losses.siglip, siglipLoss(clips.mean, captions.mean, targets, batch.logScale, batch.bias)});
    if (losses.infoNce > 0)
        terms.push_back(
            {"info_nce", losses.infoNce, infoNceLoss(clips.mean, captions.mean, targets, batch.logTemperature)});
    return terms;
}

/// The contrastive losses of mixtures, each by its weight.
torch::Tensor mixingLoss(const BatchEmbeddings& batch, const Recipe::Losses& losses)
{
    torch::Tensor sum = torch::zeros({}, batch.mixed.mean.options());
    for (const LossTerm& term : contrastiveTerms(batch.mixed, batch.mixedCaptions, batch.mixedTargets, batch, losses))
        sum = sum + term.weight * term.value;
    return sum;
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
    std::vector<LossTerm> terms = contrastiveTerms(batch.clips, batch.captions, batch.targets, batch, losses);
    const auto add = [&terms](const char* name, double weight, const torch::Tensor& value) {
        terms.push_back({name, weight, value});
    };
    if (losses.label > 0 && batch.labelLoss.defined())
        add("label", losses.label, batch.labelLoss);
    if (losses.distilClips > 0 && batch.clipTeachers.defined())
        add("distil_clips", losses.distilClips, distillationLoss(batch.clips.mean, batch.clipTeachers));
    if (losses.distilCaptions > 0 && batch.captionTeachers.defined())
        add("distil_captions", losses.distilCaptions, distillationLoss(batch.captions.mean, batch.captionTeachers));
    if (losses.mixing > 0 && !batch.mixtures.empty())
        add("mixing", losses.mixing, mixingLoss(batch, losses));
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
    if (losses.inclusionMixed > 0 && !batch.mixtures.empty())
        add("inclusion_mixed", losses.inclusionMixed,
            mixtureInclusionLoss(batch.mixedFirst, batch.mixedSecond, batch.mixtures, inclusion));
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
