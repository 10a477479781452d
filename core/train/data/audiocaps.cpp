#include "core/train/data/audiocaps.h"

#include <map>
#include <vector>

#include <fmt/format.h>

#include "core/train/data/sound_folder.h"
#include "core/train/data/split_name.h"

namespace prolap::train {

bool isAudioCaps(const CsvTable& table)
{
    return table.has("youtube_id") && table.has("start_time") && table.has("caption");
}

void readAudioCaps(CsvTable& table, const Path& audio, RowCollector& rows)
{
    const std::string split = splitOfName(table.file());
    const SoundFolder sounds(audio, {table.file().stem().string(), split});
    rows.manifest.hasSplit |= !split.empty();
    struct Read {
        ManifestRow row;
        std::string fault, id, excerpt;
    };
    std::vector<Read> all;
    std::map<std::string, Path> files; // by excerpt: it may be named by the id of any of its rows
    while (table.next()) {
        const std::string video = table.field("youtube_id");
        Read read;
        read.id = table.field("audiocap_id");
        read.excerpt = video + "_" + table.field("start_time");
        read.row.line = table.line();
        read.row.path = video;
        read.row.split = split;
        addCaption(read.row, 0, validUtf8(table.field("caption")));
        read.fault = table.fault();
        if (read.fault.empty() && video.empty())
            read.fault = "it has no youtube_id";
        else if (read.fault.empty() && read.row.captions.empty())
            read.fault = "it has no caption";
        for (const std::string& stem : {video, "Y" + video, read.excerpt, read.id}) {
            Path& file = files[read.excerpt];
            if (file.empty() && !stem.empty())
                file = sounds.find(stem);
        }
        all.push_back(std::move(read));
    }
    for (Read& read : all) {
        const Path& file = files[read.excerpt];
        if (read.fault.empty() && file.empty())
            read.fault = fmt::format("{} has no sound of this excerpt (looked for {}, Y{}, {} and {})",
                                     displayText(sounds.folder()), displayText(read.row.path),
                                     displayText(read.row.path), validUtf8(read.excerpt), validUtf8(read.id));
        if (!read.fault.empty()) {
            rows.reject({read.row.line, read.row.path, read.fault});
            continue;
        }
        read.row.path = file.filename();
        read.row.file = file;
        rows.merge(std::move(read.row));
    }
}

} // namespace prolap::train
