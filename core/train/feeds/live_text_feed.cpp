#include "core/train/feeds/text_feed.h"

#include <string>
#include <tuple>
#include <vector>

#include "core/prolap/masking.h"

namespace prolap::train {

namespace {

class LiveTextFeed final : public TextFeed {
public:
    LiveTextFeed(model::ProlapModel& model, const Dataset& dataset, const Recipe& recipe, const torch::Device& device)
        : m_model(model), m_dataset(dataset), m_recipe(recipe), m_device(device)
    {
    }

    torch::Tensor features(const torch::Tensor& ids) override
    {
        // The encoder sees each distinct caption once.
        const auto [distinct, places, ignored] =
            at::_unique2(ids, /*sorted=*/true, /*return_inverse=*/true, /*return_counts=*/false);
        const auto tokens = tokenize(distinct);
        return m_model.textEncoder->forward(tokens.ids.to(m_device), tokens.mask.to(m_device))
            .index_select(0, places.to(m_device));
    }

    MaskedViews masked(const torch::Tensor& ids) override
    {
        const auto tokens = tokenize(ids);
        const torch::Tensor mask = tokens.mask.to(m_device);
        MaskedViews views{m_model.textEncoder->forward(tokens.ids.to(m_device), mask)};
        for (const torch::Tensor& hidden :
             recursiveMasks(tokens.maskable, m_recipe.views.textMaskLevels, m_recipe.views.maskProbability)) {
            const torch::Tensor shown = tokens.ids.masked_fill(hidden, m_model.maskTokenId());
            views.push_back(m_model.textEncoder->forward(shown.to(m_device), mask));
        }
        return views;
    }

    torch::Tensor mixed(const MixedPairs& pairs, const torch::Tensor& levels) override
    {
        std::vector<std::string> captions;
        for (std::int64_t i = 0; i < pairs.count(); ++i)
            captions.push_back(m_dataset.mixtures.caption(m_dataset, pairs.first[i].item<std::int64_t>(),
                                                          pairs.draws[i].item<std::int64_t>(),
                                                          levels[i].item<std::int64_t>()));
        const auto tokens = m_model.tokenize(captions);
        return m_model.textEncoder->forward(tokens.ids.to(m_device), tokens.mask.to(m_device));
    }

private:
    model::ProlapModel::TokenBatch tokenize(const torch::Tensor& ids) const
    {
        std::vector<std::string> captions;
        for (std::int64_t i = 0; i < ids.numel(); ++i)
            captions.push_back(m_dataset.captions[static_cast<std::size_t>(ids[i].item<std::int64_t>())]);
        return m_model.tokenize(captions);
    }

    model::ProlapModel& m_model;
    const Dataset& m_dataset;
    const Recipe& m_recipe;
    torch::Device m_device;
};

} // namespace

std::unique_ptr<TextFeed> liveTextFeed(model::ProlapModel& model, const Dataset& dataset, const Recipe& recipe,
                                       const torch::Device& device)
{
    return std::make_unique<LiveTextFeed>(model, dataset, recipe, device);
}

} // namespace prolap::train
