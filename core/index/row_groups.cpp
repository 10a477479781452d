#include "core/index/row_groups.h"

namespace prolap::index {

void RowGroups::extend(const MatrixView& view)
{
    for (std::size_t row = m_groupOfRow.size(); row < view.size(); ++row) {
        const ClipId clip = view.key(row).clip;
        // Windows of a clip mostly follow each other.
        if (row > 0 && m_clips[m_groupOfRow.back()] == clip) {
            m_groupOfRow.push_back(m_groupOfRow.back());
            continue;
        }
        const auto [found, added] = m_groupOfClip.try_emplace(clip, static_cast<std::uint32_t>(m_clips.size()));
        if (added)
            m_clips.push_back(clip);
        m_groupOfRow.push_back(found->second);
    }
}

std::optional<std::uint32_t> RowGroups::groupOf(ClipId clip) const
{
    const auto found = m_groupOfClip.find(clip);
    if (found == m_groupOfClip.end())
        return std::nullopt;
    return found->second;
}

} // namespace prolap::index
