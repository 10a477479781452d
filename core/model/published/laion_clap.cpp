#include <algorithm>

#include <fmt/format.h>

#include "core/model/published/family_sources.h"
#include "core/model/published/finished_source.h"
#include "core/model/published/htsat_names.h"
#include "core/model/published/model_card.h"
#include "core/model/published/network_sizes.h"
#include "core/model/published/stored_front_end.h"
#include "core/model/published/tensor_numbers.h"

namespace prolap::model {

namespace {

constexpr const char* kAudio = "audio_branch.";
constexpr const char* kText = "text_branch.";
constexpr std::int64_t kMaxTokens = 77; // to which LAION's software cuts captions

/// What LAION published under CC0-1.0, by its names.
constexpr const char* kPublished[] = {"630k-best.pt",
                                      "630k-audioset-best.pt",
                                      "630k-fusion-best.pt",
                                      "630k-audioset-fusion-best.pt",
                                      "music_audioset_epoch_15_esc_90.14.pt",
                                      "music_speech_epoch_15_esc_89.25.pt",
                                      "music_speech_audioset_epoch_15_esc_89.98.pt"};

/// The projection is a list of three layers there; the second has no weights.
std::string projectionName(const std::string& name)
{
    if (name.starts_with("0."))
        return "linear1." + name.substr(2);
    if (name.starts_with("2."))
        return "linear2." + name.substr(2);
    return {};
}

/// Layers that only the training used, and buffers that follow from the sizes.
bool isNotNeeded(std::string_view name)
{
    return name.starts_with("audio_transform.sequential.") || name.starts_with("text_transform.sequential.") ||
           name == "text_branch.embeddings.position_ids" || name == "text_branch.embeddings.token_type_ids";
}

void renameAll(RenamedTensors& tensors, const std::string& prefix)
{
    for (const checkpoint::TensorView& tensor : tensors.file().tensors()) {
        if (!tensor.name.starts_with(prefix))
            continue; // the optimiser's state beside state_dict
        const std::string name = tensor.name.substr(prefix.size());
        if (isNotNeeded(name))
            continue;
        const auto below = [&](std::string_view part) {
            return name.starts_with(part) ? name.substr(part.size()) : std::string();
        };
        if (const std::string audio = below(kAudio); !audio.empty())
            addHtsatTensor(tensors, tensor, audio);
        else if (const std::string text = below(kText); !text.empty())
            tensors.add(tensor, "text_encoder." + text);
        else if (const std::string audioHead = projectionName(below("audio_projection.")); !audioHead.empty())
            tensors.add(tensor, "audio_head.projection." + audioHead);
        else if (const std::string textHead = projectionName(below("text_projection.")); !textHead.empty())
            tensors.add(tensor, "text_head.projection." + textHead);
        else if (name == "logit_scale_a")
            tensors.add(tensor, "logit_scale");
        else if (name != "logit_scale_t")
            tensors.refuse(tensor);
    }
}

MelConfig frontEnd(RenamedTensors& tensors, const std::string& prefix, bool fused)
{
    MelConfig mel;
    if (fused) {
        // Features of fused models are made outside the network, so what the file holds of a front end is not used.
        mel = MelConfig::clapFused();
        mel.bands = static_cast<int>(std::min<std::int64_t>(melBands(tensors), 1 << 16));
    } else {
        mel = addStoredFrontEnd(tensors, prefix, MelConfig::clapUnfused());
    }
    mel.quantise16 = true;
    return mel;
}

} // namespace

ModelSource openLaionClap(checkpoint::TensorSet file, const PublishedFamily& family, const Path& path)
{
    ModelSource source;
    source.kind = "LAION CLAP";
    source.path = path;
    RenamedTensors tensors(std::move(file), path, source.kind);
    renameAll(tensors, family.prefix);

    PackConfig& config = source.config;
    config.name = displayText(path.stem());
    config.provenance = "LAION CLAP (Wu et al., Large-Scale Contrastive Language-Audio Pretraining, 2023), opened in "
                        "place.";
    if (std::ranges::find(kPublished, path.filename().string()) != std::end(kPublished))
        config.licence = "CC0-1.0";
    const HtsatConfig htsat = htsatSizes(tensors);
    config.audio.windowSeconds = 10;
    config.audio.mel = frontEnd(tensors, family.prefix + kAudio, htsat.fusion != HtsatConfig::Fusion::None);
    config.audio.network = htsat;
    const BertConfig roberta = robertaSizes(tensors);
    config.text.tokenizer = "roberta-bpe";
    config.text.maxTokens = std::min(kMaxTokens, roberta.positions - roberta.positionOffset);
    config.text.network = roberta;
    config.heads = publishedHeads(HeadsConfig::Projection::Relu, tensors);
    for (const char* scale : {"logit_scale_a", "logit_scale_t"})
        config.training[scale] = storedNumber(tensors, family.prefix + scale);
    finishSource(source, tensors, path);
    return source;
}

} // namespace prolap::model
