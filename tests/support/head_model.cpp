#include "tests/support/head_model.h"

#include <torch/torch.h>

namespace prolap::test {

model::ProlapModel modelWithHeads(std::int64_t audioFeatures, std::int64_t textFeatures,
                                  const model::HeadsConfig& heads, std::uint64_t seed)
{
    model::PackConfig config;
    config.audio.network = model::Cnn8Config{{4, audioFeatures}, 100, 50};
    model::BertConfig bert;
    bert.vocabulary = 10;
    bert.layers = 1;
    bert.width = textFeatures;
    bert.heads = 2;
    bert.inner = 16;
    config.text.network = bert;
    config.heads = heads;
    torch::manual_seed(seed);
    return model::ProlapModel::random(config);
}

} // namespace prolap::test
