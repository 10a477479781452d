#include "core/train/evaluation.h"

#include <algorithm>
#include <chrono>
#include <set>
#include <unordered_map>

#include <fmt/format.h>
#include <torch/torch.h>

#include "core/audio/clip_reader.h"
#include "core/prolap/ranking_metrics.h"
#include "core/prolap/similarity.h"
#include "core/train/data/manifest.h"
#include "core/train/retrieval_protocol.h"

namespace prolap::train {

namespace {

/// The clips of a split that could be embedded, with their Gaussians.
struct Split {
    std::vector<ManifestRow> rows;
    Gaussians clips;
    bool complete = true; ///< false when stopped
};

torch::Tensor asTensor(const std::vector<float>& values, std::size_t rows, std::size_t columns)
{
    return torch::tensor(values).view({static_cast<std::int64_t>(rows), static_cast<std::int64_t>(columns)});
}

Gaussians asGaussians(const model::Embeddings& embeddings)
{
    return {asTensor(embeddings.mean, embeddings.count, embeddings.dim),
            embeddings.logVar.empty() ? torch::Tensor()
                                      : asTensor(embeddings.logVar, embeddings.count, embeddings.dim)};
}

std::vector<std::string> sourcesOf(const std::vector<ManifestRow>& rows)
{
    std::set<std::string> names;
    for (const ManifestRow& row : rows) {
        if (!row.source.empty())
            names.insert(row.source);
    }
    return {names.begin(), names.end()};
}

/// Embeds the split's clips, a clip by the aggregate of all its windows.
Split embedSplit(const EvaluationOptions& options, const Manifest& manifest, const model::Embedder& embedder,
                 RunControl& control, const ProgressFn& progress, std::vector<DataFailure>& failures)
{
    std::vector<ManifestRow> rows;
    for (const ManifestRow& row : manifest.rows) {
        const bool wanted = options.sources.empty() || std::find(options.sources.begin(), options.sources.end(),
                                                                 row.source) != options.sources.end();
        if (wanted && (!manifest.hasSplit || row.split == options.split))
            rows.push_back(row);
    }
    Split split;
    std::vector<torch::Tensor> means, logVars;
    ProgressThrottle throttle;
    const auto begin = std::chrono::steady_clock::now();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (!control.checkpoint()) {
            split.complete = false;
            return split;
        }
        try {
            std::vector<std::vector<float>> windows;
            const auto summary = audio::readClip(
                rows[i].file, {embedder.info().sampleRate, embedder.info().windowSeconds},
                [&](audio::ClipWindow&& window) {
                    windows.push_back(std::move(window.samples));
                    return true;
                },
                control.token());
            if (!summary) {
                split.complete = false;
                return split;
            }
            const std::vector<std::span<const float>> spans(windows.begin(), windows.end());
            const Gaussians clip = asGaussians(model::aggregateWindows(embedder.embedAudio(spans)));
            means.push_back(clip.mean);
            if (clip.probabilistic())
                logVars.push_back(clip.logVar);
            split.rows.push_back(rows[i]);
        } catch (const Error& e) {
            if (options.strict || e.kind() == ErrorKind::OutOfMemory)
                throw;
            failures.push_back({rows[i].line, rows[i].path, e.what()});
        }
        if (progress && (throttle.due() || i + 1 == rows.size())) {
            const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
            const auto done = static_cast<double>(i + 1), all = static_cast<double>(rows.size());
            progress({static_cast<std::int64_t>(i + 1), static_cast<std::int64_t>(rows.size()),
                      displayText(rows[i].path), seconds / done * (all - done)});
        }
    }
    if (split.rows.empty())
        throw Error(ErrorKind::BadInput,
                    fmt::format("No clip of {} can be evaluated{}", displayText(options.manifest),
                                manifest.hasSplit ? fmt::format(" in the split \"{}\"", options.split) : ""));
    split.clips.mean = torch::cat(means);
    if (!logVars.empty())
        split.clips.logVar = torch::cat(logVars);
    return split;
}

/// bool [N]: which clips are of the source.
torch::Tensor ofSource(const std::vector<ManifestRow>& rows, const std::string& source)
{
    torch::Tensor mask = torch::zeros({static_cast<std::int64_t>(rows.size())}, torch::kBool);
    for (std::size_t i = 0; i < rows.size(); ++i)
        mask[static_cast<std::int64_t>(i)] = rows[i].source == source;
    return mask;
}

std::unordered_map<std::string, std::int64_t> numbered(const std::vector<std::string>& texts)
{
    std::unordered_map<std::string, std::int64_t> ids;
    for (const std::string& text : texts)
        ids.emplace(text, static_cast<std::int64_t>(ids.size()));
    return ids;
}

/// Distinct labels in alphabetical order.
std::vector<std::string> labelsOf(const std::vector<ManifestRow>& rows)
{
    std::set<std::string> labels;
    for (const ManifestRow& row : rows) {
        if (!row.label.empty())
            labels.insert(row.label);
    }
    return {labels.begin(), labels.end()};
}

/// Class of each clip, -1 without label.
torch::Tensor classesOf(const std::vector<ManifestRow>& rows, const std::vector<std::string>& labels)
{
    const auto ids = numbered(labels);
    std::vector<std::int64_t> classes;
    for (const ManifestRow& row : rows)
        classes.push_back(row.label.empty() ? -1 : ids.at(row.label));
    return torch::tensor(classes, torch::kInt64);
}

EvaluationReport startedReport(const EvaluationOptions& options, const Manifest& manifest, const std::string& protocol)
{
    EvaluationReport report;
    report.protocol = protocol;
    report.split = manifest.hasSplit ? options.split : "";
    report.failures = manifest.failures;
    return report;
}

/// Prompts of all labels: the naming captions that each has in train, averaged; the bare label where it has none.
Gaussians labelPrompts(const Manifest& manifest, const std::vector<std::string>& labels,
                       const model::Embedder& embedder)
{
    const auto level = static_cast<std::size_t>(std::min(2, manifest.levels - 1));
    std::unordered_map<std::string, std::set<std::string>> wordings;
    for (const ManifestRow& row : manifest.rows) {
        if ((!manifest.hasSplit || row.split == "train") && !row.captions[level].empty())
            wordings[row.label].insert(row.captions[level]);
    }
    std::vector<torch::Tensor> means, logVars;
    for (const std::string& label : labels) {
        const auto found = wordings.find(label);
        const std::vector<std::string> prompts = found == wordings.end()
                                                     ? std::vector<std::string>{label}
                                                     : std::vector(found->second.begin(), found->second.end());
        const Gaussians prompt = asGaussians(model::aggregateWindows(embedder.embedText(prompts)));
        means.push_back(prompt.mean);
        if (prompt.probabilistic())
            logVars.push_back(prompt.logVar);
    }
    return {torch::cat(means), logVars.empty() ? torch::Tensor() : torch::cat(logVars)};
}

Figures classificationFigures(const Gaussians& clips, const Gaussians& prompts, const Gaussians& names,
                              const torch::Tensor& classes)
{
    const ClassificationMetrics ensemble = classificationMetrics(similarityMatrix(clips, prompts), classes);
    const ClassificationMetrics bare = classificationMetrics(similarityMatrix(clips, names), classes);
    const ClassificationMetrics chance = classificationChance(classes, prompts.mean.size(0));
    Figures figures;
    figures.metrics = {{"top1", ensemble.top1},
                       {"macro_map", ensemble.macroMap},
                       {"top1_name", bare.top1},
                       {"macro_map_name", bare.macroMap}};
    figures.chance = {{"top1", chance.top1},
                      {"macro_map", chance.macroMap},
                      {"top1_name", chance.top1},
                      {"macro_map_name", chance.macroMap}};
    return figures;
}

} // namespace

EvaluationReport evaluateRetrieval(const EvaluationOptions& options, const model::Embedder& embedder,
                                   RunControl& control, const ProgressFn& progress)
{
    const torch::NoGradGuard noGrad;
    const Manifest manifest = readManifest(options.manifest, options.strict);
    EvaluationReport report = startedReport(options, manifest, "retrieval");
    const Split split = embedSplit(options, manifest, embedder, control, progress, report.failures);
    if (!split.complete) {
        report.outcome = Outcome::Cancelled;
        return report;
    }
    std::vector<std::string> captions;
    std::unordered_map<std::string, std::int64_t> ids;
    std::vector<std::int64_t> captionIds;
    for (const ManifestRow& row : split.rows) {
        for (const std::string& caption : row.captions) {
            if (!caption.empty() && ids.emplace(caption, static_cast<std::int64_t>(captions.size())).second)
                captions.push_back(caption);
            captionIds.push_back(caption.empty() ? -1 : ids.at(caption));
        }
    }
    RetrievalTask task;
    task.clips = split.clips;
    task.captions = asGaussians(embedder.embedText(captions));
    task.captionIds =
        torch::tensor(captionIds, torch::kInt64).view({static_cast<std::int64_t>(split.rows.size()), manifest.levels});
    task.labels = classesOf(split.rows, labelsOf(split.rows));

    const Figures figures = retrievalFigures(task);
    report.clips = static_cast<std::int64_t>(split.rows.size());
    report.captions = static_cast<std::int64_t>(captions.size());
    report.metrics = figures.metrics;
    report.chance = figures.chance;
    for (const std::string& source : sourcesOf(split.rows)) {
        const torch::Tensor mask = ofSource(split.rows, source);
        const Figures own = retrievalFigures(task, mask);
        report.sources.push_back({source, mask.sum().item<std::int64_t>(), own.metrics, own.chance});
    }
    return report;
}

EvaluationReport evaluateZeroShot(const EvaluationOptions& options, const model::Embedder& embedder,
                                  RunControl& control, const ProgressFn& progress)
{
    const torch::NoGradGuard noGrad;
    Manifest manifest = readManifest(options.manifest, options.strict);
    EvaluationReport report = startedReport(options, manifest, "zeroshot");
    Split split = embedSplit(options, manifest, embedder, control, progress, report.failures);
    if (!split.complete) {
        report.outcome = Outcome::Cancelled;
        return report;
    }
    const std::vector<std::string> labels = labelsOf(split.rows);
    if (labels.empty())
        throw Error(ErrorKind::BadInput,
                    fmt::format("{} has no labels to classify by: zero-shot evaluation needs the column \"label\"",
                                displayText(options.manifest)));
    const torch::Tensor all = classesOf(split.rows, labels);
    const torch::Tensor labelled = (all >= 0).nonzero().squeeze(1);
    const Gaussians clips = split.clips.select(labelled);
    const torch::Tensor classes = all.index_select(0, labelled);
    const Gaussians prompts = labelPrompts(manifest, labels, embedder);
    const Gaussians names = asGaussians(embedder.embedText(labels));

    const Figures figures = classificationFigures(clips, prompts, names, classes);
    report.clips = labelled.numel();
    report.captions = static_cast<std::int64_t>(labels.size());
    report.metrics = figures.metrics;
    report.chance = figures.chance;
    for (const std::string& source : sourcesOf(split.rows)) {
        const torch::Tensor own = ofSource(split.rows, source).index_select(0, labelled).nonzero().squeeze(1);
        if (own.numel() == 0)
            continue;
        // A source is classified over its own labels.
        const auto [present, places, ignored] =
            at::_unique2(classes.index_select(0, own), /*sorted=*/true, /*return_inverse=*/true, false);
        const Figures figuresOfSource =
            classificationFigures(clips.select(own), prompts.select(present), names.select(present), places);
        report.sources.push_back({source, own.numel(), figuresOfSource.metrics, figuresOfSource.chance});
    }
    return report;
}

} // namespace prolap::train
