#include "core/model/model_source.h"

#include "core/model/checkpoint/pytorch_file.h"
#include "core/model/checkpoint/safetensors.h"
#include "core/model/published/family_sources.h"
#include "core/model/published/model_place.h"
#include "core/model/published/tokenizer_place.h"

namespace prolap::model {

namespace {

ModelSource openPack(const Path& folder)
{
    ModelSource source;
    source.kind = "ProLAP pack";
    source.config = PackConfig::read(folder);
    source.path = folder;
    source.weightFile = folder / "model.safetensors";
    source.weightFiles = {source.weightFile};
    source.tensors = checkpoint::readSafetensors(source.weightFile);
    source.tokenizerFolder = folder;
    return source;
}

ModelSource openPyTorchFile(const Path& file, const Path& tokenizer)
{
    checkpoint::TensorSet tensors = checkpoint::readPyTorchFile(file);
    const PublishedFamily family = publishedFamily(tensors, file);
    ModelSource source = family.kind == PublishedFamily::Kind::MsClap ? openMsClap(std::move(tensors), family, file)
                                                                      : openLaionClap(std::move(tensors), family, file);
    const Path beside = file.has_parent_path() ? file.parent_path() : Path(".");
    std::vector<Path> places{beside, beside / "tokenizer"};
    if (!tokenizer.empty())
        places = {tokenizer};
    findTokenizer(source, places);
    return source;
}

} // namespace

ModelSource openModelSource(const Path& path, const Path& tokenizer)
{
    const ModelPlace found = findModel(path);
    switch (found.kind) {
    case ModelPlace::Kind::Pack:
        return openPack(found.place);
    case ModelPlace::Kind::HuggingFace:
        return openHuggingFaceClap(found.place, tokenizer);
    case ModelPlace::Kind::PyTorchFile:
        break;
    }
    return openPyTorchFile(found.place, tokenizer);
}

} // namespace prolap::model
