#pragma once

#include <vector>

#include <QDialog>
#include <QTimer>

#include "core/library/organise/ucs_rename.h"
#include "ui/jobs/job.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;

namespace prolap::ui {

class OrganiseSession;

/// Names of the Universal Category System for the selected clips: a template, what it makes of each, and the button
/// that renames the files.
class UcsDialog : public QDialog {
    Q_OBJECT

public:
    UcsDialog(OrganiseSession* organise, std::vector<ClipId> clips, QWidget* parent);

    QComboBox* category() const { return m_category; }
    QLineEdit* creator() const { return m_creator; }
    QLineEdit* source() const { return m_source; }
    QTableWidget* preview() const { return m_preview; }
    QPushButton* renameButton() const { return m_rename; }

private:
    library::UcsTemplate names() const;
    void propose();
    void take(std::vector<library::UcsProposal> proposals);
    void rename();

    OrganiseSession* const m_organise;
    const std::vector<ClipId> m_clips;
    QComboBox* m_category;
    QLineEdit *m_fxName, *m_creator, *m_source, *m_data;
    QTableWidget* m_preview;
    QLabel* m_summary;
    QPushButton* m_rename = nullptr;
    std::vector<library::UcsProposal> m_proposals;
    QTimer m_typing;
    Job m_job;
};

} // namespace prolap::ui
