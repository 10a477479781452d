#include "core/model/nn/encoder.h"

#include <algorithm>
#include <cassert>

namespace prolap::model::nn {

namespace {

bool beginsWithOne(const std::string& name, const std::vector<std::string>& prefixes)
{
    return std::any_of(prefixes.begin(), prefixes.end(), [&](const auto& prefix) { return name.starts_with(prefix); });
}

} // namespace

std::vector<ParameterBlock> Encoder::blocks() const
{
    const auto all = named_parameters();
    std::vector<ParameterBlock> blocks;
    std::size_t placed = 0;
    for (const BlockNames& names : blockNames()) {
        ParameterBlock block{names.name, {}};
        for (const auto& parameter : all)
            if (beginsWithOne(parameter.key(), names.prefixes))
                block.parameters.push_back({parameter.key(), parameter.value()});
        placed += block.parameters.size();
        blocks.push_back(std::move(block));
    }
    assert(placed == all.size());
    return blocks;
}

void Encoder::setTrainedBlocks(std::int64_t count)
{
    m_trainedBlocks = std::max<std::int64_t>(count, 0);
    const auto all = blocks();
    const auto total = static_cast<std::int64_t>(all.size());
    for (std::int64_t i = 0; i < total; ++i)
        for (const auto& parameter : all[static_cast<std::size_t>(i)].parameters)
            parameter.tensor.set_requires_grad(i >= total - m_trainedBlocks);
    train(is_training());
}

void Encoder::train(bool on)
{
    Module::train(on && m_trainedBlocks > 0);
    if (!is_training())
        return;
    const auto names = blockNames();
    const auto frozen = std::max<std::int64_t>(0, static_cast<std::int64_t>(names.size()) - m_trainedBlocks);
    for (const auto& module : named_modules("", /*include_self=*/false))
        for (std::int64_t i = 0; i < frozen; ++i)
            if (beginsWithOne(module.key() + ".", names[static_cast<std::size_t>(i)].prefixes))
                module.value()->train(false);
}

} // namespace prolap::model::nn
