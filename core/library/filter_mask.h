#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "core/index/row_groups.h"
#include "core/library/search_service.h"
#include "db/catalogue.h"
#include "db/clip_table.h"

namespace prolap::library {

/// As db/ takes it; `only` is left to passingIds().
db::ClipFilter clipFilter(const SearchFilter& filter);
/// All clips that pass, by name. Errors: those of the catalogue.
std::vector<ClipId> passingIds(db::Catalogue& catalogue, const SearchFilter& filter);
/// Whether it asks for anything.
bool asksForAnything(const SearchFilter& filter);

/// A set of clips. Their ids are dense: a bit each.
class PassingClips {
public:
    void add(ClipId clip)
    {
        const auto at = static_cast<std::size_t>(clip.value);
        if (at >= m_bits.size())
            m_bits.resize(std::max(at + 1, 2 * m_bits.size()));
        m_bits[at] = true;
    }
    bool contains(ClipId clip) const
    {
        const auto at = static_cast<std::size_t>(clip.value);
        return at < m_bits.size() && m_bits[at];
    }

private:
    std::vector<bool> m_bits;
};

/// Which clips pass the filter. Keeps the last answer, as a caption is typed letter by letter under one filter, until
/// something is committed. Threads: any may call anything.
class FilterMask {
public:
    std::shared_ptr<const PassingClips> passing(db::Catalogue& catalogue, const SearchFilter& filter);
    /// Of a matrix: one byte a group.
    std::shared_ptr<const std::vector<std::uint8_t>> mask(db::Catalogue& catalogue, const SearchFilter& filter,
                                                          const std::shared_ptr<const index::RowGroups>& clips);

private:
    std::mutex m_mutex;
    SearchFilter m_filter;
    const db::Catalogue* m_connection = nullptr;
    std::int64_t m_version = 0;
    std::shared_ptr<const PassingClips> m_passing;
    std::shared_ptr<const index::RowGroups> m_clips;
    std::shared_ptr<const std::vector<std::uint8_t>> m_mask; ///< of m_passing over m_clips
};

} // namespace prolap::library
