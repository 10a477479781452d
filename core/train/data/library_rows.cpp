#include "core/train/data/library_rows.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "core/error.h"
#include "core/train/data/clip_query.h"
#include "core/train/data/trimmed.h"
#include "db/clip_table.h"
#include "db/collection_table.h"
#include "db/label_table.h"

namespace prolap::train {

namespace {

/// A clip with what people said of it.
struct LabelledClip {
    Path file;
    std::vector<std::string> tags;
    std::vector<db::Caption> captions;
};

/// The clips that a query lists one by one.
std::set<ClipId> listedClips(db::Catalogue& catalogue, const ClipQuery& query)
{
    std::set<ClipId> listed(query.clips.begin(), query.clips.end());
    db::CollectionTable table(catalogue);
    for (const std::string& name : query.collections) {
        const auto collection = table.find(name);
        if (!collection) {
            std::string names;
            for (const db::Collection& each : table.all())
                names += (names.empty() ? "" : ", ") + each.name;
            throw Error(ErrorKind::BadInput, fmt::format("The library has no collection \"{}\"; {}", validUtf8(name),
                                                         names.empty() ? "it has none at all" : "it has " + names));
        }
        for (const ClipId clip : table.clips(collection->id))
            listed.insert(clip);
    }
    return listed;
}

std::vector<LabelledClip> clipsOf(db::Catalogue& catalogue, const ClipQuery& query)
{
    const db::Snapshot snapshot(catalogue);
    db::LabelTable labels(catalogue);
    std::vector<LabelledClip> found;
    std::vector<ClipId> ids = labels.labelled();
    if (query.listsClips()) {
        const std::set<ClipId> listed = listedClips(catalogue, query);
        std::erase_if(ids, [&](ClipId id) { return !listed.contains(id); });
    }
    for (db::Clip& clip : db::ClipTable(catalogue).clips(ids)) {
        if (query.matches(clip.tags, clip.path))
            found.push_back({std::move(clip.path), std::move(clip.tags), labels.captions(clip.id)});
    }
    return found;
}

std::string tagsInUse(db::Catalogue& catalogue)
{
    constexpr std::size_t kShown = 10;
    std::string text;
    const auto all = db::LabelTable(catalogue).allTags();
    for (std::size_t i = 0; i < std::min(all.size(), kShown); ++i)
        text += (i ? ", " : "") + all[i].first;
    return all.empty() ? "it has no tags" : fmt::format("its tags are {}{}", text, all.size() > kShown ? ", ..." : "");
}

} // namespace

void readLibrary(const Path& library, const std::string& query, RowCollector& rows)
{
    const ClipQuery wanted = parseClipQuery(query);
    db::OpenOptions reading;
    reading.mode = db::OpenMode::Read;
    db::Catalogue catalogue(library, reading);
    const std::vector<LabelledClip> clips = clipsOf(catalogue, wanted);
    if (clips.empty())
        throw Error(ErrorKind::BadInput,
                    fmt::format("No clip of the library {} that has a tag or a caption matches {}; {}",
                                displayText(library), validUtf8(query), tagsInUse(catalogue)));

    // The catalogue counts levels from the most specific one, data sets from the most general one.
    std::set<int, std::greater<>> levelsUsed;
    bool tagged = false;
    for (const LabelledClip& clip : clips) {
        tagged |= !clip.tags.empty();
        for (const db::Caption& caption : clip.captions)
            levelsUsed.insert(caption.level);
    }
    const std::size_t ofTags = tagged ? 1 : 0;
    const std::size_t levels = ofTags + levelsUsed.size();
    rows.manifest.levels = static_cast<int>(levels);
    for (const LabelledClip& clip : clips) {
        ManifestRow row;
        row.path = row.file = clip.file;
        row.captions.resize(levels);
        row.tags = clip.tags;
        for (const std::string& tag : clip.tags)
            addCaption(row, 0, tag);
        for (const db::Caption& caption : clip.captions)
            addCaption(row,
                       ofTags +
                           static_cast<std::size_t>(std::distance(levelsUsed.begin(), levelsUsed.find(caption.level))),
                       trimmed(caption.text));
        if (std::all_of(row.captions.begin(), row.captions.end(), [](const auto& text) { return text.empty(); }))
            rows.reject({0, row.path, "its captions are blank"});
        else
            rows.add(std::move(row));
    }
}

} // namespace prolap::train
