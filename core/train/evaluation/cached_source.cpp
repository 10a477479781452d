#include "core/train/evaluation/cached_source.h"

#include <fmt/format.h>

#include "core/error.h"
#include "core/train/features.h"

namespace prolap::train {

CachedSource::CachedSource(model::ProlapModel model, const Path& cacheDir)
    : m_model(std::move(model)),
      m_clips(cacheDir, audioEncoderId(m_model, kCachedWindows)),
      m_captions(cacheDir, textEncoderId(m_model))
{
    if (!m_model.config.heads)
        throw Error(ErrorKind::Unsupported,
                    fmt::format("{} holds encoders without heads: train heads on it (prolap train) before evaluating.",
                                displayText(m_model.path)));
}

GaussianSource::Facts CachedSource::facts() const
{
    const model::PackConfig& config = m_model.config;
    return {config.name, config.heads->probabilistic,
            config.calibration ? std::optional(Calibration{config.calibration->scale, config.calibration->bias})
                               : std::nullopt};
}

Gaussians CachedSource::throughHead(model::nn::JointHead& head, const torch::Tensor& features) const
{
    const torch::NoGradGuard noGrad;
    const model::nn::Gaussians z = head->forward(features.to(m_model.device()));
    return {z.mean.to(torch::kCPU), z.logVar.defined() ? z.logVar.to(torch::kCPU) : torch::Tensor()};
}

std::optional<GaussianSource::Clips> CachedSource::embedClips(std::span<const ManifestRow> rows, RunControl& control,
                                                              const ClipProgress& progress, const OnFailure& failure)
{
    const ClipFeatures features = encodeClips(m_model, rows, kCachedWindows, m_clips, control, progress, failure);
    if (!features.complete)
        return std::nullopt;
    Clips clips;
    if (!features.rows.defined())
        return clips;
    const Gaussians windows = throughHead(m_model.audioHead, features.rows);
    std::vector<torch::Tensor> means, logVars;
    std::int64_t begin = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::int64_t end = begin + features.counts[i];
        if (begin == end)
            continue;
        means.push_back(windows.mean.slice(0, begin, end).mean(0));
        if (windows.probabilistic())
            logVars.push_back(windows.logVar.slice(0, begin, end).mean(0));
        clips.rows.push_back(rows[i]);
        begin = end;
    }
    clips.gaussians.mean = torch::nn::functional::normalize(torch::stack(means));
    if (!logVars.empty())
        clips.gaussians.logVar = torch::stack(logVars);
    return clips;
}

std::optional<Gaussians> CachedSource::embedCaptions(std::span<const std::string> captions, RunControl& control)
{
    const torch::Tensor features = encodeCaptions(m_model, captions, m_captions, control);
    return features.defined() ? std::optional(throughHead(m_model.textHead, features)) : std::nullopt;
}

std::optional<Gaussians> CachedSource::embedMaskedCaption()
{
    const torch::Tensor features = m_model.encodeMaskedTextFeatures();
    return features.defined() ? std::optional(throughHead(m_model.textHead, features)) : std::nullopt;
}

std::int64_t CachedSource::tokens(const std::string& caption) const
{
    return static_cast<std::int64_t>(m_model.tokenizer->encode(caption).ids.size());
}

} // namespace prolap::train
