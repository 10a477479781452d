#include "core/library/filter_mask.h"

namespace prolap::library {

db::ClipFilter clipFilter(const SearchFilter& filter)
{
    return {filter.root,          filter.minSeconds, filter.maxSeconds, filter.channels,
            filter.minSampleRate, filter.formats,    filter.minRating,  filter.favourite,
            filter.colour,        filter.tags,       filter.collection, filter.category};
}

bool asksForAnything(const SearchFilter& filter)
{
    return filter != SearchFilter();
}

std::shared_ptr<const std::vector<std::uint8_t>> FilterMask::mask(db::Catalogue& catalogue, const SearchFilter& filter,
                                                                  const std::shared_ptr<const index::RowGroups>& clips)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_mask && m_clips == clips && m_filter == filter)
            return m_mask;
    }
    auto mask = std::make_shared<std::vector<std::uint8_t>>(clips->groupCount(), std::uint8_t(0));
    for (const ClipId clip : db::ClipTable(catalogue).ids(clipFilter(filter)))
        if (const auto group = clips->groupOf(clip))
            (*mask)[*group] = 1;
    const std::lock_guard lock(m_mutex);
    m_filter = filter;
    m_clips = clips;
    m_mask = mask;
    return mask;
}

} // namespace prolap::library
