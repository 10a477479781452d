#include "core/train/training_state.h"

#include <cstring>
#include <iterator>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/error.h"
#include "core/model/checkpoint/safetensors.h"

namespace prolap::train {

namespace {

checkpoint::DType dtypeOf(const torch::Tensor& tensor)
{
    return tensor.scalar_type() == torch::kInt64     ? checkpoint::DType::I64
           : tensor.scalar_type() == torch::kFloat64 ? checkpoint::DType::F64
                                                     : checkpoint::DType::F32;
}

torch::ScalarType scalarTypeOf(checkpoint::DType dtype)
{
    return dtype == checkpoint::DType::I64   ? torch::kInt64
           : dtype == checkpoint::DType::F64 ? torch::kFloat64
                                             : torch::kFloat32;
}

constexpr const char* kGroups[] = {"weights.", "first.", "second.", "average.", "best."};

NamedTensors& group(TrainingState& state, int index)
{
    NamedTensors* groups[] = {&state.weights, &state.first, &state.second, &state.average, &state.best};
    return *groups[index];
}

} // namespace

void saveState(const Path& file, const TrainingState& state, const std::string& identity)
{
    std::vector<torch::Tensor> kept; // contiguous CPU copies that the views point into
    std::vector<checkpoint::TensorView> views;
    TrainingState copy = state;
    for (int g = 0; g < static_cast<int>(std::size(kGroups)); ++g) {
        for (const auto& [name, tensor] : group(copy, g)) {
            kept.push_back(tensor.detach().cpu().contiguous());
            const torch::Tensor& values = kept.back();
            views.push_back({kGroups[g] + name, dtypeOf(values), values.sizes().vec(),
                             std::span(static_cast<const std::byte*>(values.const_data_ptr()), values.nbytes())});
        }
    }
    const nlohmann::json where{{"step", state.step}, {"best_epoch", state.bestEpoch}, {"best_value", state.bestValue}};
    checkpoint::writeSafetensors(file, views, {{"identity", identity}, {"state", where.dump()}});
}

TrainingState loadState(const Path& file, const std::string& identity)
{
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored))
        throw Error(ErrorKind::NotFound, fmt::format("There is no checkpoint {} to resume from", displayText(file)));
    const checkpoint::TensorSet set = checkpoint::readSafetensors(file);
    const auto found = set.metadata().find("identity");
    if (found == set.metadata().end() || !set.metadata().count("state"))
        throw Error(ErrorKind::Corrupt, fmt::format("{} is not a training checkpoint", displayText(file)));
    if (found->second != identity)
        throw Error(ErrorKind::Incompatible,
                    fmt::format("The checkpoint {} belongs to another recipe, base pack or data set; start without "
                                "resume, or use what it was started with",
                                displayText(file)));
    TrainingState state;
    try {
        const auto where = nlohmann::json::parse(set.metadata().at("state"));
        state.step = where.at("step").get<std::int64_t>();
        state.bestEpoch = where.at("best_epoch").get<int>();
        state.bestValue = where.at("best_value").get<double>();
    } catch (const nlohmann::json::exception& e) {
        throw Error(ErrorKind::Corrupt, fmt::format("The checkpoint {} is damaged: {}", displayText(file), e.what()));
    }
    for (const checkpoint::TensorView& view : set.tensors()) {
        for (int g = 0; g < static_cast<int>(std::size(kGroups)); ++g) {
            if (!view.name.starts_with(kGroups[g]))
                continue;
            torch::Tensor tensor = torch::empty(view.shape, scalarTypeOf(view.dtype));
            std::memcpy(tensor.data_ptr(), view.bytes.data(), view.bytes.size());
            group(state, g).emplace(view.name.substr(std::strlen(kGroups[g])), tensor);
        }
    }
    return state;
}

} // namespace prolap::train
