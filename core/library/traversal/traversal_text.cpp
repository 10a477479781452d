#include "core/library/traversal/traversal_text.h"

#include <cmath>
#include <cstdlib>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace prolap::library {

namespace {

using nlohmann::json;

json number(float value)
{
    if (!std::isfinite(value))
        return nullptr;
    return std::strtod(fmt::format("{}", value).c_str(), nullptr);
}

json number(const std::optional<float>& value)
{
    return value ? number(*value) : json();
}

json captionJson(const NearCaption& caption)
{
    return {{"text", validUtf8(caption.text)},
            {"similarity", number(caption.similarity)},
            {"probability", number(caption.probability)},
            {"uncertainty", number(caption.uncertainty)}};
}

json clipsJson(const std::vector<NearClip>& clips)
{
    json all = json::array();
    for (const NearClip& clip : clips)
        all.push_back({{"path", displayText(clip.path)},
                       {"start", clip.start},
                       {"end", clip.end},
                       {"similarity", number(clip.similarity)},
                       {"probability", number(clip.probability)},
                       {"uncertainty", number(clip.uncertainty)}});
    return all;
}

std::string field(std::string_view text)
{
    if (text.find_first_of(",\"\r\n") == text.npos)
        return std::string(text);
    std::string quoted = "\"";
    for (const char c : text) {
        quoted += c;
        if (c == '"')
            quoted += c;
    }
    return quoted + '"';
}

std::string field(const std::optional<float>& value)
{
    return value && std::isfinite(*value) ? fmt::format("{}", *value) : std::string();
}

json documentOf(const Traversal& traversal)
{
    json points = json::array(), ladder = json::array(), notes = json::array(), bands = json::array();
    for (const TraversalPoint& point : traversal.points) {
        json captions = json::array();
        for (const NearCaption& caption : point.captions)
            captions.push_back(captionJson(caption));
        points.push_back({{"t", point.t},
                          {"captions", std::move(captions)},
                          {"clips", clipsJson(point.clips)},
                          {"uncertainty", number(point.uncertainty)},
                          {"inclusion", number(point.inclusion)},
                          {"match", number(point.match)}});
    }
    for (const Rung& rung : traversal.ladder)
        ladder.push_back({{"text", validUtf8(rung.text)},
                          {"first_point", rung.firstPoint},
                          {"last_point", rung.lastPoint},
                          {"points", rung.points},
                          {"similarity", number(rung.similarity)},
                          {"probability", number(rung.probability)},
                          {"uncertainty", number(rung.uncertainty)},
                          {"inclusion", number(rung.inclusion)},
                          {"clips", clipsJson(rung.clips)}});
    for (const std::string& note : traversal.notes)
        notes.push_back(validUtf8(note));
    for (const LevelBand& band : traversal.bands)
        bands.push_back({{"level", band.level},
                         {"lower_quartile", number(band.lowerQuartile)},
                         {"median", number(band.median)},
                         {"upper_quartile", number(band.upperQuartile)}});
    return {{"clip", validUtf8(traversal.subject)},
            {"model", validUtf8(traversal.model)},
            {"interpolation", nameOf(traversal.shape)},
            {"root", traversal.root ? json(nameOf(*traversal.root)) : json()},
            {"start", traversal.start == TraversalStart::Clip ? "clip" : "caption"},
            {"start_caption", validUtf8(traversal.startCaption)},
            {"root_caption", traversal.rootCaption.empty() ? json() : json(validUtf8(traversal.rootCaption))},
            {"width", traversal.width ? json(*traversal.width) : json()},
            {"uncertainty", number(traversal.startUncertainty)},
            {"caption_candidates", traversal.captionCandidates},
            {"clip_candidates", traversal.clipCandidates},
            {"points", std::move(points)},
            {"ladder", std::move(ladder)},
            {"levels", std::move(bands)},
            {"notes", std::move(notes)}};
}

void addPoints(std::string& text, const Traversal& traversal, std::string_view path)
{
    for (std::size_t i = 0; i < traversal.points.size(); ++i) {
        const TraversalPoint& point = traversal.points[i];
        const NearCaption* caption = point.captions.empty() ? nullptr : &point.captions.front();
        const NearClip* clip = point.clips.empty() ? nullptr : &point.clips.front();
        text += fmt::format(
            "{},{},{},{},{},{},{},{},{},{},{}{}\r\n", i, point.t, caption ? field(validUtf8(caption->text)) : "",
            caption ? field(std::optional(caption->similarity)) : "", caption ? field(caption->probability) : "",
            field(point.uncertainty), field(point.inclusion), field(point.match),
            clip ? field(displayText(clip->path)) : "", clip ? field(std::optional(clip->similarity)) : "",
            clip ? field(clip->probability) : "", path);
    }
}

} // namespace

std::string traversalJson(const Traversal& traversal, const Traversal* beside)
{
    json document = documentOf(traversal);
    if (beside) {
        document["beside"] = documentOf(*beside);
        json& common = document["common"] = json::array();
        for (const Meeting& meeting : captionsInCommon(traversal, *beside))
            common.push_back({{"text", validUtf8(traversal.ladder[meeting.first].text)},
                              {"point", traversal.ladder[meeting.first].firstPoint},
                              {"point_beside", beside->ladder[meeting.second].firstPoint}});
    }
    return document.dump();
}

std::string traversalCsv(const Traversal& traversal, const Traversal* beside)
{
    std::string text = "point,t,caption,similarity,probability,uncertainty,inclusion,match,clip,clip_similarity,"
                       "clip_probability";
    text += beside ? ",path\r\n" : "\r\n";
    addPoints(text, traversal, beside ? ",1" : "");
    if (beside)
        addPoints(text, *beside, ",2");
    return text;
}

} // namespace prolap::library
