#pragma once

#include <vector>

#include <QDialog>

#include "core/library/export/clip_export.h"
#include "ui/jobs/job.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace prolap::ui {

/// Takes chosen clips out of the library: as copies in a folder, as an archive, or as a list. Shows how far it is, can
/// be stopped, and says at the end what became of them.
class ExportDialog : public QDialog {
    Q_OBJECT

public:
    ExportDialog(const Path& catalogue, std::vector<ClipId> clips, QWidget* parent = nullptr);

    QComboBox* kind() const { return m_kind; }
    QComboBox* existing() const { return m_existing; }
    QLineEdit* target() const { return m_target; }
    QPushButton* startButton() const { return m_start; }
    QPushButton* closeButton() const { return m_close; }
    QString message() const;
    bool running() const { return m_job.running(); }

    void done(int result) override;

private:
    library::ExportKind chosenKind() const;
    void kindChanged();
    void browse();
    void start();
    void showRunning(bool running);
    void tell(const library::ExportReport& report);

    const Path m_catalogue;
    const std::vector<ClipId> m_clips;
    QComboBox *m_kind, *m_existing;
    QLineEdit* m_target;
    QPushButton *m_browse, *m_start, *m_close;
    QProgressBar* m_progress;
    QLabel* m_message;
    std::string m_ending; ///< of the target, as the last kind gave it
    Job m_job;
};

} // namespace prolap::ui
