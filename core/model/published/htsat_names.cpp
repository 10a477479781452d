#include "core/model/published/htsat_names.h"

#include <algorithm>
#include <array>

namespace prolap::model {

namespace {

struct Renaming {
    std::string_view from, to;
};

constexpr Renaming kInBlock[] = {
    {"norm1.", "layernorm_before."},
    {"attn.relative_position_bias_table", "attention.self.relative_position_bias_table"},
    {"attn.proj.", "attention.output.dense."},
    {"norm2.", "layernorm_after."},
    {"mlp.fc1.", "intermediate.dense."},
    {"mlp.fc2.", "output.dense."},
};
constexpr std::string_view kQueryKeyValue = "attn.qkv.";
constexpr std::array<std::string_view, 3> kThirds{"query.", "key.", "value."};

constexpr std::string_view kNotNeeded[] = {
    "bn0.num_batches_tracked",
    "tscam_conv.weight",
    "tscam_conv.bias",
    "head.weight",
    "head.bias",
    "spectrogram_extractor.stft.conv_real.weight",
    "spectrogram_extractor.stft.conv_imag.weight",
    "logmel_extractor.melW",
};
constexpr std::string_view kNotNeededInBlock[] = {"attn.relative_position_index", "attn_mask"};

bool contains(std::span<const std::string_view> list, std::string_view name)
{
    return std::ranges::find(list, name) != list.end();
}

/// Length of "layers.3.blocks.1." at the start of a name; 0 where it starts otherwise.
std::size_t blockPrefix(std::string_view name)
{
    std::size_t at = 0;
    for (const std::string_view word : {"layers.", "blocks."}) {
        if (!name.substr(at).starts_with(word))
            return 0;
        const std::size_t digits = at + word.size();
        const std::size_t end = name.find_first_not_of("0123456789", digits);
        if (end == digits || end == std::string_view::npos || name[end] != '.')
            return 0;
        at = end + 1;
    }
    return at;
}

} // namespace

void addHtsatTensor(RenamedTensors& tensors, const checkpoint::TensorView& tensor, std::string_view name)
{
    const std::string prefix = "audio_encoder.";
    const bool counter = name.starts_with("patch_embed.fusion_model.") && name.ends_with(".num_batches_tracked");
    if (counter || contains(kNotNeeded, name))
        return;
    const auto add = [&](std::string_view head, std::string_view tail) {
        tensors.add(tensor, prefix + std::string(head) + std::string(tail));
    };
    if (const std::size_t length = blockPrefix(name)) {
        const std::string_view block = name.substr(0, length), rest = name.substr(length);
        if (contains(kNotNeededInBlock, rest))
            return;
        if (rest.starts_with(kQueryKeyValue)) {
            const std::string self = prefix + std::string(block) + "attention.self.";
            const std::string tail(rest.substr(kQueryKeyValue.size()));
            for (std::size_t part = 0; part < kThirds.size(); ++part)
                tensors.addThird(tensor, part, self + std::string(kThirds[part]) + tail);
            return;
        }
        for (const auto& [from, to] : kInBlock)
            if (rest.starts_with(from))
                return add(block, std::string(to) + std::string(rest.substr(from.size())));
        tensors.refuse(tensor);
    }
    if (name.starts_with("bn0."))
        return add("batch_norm.", name.substr(4));
    if (name.starts_with("patch_embed.") || name.starts_with("norm.") ||
        (name.starts_with("layers.") && name.find(".downsample.") != std::string_view::npos))
        return add("", name);
    tensors.refuse(tensor);
}

} // namespace prolap::model
