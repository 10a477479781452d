#pragma once

#include <optional>

#include <QWidget>

#include "core/train/runs/run_store.h"
#include "ui/jobs/job.h"

class QLabel;
class QProgressBar;
class QPushButton;
class QTabWidget;

namespace prolap::ui {

class ComparisonView;
class CurvesView;
class MixView;
class ModelSwap;
class RunNotesView;
class SamplesView;

/// One run: how far it is, its curves, what it changed, and what can be done with it.
class RunView : public QWidget {
    Q_OBJECT

public:
    RunView(ModelSwap* swap, QWidget* parent = nullptr);

    /// all: the runs that it can be compared with.
    void setRun(const train::Run& run, const std::vector<train::Run>& all);
    const std::optional<train::Run>& run() const { return m_run; }

    /// `curves`, `finds`, `change`, `mix` or `notes`.
    void showPart(const QString& part);
    /// Its files have been read.
    bool settled() const { return m_run && !m_reading.running(); }

    QPushButton* pauseButton() const { return m_pause; }
    QPushButton* keepBestButton() const { return m_keepBest; }
    QPushButton* useButton() const { return m_use; }
    QPushButton* undoButton() const { return m_undo; }
    QPushButton* discardButton() const { return m_discard; }
    ComparisonView* comparison() const { return m_comparison; }
    CurvesView* curves() const { return m_curves; }
    RunNotesView* notes() const { return m_notes; }
    SamplesView* samples() const { return m_samples; }
    MixView* mix() const { return m_mix; }
    QTabWidget* tabs() const { return m_tabs; }

Q_SIGNALS:
    void failed(const QString& sentence);
    void said(const QString& sentence);
    void playWanted(const QString& file);
    /// The store has changed.
    void changed();

private:
    void showState();
    void readFiles();
    void ask(train::RunRequest request);
    void pauseOrResume();
    void exportPack();
    void discard();

    ModelSwap* const m_swap;
    QLabel* m_title;
    QLabel* m_state;
    QLabel* m_left;
    QProgressBar* m_bar;
    QLabel* m_sentence;
    QPushButton* m_pause;
    QPushButton* m_keepBest;
    QPushButton* m_stop;
    QPushButton* m_use;
    QPushButton* m_undo;
    QPushButton* m_export;
    QPushButton* m_discard;
    QTabWidget* m_tabs;
    CurvesView* m_curves;
    SamplesView* m_samples;
    ComparisonView* m_comparison;
    MixView* m_mix;
    RunNotesView* m_notes;

    std::optional<train::Run> m_run;
    std::int64_t m_readAt = -1; ///< status.updated of what the files show
    train::RunState m_readState = train::RunState::Queued;
    Job m_reading, m_exporting;
};

} // namespace prolap::ui
