#include "core/model/nn/cnn8.h"

#include <string>

#include "core/model/nn/checkpointed.h"

namespace prolap::model::nn {

namespace {

/// A batch norm's output. What is computed a second time has been counted the first time.
torch::Tensor normed(torch::nn::BatchNorm2d& norm, const torch::Tensor& image)
{
    if (!norm->is_training() || !isRecomputing())
        return norm(image);
    return torch::batch_norm(image, norm->weight, norm->bias, {}, {}, /*training=*/true, *norm->options.momentum(),
                             norm->options.eps(), at::globalContext().userEnabledCuDNN());
}

} // namespace

torch::Tensor cutBlocks(const torch::Tensor& logMel, std::int64_t blockFrames, std::int64_t hopFrames)
{
    const std::int64_t frames = logMel.size(0);
    std::vector<std::int64_t> index;
    std::int64_t start = 0;
    do {
        const std::int64_t length = std::min(blockFrames, frames - start);
        for (std::int64_t i = 0; i < blockFrames; ++i)
            index.push_back(start + i % length);
        start += hopFrames;
        // A further block must bring frames that the one before it did not reach.
    } while (start + blockFrames - hopFrames < frames);
    return logMel.index_select(0, torch::tensor(index)).view({-1, blockFrames, logMel.size(1)});
}

ConvBlockImpl::ConvBlockImpl(std::int64_t in, std::int64_t out, bool pool) : m_pool(pool)
{
    const auto convolution = [](std::int64_t from, std::int64_t to) {
        return torch::nn::Conv2d(torch::nn::Conv2dOptions(from, to, 3).padding(1).bias(false));
    };
    m_conv1 = register_module("conv1", convolution(in, out));
    m_conv2 = register_module("conv2", convolution(out, out));
    m_bn1 = register_module("bn1", torch::nn::BatchNorm2d(out));
    m_bn2 = register_module("bn2", torch::nn::BatchNorm2d(out));
}

torch::Tensor ConvBlockImpl::forward(torch::Tensor image)
{
    image = torch::relu(normed(m_bn1, m_conv1(image)));
    image = torch::relu(normed(m_bn2, m_conv2(image)));
    return m_pool ? torch::max_pool2d(image, 2) : image;
}

std::array<ConvBlockImpl::Folded, 2> ConvBlockImpl::folded() const
{
    const auto fold = [](const torch::nn::Conv2d& convolution, const torch::nn::BatchNorm2d& norm) {
        const auto scale = norm->weight / (norm->running_var + norm->options.eps()).sqrt();
        return Folded{(convolution->weight * scale.view({-1, 1, 1, 1})).contiguous(torch::MemoryFormat::ChannelsLast),
                      norm->bias - norm->running_mean * scale};
    };
    torch::NoGradGuard noGrad;
    return {fold(m_conv1, m_bn1), fold(m_conv2, m_bn2)};
}

Cnn8::Cnn8(const Cnn8Config& config, const MelConfig& mel) : m_config(config), m_logMel(mel)
{
    register_module("log_mel", m_logMel);
    const auto net = register_module("embedding_net", std::make_shared<torch::nn::Module>());
    std::int64_t in = 1;
    for (std::size_t i = 0; i < config.channels.size(); ++i) {
        const bool last = i + 1 == config.channels.size();
        m_blocks.push_back(
            net->register_module("conv_block" + std::to_string(i + 1), ConvBlock(in, config.channels[i], !last)));
        in = config.channels[i];
    }
    m_maskValue = register_parameter("mask_value", maskStart());
}

torch::Tensor Cnn8::maskStart() const
{
    return torch::full({}, m_logMel->config().log == MelConfig::Log::Decibel ? -100.0 : 0.0);
}

std::vector<Encoder::BlockNames> Cnn8::blockNames() const
{
    std::vector<BlockNames> names{{"stem", {"log_mel.", "mask_value"}}};
    for (std::size_t i = 1; i <= m_blocks.size(); ++i)
        names.push_back({"conv_block" + std::to_string(i), {"embedding_net.conv_block" + std::to_string(i) + "."}});
    return names;
}

torch::Tensor Cnn8::prepare(const torch::Tensor& samples) const
{
    return cutBlocks(m_logMel->forward(samples), m_config.blockFrames, m_config.hopFrames);
}

torch::Tensor Cnn8::stage(const torch::Tensor& pieces, std::size_t blocks)
{
    auto image = pieces.unsqueeze(1);
    for (std::size_t i = 0; i < blocks; ++i) {
        const auto run = [block = m_blocks[i].ptr()](const torch::Tensor& in) { return block->forward(in); };
        image = checkpointing() ? checkpointed(run, image, m_blocks[i]->parameters()) : run(image);
    }
    return image;
}

torch::Tensor Cnn8::forward(const torch::Tensor& pieces)
{
    if (!m_folded.empty() && !is_training() && !torch::GradMode::is_enabled())
        return forwardFolded(pieces);
    return stage(pieces, m_blocks.size()).mean(3).amax(2);
}

MaskGrid Cnn8::maskGrid() const
{
    const auto patches = [](std::int64_t size, std::int64_t patch) { return (size + patch - 1) / patch; };
    return {patches(m_config.blockFrames, kPatchFrames), patches(m_logMel->config().bands, kPatchBands)};
}

torch::Tensor Cnn8::forwardMasked(const torch::Tensor& pieces, const torch::Tensor& masked)
{
    const auto hidden = masked.repeat_interleave(kPatchFrames, 1)
                            .repeat_interleave(kPatchBands, 2)
                            .narrow(1, 0, pieces.size(1))
                            .narrow(2, 0, pieces.size(2));
    return forward(torch::where(hidden, m_maskValue, pieces));
}

torch::Tensor Cnn8::forwardFolded(const torch::Tensor& pieces) const
{
    auto image =
        pieces.unsqueeze(1).to(m_folded[0][0].weight.scalar_type()).contiguous(torch::MemoryFormat::ChannelsLast);
    for (std::size_t i = 0; i < m_folded.size(); ++i) {
        for (const auto& layer : m_folded[i])
            image = torch::conv2d(image, layer.weight, layer.bias, 1, 1).relu_();
        if (m_blocks[i]->pool())
            image = torch::max_pool2d(image, 2);
    }
    return image.to(torch::kFloat).mean(3).amax(2);
}

torch::ScalarType Cnn8::optimiseForInference(torch::ScalarType type)
{
    m_folded.clear();
    for (const auto& block : m_blocks) {
        auto layers = block->folded();
        for (auto& layer : layers)
            layer = {layer.weight.to(type), layer.bias.to(type)};
        m_folded.push_back(layers);
    }
    return type;
}

} // namespace prolap::model::nn
