#include "core/library/models/known_models.h"

#include <fstream>
#include <iterator>
#include <system_error>

#include <fmt/format.h>

#include "core/error.h"
#include "core/library/models/model_shelf.h"
#include "core/model/published/source_id.h"
#include "core/model/starter.h"

namespace prolap::library {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kMostCardBytes = 256 << 10;

std::int64_t bytesOf(const Path& path)
{
    std::error_code code;
    if (!fs::is_directory(path, code))
        return static_cast<std::int64_t>(fs::file_size(path, code));
    std::int64_t bytes = 0;
    for (fs::recursive_directory_iterator at(path, code), end; !code && at != end; at.increment(code)) {
        std::error_code ignored;
        if (at->is_regular_file(ignored))
            bytes += static_cast<std::int64_t>(at->file_size(ignored));
    }
    return bytes;
}

/// The text of a card without the block of fields that model hubs put at its top.
std::string cardOf(const Path& path)
{
    std::error_code code;
    const Path folder = fs::is_directory(path, code) ? path : path.parent_path();
    for (const char* name : {"MODEL_CARD.md", "README.md"}) {
        std::ifstream in(folder / name, std::ios::binary);
        if (!in)
            continue;
        std::string text(kMostCardBytes, '\0');
        in.read(text.data(), static_cast<std::streamsize>(text.size()));
        text.resize(static_cast<std::size_t>(in.gcount()));
        text = validUtf8(text);
        if (text.starts_with("---\n"))
            if (const auto end = text.find("\n---\n", 3); end != std::string::npos)
                text.erase(0, end + 5);
        return text;
    }
    return {};
}

bool fetchedInPart(const Path& path)
{
    std::error_code code;
    for (fs::directory_iterator at(path, code), end; !code && at != end; at.increment(code))
        if (at->path().extension() == ".part")
            return true;
    return false;
}

std::int64_t wholeNumber(const nlohmann::json& training, const char* field)
{
    const auto at = training.find(field);
    return at != training.end() && at->is_number_integer() ? at->get<std::int64_t>() : 0;
}

std::string textOf(const nlohmann::json& object, const char* field)
{
    const auto at = object.is_object() ? object.find(field) : object.end();
    return object.is_object() && at != object.end() && at->is_string() ? validUtf8(at->get<std::string>())
                                                                       : std::string();
}

void take(KnownModel& known, const model::ModelSource& source)
{
    const model::PackConfig& config = source.config;
    known.title = validUtf8(config.name);
    known.kind = source.kind;
    known.licence = validUtf8(config.licence);
    known.provenance = validUtf8(config.provenance);
    known.audioEncoder = config.audio.name();
    known.textEncoder = config.text.name();
    known.dim = config.heads ? config.heads->dim : 0;
    known.probabilistic = config.heads && config.heads->probabilistic;
    known.sampleRate = config.audio.mel.sampleRate;
    known.windowSeconds = config.audio.windowSeconds;
    known.calibrated = config.calibration.has_value();
    for (const auto& tensor : source.tensors.tensors())
        known.weights += static_cast<std::int64_t>(tensor.count());
    if (const nlohmann::json& training = config.training; training.is_object()) {
        known.trainClips = wholeNumber(training, "train_clips");
        known.validationClips = wholeNumber(training, "validation_clips");
        if (const auto at = training.find("runs"); at != training.end() && at->is_array()) {
            for (const auto& run : *at)
                known.runs.push_back({textOf(run, "base"), textOf(run, "run"), textOf(run, "name"),
                                      textOf(run, "preset"), textOf(run, "data")});
        }
        if (const auto at = training.find("validation"); at != training.end() && at->is_object())
            for (const auto& [name, value] : at->items())
                if (value.is_number())
                    known.metrics.emplace_back(name, value.get<double>());
    }
    if (!source.missing.empty())
        known.problem = validUtf8(source.missing.front());
    else if (!config.heads)
        known.problem = "It has encoders without heads: train heads on it before searching.";
}

KnownModel inspected(KnownModel::Origin origin, const std::string& name, const Path& path, bool withId,
                     const std::stop_token& stop)
{
    KnownModel known = inspectModel(path, withId, stop);
    known.origin = origin;
    known.name = validUtf8(name);
    if (known.title.empty())
        known.title = known.name;
    return known;
}

constexpr const char* kSmall = "starter-small";

/// Where the starter lies; empty where there is none.
Path starterPlace()
{
    try {
        return model::starterPack();
    } catch (const Error&) {
        return {};
    }
}

} // namespace

KnownModel inspectModel(const Path& path, bool withId, std::stop_token stop)
{
    KnownModel known;
    known.path = path;
    known.name = validUtf8(path.filename().native());
    std::error_code code;
    if (!fs::exists(path, code)) {
        known.problem = fmt::format("{} is not there any more.", displayText(path));
        return known;
    }
    known.bytes = bytesOf(path);
    known.card = cardOf(path);
    if (fetchedInPart(path)) {
        known.problem = "It was fetched in part; fetch it again, and it goes on where it stopped.";
        return known;
    }
    try {
        const model::ModelSource source = model::openModelSource(path);
        take(known, source);
        if (withId)
            known.id = model::keptSourceId(source, std::move(stop));
    } catch (const Error& error) {
        known.problem = validUtf8(error.what());
    }
    return known;
}

std::vector<KnownModel> knownModels(bool withIds, std::stop_token stop)
{
    std::vector<KnownModel> models;
    const Path starter = starterPlace();
    if (!starter.empty())
        models.push_back(inspected(KnownModel::Origin::Starter, "starter", starter, withIds, stop));
    const Path small = model::starterSmallPack();
    if (!small.empty() && small != starter)
        models.push_back(inspected(KnownModel::Origin::Shipped, kSmall, small, withIds, stop));
    for (const ShelfPlace& place : shelf()) {
        if (stop.stop_requested())
            break;
        std::error_code code;
        if ((!starter.empty() && fs::equivalent(place.path, starter, code)) ||
            (!small.empty() && fs::equivalent(place.path, small, code)))
            continue;
        models.push_back(inspected(place.linked ? KnownModel::Origin::Linked : KnownModel::Origin::Own, place.name,
                                   place.path, withIds, stop));
    }
    return models;
}

KnownModel findKnownModel(const std::string& nameOrPath, bool withId)
{
    const Path starter = starterPlace();
    std::error_code code;
    if (!starter.empty() && (nameOrPath == "starter" || fs::equivalent(nameOrPath, starter, code)))
        return inspected(KnownModel::Origin::Starter, "starter", starter, withId, {});
    const Path small = model::starterSmallPack();
    if (!small.empty() && (nameOrPath == kSmall || fs::equivalent(nameOrPath, small, code)))
        return inspected(small == starter ? KnownModel::Origin::Starter : KnownModel::Origin::Shipped, kSmall, small,
                         withId, {});
    for (const ShelfPlace& place : shelf())
        if (place.name == nameOrPath || fs::equivalent(place.path, nameOrPath, code))
            return inspected(place.linked ? KnownModel::Origin::Linked : KnownModel::Origin::Own, place.name,
                             place.path, withId, {});
    if (!fs::exists(nameOrPath, code))
        throw Error(ErrorKind::NotFound, fmt::format("There is no model {}: `prolap model list` tells which there are.",
                                                     validUtf8(nameOrPath)));
    return inspected(KnownModel::Origin::Linked, Path(nameOrPath).filename().native(), nameOrPath, withId, {});
}

} // namespace prolap::library
