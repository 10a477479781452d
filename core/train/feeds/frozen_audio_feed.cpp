#include "core/train/feeds/audio_feed.h"

namespace prolap::train {

namespace {

class FrozenAudioFeed final : public AudioFeed {
public:
    FrozenAudioFeed(const Dataset& dataset, const torch::Device& device) : m_dataset(dataset), m_device(device) {}

    AudioBatch batch(const torch::Tensor& clips, std::int64_t masked, const MixedPairs& pairs) override
    {
        AudioBatch batch;
        batch.features = drawnWindows(clips);
        if (masked > 0)
            batch.masked = drawnViews(m_dataset.views.maskedClips, clips.slice(0, 0, masked), m_device);
        if (pairs.count() > 0) {
            batch.mixtures = m_dataset.views.mixedClips.index({pairs.first, pairs.draws}).to(m_device).unbind(1);
            batch.partners = drawnWindows(pairs.second);
        }
        return batch;
    }

private:
    /// A window of each clip, each as likely.
    torch::Tensor drawnWindows(const torch::Tensor& clips) const
    {
        const torch::Tensor counts = m_dataset.windowCount.index_select(0, clips);
        const torch::Tensor drawn = (torch::rand({clips.numel()}) * counts).floor().to(torch::kInt64);
        const torch::Tensor rows = m_dataset.firstWindow.index_select(0, clips) + torch::minimum(drawn, counts - 1);
        return m_dataset.windowFeatures.index_select(0, rows).to(m_device);
    }

    const Dataset& m_dataset;
    torch::Device m_device;
};

} // namespace

std::unique_ptr<AudioFeed> frozenAudioFeed(const Dataset& dataset, const torch::Device& device)
{
    return std::make_unique<FrozenAudioFeed>(dataset, device);
}

} // namespace prolap::train
