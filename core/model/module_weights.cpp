#include "core/model/module_weights.h"

#include <optional>

#include <fmt/format.h>

#include "core/error.h"
#include "core/model/checkpoint/safetensors.h"

namespace prolap::model {

namespace {

using checkpoint::DType;
using checkpoint::TensorView;

std::optional<torch::ScalarType> floatType(DType dtype)
{
    switch (dtype) {
    case DType::F64:
        return torch::kDouble;
    case DType::F32:
        return torch::kFloat;
    case DType::F16:
        return torch::kHalf;
    case DType::BF16:
        return torch::kBFloat16;
    default:
        return std::nullopt;
    }
}

/// The file's bytes seen as a tensor, not copied. It must not be written to and not outlive the file.
torch::Tensor borrow(const TensorView& view, torch::ScalarType type)
{
    auto* data = const_cast<std::byte*>(view.bytes.data()); // NOLINT: from_blob takes no const
    return torch::from_blob(data, view.shape, torch::TensorOptions(type));
}

bool isStored(const std::string& buffer)
{
    for (const char* name : {"running_mean", "running_var", "feature_mean", "feature_std", "mel_weight"})
        if (buffer.ends_with(name))
            return true;
    return false; // counters, and what follows from the sizes
}

bool isOptional(const std::string& parameter)
{
    return parameter == "mask_token" || parameter == "mask_value";
}

} // namespace

std::vector<NamedWeight> weightsOf(const torch::nn::Module& module, const std::string& prefix)
{
    std::vector<NamedWeight> weights;
    for (const auto& item : module.named_parameters())
        weights.push_back({prefix + item.key(), item.value(), isOptional(item.key())});
    for (const auto& item : module.named_buffers())
        if (isStored(item.key()))
            weights.push_back({prefix + item.key(), item.value(), false});
    return weights;
}

void copyWeights(const std::vector<NamedWeight>& weights, const checkpoint::TensorSet& file, const Path& path,
                 std::set<std::string>& used)
{
    torch::NoGradGuard noGrad;
    for (const NamedWeight& weight : weights) {
        const TensorView* view = file.find(weight.name);
        const auto shape = weight.tensor.sizes();
        if (!view && weight.optional)
            continue;
        if (!view)
            throw Error(ErrorKind::Incompatible,
                        fmt::format("{}: expected tensor {} of shape {}, found none of that name.", displayText(path),
                                    weight.name, checkpoint::shapeText(shape)));
        if (shape != torch::IntArrayRef(view->shape))
            throw Error(ErrorKind::Incompatible,
                        fmt::format("{}: expected tensor {} of shape {}, found {}.", displayText(path), weight.name,
                                    checkpoint::shapeText(shape), checkpoint::shapeText(view->shape)));
        const auto type = floatType(view->dtype);
        if (!type)
            throw Error(ErrorKind::Incompatible,
                        fmt::format("{}: expected floating-point numbers in tensor {}, found {}.", displayText(path),
                                    weight.name, checkpoint::dtypeName(view->dtype)));
        auto target = weight.tensor;
        target.copy_(borrow(*view, *type));
        // A sum is quick and finite for nearly all good tensors; only a sum that is not needs the full look.
        if (!std::isfinite(target.sum().item<double>()) && !target.isfinite().all().item<bool>())
            throw Error(ErrorKind::Corrupt,
                        fmt::format("{}: expected finite numbers in tensor {}, found NaN or infinity.",
                                    displayText(path), weight.name));
        used.insert(weight.name);
    }
}

void refuseUnusedTensors(const checkpoint::TensorSet& file, const Path& path, const std::set<std::string>& used)
{
    for (const TensorView& view : file.tensors())
        if (!used.contains(view.name))
            throw Error(ErrorKind::Incompatible,
                        fmt::format("{}: found tensor {} of shape {}, which the network in config.json does not have.",
                                    displayText(path), validUtf8(view.name), checkpoint::shapeText(view.shape)));
}

void writeWeights(const Path& path, const std::vector<NamedWeight>& weights,
                  const std::map<std::string, std::string>& metadata, StoredPrecision precision)
{
    std::vector<torch::Tensor> kept;
    std::vector<TensorView> views;
    for (const NamedWeight& weight : weights) {
        // Halving only what is large: statistics span more than fp16 does, and cost next to nothing.
        const bool half = precision == StoredPrecision::Fp16 && weight.tensor.dim() > 1;
        const auto exact = weight.tensor.detach().to(torch::kCPU, torch::kFloat).contiguous();
        const auto tensor = half ? exact.to(torch::kHalf) : exact;
        if (half && tensor.isinf().any().item<bool>())
            throw Error(ErrorKind::Unsupported, fmt::format("Tensor {} holds values beyond 65504, which fp16 cannot "
                                                            "store: use fp32.",
                                                            weight.name));
        kept.push_back(tensor);
        views.push_back({weight.name, half ? DType::F16 : DType::F32, tensor.sizes().vec(),
                         std::span(static_cast<const std::byte*>(tensor.const_data_ptr()), tensor.nbytes())});
    }
    checkpoint::writeSafetensors(path, views, metadata);
}

torch::Tensor toTorch(const TensorView& view, const Path& path)
{
    if (view.dtype == DType::I64)
        return borrow(view, torch::kLong).clone();
    const auto type = floatType(view.dtype);
    if (!type)
        throw Error(ErrorKind::Incompatible, fmt::format("{}: tensor {} has dtype {}.", displayText(path), view.name,
                                                         checkpoint::dtypeName(view.dtype)));
    return borrow(view, *type).to(torch::kFloat).clone();
}

} // namespace prolap::model
