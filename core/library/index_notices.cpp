#include "core/library/index_notices.h"

namespace prolap::library {

void IndexNotices::report(bool now)
{
    if (m_changePending && m_changeThrottle.due()) {
        m_changePending = false;
        if (m_callbacks.changed)
            m_callbacks.changed();
    }
    if ((m_throttle.due() || now) && m_callbacks.progress)
        m_callbacks.progress(m_progress);
}

void IndexNotices::begin(IndexProgress::Stage stage)
{
    m_progress.stage = stage;
    m_progress.current.clear();
    report(true);
}

void IndexNotices::failures(const std::vector<IndexFailure>& failures)
{
    if (m_callbacks.failure)
        for (const IndexFailure& failure : failures)
            m_callbacks.failure(failure);
}

void IndexNotices::changed()
{
    m_changePending = true;
    report();
}

void IndexNotices::finish()
{
    if (m_changePending && m_callbacks.changed)
        m_callbacks.changed();
    m_changePending = false;
    report(true);
}

} // namespace prolap::library
