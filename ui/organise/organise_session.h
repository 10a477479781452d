#pragma once

#include <deque>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include <QObject>
#include <QStringList>

#include "core/library/organise/edit_history.h"
#include "core/library/organise/organiser.h"
#include "ui/jobs/job.h"

namespace prolap::ui {

class LibrarySession;

/// What a library has been organised by, as the window shows it.
struct OrganiseLists {
    std::vector<library::CollectionSummary> collections;
    std::vector<library::SavedSearchSummary> searches;
    std::vector<std::pair<std::string, std::int64_t>> tags; ///< by name, and how many clips have each
};

/// Edits of the open library, one after the other on a worker, with undo and redo. A new library forgets what could
/// be undone in the one before.
/// Threads: the GUI thread.
class OrganiseSession : public QObject {
    Q_OBJECT

public:
    using Change = std::function<library::Edit(library::Organiser&)>;

    explicit OrganiseSession(LibrarySession* session, QObject* parent = nullptr);

    /// Makes the edit as soon as those before it are made. done: afterwards, on the GUI thread, when it worked.
    void apply(Change change, std::function<void(const library::Edit&)> done = {});
    void undo();
    void redo();
    /// In words, for the menu: "Undo tagging 12 clips"; empty: nothing to undo.
    QString undoText() const;
    QString redoText() const;

    const OrganiseLists& lists() const { return m_lists; }
    LibrarySession* session() const { return m_session; }
    /// Nothing is under way.
    bool idle() const { return m_waiting.empty() && !m_job.running() && !m_listsJob.running(); }

Q_SIGNALS:
    void listsChanged();
    void historyChanged();
    /// An edit was taken back.
    void undone(const prolap::library::Edit& edit);
    /// A sentence about what was done, or why it was not.
    void statusWanted(const QString& sentence);

private:
    /// Runs on the worker; what it returns is called on the GUI thread.
    using Task = std::function<std::function<void()>(library::Organiser&)>;

    void enqueue(Task task);
    void next();
    void changed();
    void refreshLists();

    LibrarySession* const m_session;
    library::EditHistory m_history;
    OrganiseLists m_lists;
    std::deque<Task> m_waiting;
    bool m_listsAgain = false;
    Job m_job, m_listsJob; // last: their threads end before what they use
};

/// What an edit did, in words: "12 clips tagged: rain".
QString editText(const library::Edit& edit);

} // namespace prolap::ui
