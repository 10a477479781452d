#include "core/index/row_groups.h"

#include <algorithm>
#include <unordered_map>

namespace prolap::index {

void RowGroups::extend(const MatrixView& view)
{
    std::unordered_map<ClipId, std::uint32_t> added;
    for (std::size_t row = m_groupOfRow.size(); row < view.size(); ++row) {
        const ClipId clip = view.key(row).clip;
        // Windows of a clip mostly follow each other.
        if (row > 0 && m_clips[m_groupOfRow.back()] == clip) {
            m_groupOfRow.push_back(m_groupOfRow.back());
            continue;
        }
        std::optional<std::uint32_t> group = groupOf(clip);
        if (!group) {
            const auto [entry, isNew] = added.try_emplace(clip, static_cast<std::uint32_t>(m_clips.size()));
            if (isNew)
                m_clips.push_back(clip);
            group = entry->second;
        }
        m_groupOfRow.push_back(*group);
    }
    const auto sorted = static_cast<std::ptrdiff_t>(m_groupOfClip.size());
    m_groupOfClip.insert(m_groupOfClip.end(), added.begin(), added.end());
    std::sort(m_groupOfClip.begin() + sorted, m_groupOfClip.end());
    std::inplace_merge(m_groupOfClip.begin(), m_groupOfClip.begin() + sorted, m_groupOfClip.end());
}

std::optional<std::uint32_t> RowGroups::groupOf(ClipId clip) const
{
    const auto found = std::lower_bound(m_groupOfClip.begin(), m_groupOfClip.end(), std::pair(clip, std::uint32_t(0)));
    if (found == m_groupOfClip.end() || found->first != clip)
        return std::nullopt;
    return found->second;
}

} // namespace prolap::index
