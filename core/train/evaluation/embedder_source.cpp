#include "core/train/evaluation/embedder_source.h"

#include <algorithm>

#include "core/audio/clip_reader.h"
#include "core/error.h"

namespace prolap::train {

namespace {

constexpr std::size_t kCaptionsPerCall = 16; // between two looks at the run's control

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

Gaussians stacked(const std::vector<Gaussians>& parts)
{
    std::vector<torch::Tensor> means, logVars;
    for (const Gaussians& part : parts) {
        means.push_back(part.mean);
        if (part.probabilistic())
            logVars.push_back(part.logVar);
    }
    return {torch::cat(means), logVars.empty() ? torch::Tensor() : torch::cat(logVars)};
}

} // namespace

GaussianSource::Facts EmbedderSource::facts() const
{
    const model::ModelInfo& info = m_embedder.info();
    return {info.name, info.probabilistic,
            info.calibrated ? std::optional(Calibration{info.scale, info.bias}) : std::nullopt};
}

std::optional<GaussianSource::Clips> EmbedderSource::embedClips(std::span<const ManifestRow> rows, RunControl& control,
                                                                const ClipProgress& progress, const OnFailure& failure)
{
    const model::ModelInfo& info = m_embedder.info();
    Clips clips;
    std::vector<Gaussians> parts;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (!control.checkpoint())
            return std::nullopt;
        try {
            std::vector<std::vector<float>> windows;
            const auto summary = audio::readClip(
                rows[i].file, {info.sampleRate, info.windowSeconds},
                [&](audio::ClipWindow&& window) {
                    windows.push_back(std::move(window.samples));
                    return true;
                },
                control.token());
            if (!summary)
                return std::nullopt;
            const std::vector<std::span<const float>> spans(windows.begin(), windows.end());
            parts.push_back(asGaussians(model::aggregateWindows(m_embedder.embedAudio(spans))));
            clips.rows.push_back(rows[i]);
        } catch (const Error& e) {
            if (e.kind() == ErrorKind::OutOfMemory)
                throw;
            failure({rows[i].line, rows[i].path, e.what()});
        }
        progress(static_cast<std::int64_t>(i + 1), static_cast<std::int64_t>(rows.size()));
    }
    if (!parts.empty())
        clips.gaussians = stacked(parts);
    return clips;
}

std::optional<Gaussians> EmbedderSource::embedCaptions(std::span<const std::string> captions, RunControl& control)
{
    std::vector<Gaussians> parts;
    for (std::size_t begin = 0; begin < captions.size(); begin += kCaptionsPerCall) {
        if (!control.checkpoint())
            return std::nullopt;
        parts.push_back(asGaussians(
            m_embedder.embedText(captions.subspan(begin, std::min(kCaptionsPerCall, captions.size() - begin)))));
    }
    return stacked(parts);
}

std::optional<Gaussians> EmbedderSource::embedMaskedCaption()
{
    const auto masked = m_embedder.embedMaskedText();
    return masked ? std::optional(asGaussians(*masked)) : std::nullopt;
}

std::int64_t EmbedderSource::tokens(const std::string& caption) const
{
    return static_cast<std::int64_t>(m_embedder.tokenize(caption).ids.size());
}

} // namespace prolap::train
