#include "tests/core_model/small_encoders.h"

#include "core/model/nn/bert.h"
#include "core/model/nn/cnn8.h"
#include "core/model/nn/gpt2.h"
#include "core/model/nn/htsat.h"

namespace prolap::test {

using namespace prolap::model;

namespace {

std::shared_ptr<nn::AudioEncoder> makeAudio(const std::string& name)
{
    if (name == "cnn8")
        return std::make_shared<nn::Cnn8>(Cnn8Config{{4, 8, 8}, 40, 40}, MelConfig::aisfx());
    HtsatConfig config;
    config.imageSize = 64;
    config.embedDim = 8;
    config.depths = {2, 2, 2};
    config.heads = {1, 2, 4};
    config.window = 4;
    MelConfig mel = MelConfig::clapUnfused();
    mel.bands = 16;
    return std::make_shared<nn::Htsat>(config, mel, 1);
}

std::shared_ptr<nn::TextEncoder> makeText(const std::string& name)
{
    if (name == "gpt2") {
        Gpt2Config config;
        config.vocabulary = 90;
        config.width = 24;
        config.layers = 3;
        config.heads = 3;
        config.positions = 20;
        return std::make_shared<nn::Gpt2>(config);
    }
    BertConfig config;
    config.vocabulary = 90;
    config.width = 24;
    config.layers = 3;
    config.heads = 3;
    config.inner = 40;
    config.positions = 22;
    if (name == "roberta") {
        config.positionOffset = 2;
        config.typeRows = 1;
        config.pooling = BertConfig::Pooling::FirstTokenTanh;
    }
    return std::make_shared<nn::Bert>(config);
}

} // namespace

SmallEncoder makeSmallEncoder(const std::string& name)
{
    torch::manual_seed(11);
    SmallEncoder made;
    if (name == "cnn8" || name == "htsat") {
        const auto net = makeAudio(name);
        const nn::MaskGrid grid = net->maskGrid();
        made.net = net;
        made.input = name == "cnn8" ? torch::randn({3, 40, 96}) : torch::randn({3, 256, 16});
        made.second = torch::rand({3, grid.rows, grid.columns}).lt(.3);
    } else {
        const auto net = makeText(name);
        made.net = net;
        made.input = torch::randint(2, 90, {3, 9});
        if (net->ownMaskId() >= 0)
            made.input.select(1, 2).fill_(net->ownMaskId());
        made.second = torch::ones({3, 9}, torch::kLong);
        made.second[1].slice(0, 5).zero_();
    }
    const torch::NoGradGuard noGrad;
    for (auto& parameter : made.net->parameters()) // many start values are 0 or 1 and would hide mistakes
        parameter.add_(torch::randn_like(parameter) * .05);
    made.net->eval();
    return made;
}

torch::Tensor SmallEncoder::features() const
{
    if (auto* audio = dynamic_cast<nn::AudioEncoder*>(net.get()))
        return audio->forwardMasked(input, second);
    return dynamic_cast<nn::TextEncoder&>(*net).forward(input, second);
}

torch::Tensor SmallEncoder::loss() const
{
    const auto all = features();
    return (all * torch::linspace(-1, 1, all.numel()).view(all.sizes())).sum();
}

torch::OrderedDict<std::string, torch::Tensor> gradientsOf(const SmallEncoder& encoder)
{
    encoder.net->zero_grad();
    encoder.loss().backward();
    torch::OrderedDict<std::string, torch::Tensor> gradients;
    for (const auto& parameter : encoder.net->named_parameters()) {
        const auto gradient = parameter.value().grad();
        gradients.insert(parameter.key(), gradient.defined() ? gradient.clone() : gradient);
    }
    return gradients;
}

} // namespace prolap::test
