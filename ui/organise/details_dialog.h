#pragma once

#include <array>
#include <vector>

#include <QDialog>

#include "core/ids.h"
#include "ui/jobs/job.h"

class QLabel;
class QPlainTextEdit;

namespace prolap::ui {

class OrganiseSession;

/// Captions at four levels and the note of the selected clips. What is not touched stays as it is in each clip.
class DetailsDialog : public QDialog {
    Q_OBJECT

public:
    DetailsDialog(OrganiseSession* organise, std::vector<ClipId> clips, QWidget* parent);

    QPlainTextEdit* caption(int level) const { return m_captions[static_cast<std::size_t>(level - 1)]; }
    QPlainTextEdit* note() const { return m_note; }
    bool ready() const { return !m_job.running(); }

    void accept() override;

private:
    void read();

    OrganiseSession* const m_organise;
    const std::vector<ClipId> m_clips;
    std::array<QPlainTextEdit*, 4> m_captions{};
    QPlainTextEdit* m_note;
    QLabel* m_facts;
    Job m_job;
};

} // namespace prolap::ui
