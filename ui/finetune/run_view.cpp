#include "ui/finetune/run_view.h"

#include <algorithm>
#include <filesystem>

#include <QFileDialog>
#include <QLabel>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>

#include "core/error.h"
#include "core/train/runs/run_files.h"
#include "ui/finetune/comparison_view.h"
#include "ui/finetune/curves_view.h"
#include "ui/finetune/mix_view.h"
#include "ui/finetune/model_swap.h"
#include "ui/finetune/run_model.h"
#include "ui/finetune/run_notes.h"
#include "ui/finetune/run_process.h"
#include "ui/finetune/samples_view.h"
#include "ui/text.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

namespace prolap::ui {

namespace {

struct Files {
    train::RunMetrics metrics, other;
    nlohmann::json comparison, samples;
    train::MixCurve mixes;
};

} // namespace

RunView::RunView(ModelSwap* swap, QWidget* parent)
    : QWidget(parent),
      m_swap(swap),
      m_title(new QLabel),
      m_state(new QLabel),
      m_left(new QLabel),
      m_bar(new QProgressBar),
      m_sentence(new QLabel),
      m_pause(new QPushButton(tr("Pause"))),
      m_keepBest(new QPushButton(tr("Stop, keep the best"))),
      m_stop(new QPushButton(icon("cancel"), tr("Stop"))),
      m_use(new QPushButton(icon("model"), tr("Use it"))),
      m_undo(new QPushButton(tr("Back to the model before"))),
      m_export(new QPushButton(tr("Export…"))),
      m_discard(new QPushButton(icon("remove"), tr("Discard…"))),
      m_tabs(new QTabWidget),
      m_curves(new CurvesView),
      m_samples(new SamplesView),
      m_comparison(new ComparisonView),
      m_mix(new MixView),
      m_notes(new RunNotesView)
{
    m_title->setFont(scaled(font(), kTitleScale));
    for (QLabel* label : {m_title, m_state, m_left, m_sentence})
        label->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_sentence->setProperty("warning", true);
    m_left->setProperty("dim", true);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("How far the run is"));
    m_pause->setToolTip(tr("Keep where it stands and free the computer; also a restart may come between"));
    m_keepBest->setToolTip(tr("End now with the best weights so far"));
    m_stop->setToolTip(tr("End now; nothing of what it learned is kept"));
    m_use->setToolTip(tr("Listen to the library with this model in the background, then search with it"));
    m_undo->setToolTip(tr("What the model before has heard is kept, so this takes a moment"));
    m_export->setToolTip(tr("Copy the model to a folder, to take it elsewhere"));
    m_discard->setToolTip(tr("Remove the run with its model"));

    auto* state = new QHBoxLayout;
    state->setSpacing(kSpaceGroups);
    state->addWidget(m_state);
    state->addWidget(m_left);
    state->addStretch(1);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(kSpaceControls);
    for (QPushButton* button : {m_pause, m_keepBest, m_stop, m_use, m_undo, m_export, m_discard})
        buttons->addWidget(button);
    buttons->addStretch(1);

    m_tabs->addTab(m_curves, tr("Curves"));
    m_tabs->addTab(m_samples, tr("What it finds"));
    m_tabs->addTab(m_comparison, tr("Before and after"));
    m_tabs->addTab(m_mix, tr("How much of it"));
    m_tabs->addTab(m_notes, tr("Settings and notes"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSpaceControls);
    layout->addWidget(m_title);
    layout->addLayout(state);
    layout->addWidget(m_bar);
    layout->addWidget(m_sentence);
    layout->addLayout(buttons);
    layout->addWidget(m_tabs, 1);

    connect(m_pause, &QPushButton::clicked, this, &RunView::pauseOrResume);
    connect(m_keepBest, &QPushButton::clicked, this, [this] { ask(train::RunRequest::KeepBest); });
    connect(m_stop, &QPushButton::clicked, this, [this] { ask(train::RunRequest::Stop); });
    connect(m_use, &QPushButton::clicked, this, [this] {
        if (m_swap->busy())
            m_swap->cancel();
        else if (m_run)
            m_swap->use(m_run->pack());
    });
    connect(m_undo, &QPushButton::clicked, m_swap, &ModelSwap::undo);
    connect(m_swap, &ModelSwap::changed, this, &RunView::showState);
    connect(m_swap, &ModelSwap::progressed, this, [this](qint64 done, qint64 total, double left) {
        m_use->setText(tr("Listening: %1 of %2 (cancel)").arg(countText(done), countText(total)));
        Q_EMIT said(tr("Listening with the new model: %1 of %2 files, %3")
                        .arg(countText(done), countText(total), timeLeftText(left)));
    });
    connect(m_export, &QPushButton::clicked, this, &RunView::exportPack);
    connect(m_discard, &QPushButton::clicked, this, &RunView::discard);
    connect(m_curves, &CurvesView::otherChosen, this, [this] {
        m_readAt = -1;
        readFiles();
    });
    connect(m_comparison, &ComparisonView::playWanted, this, &RunView::playWanted);
    connect(m_samples, &SamplesView::playWanted, this, &RunView::playWanted);
    connect(m_notes, &RunNotesView::changed, this, &RunView::changed);
    connect(m_notes, &RunNotesView::failed, this, &RunView::failed);
    connect(m_mix, &MixView::said, this, &RunView::said);
    connect(m_mix, &MixView::failed, this, &RunView::failed);
}

void RunView::setRun(const train::Run& run, const std::vector<train::Run>& all)
{
    const bool other = !m_run || m_run->id != run.id;
    m_run = run;
    if (other) {
        m_readAt = -1;
        m_tabs->setCurrentIndex(run.status.state == train::RunState::Done ? m_tabs->indexOf(m_comparison) : 0);
    }
    m_notes->setRun(run);
    m_curves->setRun(run, all);
    showState();
    readFiles();
}

void RunView::showPart(const QString& part)
{
    const QStringList parts{QStringLiteral("curves"), QStringLiteral("finds"), QStringLiteral("change"),
                            QStringLiteral("mix"), QStringLiteral("notes")};
    m_tabs->setCurrentIndex(std::max<int>(0, static_cast<int>(parts.indexOf(part))));
}

void RunView::showState()
{
    if (!m_run)
        return;
    const train::RunStatus& status = m_run->status;
    const bool alive = m_run->alive(), done = status.state == train::RunState::Done;
    m_title->setText(shown(m_run->name()));
    const QString stage = alive ? stageText(status) : QString();
    m_state->setText(stage.isEmpty() ? stateText(*m_run) : stage);
    m_left->setText(timeLeftText(status.secondsLeft));
    m_bar->setVisible(alive);
    m_bar->setRange(0, static_cast<int>(status.total));
    m_bar->setValue(static_cast<int>(status.done));
    m_sentence->setText(shown(status.sentence));
    m_sentence->setVisible(!status.sentence.empty());
    m_pause->setText(alive ? tr("Pause") : status.state == train::RunState::Queued ? tr("Start") : tr("Resume"));
    m_pause->setIcon(icon(alive ? "pause" : "play"));
    m_pause->setToolTip(alive ? tr("Keep where it stands and free the computer; also a restart may come between")
                              : tr("Go on from the last checkpoint"));
    m_pause->setVisible(alive || m_run->resumable());
    m_keepBest->setVisible(alive);
    m_stop->setVisible(alive || m_run->resumable());
    m_use->setVisible(done);
    m_use->setEnabled(!m_swap->inUse(m_run->pack()));
    if (!m_swap->busy())
        m_use->setText(m_use->isEnabled() ? tr("Use it") : tr("In use"));
    m_undo->setVisible(m_swap->canUndo());
    m_export->setVisible(done);
    m_export->setEnabled(!m_exporting.running());
    m_discard->setVisible(!alive);
    m_discard->setEnabled(!done || (!m_swap->inUse(m_run->pack()) && !m_swap->busy()));
}

void RunView::readFiles()
{
    if (!m_run || (m_run->status.updated == m_readAt && m_run->status.state == m_readState) || m_reading.running())
        return;
    m_readAt = m_run->alive() ? m_run->status.updated - 1 : m_run->status.updated;
    m_readState = m_run->status.state;
    const std::string other = m_curves->other();
    m_reading.start(
        [run = *m_run, other](std::stop_token, const ProgressFn&) {
            Files files;
            files.metrics = train::readRunMetrics(run.metricsFile());
            if (!other.empty())
                files.other = train::readRunMetrics(train::RunStore().read(other).metricsFile());
            files.samples = train::readJson(run.samplesFile()).value_or(nlohmann::json());
            files.mixes = train::readMixCurve(run.mixesFile());
            files.comparison = train::readJson(run.comparisonFile()).value_or(nlohmann::json());
            return files;
        },
        [this, other](Files files) {
            // Another one may have been chosen meanwhile; it is read next.
            m_curves->show(files.metrics, other == m_curves->other() ? files.other : train::RunMetrics());
            m_comparison->show(files.comparison);
            m_samples->show(files.samples);
            if (m_run)
                m_mix->setRun(*m_run, files.mixes);
        },
        [this](const JobFailure& failure) { Q_EMIT failed(failure.sentence); });
}

void RunView::ask(train::RunRequest request)
{
    if (!m_run)
        return;
    try {
        train::RunStore().request(*m_run, request);
        Q_EMIT changed();
    } catch (const Error& error) {
        Q_EMIT failed(QString::fromUtf8(error.what()));
    }
}

void RunView::pauseOrResume()
{
    if (!m_run)
        return;
    if (m_run->alive())
        return ask(train::RunRequest::Pause);
    const QString fault = startRun(*m_run);
    if (!fault.isEmpty())
        Q_EMIT failed(fault);
    Q_EMIT changed();
}

void RunView::exportPack()
{
    const QString parent = QFileDialog::getExistingDirectory(this, tr("Folder to put the model into"));
    if (parent.isEmpty() || !m_run)
        return;
    std::string name = m_run->name();
    std::replace(name.begin(), name.end(), '/', '-');
    const Path to = pathFrom(parent) / name;
    m_exporting.start(
        [from = m_run->pack(), to](std::stop_token, const ProgressFn&) {
            std::error_code error;
            if (std::filesystem::exists(to, error))
                throw Error(ErrorKind::BadInput, displayText(to) + " is there already; choose another folder.");
            std::filesystem::copy(from, to, std::filesystem::copy_options::recursive, error);
            if (error)
                throw Error(ErrorKind::Permission,
                            "The model cannot be copied to " + displayText(to) + ": " + error.message());
            return to;
        },
        [this](const Path& written) {
            Q_EMIT said(tr("The model is in %1.").arg(shown(written)));
            showState();
        },
        [this](const JobFailure& failure) {
            Q_EMIT failed(failure.sentence);
            showState();
        });
    showState();
}

void RunView::discard()
{
    if (!m_run)
        return;
    QMessageBox box(QMessageBox::Question, tr("Discard a run"), tr("Discard %1?").arg(shown(m_run->name())),
                    QMessageBox::Cancel, this);
    box.setInformativeText(m_run->status.state == train::RunState::Done
                               ? tr("Its model is removed too. What was exported stays.")
                               : tr("What it has learned so far is removed."));
    QPushButton* remove = box.addButton(tr("Discard"), QMessageBox::DestructiveRole);
    box.exec();
    if (box.clickedButton() != remove)
        return;
    try {
        train::RunStore().remove(*m_run);
    } catch (const Error& error) {
        Q_EMIT failed(QString::fromUtf8(error.what()));
    }
    m_run.reset();
    m_notes->clear();
    Q_EMIT changed();
}

} // namespace prolap::ui
