#pragma once

#include <QDialog>

#include "core/library/care/statistics.h"
#include "ui/jobs/job.h"

class QLabel;
class QTabWidget;

namespace prolap::ui {

/// What a library consists of: hours, formats, lengths, tags, folders, states, as bars.
class StatisticsDialog : public QDialog {
    Q_OBJECT

public:
    StatisticsDialog(Path catalogue, QWidget* parent);

    QTabWidget* tabs() const { return m_tabs; }
    QString summary() const;
    bool ready() const { return !m_job.running(); }

private:
    void take(const library::LibraryStatistics& all);
    void addPage(const QString& title, const std::vector<library::LibraryShare>& shares);

    QLabel* m_summary;
    QTabWidget* m_tabs;
    Job m_job;
};

} // namespace prolap::ui
