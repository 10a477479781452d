#pragma once

#include <vector>

#include <QDialog>

#include "core/library/care/duplicates.h"
#include "core/library/library_view.h"
#include "ui/jobs/job.h"

class QLabel;
class QListWidget;
class QProgressBar;
class QPushButton;
class QTableWidget;

namespace prolap::ui {

class OrganiseSession;
class Player;

/// Groups of duplicates, reviewed side by side: hear each, tick what may go, then tag those or move their files to the
/// desktop's trash. Nothing is ticked, tagged or moved unless asked.
class DuplicatesDialog : public QDialog {
    Q_OBJECT

public:
    DuplicatesDialog(OrganiseSession* organise, Player* player, QWidget* parent);

    QListWidget* groups() const { return m_groups; }
    QTableWidget* clips() const { return m_clips; }
    QPushButton* tagButton() const { return m_tag; }
    QPushButton* trashButton() const { return m_trash; }
    bool ready() const { return !m_job.running() && !m_detailsJob.running() && !m_trashJob.running(); }
    /// Moves the files of the ticked clips to the trash, without asking. For the button, which asks.
    void trashTicked();

private:
    void find();
    void showGroup(int group);
    void playRow(int row);
    std::vector<ClipId> ticked() const;
    void refreshButtons();

    OrganiseSession* const m_organise;
    Player* const m_player;
    QLabel* m_summary;
    QProgressBar* m_progress;
    QListWidget* m_groups;
    QTableWidget* m_clips;
    QPushButton *m_tag, *m_trash;
    library::DuplicateReport m_report;
    std::vector<library::ClipDetails> m_shown; ///< of the group that is shown
    Job m_job, m_detailsJob, m_trashJob;
};

} // namespace prolap::ui
