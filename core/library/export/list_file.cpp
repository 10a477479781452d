#include "core/library/export/list_file.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace prolap::library {

namespace {

std::string quoted(const std::string& field)
{
    if (field.find_first_of("\",\r\n") == std::string::npos)
        return field;
    std::string text = "\"";
    for (const char c : field) {
        if (c == '"')
            text += '"';
        text += c;
    }
    return text + '"';
}

std::string joinedTags(const ClipDetails& clip)
{
    std::string tags;
    for (const std::string& tag : clip.tags)
        tags += (tags.empty() ? "" : "; ") + tag;
    return tags;
}

/// A play list has a line an entry.
std::string oneLine(std::string text)
{
    for (char& c : text)
        if (c == '\n' || c == '\r')
            c = ' ';
    return text;
}

} // namespace

ListFile::ListFile(const Path& file, ExportKind kind) : m_out(file), m_kind(kind)
{
    if (kind == ExportKind::Csv)
        m_out.write("path,name,seconds,sample_rate,channels,bit_depth,container,codec,lufs,bytes,tags\r\n");
    else
        m_out.write(kind == ExportKind::Json ? "[" : "#EXTM3U\n");
}

void ListFile::add(const ClipDetails& clip)
{
    if (m_kind == ExportKind::Csv) {
        m_out.write(fmt::format("{},{},{:.6g},{},{},{},{},{},{},{},{}\r\n", quoted(displayText(clip.path)),
                                quoted(clip.name), clip.durationSeconds, clip.sampleRate, clip.channels, clip.bitDepth,
                                quoted(clip.container), quoted(clip.codec),
                                clip.integratedLufs ? fmt::format("{:.2f}", *clip.integratedLufs) : std::string(),
                                clip.sizeBytes, quoted(joinedTags(clip))));
    } else if (m_kind == ExportKind::M3u) {
        if (clip.path.native().find('\n') != std::string::npos)
            throw Error(ErrorKind::Unsupported,
                        displayText(clip.path) + " has a line break in its name, which a play list cannot hold.");
        // Players take the bytes of a path as they are.
        m_out.write(fmt::format("#EXTINF:{},{}\n{}\n", static_cast<std::int64_t>(clip.durationSeconds + 0.5),
                                oneLine(clip.name), clip.path.native()));
    } else {
        const nlohmann::json entry{
            {"path", displayText(clip.path)},
            {"name", clip.name},
            {"seconds", clip.durationSeconds},
            {"sample_rate", clip.sampleRate},
            {"channels", clip.channels},
            {"bit_depth", clip.bitDepth},
            {"container", clip.container},
            {"codec", clip.codec},
            {"lufs", clip.integratedLufs ? nlohmann::json(*clip.integratedLufs) : nlohmann::json()},
            {"bytes", clip.sizeBytes},
            {"tags", clip.tags}};
        m_out.write((m_first ? "\n  " : ",\n  ") + entry.dump());
    }
    m_first = false;
}

void ListFile::finish()
{
    if (m_kind == ExportKind::Json)
        m_out.write("\n]\n");
    m_out.commit();
}

} // namespace prolap::library
