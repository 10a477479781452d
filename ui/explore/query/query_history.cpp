#include "ui/explore/query/query_history.h"

#include <QSettings>

#include "ui/settings.h"

namespace prolap::ui {

QueryHistory::QueryHistory(QObject* parent)
    : QObject(parent), m_recent(QSettings().value(settings::kRecentQueries).toStringList())
{
}

void QueryHistory::add(const QString& text)
{
    const QString asked = text.simplified();
    if (asked.isEmpty() || (!m_recent.isEmpty() && m_recent.front() == asked))
        return;
    m_recent.removeAll(asked);
    m_recent.prepend(asked);
    if (m_recent.size() > kKept)
        m_recent.resize(kKept);
    QSettings().setValue(settings::kRecentQueries, m_recent);
}

void QueryHistory::clear()
{
    m_recent.clear();
    m_at = -1;
    QSettings().remove(settings::kRecentQueries);
}

std::optional<QString> QueryHistory::earlier(const QString& current)
{
    if (m_at < 0)
        m_typed = current;
    for (int next = m_at + 1; next < m_recent.size(); ++next)
        if (m_recent[next] != current) {
            m_at = next;
            return m_recent[next];
        }
    return std::nullopt;
}

std::optional<QString> QueryHistory::later()
{
    if (m_at < 0)
        return std::nullopt;
    --m_at;
    return m_at < 0 ? m_typed : m_recent[m_at];
}

} // namespace prolap::ui
