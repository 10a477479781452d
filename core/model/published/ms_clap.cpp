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

constexpr const char* kAudio = "audio_encoder.base.htsat.";
constexpr const char* kText = "caption_encoder.base.";

/// `h.0.attn.bias`, the causal mask, and `h.0.attn.masked_bias`, what it adds.
bool isMask(std::string_view name)
{
    return name.starts_with("h.") && (name.ends_with(".attn.bias") || name.ends_with(".attn.masked_bias"));
}

void renameAll(RenamedTensors& tensors, const std::string& prefix)
{
    for (const checkpoint::TensorView& tensor : tensors.file().tensors()) {
        if (!tensor.name.starts_with(prefix))
            tensors.refuse(tensor);
        const std::string name = tensor.name.substr(prefix.size());
        const auto below = [&](std::string_view part) {
            return name.starts_with(part) ? name.substr(part.size()) : std::string();
        };
        if (const std::string audio = below(kAudio); !audio.empty())
            addHtsatTensor(tensors, tensor, audio);
        else if (const std::string text = below(kText); !text.empty()) {
            if (!isMask(text))
                tensors.add(tensor, "text_encoder." + text);
        } else if (const std::string audioHead = below("audio_encoder.projection."); !audioHead.empty())
            tensors.add(tensor, "audio_head.projection." + audioHead);
        else if (const std::string textHead = below("caption_encoder.projection."); !textHead.empty())
            tensors.add(tensor, "text_head.projection." + textHead);
        else if (name == "logit_scale")
            tensors.add(tensor, name);
        else
            tensors.refuse(tensor);
    }
}

} // namespace

ModelSource openMsClap(checkpoint::TensorSet file, const PublishedFamily& family, const Path& path)
{
    ModelSource source;
    source.kind = "MS-CLAP 2023";
    source.path = path;
    RenamedTensors tensors(std::move(file), path, source.kind);
    renameAll(tensors, family.prefix);

    PackConfig& config = source.config;
    config.name = displayText(path.stem());
    config.provenance = "MS-CLAP 2023 by Microsoft (Elizalde, Deshmukh and Wang, Natural Language Supervision for "
                        "General-Purpose Audio Representations, 2023), opened in place.";
    // The publisher's card says so of this file; the code beside it is under the MIT licence.
    config.licence = path.filename() == "CLAP_weights_2023.pth" ? "MS-PL" : "";
    config.audio.windowSeconds = 7;
    config.audio.mel = addStoredFrontEnd(tensors, family.prefix + kAudio, MelConfig::msClap2023());
    HtsatConfig htsat = htsatSizes(tensors);
    htsat.fill = HtsatConfig::Fill::Repeat;
    config.audio.network = htsat;
    const Gpt2Config gpt2 = gpt2Sizes(tensors);
    config.text.tokenizer = "gpt2-bpe";
    config.text.maxTokens = gpt2.positions;
    config.text.network = gpt2;
    config.heads = publishedHeads(HeadsConfig::Projection::Residual, tensors);
    config.training["logit_scale"] = storedNumber(tensors, family.prefix + "logit_scale");
    finishSource(source, tensors, path);
    return source;
}

} // namespace prolap::model
