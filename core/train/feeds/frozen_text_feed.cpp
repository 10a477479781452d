#include "core/train/feeds/text_feed.h"

namespace prolap::train {

namespace {

class FrozenTextFeed final : public TextFeed {
public:
    FrozenTextFeed(const Dataset& dataset, const torch::Device& device) : m_dataset(dataset), m_device(device) {}

    torch::Tensor features(const torch::Tensor& ids) override
    {
        return m_dataset.captionFeatures.index_select(0, ids).to(m_device);
    }

    MaskedViews masked(const torch::Tensor& ids) override
    {
        return drawnViews(m_dataset.views.maskedCaptions, ids, m_device);
    }

    torch::Tensor mixed(const MixedPairs& pairs, const torch::Tensor& levels) override
    {
        const EncodedViews& views = m_dataset.views;
        const torch::Tensor rows = views.mixedCaptionRows.index({pairs.first, pairs.draws, levels});
        return views.mixedCaptions.index_select(0, rows).to(m_device);
    }

private:
    const Dataset& m_dataset;
    torch::Device m_device;
};

} // namespace

std::unique_ptr<TextFeed> frozenTextFeed(const Dataset& dataset, const torch::Device& device)
{
    return std::make_unique<FrozenTextFeed>(dataset, device);
}

} // namespace prolap::train
