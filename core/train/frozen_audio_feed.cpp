#include "core/train/audio_feed.h"

namespace prolap::train {

namespace {

class FrozenAudioFeed final : public AudioFeed {
public:
    FrozenAudioFeed(const Dataset& dataset, const torch::Device& device) : m_dataset(dataset), m_device(device) {}

    AudioBatch batch(const torch::Tensor& clips, std::int64_t masked) override
    {
        const torch::Tensor counts = m_dataset.windowCount.index_select(0, clips);
        const torch::Tensor drawn = (torch::rand({clips.numel()}) * counts).floor().to(torch::kInt64);
        const torch::Tensor rows = m_dataset.firstWindow.index_select(0, clips) + torch::minimum(drawn, counts - 1);
        AudioBatch batch;
        batch.features = m_dataset.windowFeatures.index_select(0, rows).to(m_device);
        if (masked > 0)
            batch.masked = drawnViews(m_dataset.views.maskedClips, clips.slice(0, 0, masked), m_device);
        return batch;
    }

private:
    const Dataset& m_dataset;
    torch::Device m_device;
};

} // namespace

std::unique_ptr<AudioFeed> frozenAudioFeed(const Dataset& dataset, const torch::Device& device)
{
    return std::make_unique<FrozenAudioFeed>(dataset, device);
}

} // namespace prolap::train
