#include "core/train/model_card.h"

#include <map>

#include <fmt/format.h>

namespace prolap::train {

namespace {

/// Counts by name, as table rows.
std::string countRows(const std::map<std::string, std::int64_t>& counts)
{
    std::string rows;
    for (const auto& [name, count] : counts)
        rows += fmt::format("| {} | {} |\n", name.empty() ? "not stated" : name, count);
    return rows;
}

} // namespace

std::string modelCard(const model::PackConfig& config, const Dataset& dataset, const TrainingReport& report)
{
    std::map<std::string, std::int64_t> licences;
    for (std::int64_t i = 0; i < dataset.training.numel(); ++i)
        ++licences[dataset.rows[static_cast<std::size_t>(dataset.training[i].item<std::int64_t>())].licence];
    std::string card = fmt::format("# {}\n\n", config.name);
    card += fmt::format("A text-audio model that embeds sounds and captions as Gaussians of {} dimensions.\n\n"
                        "- Encoders: {} for sound, {} for captions\n- Licence: {}\n- Origin: {}\n\n",
                        config.heads->dim, config.audio.name(), config.text.name(),
                        config.licence.empty() ? "not stated" : config.licence,
                        config.provenance.empty() ? "not stated" : config.provenance);
    card += fmt::format("## Training\n\n{} clips with {} distinct captions and {} labels; {} clips to validate on. "
                        "{} steps; the weights are those after epoch {}. config.json holds the whole recipe.\n\n"
                        "| licence of training clips | clips |\n| --- | --- |\n{}\n",
                        report.trainClips, dataset.captions.size(), dataset.labelNames.size(), report.validationClips,
                        report.steps, report.bestEpoch, countRows(licences));
    if (!report.validation.empty()) {
        card += "## Figures on the validation split\n\n| metric | value |\n| --- | --- |\n";
        for (const auto& [name, value] : report.validation)
            card += fmt::format("| {} | {:.3f} |\n", name, value);
        card += "\nThe weights were chosen on this split, so expect a little less on other sounds.\n\n";
    }
    card += "## What it does not know\n\nSounds and words unlike those it was trained on: there the encoders still "
            "help, but nothing was measured. Match probabilities are calibrated on the validation split alone.\n";
    return card;
}

} // namespace prolap::train
