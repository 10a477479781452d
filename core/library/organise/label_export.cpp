#include <array>
#include <map>

#include "core/atomic_file.h"
#include "core/library/organise/csv_text.h"
#include "core/library/organise/label_file.h"
#include "core/library/organise/label_writing.h"
#include "db/catalogue.h"
#include "db/clip_table.h"
#include "db/collection_table.h"

namespace prolap::library {

LabelExportReport exportLabels(const Path& catalogue, const Path& file, std::span<const ClipId> clips,
                               std::stop_token stop, const ProgressFn& progress)
{
    db::Catalogue opened(catalogue);
    db::ClipTable table(opened);
    const std::vector<ClipId> all = clips.empty() ? table.everyClip() : std::vector(clips.begin(), clips.end());
    // Collections and the place in each, by clip.
    std::map<ClipId, std::vector<std::pair<std::string, std::size_t>>> memberships;
    db::CollectionTable collections(opened);
    for (const db::Collection& collection : collections.all()) {
        const std::vector<ClipId> members = collections.clips(collection.id);
        for (std::size_t i = 0; i < members.size(); ++i)
            memberships[members[i]].emplace_back(collection.name, i + 1);
    }

    AtomicFile out(file);
    out.write(csvLine({"path", "tags", "rating", "favourite", "colour", "note", "caption_1", "source_1", "caption_2",
                       "source_2", "caption_3", "source_3", "caption_4", "source_4", "collections", "places"}));
    LabelExportReport report;
    ProgressThrottle throttle;
    for (const ClipId id : all) {
        if (stop.stop_requested()) {
            report.outcome = Outcome::Cancelled;
            return report;
        }
        const std::vector<db::Clip> clip = table.clips(std::span(&id, 1));
        const std::optional<ClipLabels> labels = readLabels(opened, id);
        if (clip.empty() || !labels)
            continue;
        std::array<std::vector<std::string>, 4> captions, sources;
        for (const ClipCaption& caption : labels->captions) {
            captions[static_cast<std::size_t>(caption.level - 1)].push_back(caption.text);
            sources[static_cast<std::size_t>(caption.level - 1)].push_back(caption.source);
        }
        std::vector<std::string> names, places;
        if (const auto found = memberships.find(id); found != memberships.end())
            for (const auto& [name, place] : found->second) {
                names.push_back(name);
                places.push_back(std::to_string(place));
            }
        std::vector<std::string> cells{
            csvPath(clip[0].path),
            csvList(labels->tags),
            labels->marks.rating > 0 ? std::to_string(labels->marks.rating) : "",
            labels->marks.favourite ? "yes" : "",
            labels->marks.colour == ColourLabel::None ? "" : std::string(colourName(labels->marks.colour)),
            labels->marks.note};
        for (std::size_t level = 0; level < 4; ++level) {
            cells.push_back(csvList(captions[level]));
            cells.push_back(csvList(sources[level]));
        }
        cells.push_back(csvList(names));
        cells.push_back(csvList(places));
        out.write(csvLine(cells));
        ++report.clips;
        if (progress && throttle.due())
            progress({report.clips, static_cast<std::int64_t>(all.size()), clip[0].name, -1});
    }
    out.commit();
    if (progress)
        progress({report.clips, static_cast<std::int64_t>(all.size()), {}, 0});
    return report;
}

} // namespace prolap::library
