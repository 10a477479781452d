#include "core/train/evaluation/embedded_split.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include <fmt/format.h>

namespace prolap::train {

std::optional<EmbeddedSplit> embeddedSplit(GaussianSource::Clips clips, int levels, GaussianSource& source,
                                           RunControl& control)
{
    EmbeddedSplit split;
    split.model = source.facts();
    split.rows = std::move(clips.rows);
    split.task.clips = std::move(clips.gaussians);

    std::unordered_map<std::string, std::int64_t> ids;
    const std::size_t most = mostAlternatives(split.rows);
    std::vector<std::int64_t> captionIds;
    std::set<std::string> labels;
    for (const ManifestRow& row : split.rows) {
        for (std::size_t level = 0; level < static_cast<std::size_t>(levels); ++level) {
            const std::vector<std::string> equals = captionsAt(row, level);
            for (const std::string& caption : equals) {
                if (ids.emplace(caption, static_cast<std::int64_t>(split.captions.size())).second)
                    split.captions.push_back(caption);
            }
            for (std::size_t k = 0; k < most; ++k)
                captionIds.push_back(k < equals.size() ? ids.at(equals[k]) : -1);
        }
        if (!row.label.empty())
            labels.insert(row.label);
    }
    split.labels.assign(labels.begin(), labels.end());
    std::vector<std::int64_t> classes;
    for (const ManifestRow& row : split.rows)
        classes.push_back(row.label.empty()
                              ? -1
                              : std::distance(split.labels.begin(), std::ranges::lower_bound(split.labels, row.label)));
    split.task.alternatives =
        torch::tensor(captionIds, torch::kInt64)
            .view({static_cast<std::int64_t>(split.rows.size()), levels, static_cast<std::int64_t>(most)});
    split.task.captionIds = split.task.alternatives.select(2, 0).contiguous();
    split.task.labels = torch::tensor(classes, torch::kInt64);

    const std::vector<std::string> nothing{""};
    auto captions = source.embedCaptions(split.captions, control);
    auto empty = captions ? source.embedCaptions(nothing, control) : std::nullopt;
    if (!empty)
        return std::nullopt;
    split.task.captions = std::move(*captions);
    split.empty = std::move(*empty);
    split.masked = source.embedMaskedCaption();
    const std::int64_t special = source.tokens("");
    std::vector<std::int64_t> tokens;
    for (const std::string& caption : split.captions)
        tokens.push_back(source.tokens(caption) - special);
    split.captionTokens = torch::tensor(tokens, torch::kInt64);
    return split;
}

std::vector<SourceFigures> figuresBySource(const EmbeddedSplit& split,
                                           const std::function<Figures(const torch::Tensor& mask)>& figures)
{
    std::set<std::string> names;
    for (const ManifestRow& row : split.rows) {
        if (!row.source.empty())
            names.insert(row.source);
    }
    std::vector<SourceFigures> all;
    for (const std::string& name : names) {
        torch::Tensor mask = torch::zeros({static_cast<std::int64_t>(split.rows.size())}, torch::kBool);
        for (std::size_t i = 0; i < split.rows.size(); ++i)
            mask[static_cast<std::int64_t>(i)] = split.rows[i].source == name;
        SourceFigures source{name, mask.sum().item<std::int64_t>(), figures(mask)};
        if (!source.figures.metrics.empty())
            all.push_back(std::move(source));
    }
    return all;
}

void requireVariances(const EmbeddedSplit& split, const std::string& what)
{
    if (!split.model.probabilistic)
        throw Error(ErrorKind::Unsupported,
                    fmt::format("{} gives no variances, which {} needs: take a probabilistic model, or train "
                                "uncertainty heads on this one (prolap train).",
                                split.model.name, what));
}

} // namespace prolap::train
