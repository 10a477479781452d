#pragma once

#include <vector>

#include <QDialog>

#include "core/ids.h"
#include "ui/jobs/job.h"

class QLabel;
class QLineEdit;
class QListWidget;
class QListWidgetItem;

namespace prolap::ui {

class OrganiseSession;

/// Tags of the selected clips: type to add, with the library's tags to choose from; tick to give a tag to all, untick
/// to take it from all. Each is an edit of its own.
class TagPopup : public QDialog {
    Q_OBJECT

public:
    TagPopup(OrganiseSession* organise, std::vector<ClipId> clips, QWidget* parent);

    QLineEdit* field() const { return m_field; }
    QListWidget* list() const { return m_list; }
    /// What the clips have has been read.
    bool ready() const { return !m_job.running(); }

private:
    void read();
    void addTyped();
    void toggled(QListWidgetItem* item);

    OrganiseSession* const m_organise;
    const std::vector<ClipId> m_clips;
    QLineEdit* m_field;
    QListWidget* m_list;
    QLabel* m_hint;
    Job m_job;
};

} // namespace prolap::ui
