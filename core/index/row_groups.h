#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "core/index/matrix.h"

namespace prolap::index {

/// Which rows belong to one clip: clips get the numbers 0, 1, ... in the order in which they first appear, so that
/// what concerns clips is a plain array. Cheap to copy: flat arrays. Threads: reading is free, extend() alone.
class RowGroups {
public:
    /// Takes up the rows that the view has more than before.
    void extend(const MatrixView& view);

    std::size_t rowCount() const { return m_groupOfRow.size(); }
    std::size_t groupCount() const { return m_clips.size(); }
    std::uint32_t groupOfRow(std::size_t row) const { return m_groupOfRow[row]; }
    ClipId clip(std::uint32_t group) const { return m_clips[group]; }
    std::optional<std::uint32_t> groupOf(ClipId clip) const;

private:
    std::vector<std::uint32_t> m_groupOfRow;
    std::vector<ClipId> m_clips;
    std::vector<std::pair<ClipId, std::uint32_t>> m_groupOfClip; ///< by clip; sorted, as it is copied with the rest
};

} // namespace prolap::index
