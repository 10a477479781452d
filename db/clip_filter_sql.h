#pragma once

#include <string>
#include <vector>

#include "db/clip_filter.h"
#include "db/query.h"

namespace prolap::db {

/// A filter as a condition over the columns of `clip`: only what is asked for is in it, so that each combination is
/// one prepared statement. Failed clips never pass. Private to this folder.
class ClipFilterSql {
public:
    /// firstParameter: the number of the condition's first ?.
    ClipFilterSql(const ClipFilter& filter, int firstParameter);

    const std::string& condition() const { return m_condition; }
    void bind(Query& query) const { query.bindFrom(m_firstParameter, m_values); }

    /// Whether deciding about one clip takes a look at all of them.
    bool looksAtAll() const { return m_looksAtAll; }

private:
    /// `{}` in the text becomes the value's parameter.
    void require(const char* text, SqlValue value);
    void requireFolders(const std::vector<std::string>& folders, bool inside);
    std::string addValue(SqlValue value);

    const int m_firstParameter;
    std::string m_condition;
    std::vector<SqlValue> m_values;
    bool m_looksAtAll = false;
};

} // namespace prolap::db
