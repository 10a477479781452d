#include "ui/organise/organise_session.h"

#include "ui/session/library_session.h"
#include "ui/text.h"

namespace prolap::ui {

QString editText(const library::Edit& edit)
{
    using Kind = library::Edit::Kind;
    const QString subject = shown(edit.subject);
    const QString clips = grouped(OrganiseSession::tr("%n clip(s)", nullptr, static_cast<int>(edit.clips)), edit.clips);
    switch (edit.kind) {
    case Kind::AddTags:
        return OrganiseSession::tr("tagging %1: %2").arg(clips, subject);
    case Kind::RemoveTags:
        return OrganiseSession::tr("taking tags from %1: %2").arg(clips, subject);
    case Kind::Rate:
        return OrganiseSession::tr("rating %1").arg(clips);
    case Kind::Favour:
        return edit.subject == "1" ? OrganiseSession::tr("making %1 favourite").arg(clips)
                                   : OrganiseSession::tr("making %1 favourite no more").arg(clips);
    case Kind::Colour:
        return OrganiseSession::tr("colouring %1").arg(clips);
    case Kind::Note:
        return OrganiseSession::tr("a note on %1").arg(clips);
    case Kind::Caption:
        return OrganiseSession::tr("captions of %1").arg(clips);
    case Kind::CreateCollection:
        return OrganiseSession::tr("making the collection “%1”").arg(subject);
    case Kind::RenameCollection:
        return OrganiseSession::tr("renaming a collection to “%1”").arg(subject);
    case Kind::RemoveCollection:
        return OrganiseSession::tr("removing the collection “%1”").arg(subject);
    case Kind::AddToCollection:
        return OrganiseSession::tr("putting %1 into “%2”").arg(clips, subject);
    case Kind::TakeFromCollection:
        return OrganiseSession::tr("taking %1 out of “%2”").arg(clips, subject);
    case Kind::SaveSearch:
        return OrganiseSession::tr("saving the search “%1”").arg(subject);
    case Kind::ChangeSearch:
        return OrganiseSession::tr("changing the search “%1”").arg(subject);
    case Kind::RemoveSearch:
        return OrganiseSession::tr("removing the search “%1”").arg(subject);
    case Kind::RenameFiles:
        return OrganiseSession::tr("renaming the files of %1").arg(clips);
    case Kind::Import:
        return OrganiseSession::tr("importing what was said of %1").arg(clips);
    }
    return {};
}

OrganiseSession::OrganiseSession(LibrarySession* session, QObject* parent) : QObject(parent), m_session(session)
{
    connect(m_session, &LibrarySession::opened, this, [this] {
        m_waiting.clear();
        m_job.cancel();
        m_history.clear();
        m_lists = {};
        Q_EMIT historyChanged();
        Q_EMIT listsChanged();
        refreshLists();
    });
    connect(m_session, &LibrarySession::summaryChanged, this, &OrganiseSession::refreshLists);
}

void OrganiseSession::apply(Change change, std::function<void(const library::Edit&)> done)
{
    enqueue([this, change = std::move(change), done = std::move(done)](library::Organiser& organiser) {
        auto edit = std::make_shared<library::Edit>(change(organiser));
        return [this, edit, done] {
            Q_EMIT statusWanted(edit->empty() ? tr("Nothing to change: it is so already")
                                              : tr("Done: %1").arg(editText(*edit)));
            const library::Edit copy = *edit;
            m_history.add(std::move(*edit));
            if (done)
                done(copy);
        };
    });
}

void OrganiseSession::undo()
{
    enqueue([this](library::Organiser& organiser) -> std::function<void()> {
        const auto edit = m_history.undoable(); // edits are made one after the other: this one is the last
        if (!edit)
            return [] {};
        organiser.undo(*edit);
        return [this, edit] {
            m_history.undone();
            Q_EMIT undone(*edit);
            Q_EMIT statusWanted(tr("Undone: %1").arg(editText(*edit)));
        };
    });
}

void OrganiseSession::redo()
{
    enqueue([this](library::Organiser& organiser) -> std::function<void()> {
        const auto edit = m_history.redoable();
        if (!edit)
            return [] {};
        organiser.redo(*edit);
        return [this, edit] {
            m_history.redone();
            Q_EMIT statusWanted(tr("Done again: %1").arg(editText(*edit)));
        };
    });
}

QString OrganiseSession::undoText() const
{
    const auto edit = m_history.undoable();
    return edit ? tr("Undo %1").arg(editText(*edit)) : QString();
}

QString OrganiseSession::redoText() const
{
    const auto edit = m_history.redoable();
    return edit ? tr("Redo %1").arg(editText(*edit)) : QString();
}

void OrganiseSession::enqueue(Task task)
{
    m_waiting.push_back(std::move(task));
    if (!m_job.running())
        next();
}

void OrganiseSession::next()
{
    if (m_waiting.empty())
        return;
    Task task = std::move(m_waiting.front());
    m_waiting.pop_front();
    m_job.start(
        [catalogue = m_session->catalogue(), task = std::move(task)](std::stop_token, const ProgressFn&) {
            library::Organiser organiser(catalogue);
            return task(organiser);
        },
        [this](const std::function<void()>& deliver) {
            deliver();
            changed();
            next();
        },
        [this](const JobFailure& failure) {
            Q_EMIT statusWanted(failure.sentence);
            changed(); // an edit that failed halfway changed nothing, but what the window believes may be old
            next();
        });
}

void OrganiseSession::changed()
{
    Q_EMIT historyChanged();
    refreshLists();
    Q_EMIT m_session->contentChanged();
}

void OrganiseSession::refreshLists()
{
    if (m_session->catalogue().empty())
        return;
    if (m_listsJob.running()) {
        m_listsAgain = true;
        return;
    }
    m_listsJob.start(
        [catalogue = m_session->catalogue()](std::stop_token, const ProgressFn&) {
            library::Organiser organiser(catalogue);
            return OrganiseLists{organiser.collections(), organiser.savedSearches(), organiser.tags()};
        },
        [this](OrganiseLists lists) {
            m_lists = std::move(lists);
            Q_EMIT listsChanged();
            if (std::exchange(m_listsAgain, false))
                refreshLists();
        },
        [this](const JobFailure&) { m_listsAgain = false; }); // the session says why a library cannot be read
}

} // namespace prolap::ui
