#include "ui/organise/library_menu.h"

#include <QAction>
#include <QFileDialog>
#include <QInputDialog>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>

#include "core/library/care/relocate.h"
#include "core/library/organise/label_file.h"
#include "ui/organise/duplicates_dialog.h"
#include "ui/organise/folder_watching.h"
#include "ui/organise/organise_session.h"
#include "ui/organise/organising.h"
#include "ui/organise/statistics_dialog.h"
#include "ui/session/library_session.h"
#include "ui/text.h"
#include "ui/theme/icons.h"

namespace prolap::ui {

LibraryMenu::LibraryMenu(Organising* organising, Player* player, QWidget* window)
    : QObject(window),
      m_organising(organising),
      m_player(player),
      m_window(window),
      m_watching(new FolderWatching(organising->session()->session(), this))
{
    statistics = new QAction(icon("statistics"), tr("&Statistics…"), this);
    duplicates = new QAction(icon("duplicates"), tr("&Duplicates…"), this);
    relocate = new QAction(icon("folder-offline"), tr("A folder has &moved…"), this);
    exportLabels = new QAction(tr("&Export tags and notes…"), this);
    importLabels = new QAction(tr("&Import tags and notes…"), this);
    watch = new QAction(tr("&Watch the folders"), this);
    watch->setCheckable(true);
    watch->setShortcut(QKeySequence(tr("Ctrl+Shift+W")));
    watch->setToolTip(tr("What comes into the folders is listened to by itself"));
    connect(watch, &QAction::toggled, m_watching, &FolderWatching::setOn);
    connect(m_watching, &FolderWatching::limited, this, &LibraryMenu::statusWanted);
    statistics->setShortcut(QKeySequence(tr("Ctrl+Shift+T")));
    duplicates->setShortcut(QKeySequence(tr("Ctrl+Shift+D")));
    relocate->setShortcut(QKeySequence(tr("Ctrl+Shift+L")));
    exportLabels->setShortcut(QKeySequence(tr("Ctrl+Shift+Y")));
    importLabels->setShortcut(QKeySequence(tr("Ctrl+Shift+I")));
    connect(statistics, &QAction::triggered, this, &LibraryMenu::showStatistics);
    connect(duplicates, &QAction::triggered, this, &LibraryMenu::showDuplicates);
    connect(relocate, &QAction::triggered, this, &LibraryMenu::chooseRelocation);
    connect(exportLabels, &QAction::triggered, this, [this] {
        QString file = QFileDialog::getSaveFileName(m_window, tr("Export tags and notes"), QStringLiteral("labels.csv"),
                                                    tr("Tables (*.csv)"));
        if (!file.isEmpty())
            exportTo(pathFrom(file));
    });
    connect(importLabels, &QAction::triggered, this, [this] {
        const QString file =
            QFileDialog::getOpenFileName(m_window, tr("Import tags and notes"), {}, tr("Tables (*.csv)"));
        if (!file.isEmpty())
            importFrom(pathFrom(file));
    });
}

void LibraryMenu::fill(QMenu* menu) const
{
    menu->addActions({statistics, duplicates, relocate, watch});
    menu->addSeparator();
    menu->addActions({exportLabels, importLabels});
}

void LibraryMenu::exportTo(const Path& file)
{
    Q_EMIT statusWanted(tr("Writing %1").arg(shown(file)));
    m_job.start([catalogue = m_organising->session()->session()->catalogue(), file](
                    std::stop_token stop,
                    const ProgressFn& progress) { return library::exportLabels(catalogue, file, {}, stop, progress); },
                [this, file](const library::LabelExportReport& report) {
                    Q_EMIT statusWanted(
                        tr("Wrote %1: %2")
                            .arg(shown(file),
                                 grouped(tr("%n clip(s)", nullptr, static_cast<int>(report.clips)), report.clips)));
                },
                [this](const JobFailure& failure) { Q_EMIT statusWanted(failure.sentence); });
}

void LibraryMenu::importFrom(const Path& file)
{
    auto report = std::make_shared<library::LabelImportReport>();
    m_organising->session()->apply(
        [catalogue = m_organising->session()->session()->catalogue(), file, report](library::Organiser&) {
            *report = library::importLabels(catalogue, file);
            return std::move(report->edit);
        },
        [this, report](const library::Edit&) {
            const auto skipped = static_cast<std::int64_t>(report->unknown.size() + report->problems.size());
            if (skipped == 0)
                return;
            QMessageBox box(QMessageBox::Information, tr("Import"),
                            grouped(tr("%n row(s) were left out.", nullptr, static_cast<int>(skipped)), skipped),
                            QMessageBox::Ok, m_window);
            box.setInformativeText(tr("Their clips are not in this library, or they could not be read. The others "
                                      "were taken; Undo takes all of them back."));
            QStringList lines;
            for (const std::string& path : report->unknown)
                lines << tr("Not in the library: %1").arg(shown(path));
            for (const std::string& problem : report->problems)
                lines << shown(problem);
            box.setDetailedText(lines.mid(0, 1000).join(QLatin1Char('\n')));
            box.exec();
        });
}

void LibraryMenu::chooseRelocation()
{
    const auto& roots = m_organising->session()->session()->summary().roots;
    if (roots.empty()) {
        Q_EMIT statusWanted(tr("This library has no folders yet."));
        return;
    }
    QStringList names;
    int first = 0;
    for (const library::RootSummary& root : roots) {
        const bool offline = root.state == library::RootState::Offline;
        if (offline && first == 0)
            first = static_cast<int>(names.size());
        names << (offline ? tr("%1 (not reachable)").arg(shown(root.path)) : shown(root.path));
    }
    bool ok = false;
    const QString chosen = QInputDialog::getItem(m_window, tr("A folder has moved"), tr("Which folder of the library:"),
                                                 names, first, false, &ok);
    const qsizetype at = names.indexOf(chosen);
    if (!ok || at < 0)
        return;
    const RootId root = roots[static_cast<std::size_t>(at)].id;
    const QString to = QFileDialog::getExistingDirectory(m_window, tr("Where it is now"));
    if (!to.isEmpty())
        relocateTo(root, pathFrom(to));
}

void LibraryMenu::relocateTo(RootId root, const Path& to)
{
    m_job.start(
        [catalogue = m_organising->session()->session()->catalogue(), root, to](std::stop_token stop,
                                                                                const ProgressFn& progress) {
            const library::RelocationCheck check = library::checkRelocation(catalogue, root, to, stop, progress);
            if (check.clips > 0 && check.found == 0)
                throw Error(ErrorKind::NotFound, "None of the folder's files is in " + displayText(to) +
                                                     ", so nothing was changed; choose the folder that holds them.");
            library::relocateRoot(catalogue, root, to);
            return check;
        },
        [this, to](const library::RelocationCheck& check) {
            Q_EMIT statusWanted(check.found == check.clips
                                    ? tr("The folder is at %1 now; all its files are there").arg(shown(to))
                                    : tr("The folder is at %1 now; %2 of its %3 files are there")
                                          .arg(shown(to), countText(check.found), countText(check.clips)));
            Q_EMIT rescanWanted();
        },
        [this](const JobFailure& failure) {
            Q_EMIT statusWanted(failure.sentence);
            QMessageBox::warning(m_window, tr("A folder has moved"), failure.sentence);
        });
}

DuplicatesDialog* LibraryMenu::showDuplicates()
{
    if (!m_duplicates)
        m_duplicates = new DuplicatesDialog(m_organising->session(), m_player, m_window);
    m_duplicates->show();
    m_duplicates->raise();
    return m_duplicates;
}

StatisticsDialog* LibraryMenu::showStatistics()
{
    if (!m_statistics)
        m_statistics = new StatisticsDialog(m_organising->session()->session()->catalogue(), m_window);
    m_statistics->show();
    m_statistics->raise();
    return m_statistics;
}

} // namespace prolap::ui
