#include "ui/explore/query/query_history.h"

#include <utility>

#include "core/library/query/past_queries.h"
#include "ui/text.h"

namespace prolap::ui {

QueryHistory::QueryHistory(QObject* parent) : QObject(parent) {}

QueryHistory::~QueryHistory()
{
    // What is under way ends by itself; what still waits is a matter of milliseconds.
    for (const Write& write : m_waiting) {
        try {
            write();
        } catch (const std::exception&) { // as below
        }
    }
}

void QueryHistory::setCatalogue(const Path& catalogue)
{
    if (catalogue == m_catalogue)
        return;
    m_catalogue = catalogue;
    m_recent.clear();
    m_at = -1;
    m_readJob.start(
        [catalogue](std::stop_token, const ProgressFn&) {
            return library::pastQueries(catalogue, static_cast<std::size_t>(kKept));
        },
        [this](const std::vector<std::string>& past) {
            const QStringList since = std::exchange(m_recent, {}); // asked while they were being read
            for (auto query = past.rbegin(); query != past.rend(); ++query)
                put(shown(*query));
            for (auto query = since.rbegin(); query != since.rend(); ++query)
                put(*query);
        },
        [](const JobFailure&) {}); // a library that cannot be read says so elsewhere
}

void QueryHistory::put(const QString& text)
{
    m_recent.removeAll(text);
    m_recent.prepend(text);
    if (m_recent.size() > kKept)
        m_recent.resize(kKept);
}

void QueryHistory::add(const QString& text)
{
    const QString asked = text.simplified();
    if (asked.isEmpty() || (!m_recent.isEmpty() && m_recent.front() == asked))
        return;
    put(asked);
    if (!m_catalogue.empty())
        write([catalogue = m_catalogue, query = asked.toStdString()] { library::rememberQuery(catalogue, query); });
}

void QueryHistory::clear()
{
    m_recent.clear();
    m_at = -1;
    if (!m_catalogue.empty())
        write([catalogue = m_catalogue] { library::forgetQueries(catalogue); });
}

void QueryHistory::write(Write write)
{
    m_waiting.push_back(std::move(write));
    if (!m_writeJob.running())
        writeNext();
}

void QueryHistory::writeNext()
{
    if (m_waiting.empty())
        return;
    Write write = std::move(m_waiting.front());
    m_waiting.pop_front();
    m_writeJob.start(
        [write = std::move(write)](std::stop_token, const ProgressFn&) {
            write();
            return true;
        },
        [this](bool) { writeNext(); }, [this](const JobFailure&) { writeNext(); }); // a library that is read-only
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
