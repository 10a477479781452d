#include "core/library/moved_files.h"

#include <algorithm>

namespace prolap::library {

void MovedFiles::add(const db::KnownFile& clip)
{
    if (!clip.contentHash.empty())
        m_bySize[clip.size].push_back(clip);
}

std::optional<db::KnownFile> MovedFiles::take(const FoundFile& file, const std::string& contentHash)
{
    const auto sameSize = m_bySize.find(file.size);
    if (sameSize == m_bySize.end() || contentHash.empty())
        return std::nullopt;
    auto& clips = sameSize->second;
    const auto same = [&](const db::KnownFile& clip) { return clip.contentHash == contentHash; };
    auto best = std::find_if(clips.begin(), clips.end(), [&](const db::KnownFile& clip) {
        return same(clip) && clip.path.filename() == file.path.filename();
    });
    if (best == clips.end())
        best = std::find_if(clips.begin(), clips.end(), same);
    if (best == clips.end())
        return std::nullopt;
    db::KnownFile found = std::move(*best);
    clips.erase(best);
    if (clips.empty())
        m_bySize.erase(sameSize);
    return found;
}

} // namespace prolap::library
