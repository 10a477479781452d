#pragma once

#include <optional>

#include <QTimer>
#include <QWidget>

#include "core/train/runs/run_store.h"

class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace prolap::ui {

/// Settings of a run, and the tags and notes that its user keeps with it: written a moment after the last key, and at
/// the latest when another run is shown or the page goes away.
class RunNotesView : public QWidget {
    Q_OBJECT

public:
    explicit RunNotesView(QWidget* parent = nullptr);
    ~RunNotesView() override;

    QLineEdit* tags() const { return m_tags; }
    QPlainTextEdit* notes() const { return m_notes; }

    void setRun(const train::Run& run);
    /// Forgets the run without writing, as it is gone.
    void clear();

Q_SIGNALS:
    /// Notes were written.
    void changed();
    void failed(const QString& sentence);

protected:
    void hideEvent(QHideEvent* event) override;

private:
    void edited();
    void save();

    QLabel* m_settings;
    QLineEdit* m_tags;
    QPlainTextEdit* m_notes;
    QTimer m_soon;
    std::optional<train::Run> m_run;
};

} // namespace prolap::ui
