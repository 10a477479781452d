#include "core/model/published/model_place.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/error.h"
#include "core/model/json_file.h"
#include "core/model/published/published_family.h"

namespace prolap::model {

namespace fs = std::filesystem;

namespace {

constexpr const char* kWeightNames[] = {"model.safetensors", "model.safetensors.index.json", "pytorch_model.bin",
                                        "pytorch_model.bin.index.json"};

bool isFile(const Path& path)
{
    std::error_code code;
    return fs::is_regular_file(path, code);
}

bool isPyTorchName(const Path& path)
{
    return path.extension() == ".pt" || path.extension() == ".pth";
}

/// Whether a file of that name is a part of a model's folder, and stands for it.
bool belongsToFolder(const std::string& name)
{
    const bool shard = (name.starts_with("model-") && name.ends_with(".safetensors")) ||
                       (name.starts_with("pytorch_model-") && name.ends_with(".bin"));
    return shard || name == "config.json" || std::ranges::find(kWeightNames, name) != std::end(kWeightNames);
}

/// The `.pt` and `.pth` files of a folder, sorted.
std::vector<Path> pyTorchFiles(const Path& folder)
{
    std::vector<Path> files;
    std::error_code code;
    for (fs::directory_iterator at(folder, code), end; !code && at != end; at.increment(code))
        if (isPyTorchName(at->path()) && isFile(at->path()))
            files.push_back(at->path());
    std::ranges::sort(files);
    return files;
}

std::string fileNames(const std::vector<Path>& files)
{
    std::string names;
    for (const Path& file : files)
        names += fmt::format("{}{}", names.empty() ? "" : ", ", displayText(file.filename()));
    return names;
}

/// What a config.json says its model is, in words for a message.
std::string familyOf(const nlohmann::json& config)
{
    for (const char* field : {"format", "model_type"})
        if (const auto at = config.find(field); at != config.end() && at->is_string())
            return fmt::format("{} \"{}\"", field, validUtf8(at->get<std::string>().substr(0, 80)));
    return "neither of these fields";
}

bool fieldIs(const nlohmann::json& config, const char* field, const char* value)
{
    const auto at = config.find(field);
    return at != config.end() && at->is_string() && at->get_ref<const std::string&>() == value;
}

ModelPlace byConfig(const Path& folder)
{
    const Path file = folder / "config.json";
    const nlohmann::json config = readJsonFile(file);
    if (config.is_object() && fieldIs(config, "format", "prolap-model-pack"))
        return {ModelPlace::Kind::Pack, folder};
    if (!config.is_object() || !fieldIs(config, "model_type", "clap"))
        throw Error(ErrorKind::Unsupported,
                    fmt::format("{}: expected format \"prolap-model-pack\" or model_type \"clap\", found {}.",
                                displayText(file), config.is_object() ? familyOf(config) : "no JSON object"));
    if (huggingFaceWeights(folder).empty())
        throw Error(ErrorKind::NotFound,
                    fmt::format("{} holds the config.json of a CLAP model without its weights: expected "
                                "model.safetensors or pytorch_model.bin, whole or in shards with their index.",
                                displayText(folder)));
    return {ModelPlace::Kind::HuggingFace, folder};
}

ModelPlace inFolder(const Path& folder)
{
    const Path weights = huggingFaceWeights(folder);
    const std::vector<Path> checkpoints = pyTorchFiles(folder);
    // A config.json without weights of its own may be anything's, where a checkpoint lies there.
    if (isFile(folder / "config.json") && (!weights.empty() || checkpoints.empty())) {
        const ModelPlace place = byConfig(folder);
        if (place.kind == ModelPlace::Kind::HuggingFace)
            for (const Path& checkpoint : checkpoints)
                if (isPublishedClap(checkpoint)) // a training's optimizer.pt is none
                    throw Error(ErrorKind::BadInput,
                                fmt::format("{} holds two models, {} and {}: open one of these files.",
                                            displayText(folder), displayText(weights.filename()),
                                            displayText(checkpoint.filename())));
        return place;
    }
    if (checkpoints.size() == 1 && weights.empty())
        return {ModelPlace::Kind::PyTorchFile, checkpoints.front()};
    if (checkpoints.size() > 1)
        throw Error(ErrorKind::BadInput, fmt::format("{} holds several checkpoints ({}): open one of these files.",
                                                     displayText(folder), fileNames(checkpoints)));
    if (!weights.empty())
        throw Error(ErrorKind::NotFound, fmt::format("{} holds {} without the config.json that belongs to it.",
                                                     displayText(folder), displayText(weights.filename())));
    throw Error(ErrorKind::NotFound,
                fmt::format("{} holds no model: expected a ProLAP pack or a Hugging Face CLAP folder (config.json and "
                            "weights), or a checkpoint of MS-CLAP 2023 (.pth) or LAION CLAP (.pt).",
                            displayText(folder)));
}

} // namespace

Path huggingFaceWeights(const Path& folder)
{
    for (const char* name : kWeightNames)
        if (isFile(folder / name))
            return folder / name;
    return {};
}

ModelPlace findModel(const Path& path)
{
    std::error_code code;
    if (fs::is_directory(path, code))
        return inFolder(path);
    if (!fs::exists(path, code))
        throw Error(ErrorKind::NotFound, fmt::format("{} is not there.", displayText(path)));
    if (isPyTorchName(path))
        return {ModelPlace::Kind::PyTorchFile, path};
    if (belongsToFolder(path.filename().string())) {
        const Path folder = path.has_parent_path() ? path.parent_path() : Path(".");
        if (isFile(folder / "config.json"))
            return byConfig(folder);
        throw Error(ErrorKind::NotFound,
                    fmt::format("{}: expected a model's config.json beside it, found none.", displayText(path)));
    }
    throw Error(ErrorKind::Unsupported,
                fmt::format("{}: expected a model's folder, its config.json or weights, or a .pt or .pth checkpoint, "
                            "found another kind of file.",
                            displayText(path)));
}

} // namespace prolap::model
