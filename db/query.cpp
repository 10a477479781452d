#include "db/query.h"

namespace prolap::db {

Query::~Query()
{
    m_connection.giveBack(m_sql, std::move(m_statement));
}

bool Query::step()
{
    try {
        return m_statement->executeStep();
    } catch (const SQLite::Exception& exception) {
        m_connection.rethrow(exception);
    }
}

int Query::run()
{
    while (step()) {
    }
    return m_statement->getChanges();
}

void Query::bind(int index, const Bytes& value)
{
    // A null pointer would bind NULL instead of an empty blob.
    m_statement->bindNoCopy(index, value.data ? value.data : "", static_cast<int>(value.size));
}

} // namespace prolap::db
