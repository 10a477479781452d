#include "core/train/data/sidecars.h"

#include <algorithm>
#include <fstream>
#include <optional>
#include <sstream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/audio/media_extensions.h"
#include "core/error.h"
#include "core/train/data/trimmed.h"

namespace prolap::train {

namespace {

constexpr int kLevels = 4;
constexpr std::uintmax_t kLargestSidecar = 1 << 20; // far more than captions need: something else has that name

/// What the file beside a sound says.
struct Sidecar {
    std::vector<std::string> levels = std::vector<std::string>(kLevels); ///< caption1 to caption4
    std::vector<std::string> captions;                                   ///< without a level
    std::string split, label, licence, source;
    std::string fault; ///< why it cannot be used; empty when it can
};

/// None where there is no such file. fault: why it cannot be read.
std::optional<std::string> contentOf(const Path& file, std::string& fault)
{
    std::error_code error;
    if (!std::filesystem::is_regular_file(file, error))
        return std::nullopt;
    const std::uintmax_t size = std::filesystem::file_size(file, error);
    if (!error && size > kLargestSidecar) {
        fault = fmt::format("{} is too large to hold captions", displayText(file.filename()));
        return std::string();
    }
    std::ifstream in(file, std::ios::binary);
    std::ostringstream content;
    content << in.rdbuf();
    if (!in)
        fault = fmt::format("{} cannot be read", displayText(file.filename()));
    return content.str();
}

/// A text, or all texts of a list. False for anything else.
bool takeTexts(const nlohmann::json& value, std::vector<std::string>& texts)
{
    if (value.is_string()) {
        texts.push_back(trimmed(value.get<std::string>()));
        return true;
    }
    return value.is_array() && std::all_of(value.begin(), value.end(), [&](const nlohmann::json& item) {
               return item.is_string() && takeTexts(item, texts);
           });
}

Sidecar fromJson(const std::string& content, const std::string& name)
{
    Sidecar sidecar;
    const auto json = nlohmann::json::parse(content, nullptr, /*allow_exceptions=*/false);
    if (!json.is_object()) {
        sidecar.fault = fmt::format("{} does not hold a JSON object", name);
        return sidecar;
    }
    const auto take = [&](const char* key, std::string& text) {
        const auto found = json.find(key);
        if (found == json.end() || found->is_null())
            return;
        if (found->is_string())
            text = trimmed(found->get<std::string>());
        else
            sidecar.fault = fmt::format("\"{}\" in {} is no text", key, name);
    };
    for (const char* key : {"caption", "captions", "text"}) {
        const auto found = json.find(key);
        if (found != json.end() && !found->is_null() && !takeTexts(*found, sidecar.captions))
            sidecar.fault = fmt::format("\"{}\" in {} is neither a text nor a list of texts", key, name);
    }
    for (int level = 1; level <= kLevels; ++level)
        take(fmt::format("caption{}", level).c_str(), sidecar.levels[static_cast<std::size_t>(level - 1)]);
    take("split", sidecar.split);
    take("label", sidecar.label);
    take("licence", sidecar.licence);
    take("license", sidecar.licence);
    take("source", sidecar.source);
    return sidecar;
}

Sidecar fromLines(const std::string& content)
{
    Sidecar sidecar;
    std::istringstream lines(content.starts_with("\xEF\xBB\xBF") ? content.substr(3) : content);
    for (std::string line; std::getline(lines, line);)
        sidecar.captions.push_back(validUtf8(trimmed(line)));
    return sidecar;
}

Sidecar besideSound(const Path& sound)
{
    Path json = sound, text = sound;
    json.replace_extension(".json");
    text.replace_extension(".txt");
    std::string fault;
    Sidecar sidecar;
    if (const auto content = contentOf(json, fault)) {
        if (fault.empty())
            sidecar = fromJson(*content, displayText(json.filename()));
    } else if (const auto lines = contentOf(text, fault)) {
        if (fault.empty())
            sidecar = fromLines(*lines);
    } else {
        fault = fmt::format("it has no caption: there is neither {} nor {} beside it", displayText(json.filename()),
                            displayText(text.filename()));
    }
    if (!fault.empty())
        sidecar.fault = fault;
    std::erase(sidecar.captions, std::string());
    const bool levelled = std::any_of(sidecar.levels.begin(), sidecar.levels.end(),
                                      [](const std::string& caption) { return !caption.empty(); });
    if (sidecar.fault.empty() && sidecar.captions.empty() && !levelled)
        sidecar.fault = "it has no caption";
    return sidecar;
}

/// By path.
std::vector<Path> soundsBelow(const Path& folder)
{
    std::vector<Path> sounds;
    std::error_code error;
    using Walk = std::filesystem::recursive_directory_iterator;
    for (Walk at(folder, std::filesystem::directory_options::skip_permission_denied, error); !error && at != Walk();
         at.increment(error)) {
        const std::string name = at->path().filename().native();
        std::error_code ignored;
        if (name.starts_with('.'))
            at.disable_recursion_pending();
        else if (audio::hasMediaExtension(name) && at->is_regular_file(ignored))
            sounds.push_back(at->path());
    }
    if (error)
        throw Error(error == std::errc::permission_denied ? ErrorKind::Permission : ErrorKind::NotFound,
                    fmt::format("The folder {} cannot be read: {}", displayText(folder), error.message()));
    std::sort(sounds.begin(), sounds.end());
    return sounds;
}

} // namespace

void readSidecars(const Path& folder, RowCollector& rows)
{
    std::vector<ManifestRow> read;
    std::vector<Sidecar> sidecars;
    int levels = 1;
    for (const Path& sound : soundsBelow(folder)) {
        Sidecar sidecar = besideSound(sound);
        ManifestRow row;
        row.file = sound;
        row.path = sound.lexically_relative(folder);
        if (!sidecar.fault.empty()) {
            rows.reject({0, row.path, sidecar.fault});
            continue;
        }
        for (int level = 1; level <= kLevels; ++level) {
            if (!sidecar.levels[static_cast<std::size_t>(level - 1)].empty())
                levels = std::max(levels, level);
        }
        read.push_back(std::move(row));
        sidecars.push_back(std::move(sidecar));
    }
    Manifest& manifest = rows.manifest;
    manifest.levels = levels;
    for (const Sidecar& sidecar : sidecars) {
        manifest.hasSplit |= !sidecar.split.empty();
        manifest.hasLabels |= !sidecar.label.empty();
        manifest.hasLicences |= !sidecar.licence.empty();
        manifest.hasSources |= !sidecar.source.empty();
    }
    for (std::size_t i = 0; i < read.size(); ++i) {
        ManifestRow row = std::move(read[i]);
        const Sidecar& sidecar = sidecars[i];
        row.captions.assign(sidecar.levels.begin(), sidecar.levels.begin() + levels);
        for (const std::string& caption : sidecar.captions)
            addCaption(row, static_cast<std::size_t>(levels - 1), caption);
        row.split = sidecar.split.empty() && manifest.hasSplit ? "train" : sidecar.split;
        row.label = sidecar.label;
        row.licence = sidecar.licence;
        row.source = sidecar.source;
        rows.add(std::move(row));
    }
}

} // namespace prolap::train
