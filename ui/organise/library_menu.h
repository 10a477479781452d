#pragma once

#include <QObject>
#include <QPointer>

#include "core/ids.h"
#include "core/paths.h"
#include "ui/jobs/job.h"

class QAction;
class QMenu;
class QWidget;

namespace prolap::ui {

class DuplicatesDialog;
class FolderWatching;
class Organising;
class Player;
class StatisticsDialog;

/// The menu that takes care of a library: what was said of clips as CSV, duplicates, statistics, folders that moved.
class LibraryMenu : public QObject {
    Q_OBJECT

public:
    LibraryMenu(Organising* organising, Player* player, QWidget* window);

    QAction *exportLabels, *importLabels, *duplicates, *statistics, *relocate, *watch;
    void fill(QMenu* menu) const;

    void exportTo(const Path& file);
    void importFrom(const Path& file);
    /// The folder of this root lies at `to` now.
    void relocateTo(RootId root, const Path& to);
    DuplicatesDialog* showDuplicates();
    StatisticsDialog* showStatistics();
    bool busy() const { return m_job.running(); }

Q_SIGNALS:
    void statusWanted(const QString& sentence);
    /// The folders of the library are to be gone through again.
    void rescanWanted();

private:
    void chooseRelocation();

    Organising* const m_organising;
    Player* const m_player;
    QWidget* const m_window;
    FolderWatching* const m_watching;
    QPointer<DuplicatesDialog> m_duplicates;
    QPointer<StatisticsDialog> m_statistics;
    Job m_job;
};

} // namespace prolap::ui
