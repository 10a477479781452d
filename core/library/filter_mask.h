#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "core/index/row_groups.h"
#include "core/library/search_service.h"
#include "db/catalogue.h"
#include "db/clip_table.h"

namespace prolap::library {

/// As db/ takes it.
db::ClipFilter clipFilter(const SearchFilter& filter);
/// Whether it asks for anything.
bool asksForAnything(const SearchFilter& filter);

/// Which clips of a matrix pass the filter: one byte a group. Keeps the last answer, as a caption is typed letter by
/// letter under one filter. Threads: any may call anything.
class FilterMask {
public:
    std::shared_ptr<const std::vector<std::uint8_t>> mask(db::Catalogue& catalogue, const SearchFilter& filter,
                                                          const std::shared_ptr<const index::RowGroups>& clips);

private:
    std::mutex m_mutex;
    SearchFilter m_filter;
    std::shared_ptr<const index::RowGroups> m_clips;
    std::shared_ptr<const std::vector<std::uint8_t>> m_mask;
};

} // namespace prolap::library
