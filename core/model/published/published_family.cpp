#include "core/model/published/published_family.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/error.h"
#include "core/model/checkpoint/pytorch_file.h"

namespace prolap::model {

using checkpoint::TensorSet;
using checkpoint::TensorView;

namespace {

bool hasUnder(const TensorSet& set, const std::string& prefix)
{
    const auto& tensors = set.tensors();
    const auto at = std::ranges::lower_bound(tensors, prefix, {}, &TensorView::name);
    return at != tensors.end() && at->name.starts_with(prefix);
}

struct Unknown {
    const char* prefix;
    const char* family;
};

constexpr Unknown kUnknown[] = {
    {"model.clap.", "an audio captioning model (clapcap)"},
    {"clap.", "an audio captioning model (clapcap)"},
    {"model.audio_encoder.base.", "MS-CLAP 2022, whose audio encoder is CNN14"},
    {"embedding_net.", "an aiSFX encoder, which `prolap model assemble` takes"},
    {"embeddings.", "a BERT encoder"},
    {"wte.", "a GPT-2 encoder"},
    {"transformer.", "a GPT-2 model"},
    {"visual.", "an image model"},
};

} // namespace

PublishedFamily publishedFamily(const TensorSet& tensors, const Path& file)
{
    const auto unsupported = [&](const std::string& found) {
        throw Error(ErrorKind::Unsupported,
                    fmt::format("{}: expected the checkpoint of MS-CLAP 2023 or of a LAION CLAP model, found {}.",
                                displayText(file), found));
    };
    if (hasUnder(tensors, "model.audio_encoder.base.htsat."))
        return {PublishedFamily::Kind::MsClap, "model."};
    for (const char* prefix : {"state_dict.module.", "state_dict.", "module.", ""}) {
        if (!hasUnder(tensors, std::string(prefix) + "audio_branch."))
            continue;
        if (hasUnder(tensors, std::string(prefix) + "audio_branch.conv_block"))
            unsupported("a LAION model whose audio encoder is PANN");
        return {PublishedFamily::Kind::Laion, prefix};
    }
    if (hasUnder(tensors, "audio_model.audio_encoder."))
        throw Error(ErrorKind::NotFound,
                    fmt::format("{}: expected the folder of a Hugging Face CLAP model, found its weights without the "
                                "config.json that belongs beside them.",
                                displayText(file)));
    for (const Unknown& unknown : kUnknown)
        if (hasUnder(tensors, unknown.prefix))
            unsupported(unknown.family);
    unsupported(tensors.tensors().empty()
                    ? "no tensors"
                    : fmt::format("tensors such as {}", validUtf8(tensors.tensors().front().name)));
    return {};
}

bool isPublishedClap(const Path& file)
{
    try {
        publishedFamily(checkpoint::readPyTorchFile(file), file);
        return true;
    } catch (const Error&) {
        return false;
    }
}

} // namespace prolap::model
