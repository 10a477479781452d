#include "core/train/runs/caption_templates.h"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "core/error.h"

namespace prolap::train {

namespace {

constexpr const char* kTag = "{tag}";
constexpr const char* kTags = "{tags}";

std::string replaced(std::string text, const std::string& what, const std::string& by)
{
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
        text.replace(at, what.size(), by);
    return text;
}

std::string spoken(const std::vector<std::string>& tags)
{
    std::string text;
    for (std::size_t i = 0; i < tags.size(); ++i)
        text += (i == 0 ? "" : i + 1 == tags.size() ? " and " : ", ") + tags[i];
    return text;
}

} // namespace

void CaptionTemplates::check() const
{
    if (levels.empty())
        throw Error(ErrorKind::BadInput,
                    "Captions from tags need at least one template, such as \"the sound of {tag}\"");
    for (const std::string& pattern : levels) {
        if (pattern.find(kTag) == std::string::npos && pattern.find(kTags) == std::string::npos)
            throw Error(
                ErrorKind::BadInput,
                fmt::format("The template \"{}\" would say the same of every clip: put {{tag}} or {{tags}} in it",
                            validUtf8(pattern)));
    }
}

std::vector<std::string> filled(const std::string& pattern, const std::vector<std::string>& tags)
{
    std::vector<std::string> all;
    const auto add = [&all](const std::string& text) {
        if (std::find(all.begin(), all.end(), text) == all.end())
            all.push_back(text);
    };
    const std::string whole = replaced(pattern, kTags, spoken(tags));
    if (whole.find(kTag) == std::string::npos)
        add(whole);
    else
        for (const std::string& tag : tags)
            add(replaced(whole, kTag, tag));
    return all;
}

void applyTemplates(Manifest& manifest, const CaptionTemplates& templates)
{
    const bool tagged =
        std::any_of(manifest.rows.begin(), manifest.rows.end(), [](const auto& row) { return !row.tags.empty(); });
    if (!tagged)
        return;
    templates.check();
    const std::size_t levels = templates.levels.size();
    for (ManifestRow& row : manifest.rows) {
        const ManifestRow old = row;
        row.captions.assign(levels, "");
        row.moreCaptions.clear();
        for (std::size_t level = 0; level < levels && !row.tags.empty(); ++level) {
            for (const std::string& caption : filled(templates.levels[level], row.tags))
                addCaption(row, level, caption);
        }
        // Level 0 was the bare tags; what people wrote stands behind the templates.
        row.captions.resize(levels + static_cast<std::size_t>(manifest.levels) - 1);
        for (std::size_t level = 1; level < static_cast<std::size_t>(manifest.levels); ++level) {
            for (const std::string& caption : captionsAt(old, level))
                addCaption(row, levels + level - 1, caption);
        }
    }
    manifest.levels += static_cast<int>(levels) - 1;
}

bool deriveLabels(Manifest& manifest)
{
    if (manifest.hasLabels)
        return false;
    std::map<std::string, std::size_t> clipsOfTag, clipsOfCaption;
    const std::size_t naming = static_cast<std::size_t>(std::min(manifest.levels, 3) - 1);
    for (const ManifestRow& row : manifest.rows) {
        for (const std::string& tag : row.tags)
            ++clipsOfTag[tag];
        for (const std::string& caption : captionsAt(row, naming))
            ++clipsOfCaption[caption];
    }
    // Sentences that are each said of one clip are no kinds of sounds.
    const bool kinds = !clipsOfCaption.empty() && 2 * clipsOfCaption.size() <= manifest.rows.size();
    bool any = false;
    for (ManifestRow& row : manifest.rows) {
        const auto rarest = std::min_element(row.tags.begin(), row.tags.end(), [&](const auto& a, const auto& b) {
            return std::pair(clipsOfTag[a], a) < std::pair(clipsOfTag[b], b);
        });
        if (rarest != row.tags.end())
            row.label = *rarest;
        else if (kinds && naming < row.captions.size() && clipsOfCaption[row.captions[naming]] >= 2)
            row.label = row.captions[naming];
        any |= !row.label.empty();
    }
    manifest.hasLabels = any;
    return any;
}

} // namespace prolap::train
