#include "core/train/data/clotho.h"

#include <fmt/format.h>

#include "core/train/data/sound_folder.h"
#include "core/train/data/split_name.h"

namespace prolap::train {

namespace {

std::string publishedSplit(const std::string& split)
{
    return split == "train" ? "development" : split == "val" ? "validation" : split == "test" ? "evaluation" : "";
}

} // namespace

bool isClotho(const CsvTable& table)
{
    return table.has("file_name") && table.has("caption_1");
}

void readClotho(CsvTable& table, const Path& audio, RowCollector& rows)
{
    const std::string split = splitOfName(table.file());
    const SoundFolder sounds(audio, {publishedSplit(split), split});
    rows.manifest.hasSplit |= !split.empty();
    while (table.next()) {
        ManifestRow row;
        row.line = table.line();
        row.path = table.field("file_name");
        row.split = split;
        for (int i = 1; table.has(fmt::format("caption_{}", i)); ++i)
            addCaption(row, 0, validUtf8(table.field(fmt::format("caption_{}", i))));
        row.file = sounds.find(row.path.stem().native());

        std::string fault = table.fault();
        if (fault.empty() && row.path.empty())
            fault = "it names no file";
        else if (fault.empty() && row.captions.empty())
            fault = "it has no caption";
        else if (fault.empty() && row.file.empty())
            fault = fmt::format("{} has no sound of this name", displayText(sounds.folder()));
        if (fault.empty())
            rows.merge(std::move(row));
        else
            rows.reject({row.line, row.path, fault});
    }
}

} // namespace prolap::train
