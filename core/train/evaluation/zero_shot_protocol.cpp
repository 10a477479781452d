#include "core/train/evaluation/zero_shot_protocol.h"

#include <set>
#include <unordered_map>

#include <fmt/format.h>

#include "core/prolap/ranking_metrics.h"
#include "core/prolap/similarity.h"

namespace prolap::train {

namespace {

Figures classificationFigures(const Gaussians& clips, const Gaussians& prompts, const Gaussians& names,
                              const torch::Tensor& classes)
{
    const ClassificationMetrics ensemble = classificationMetrics(similarityMatrix(clips, prompts), classes);
    const ClassificationMetrics bare = classificationMetrics(similarityMatrix(clips, names), classes);
    const ClassificationMetrics chance = classificationChance(classes, prompts.mean.size(0));
    return {{{"top1", ensemble.top1},
             {"macro_map", ensemble.macroMap},
             {"top1_name", bare.top1},
             {"macro_map_name", bare.macroMap}},
            {{"top1", chance.top1},
             {"macro_map", chance.macroMap},
             {"top1_name", chance.top1},
             {"macro_map_name", chance.macroMap}}};
}

} // namespace

std::optional<LabelPrompts> labelPrompts(const EmbeddedSplit& split, const Manifest& manifest, const Path& file,
                                         GaussianSource& source, RunControl& control)
{
    if (split.labels.empty())
        throw Error(ErrorKind::BadInput,
                    fmt::format("{} has no labels to classify by: zero-shot evaluation needs the column \"label\"",
                                displayText(file)));
    const auto level = static_cast<std::size_t>(labelLevel(split.task.captionIds));
    std::unordered_map<std::string, std::set<std::string>> wordings;
    for (const ManifestRow& row : manifest.rows) {
        if (!manifest.hasSplit || row.split == "train") {
            for (const std::string& caption : captionsAt(row, level))
                wordings[row.label].insert(caption);
        }
    }
    // All wordings one after the other, so that they are embedded in one go.
    std::vector<std::string> all;
    std::vector<std::int64_t> counts;
    for (const std::string& label : split.labels) {
        const auto found = wordings.find(label);
        if (found == wordings.end())
            all.push_back(label);
        else
            all.insert(all.end(), found->second.begin(), found->second.end());
        counts.push_back(found == wordings.end() ? 1 : static_cast<std::int64_t>(found->second.size()));
    }
    const auto embedded = source.embedCaptions(all, control);
    auto names = embedded ? source.embedCaptions(split.labels, control) : std::nullopt;
    if (!names)
        return std::nullopt;
    LabelPrompts prompts;
    std::vector<torch::Tensor> means, logVars;
    std::int64_t begin = 0;
    for (const std::int64_t count : counts) {
        means.push_back(embedded->mean.slice(0, begin, begin + count).mean(0));
        if (embedded->probabilistic())
            logVars.push_back(embedded->logVar.slice(0, begin, begin + count).mean(0));
        begin += count;
    }
    prompts.prompts.mean = torch::nn::functional::normalize(torch::stack(means));
    if (!logVars.empty())
        prompts.prompts.logVar = torch::stack(logVars);
    prompts.names = std::move(*names);
    return prompts;
}

ProtocolReport evaluateZeroShot(const EmbeddedSplit& split, const LabelPrompts& prompts)
{
    const torch::NoGradGuard noGrad;
    const torch::Tensor& classes = split.task.labels;
    const torch::Tensor labelled = classes >= 0;
    ProtocolReport report;
    report.protocol = Protocol::ZeroShot;
    report.clips = labelled.sum().item<std::int64_t>();
    report.captions = static_cast<std::int64_t>(split.labels.size());
    report.figures = classificationFigures(split.task.clips.select(labelled), prompts.prompts, prompts.names,
                                           classes.index({labelled}));
    report.sources = figuresBySource(split, [&](const torch::Tensor& mask) -> Figures {
        const torch::Tensor own = (mask & labelled).nonzero().squeeze(1);
        if (own.numel() == 0)
            return {};
        // A source is classified over its own labels.
        const auto [present, places, ignored] =
            at::_unique2(classes.index_select(0, own), /*sorted=*/true, /*return_inverse=*/true, false);
        return classificationFigures(split.task.clips.select(own), prompts.prompts.select(present),
                                     prompts.names.select(present), places);
    });
    return report;
}

} // namespace prolap::train
