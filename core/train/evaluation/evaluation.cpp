#include "core/train/evaluation/evaluation.h"

#include <algorithm>
#include <chrono>

#include <fmt/format.h>
#include <torch/torch.h>

#include "core/model/compute_setting.h"
#include "core/train/data/read_data.h"
#include "core/train/evaluation/cached_source.h"
#include "core/train/evaluation/embedder_source.h"
#include "core/train/evaluation/inclusion_protocol.h"
#include "core/train/evaluation/traversal_protocol.h"
#include "core/train/evaluation/uncertainty_protocol.h"
#include "core/train/evaluation/zero_shot_protocol.h"

namespace prolap::train {

namespace {

constexpr const char* kValidationSplit = "val";

/// Thrown by no one else and caught here: the user asked to stop.
struct Stopped {};

template <typename Value> Value orStop(std::optional<Value> value)
{
    if (!value)
        throw Stopped();
    return std::move(*value);
}

/// A source's figures: its queries over the whole split.
ProtocolReport evaluateRetrieval(const EmbeddedSplit& split, bool charts)
{
    ProtocolReport report;
    report.protocol = Protocol::Retrieval;
    report.clips = static_cast<std::int64_t>(split.rows.size());
    report.captions = static_cast<std::int64_t>(split.captions.size());
    report.figures = retrievalFigures(split.task);
    report.sources =
        figuresBySource(split, [&](const torch::Tensor& mask) { return retrievalFigures(split.task, mask); });
    if (charts)
        report.charts = retrievalCharts(split.task);
    return report;
}

/// One evaluation from the manifest to the figures.
class Run {
public:
    Run(const EvaluationOptions& options, GaussianSource& source, RunControl& control, const ProgressFn& progress)
        : m_options(options), m_source(source), m_control(control), m_progress(progress)
    {
    }

    Evaluation run()
    {
        m_manifest = readData(m_options, m_options.strict);
        m_result.model = m_source.facts().name;
        m_result.split = m_manifest.hasSplit ? m_options.split : "";
        m_result.failures = m_manifest.failures;
        try {
            embed();
            for (const Protocol protocol : m_options.protocols)
                add(protocol);
        } catch (const Stopped&) {
            m_result.outcome = Outcome::Cancelled;
            m_result.protocols.clear();
        }
        return std::move(m_result);
    }

private:
    bool asks(Protocol protocol) const { return std::ranges::count(m_options.protocols, protocol) > 0; }

    bool evaluated(const ManifestRow& row) const
    {
        const auto& sources = m_options.sources;
        return (sources.empty() || std::ranges::count(sources, row.source) > 0) &&
               (!m_manifest.hasSplit || row.split == m_options.split);
    }

    /// All clips in one go: those to evaluate, and those to choose thresholds by.
    void embed()
    {
        const bool validates = asks(Protocol::Inclusion) && m_source.facts().probabilistic && m_manifest.hasSplit &&
                               m_options.split != kValidationSplit;
        std::vector<ManifestRow> rows;
        std::ranges::copy_if(m_manifest.rows, std::back_inserter(rows),
                             [&](const auto& row) { return evaluated(row); });
        if (!rows.empty() && validates)
            std::ranges::copy_if(m_manifest.rows, std::back_inserter(rows),
                                 [](const auto& row) { return row.split == kValidationSplit; });
        GaussianSource::Clips clips = orStop(m_source.embedClips(
            rows, m_control, [&](std::int64_t done, std::int64_t total) { report(rows, done, total); },
            [&](const DataFailure& failure) { fail(failure); }));
        const auto wanted = static_cast<std::int64_t>(
            std::ranges::count_if(clips.rows, [&](const auto& row) { return evaluated(row); }));
        if (wanted == 0)
            throw Error(ErrorKind::BadInput,
                        fmt::format("No clip of {} can be evaluated{}", displayText(m_options.place()),
                                    m_manifest.hasSplit ? fmt::format(" in the split \"{}\"", m_options.split) : ""));
        m_result.clips = wanted;
        if (m_progress)
            m_progress(
                {static_cast<std::int64_t>(rows.size()), static_cast<std::int64_t>(rows.size()), "captions", -1});
        const auto all = static_cast<std::int64_t>(clips.rows.size());
        m_split = orStop(embeddedSplit(part(clips, 0, wanted), m_manifest.levels, m_source, m_control));
        if (wanted < all)
            m_validation = orStop(embeddedSplit(part(clips, wanted, all), m_manifest.levels, m_source, m_control));
    }

    static GaussianSource::Clips part(const GaussianSource::Clips& clips, std::int64_t begin, std::int64_t end)
    {
        return {{clips.rows.begin() + begin, clips.rows.begin() + end},
                clips.gaussians.select(torch::arange(begin, end))};
    }

    void add(Protocol protocol)
    {
        if (!m_control.checkpoint())
            throw Stopped();
        try {
            m_result.protocols.push_back(reportOf(protocol));
        } catch (const Error& e) {
            const bool notHere = e.kind() == ErrorKind::Unsupported || e.kind() == ErrorKind::BadInput;
            const bool nothingElse = protocol == m_options.protocols.back() && m_result.protocols.empty();
            if (!notHere || nothingElse)
                throw;
            m_result.skipped.push_back({protocol, e.what()});
        }
    }

    ProtocolReport reportOf(Protocol protocol)
    {
        switch (protocol) {
        case Protocol::Retrieval:
            return evaluateRetrieval(m_split, m_options.charts);
        case Protocol::ZeroShot:
            return evaluateZeroShot(m_split,
                                    orStop(labelPrompts(m_split, m_manifest, m_options.place(), m_source, m_control)));
        case Protocol::Traversal:
            return evaluateTraversal(m_split, m_options.traversal, m_options.everyTraversal, m_options.charts);
        case Protocol::Inclusion:
            return evaluateInclusion(
                m_split, m_validation ? overlapThresholds(*m_validation, m_options.seed) : OverlapThresholds(),
                m_options.seed, m_options.charts);
        case Protocol::Uncertainty:
            break;
        }
        return evaluateUncertainty(m_split, m_options.charts);
    }

    void report(const std::vector<ManifestRow>& rows, std::int64_t done, std::int64_t total)
    {
        if (!m_progress || (!m_throttle.due() && done < total))
            return;
        const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - m_begin).count();
        m_progress({done, total, displayText(rows[static_cast<std::size_t>(done - 1)].path),
                    seconds / static_cast<double>(done) * static_cast<double>(total - done)});
    }

    void fail(const DataFailure& failure)
    {
        if (m_options.strict)
            throw Error(ErrorKind::BadInput, fmt::format("{}, {}", displayText(m_options.place()), sentence(failure)));
        m_result.failures.push_back(failure);
    }

    const EvaluationOptions& m_options;
    GaussianSource& m_source;
    RunControl& m_control;
    const ProgressFn& m_progress;
    const std::chrono::steady_clock::time_point m_begin = std::chrono::steady_clock::now();
    ProgressThrottle m_throttle;
    Manifest m_manifest;
    EmbeddedSplit m_split;
    std::optional<EmbeddedSplit> m_validation;
    Evaluation m_result;
};

} // namespace

Evaluation evaluate(const EvaluationOptions& options, const model::Embedder& embedder, RunControl& control,
                    const ProgressFn& progress)
{
    EmbedderSource source(embedder);
    return Run(options, source, control, progress).run();
}

Evaluation evaluateCached(const EvaluationOptions& options, const CachedModel& model, RunControl& control,
                          const ProgressFn& progress)
{
    if (model.how.precision == "bf16")
        throw Error(ErrorKind::BadInput, "Cached features are fp32: evaluate in bf16 without the cache");
    const model::ThreadCount threads(model.how.threads);
    model::ProlapModel opened = model::ProlapModel::load(model::openModelSource(model.path, model.how.tokenizer));
    opened.to(model::chooseDevice(model.how.device));
    CachedSource source(std::move(opened), model.cacheDir.empty() ? userCacheDir() / "features" : model.cacheDir);
    return Run(options, source, control, progress).run();
}

} // namespace prolap::train
