#include "ui/organise/folder_watching.h"

#include "ui/session/library_session.h"
#include "ui/text.h"

namespace prolap::ui {

FolderWatching::FolderWatching(LibrarySession* session, QObject* parent) : QObject(parent), m_session(session)
{
    connect(m_session, &LibrarySession::summaryChanged, this, &FolderWatching::restart);
    connect(m_session, &LibrarySession::opened, this, &FolderWatching::restart);
}

FolderWatching::~FolderWatching() = default;

void FolderWatching::setOn(bool on)
{
    m_on = on;
    restart();
}

void FolderWatching::restart()
{
    std::vector<Path> folders;
    if (m_on && m_session->summary().readOnlyReason.isEmpty())
        for (const library::RootSummary& root : m_session->summary().roots)
            if (root.state == library::RootState::Online)
                folders.push_back(root.path);
    if (folders == m_watched)
        return;
    m_watched = folders;
    m_watch.reset();
    if (folders.empty())
        return;
    // The callbacks come from another thread; what they post is dropped with this object.
    library::FolderWatch::Callbacks callbacks;
    callbacks.changed = [this](const std::vector<Path>& changed) {
        QMetaObject::invokeMethod(
            this,
            [this, changed] {
                if (m_on)
                    m_session->index(changed);
            },
            Qt::QueuedConnection);
    };
    callbacks.limited = [this](const std::string& sentence) {
        QMetaObject::invokeMethod(
            this, [this, text = shown(sentence)] { Q_EMIT limited(text); }, Qt::QueuedConnection);
    };
    m_watch = std::make_unique<library::FolderWatch>(std::move(folders), std::move(callbacks));
}

} // namespace prolap::ui
