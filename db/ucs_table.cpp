#include "db/ucs_table.h"

#include "db/clip_table.h"
#include "db/query.h"

namespace prolap::db {

std::optional<UcsName> UcsTable::of(ClipId clip)
{
    Query query(m_catalogue.connection(),
                "SELECT cat_id, category, subcategory, user_category, fx_name, creator_id, source_id, user_data "
                "FROM clip_ucs WHERE clip_id = ?1",
                clip);
    if (!query.step())
        return std::nullopt;
    return UcsName{query.text(0), query.text(1), query.text(2), query.text(3),
                   query.text(4), query.text(5), query.text(6), query.text(7)};
}

std::vector<UcsCount> UcsTable::categories()
{
    Query query(m_catalogue.connection(),
                "SELECT category, subcategory, cat_id, count(*) FROM clip_ucs JOIN clip ON clip.id = clip_id "
                "WHERE clip.state <> ?1 GROUP BY category, subcategory, cat_id ORDER BY category, subcategory, cat_id",
                static_cast<int>(ClipState::Failed));
    std::vector<UcsCount> counts;
    while (query.step())
        counts.push_back({query.text(0), query.text(1), query.text(2), query.integer(3)});
    return counts;
}

} // namespace prolap::db
