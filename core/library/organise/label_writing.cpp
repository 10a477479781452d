#include "core/library/organise/label_writing.h"

#include <algorithm>

#include "db/clip_table.h"
#include "db/label_table.h"
#include "db/mark_table.h"

namespace prolap::library {

std::optional<ClipLabels> readLabels(db::Catalogue& catalogue, ClipId clip, LabelAspects aspects)
{
    std::optional<ClipMarks> marks = db::MarkTable(catalogue).marks(clip);
    if (!marks)
        return std::nullopt;
    ClipLabels labels;
    labels.clip = clip;
    if (aspects.marks)
        labels.marks = std::move(*marks);
    if (aspects.tags)
        labels.tags = db::LabelTable(catalogue).tags(clip);
    if (aspects.captions)
        for (db::Caption& caption : db::LabelTable(catalogue).captions(clip))
            labels.captions.push_back({caption.level, std::move(caption.text), std::move(caption.source)});
    return labels;
}

void writeLabels(db::Catalogue& catalogue, const ClipLabels& from, const ClipLabels& to)
{
    db::MarkTable marks(catalogue);
    const std::optional<ClipMarks> now = marks.marks(to.clip);
    if (!now)
        return;
    db::LabelTable table(catalogue);
    const auto holds = [](const std::vector<std::string>& tags, const std::string& tag) {
        return std::find(tags.begin(), tags.end(), tag) != tags.end();
    };
    for (const std::string& tag : from.tags)
        if (!holds(to.tags, tag))
            table.removeTag(to.clip, tag);
    for (const std::string& tag : to.tags)
        if (!holds(from.tags, tag))
            table.addTag(to.clip, tag);
    if (from.captions != to.captions) {
        std::vector<db::Caption> captions;
        for (const ClipCaption& caption : to.captions)
            captions.push_back({caption.level, caption.text, caption.source});
        table.setCaptions(to.clip, captions);
    }
    ClipMarks wanted = *now;
    if (from.marks.rating != to.marks.rating)
        wanted.rating = to.marks.rating;
    if (from.marks.favourite != to.marks.favourite)
        wanted.favourite = to.marks.favourite;
    if (from.marks.colour != to.marks.colour)
        wanted.colour = to.marks.colour;
    if (from.marks.note != to.marks.note)
        wanted.note = to.marks.note;
    if (wanted != *now)
        marks.setMarks(to.clip, wanted);
}

} // namespace prolap::library
