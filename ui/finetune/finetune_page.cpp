#include "ui/finetune/finetune_page.h"

#include <utility>

#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include "core/train/runs/run_store.h"
#include "ui/finetune/clips_step.h"
#include "ui/finetune/model_step.h"
#include "ui/finetune/model_swap.h"
#include "ui/finetune/new_run_form.h"
#include "ui/finetune/run_model.h"
#include "ui/finetune/run_view.h"
#include "ui/player/player.h"
#include "ui/settings.h"
#include "ui/text.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

namespace prolap::ui {

namespace {
constexpr int kRefreshMs = 700; ///< a run writes its status about twice a second
}

FinetunePage::FinetunePage(LibrarySession* session, Player* player, QWidget* parent)
    : Page(parent),
      m_session(session),
      m_swap(new ModelSwap(session, this)),
      m_model(new RunModel(this)),
      m_table(new QTableView),
      m_new(new QPushButton(icon("add"), tr("New run"))),
      m_noRuns(new QLabel(tr("No runs yet. Choose clips at the right; what you start is listed here, also what "
                             "“prolap finetune” starts."))),
      m_stack(new QStackedWidget),
      m_form(new NewRunForm),
      m_view(new RunView(m_swap)),
      m_splitter(new QSplitter)
{
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    m_table->horizontalHeader()->setSectionResizeMode(RunModel::Name, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(RunModel::State, QHeaderView::ResizeToContents);
    m_table->setColumnHidden(RunModel::Made, true);
    m_table->setAccessibleName(tr("Runs"));
    m_table->setToolTip(tr("Runs of this window and of the command line, the newest first"));
    m_table->setTabKeyNavigation(false);
    m_new->setToolTip(tr("Teach a model your sounds and your words"));
    auto* left = new QWidget;
    auto* leftLayout = new QVBoxLayout(left);
    leftLayout->setContentsMargins(0, 0, kSpaceControls, 0);
    leftLayout->setSpacing(kSpaceControls);
    leftLayout->addWidget(m_new);
    leftLayout->addWidget(m_noRuns);
    leftLayout->addWidget(m_table, 1);
    m_noRuns->setWordWrap(true);
    m_noRuns->setProperty("dim", true);
    m_noRuns->setVisible(false);
    m_stack->addWidget(m_form);
    m_stack->addWidget(m_view);
    m_splitter->addWidget(left);
    // A small screen scrolls what is shown, not the window.
    auto* area = new QScrollArea;
    area->setWidget(m_stack);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->viewport()->setAutoFillBackground(false);
    m_stack->setAutoFillBackground(false);
    m_splitter->addWidget(area);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setSizes({260, 1000});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kPageMargin, kPageMargin, kPageMargin, kPageMargin);
    layout->addWidget(m_splitter);
    setFocusProxy(m_new);

    connect(m_new, &QPushButton::clicked, this, &FinetunePage::showForm);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& row) {
        if (const train::Run* run = m_model->run(row.row()))
            showRun(shown(run->id));
    });
    connect(m_table, &QTableView::clicked, this, [this](const QModelIndex& row) {
        if (const train::Run* run = m_model->run(row.row()))
            showRun(shown(run->id));
    });
    connect(m_form, &NewRunForm::started, this, [this](const QString& id) {
        m_current = id.toStdString();
        Q_EMIT statusWanted(tr("The run has started; the window may be closed meanwhile."));
        refresh();
    });
    connect(m_form, &NewRunForm::failed, this, &FinetunePage::warned);
    connect(m_form->clips(), &ClipsStep::playWanted, this,
            [player](const QString& file) { player->play(pathFrom(file), 0); });
    connect(m_view, &RunView::failed, this, &FinetunePage::warned);
    connect(m_view, &RunView::said, this, &Page::statusWanted);
    connect(m_view, &RunView::changed, this, &FinetunePage::refresh);
    connect(m_view, &RunView::playWanted, this, [player](const QString& file) { player->play(pathFrom(file), 0); });
    connect(m_swap, &ModelSwap::swapped, this, [this] { Q_EMIT statusWanted(tr("The new model is in use.")); });
    const auto model = [this] {
        const model::ModelInfo* info = m_session->modelInfo();
        m_form->model()->setModel(info ? info->path : m_session->modelChoice().path,
                                  info ? shown(info->name) : QString());
    };
    connect(m_session, &LibrarySession::modelReady, this, model);
    connect(m_session, &LibrarySession::opened, this, [this] { m_form->clips()->setLibrary(m_session->catalogue()); });
    m_timer.setInterval(kRefreshMs);
    connect(&m_timer, &QTimer::timeout, this, &FinetunePage::refresh);
}

void FinetunePage::setSelection(std::function<std::vector<ClipId>()> selection)
{
    m_form->clips()->data()->setSelection(std::move(selection));
}

bool FinetunePage::settled() const
{
    return m_listed && !m_form->clips()->checking() && (m_current.empty() || m_view->settled());
}

void FinetunePage::save(QSettings& settings) const
{
    settings.setValue(settings::kFinetuneSplit, m_splitter->saveState());
}

void FinetunePage::restore(const QSettings& settings)
{
    m_splitter->restoreState(settings.value(settings::kFinetuneSplit).toByteArray());
}

void FinetunePage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    if (!m_session->catalogue().empty())
        m_form->clips()->setLibrary(m_session->catalogue());
    refresh();
    m_timer.start();
}

void FinetunePage::hideEvent(QHideEvent* event)
{
    m_timer.stop();
    Page::hideEvent(event);
}

void FinetunePage::showForm()
{
    m_current.clear();
    m_table->clearSelection();
    m_table->setCurrentIndex({});
    m_stack->setCurrentWidget(m_form);
}

void FinetunePage::showRun(const QString& id, const QString& part)
{
    m_current = id.toStdString();
    m_part = part;
    showCurrent();
}

void FinetunePage::refresh()
{
    if (m_listing.running())
        return;
    m_listing.start([](std::stop_token, const ProgressFn&) { return train::RunStore().list(); },
                    [this](std::vector<train::Run> runs) {
                        m_listed = true;
                        const QSignalBlocker quiet(m_table->selectionModel());
                        m_model->setRuns(std::move(runs));
                        m_noRuns->setVisible(m_model->rowCount() == 0);
                        showCurrent();
                    },
                    [this](const JobFailure& failure) { Q_EMIT warned(failure.sentence); });
}

void FinetunePage::showCurrent()
{
    const int row = m_model->rowOf(m_current);
    if (row < 0) {
        if (m_stack->currentWidget() == m_view && m_listed)
            showForm();
        return;
    }
    if (m_table->currentIndex().row() != row) {
        const QSignalBlocker quiet(m_table->selectionModel());
        m_table->setCurrentIndex(m_model->index(row, 0));
        m_table->selectRow(row);
        m_table->viewport()->update();
    }
    m_view->setRun(*m_model->run(row), m_model->runs());
    if (!m_part.isEmpty())
        m_view->showPart(std::exchange(m_part, QString()));
    m_stack->setCurrentWidget(m_view);
}

} // namespace prolap::ui
