#include "core/train/dataset.h"

#include <algorithm>
#include <cctype>
#include <unordered_map>

#include <fmt/format.h>

#include "core/content_hash.h"
#include "core/error.h"

namespace prolap::train {

namespace {

std::string lowered(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

torch::Tensor indexTensor(const std::vector<std::int64_t>& values)
{
    return torch::tensor(values, torch::kInt64);
}

/// Numbers texts in the order of their first use.
class Numbering {
public:
    std::int64_t of(const std::string& text)
    {
        const auto [place, added] = m_ids.emplace(text, static_cast<std::int64_t>(m_texts.size()));
        if (added)
            m_texts.push_back(text);
        return place->second;
    }
    std::vector<std::string> take() { return std::move(m_texts); }

private:
    std::unordered_map<std::string, std::int64_t> m_ids;
    std::vector<std::string> m_texts;
};

void requireTwo(const Dataset& dataset)
{
    if (dataset.training.numel() < 2)
        throw Error(
            ErrorKind::BadInput,
            fmt::format("The data leave {} clips to train on; at least 2 are needed (check splits and licences, "
                        "and the list of what failed)",
                        dataset.training.numel()));
}

} // namespace

bool licenceAllowed(const std::string& licence, const Recipe::Data& data)
{
    const std::string text = lowered(licence);
    for (const std::string& word : data.licencesRefused) {
        if (text.find(lowered(word)) != std::string::npos)
            return false;
    }
    return data.licencesAllowed.empty() ||
           std::any_of(data.licencesAllowed.begin(), data.licencesAllowed.end(),
                       [&](const std::string& start) { return text.starts_with(lowered(start)); });
}

std::vector<ManifestRow> usableRows(const Manifest& manifest, const Recipe& recipe)
{
    std::vector<ManifestRow> rows;
    for (const ManifestRow& row : manifest.rows) {
        const bool trains = !manifest.hasSplit || row.split == "train";
        if ((trains && licenceAllowed(row.licence, recipe.data)) || (manifest.hasSplit && row.split == "val"))
            rows.push_back(row);
    }
    return rows;
}

Dataset makeDataset(const Manifest& manifest, std::vector<ManifestRow> rows, const Recipe& recipe)
{
    Dataset dataset;
    Numbering captions, labels;
    const std::size_t most = mostAlternatives(rows);
    std::vector<std::int64_t> alternatives, labelIds, training, validation;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        for (std::size_t level = 0; level < static_cast<std::size_t>(manifest.levels); ++level) {
            const std::vector<std::string> equals = captionsAt(rows[i], level);
            for (std::size_t k = 0; k < most; ++k)
                alternatives.push_back(k < equals.size() ? captions.of(equals[k]) : -1);
        }
        labelIds.push_back(rows[i].label.empty() ? -1 : labels.of(rows[i].label));
        (rows[i].split == "val" ? validation : training).push_back(static_cast<std::int64_t>(i));
    }
    if (!manifest.hasSplit) {
        // A generator of its own: the choice depends on the seed and the number of clips alone.
        auto generator = torch::make_generator<torch::CPUGeneratorImpl>(recipe.seed);
        const auto clips = static_cast<std::int64_t>(rows.size());
        const auto held = static_cast<std::int64_t>(static_cast<double>(clips) * recipe.data.validationShare);
        const torch::Tensor order = torch::randperm(clips, generator, torch::TensorOptions(torch::kInt64));
        dataset.validation = std::get<0>(order.slice(0, 0, held).sort());
        dataset.training = std::get<0>(order.slice(0, held).sort());
    } else {
        dataset.training = indexTensor(training);
        dataset.validation = indexTensor(validation);
    }
    dataset.alternatives =
        indexTensor(alternatives)
            .view({static_cast<std::int64_t>(rows.size()), manifest.levels, static_cast<std::int64_t>(most)});
    dataset.captionIds = dataset.alternatives.select(2, 0).contiguous();
    dataset.labels = indexTensor(labelIds);
    dataset.captions = captions.take();
    dataset.labelNames = labels.take();
    dataset.rows = std::move(rows);
    requireTwo(dataset);
    return dataset;
}

Dataset withFeatures(Dataset dataset, const ClipFeatures& features)
{
    const torch::Tensor counts = indexTensor(features.counts);
    const torch::Tensor kept = (counts > 0).nonzero().squeeze(1);
    const torch::Tensor place = torch::full({counts.numel()}, -1, torch::kInt64);
    place.index_put_({kept}, torch::arange(kept.numel()));
    const auto renumbered = [&](const torch::Tensor& split) {
        const torch::Tensor places = place.index_select(0, split);
        return places.index({places >= 0});
    };
    dataset.training = renumbered(dataset.training);
    dataset.validation = renumbered(dataset.validation);
    requireTwo(dataset);
    dataset.windowFeatures = features.rows;
    dataset.windowCount = counts.index_select(0, kept);
    dataset.firstWindow = dataset.windowCount.cumsum(0) - dataset.windowCount;
    dataset.captionIds = dataset.captionIds.index_select(0, kept);
    dataset.alternatives = dataset.alternatives.index_select(0, kept);
    dataset.labels = dataset.labels.index_select(0, kept);
    std::vector<ManifestRow> rows;
    for (std::int64_t i = 0; i < kept.numel(); ++i)
        rows.push_back(std::move(dataset.rows[static_cast<std::size_t>(kept[i].item<std::int64_t>())]));
    dataset.rows = std::move(rows);
    return dataset;
}

torch::Tensor drawnCaptions(const torch::Tensor& alternatives)
{
    if (alternatives.size(2) == 1)
        return alternatives.select(2, 0);
    const torch::Tensor counts = (alternatives >= 0).sum(2, /*keepdim=*/true); // they stand first
    const torch::Tensor place = (torch::rand(counts.sizes(), torch::kFloat64) * counts).to(torch::kInt64);
    return alternatives.gather(2, torch::minimum(place, (counts - 1).clamp_min(0))).squeeze(2);
}

std::string fingerprint(const Dataset& dataset)
{
    ContentHash hash;
    for (const torch::Tensor& tensor :
         {dataset.alternatives, dataset.labels, dataset.training, dataset.validation, dataset.windowCount,
          dataset.windowFeatures, dataset.captionFeatures, dataset.views.maskedClips, dataset.views.maskedCaptions,
          dataset.mixtures.partners, dataset.mixtures.firstCaptions, dataset.mixtures.secondCaptions,
          dataset.views.mixedClips, dataset.views.mixedCaptions, dataset.teacher.clips, dataset.teacher.captions}) {
        if (!tensor.defined())
            continue;
        const torch::Tensor values = tensor.contiguous();
        hash.add(std::span(static_cast<const std::byte*>(values.const_data_ptr()), values.nbytes()));
    }
    return hash.hex();
}

} // namespace prolap::train
