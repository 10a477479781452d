#include "core/library/query/past_queries.h"

#include "db/catalogue.h"
#include "db/query_history.h"

namespace prolap::library {

std::vector<std::string> pastQueries(const Path& catalogue, std::size_t limit)
{
    db::Catalogue opened(catalogue);
    return db::QueryHistory(opened).latest(limit);
}

void rememberQuery(const Path& catalogue, const std::string& query)
{
    db::Catalogue opened(catalogue);
    db::QueryHistory(opened).add(query);
}

void forgetQueries(const Path& catalogue)
{
    db::Catalogue opened(catalogue);
    db::QueryHistory(opened).clear();
}

} // namespace prolap::library
