#include <fmt/format.h>

#include "core/model/checkpoint/pytorch_file.h"
#include "core/model/checkpoint/safetensors.h"
#include "core/model/checkpoint/shard_index.h"
#include "core/model/published/family_sources.h"
#include "core/model/published/finished_source.h"
#include "core/model/published/hugging_face_config.h"
#include "core/model/published/model_place.h"
#include "core/model/published/tokenizer_place.h"

namespace prolap::model {

namespace {

struct Renaming {
    std::string_view from, to;
};

constexpr Renaming kPrefixes[] = {
    {"audio_model.audio_encoder.", "audio_encoder."},
    {"text_model.", "text_encoder."},
    {"audio_projection.", "audio_head.projection."},
    {"text_projection.", "text_head.projection."},
};

/// Counters, and buffers that follow from the sizes.
bool isNotNeeded(std::string_view name)
{
    if (name == "text_model.embeddings.position_ids" || name == "text_model.embeddings.token_type_ids")
        return true;
    constexpr std::string_view kAudio = "audio_model.audio_encoder.";
    if (!name.starts_with(kAudio))
        return false;
    name.remove_prefix(kAudio.size());
    if (name.ends_with(".num_batches_tracked"))
        return name.starts_with("batch_norm.") || name.starts_with("patch_embed.fusion_model.");
    return name.starts_with("layers.") && name.ends_with(".attention.self.relative_position_index");
}

checkpoint::TensorSet readWeights(const Path& weights)
{
    const std::string name = weights.filename().string();
    if (name == "model.safetensors")
        return checkpoint::readSafetensors(weights);
    if (name == "model.safetensors.index.json")
        return checkpoint::readShardedSafetensors(weights);
    if (name == "pytorch_model.bin")
        return checkpoint::readPyTorchFile(weights);
    return checkpoint::readShardedPyTorchFiles(weights);
}

void addTensor(RenamedTensors& tensors, const checkpoint::TensorView& tensor)
{
    const std::string_view name = tensor.name;
    if (isNotNeeded(name) || name == "logit_scale_t")
        return;
    if (name == "logit_scale_a")
        return tensors.add(tensor, "logit_scale");
    for (const auto& [from, to] : kPrefixes)
        if (name.starts_with(from))
            return tensors.add(tensor, std::string(to) + std::string(name.substr(from.size())));
    tensors.refuse(tensor);
}

} // namespace

ModelSource openHuggingFaceClap(const Path& folder, const Path& tokenizer)
{
    ModelSource source;
    source.kind = "Hugging Face CLAP";
    source.path = folder;
    source.config = readHuggingFaceConfig(folder, source.missing);
    const Path weights = huggingFaceWeights(folder);
    if (weights.extension() == ".json")
        source.weightFiles = checkpoint::shardFiles(weights);
    RenamedTensors tensors(readWeights(weights), weights, source.kind);
    for (const checkpoint::TensorView& tensor : tensors.file().tensors())
        addTensor(tensors, tensor);
    for (const char* scale : {"logit_scale_a", "logit_scale_t"})
        source.config.training[scale] = storedNumber(tensors, scale);
    finishSource(source, tensors, folder / "config.json");
    std::vector<Path> places{folder};
    if (!tokenizer.empty())
        places.push_back(tokenizer);
    findTokenizer(source, places);
    return source;
}

} // namespace prolap::model
