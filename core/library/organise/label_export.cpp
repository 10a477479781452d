#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <map>
#include <system_error>

#include <unistd.h>

#include "core/library/organise/csv_text.h"
#include "core/library/organise/label_file.h"
#include "core/library/organise/label_writing.h"
#include "db/catalogue.h"
#include "db/clip_table.h"
#include "db/collection_table.h"

namespace prolap::library {

namespace {

/// Beside the file until it is whole.
class PartFile {
public:
    explicit PartFile(Path target)
        : m_target(std::move(target)),
          m_part(Path(m_target) += std::string(".").append(std::to_string(::getpid())).append(".part")),
          m_stream(m_part, std::ios::binary)
    {
        if (!m_stream)
            fail();
    }
    ~PartFile()
    {
        std::error_code ignored;
        if (!m_done)
            std::filesystem::remove(m_part, ignored);
    }

    void write(const std::string& text)
    {
        m_stream << text;
        if (!m_stream)
            fail();
    }

    void finish()
    {
        m_stream.close();
        std::error_code failed;
        if (!m_stream.fail())
            std::filesystem::rename(m_part, m_target, failed);
        if (m_stream.fail() || failed)
            fail();
        m_done = true;
    }

private:
    [[noreturn]] void fail() const
    {
        const int code = errno;
        throw Error(code == ENOSPC   ? ErrorKind::DiskFull
                    : code == ENOENT ? ErrorKind::NotFound
                                     : ErrorKind::Permission,
                    "The file " + displayText(m_target) + " cannot be written: " + std::strerror(code) + ".");
    }

    const Path m_target, m_part;
    std::ofstream m_stream;
    bool m_done = false;
};

} // namespace

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

    PartFile out(file);
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
    out.finish();
    if (progress)
        progress({report.clips, static_cast<std::int64_t>(all.size()), {}, 0});
    return report;
}

} // namespace prolap::library
