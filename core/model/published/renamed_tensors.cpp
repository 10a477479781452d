#include "core/model/published/renamed_tensors.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/error.h"
#include "core/model/published/tensor_numbers.h"
#include "core/model/published/tensor_plan.h"

namespace prolap::model {

using checkpoint::TensorView;

namespace {

constexpr float kStartLogitBias = -10;

} // namespace

RenamedTensors::RenamedTensors(checkpoint::TensorSet file, Path path, std::string network)
    : m_file(std::make_shared<const checkpoint::TensorSet>(std::move(file))),
      m_path(std::move(path)),
      m_network(std::move(network))
{
}

void RenamedTensors::put(Entry entry)
{
    const auto [at, added] = m_tensors.try_emplace(entry.tensor.name, entry);
    if (!added)
        throw Error(ErrorKind::Incompatible,
                    fmt::format("{}: expected one of the tensors {} and {}, found both.", displayText(m_path),
                                validUtf8(at->second.fileName), validUtf8(entry.fileName)));
}

void RenamedTensors::add(const TensorView& tensor, const std::string& name)
{
    put({{name, tensor.dtype, tensor.shape, tensor.bytes}, tensor.name});
}

void RenamedTensors::addThird(const TensorView& tensor, std::size_t part, const std::string& name)
{
    if (tensor.shape.empty() || tensor.shape[0] % 3 != 0)
        throw Error(ErrorKind::Incompatible,
                    fmt::format("{}: expected three times as many rows as columns in tensor {}, found shape {}.",
                                displayText(m_path), validUtf8(tensor.name), checkpoint::shapeText(tensor.shape)));
    auto shape = tensor.shape;
    shape[0] /= 3;
    const std::size_t bytes = tensor.bytes.size() / 3;
    put({{name, tensor.dtype, shape, tensor.bytes.subspan(part * bytes, bytes)}, tensor.name});
}

void RenamedTensors::addOwn(checkpoint::OwnedTensor tensor)
{
    const auto bytes = m_own.keepCopy(tensor.bytes);
    put({{tensor.name, tensor.dtype, std::move(tensor.shape), bytes}, tensor.name});
}

bool RenamedTensors::hasUnder(const std::string& prefix) const
{
    const auto at = m_tensors.lower_bound(prefix);
    return at != m_tensors.end() && at->first.starts_with(prefix);
}

const std::vector<std::int64_t>& RenamedTensors::shape(const std::string& name, std::size_t rank) const
{
    const auto at = m_tensors.find(name);
    if (at == m_tensors.end())
        throw Error(ErrorKind::Incompatible, fmt::format("{}: expected {}'s tensor {}, found none of that meaning.",
                                                         displayText(m_path), m_network, name));
    const auto& shape = at->second.tensor.shape;
    if (shape.size() != rank || std::ranges::any_of(shape, [](std::int64_t size) { return size < 1; }))
        refuseShape(name, fmt::format("{} sizes of at least 1", rank));
    return shape;
}

void RenamedTensors::refuse(const TensorView& tensor) const
{
    throw Error(ErrorKind::Incompatible,
                fmt::format("{}: found tensor {} of shape {}, which {} does not have.", displayText(m_path),
                            validUtf8(tensor.name), checkpoint::shapeText(tensor.shape), m_network));
}

void RenamedTensors::refuseShape(const std::string& name, const std::string& expected) const
{
    const Entry& entry = m_tensors.at(name);
    throw Error(ErrorKind::Incompatible,
                fmt::format("{}: expected {} in the shape of tensor {}, found {}.", displayText(m_path), expected,
                            validUtf8(entry.fileName), checkpoint::shapeText(entry.tensor.shape)));
}

checkpoint::TensorSet RenamedTensors::take(const PackConfig& config)
{
    const auto plan = tensorPlan(config);
    for (const auto& [name, shape] : plan) {
        const auto at = m_tensors.find(name);
        if (at == m_tensors.end())
            throw Error(ErrorKind::Incompatible,
                        fmt::format("{}: expected {}'s tensor {} of shape {}, found none of that meaning.",
                                    displayText(m_path), m_network, name, checkpoint::shapeText(shape)));
        const Entry& entry = at->second;
        if (entry.tensor.shape != shape)
            throw Error(ErrorKind::Incompatible,
                        fmt::format("{}: expected tensor {} ({} here) of shape {}, found {}.", displayText(m_path),
                                    validUtf8(entry.fileName), name, checkpoint::shapeText(shape),
                                    checkpoint::shapeText(entry.tensor.shape)));
        if (!isFloatingPoint(entry.tensor.dtype))
            throw Error(ErrorKind::Incompatible,
                        fmt::format("{}: expected floating-point numbers in tensor {}, found {}.", displayText(m_path),
                                    validUtf8(entry.fileName), checkpoint::dtypeName(entry.tensor.dtype)));
    }
    checkpoint::TensorSet set = std::move(m_own);
    set.keep(m_file);
    for (auto& [name, entry] : m_tensors) { // in the order of names: add() only appends
        if (!plan.contains(name)) {
            entry.tensor.name = entry.fileName;
            refuse(entry.tensor);
        }
        set.add(std::move(entry.tensor));
    }
    m_tensors.clear();
    return set;
}

void addPackConstants(RenamedTensors& tensors, const PackConfig& config)
{
    const auto fill = [&](const std::string& name, std::int64_t size, float value) {
        tensors.addOwn(floatTensor(name, {size}, std::vector<float>(static_cast<std::size_t>(size), value)));
    };
    const std::int64_t audio = audioFeatureSize(std::get<HtsatConfig>(config.audio.network));
    const std::int64_t text = textFeatureSize(config.text);
    fill("audio_head.feature_mean", audio, 0);
    fill("audio_head.feature_std", audio, 1);
    fill("text_head.feature_mean", text, 0);
    fill("text_head.feature_std", text, 1);
    tensors.addOwn(floatTensor("logit_bias", {}, {kStartLogitBias}));
}

} // namespace prolap::model
