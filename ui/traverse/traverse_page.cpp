#include "ui/traverse/traverse_page.h"

#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>

#include "ui/explore/empty_state.h"
#include "ui/explore/index_strip.h"
#include "ui/map/scatter_map.h"
#include "ui/player/player.h"
#include "ui/settings.h"
#include "ui/text.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/traverse/comparison_field.h"
#include "ui/traverse/ladder_panel.h"
#include "ui/traverse/ladder_view.h"
#include "ui/traverse/path_chart.h"
#include "ui/traverse/path_charts.h"
#include "ui/traverse/run_strip.h"
#include "ui/traverse/subject_field.h"
#include "ui/traverse/traverse_controls.h"
#include "ui/traverse/traverse_export.h"
#include "ui/traverse/traverse_map.h"
#include "ui/traverse/vocabulary_browser.h"

namespace prolap::ui {

namespace {

constexpr int kPauseMs = 60; ///< between a change of a control and the question

} // namespace

TraversePage::TraversePage(LibrarySession* session, Player* player, QWidget* parent)
    : Page(parent),
      m_session(session),
      m_player(player),
      m_runner(session),
      m_other(session),
      m_subject(new SubjectField(tr("Set out from"), tr("Set out from a caption, or drop a sound"))),
      m_compare(new ComparisonField),
      m_controls(new TraverseControls),
      m_export(new TraverseExport([this] {
          return TraverseExport::Content{m_paths, m_map->library()};
      })),
      m_strip(new IndexStrip),
      m_listen(new QToolButton),
      m_summary(new QLabel),
      m_agreement(new QLabel),
      m_progress(new RunStrip),
      m_otherProgress(new RunStrip),
      m_stack(new QStackedWidget),
      m_empty(new EmptyState),
      m_browser(new VocabularyBrowser(session)),
      m_map(new TraverseMap),
      m_charts(new PathCharts),
      m_ladder(new LadderPanel(player)),
      m_second(new LadderPanel(player)),
      m_columns(new QSplitter(Qt::Horizontal)),
      m_rows(new QSplitter(Qt::Vertical)),
      m_ladders(new QSplitter(Qt::Horizontal))
{
    setAcceptDrops(true);
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMs);
    m_export->addPicture(tr("Whole page as a picture…"), m_rows, QStringLiteral("traversal.png"));
    m_export->addPicture(tr("Map as a picture…"), m_map->map(), QStringLiteral("map.png"));
    m_export->addPicture(tr("Charts as a picture…"), m_charts, QStringLiteral("along-the-path.png"));
    m_export->addPicture(tr("Ladder as a picture…"), m_ladders, QStringLiteral("ladder.png"));
    m_export->addNumbers();
    m_map->setExportMenu(m_export->menu());
    arrange();
    orderTabs();
    connectAsking();
    connectSession();
    connectParts();
    showPaths();
    showNothing();
}

TraversePage::~TraversePage() = default;

void TraversePage::arrange()
{
    auto* first = new QHBoxLayout;
    first->setSpacing(kSpaceControls);
    first->addWidget(m_subject, 1);
    first->addWidget(m_compare);
    first->addWidget(m_export);

    m_summary->setProperty("dim", true);
    m_summary->setAccessibleName(tr("What was found"));
    m_agreement->setAccessibleName(tr("Where the paths agree"));
    for (QLabel* label : {m_summary, m_agreement}) {
        label->setTextFormat(Qt::PlainText);
        label->setMinimumWidth(1);
        label->setWordWrap(true);
    }
    m_agreement->hide();
    m_listen->setIcon(icon("rescan"));
    m_listen->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_listen->setToolTip(tr("Only clips that this model has listened to are met on the way"));
    m_listen->hide();
    auto* found = new QHBoxLayout;
    found->setSpacing(kSpaceControls);
    found->addWidget(m_summary, 1);
    found->addWidget(m_listen);

    m_ladders->addWidget(m_ladder);
    m_ladders->addWidget(m_second);
    m_second->hide();
    m_columns->addWidget(m_map);
    m_columns->addWidget(m_ladders);
    m_columns->setStretchFactor(0, 5);
    m_columns->setStretchFactor(1, 8);
    m_columns->setSizes({480, 770});
    m_rows->addWidget(m_columns);
    m_rows->addWidget(m_charts);
    m_rows->setStretchFactor(0, 3);
    m_rows->setStretchFactor(1, 1);
    m_rows->setSizes({420, 150});
    for (QSplitter* splitter : {m_ladders, m_columns, m_rows}) {
        splitter->setChildrenCollapsible(false);
        splitter->setHandleWidth(kSpaceControls);
    }
    m_stack->addWidget(m_rows);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_browser);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kPageMargin, kSpaceControls, kPageMargin, kSpaceControls);
    layout->setSpacing(kSpaceControls);
    layout->addLayout(first);
    layout->addWidget(m_controls);
    layout->addWidget(m_progress);
    layout->addWidget(m_otherProgress);
    layout->addWidget(m_strip);
    layout->addLayout(found);
    layout->addWidget(m_agreement);
    layout->addWidget(m_stack, 1);
    setFocusProxy(m_subject);
}

void TraversePage::orderTabs()
{
    QWidget* order[] = {m_subject->field(),
                        m_subject->chooser(),
                        m_compare->choice(),
                        m_compare->subject()->field(),
                        m_compare->subject()->chooser(),
                        m_compare->models(),
                        m_export,
                        m_controls->way(),
                        m_controls->root(),
                        m_controls->start(),
                        m_controls->points(),
                        m_controls->candidates(),
                        m_controls->browseButton(),
                        m_browser->tree(),
                        m_browser->clips(),
                        m_browser->exploreButton(),
                        m_browser->traverseButton(),
                        m_map->map(),
                        m_map->fitButton(),
                        m_map->lassoButton(),
                        m_ladder->journeyButton(),
                        m_ladder->skipButton(),
                        m_ladder->view(),
                        m_second->journeyButton(),
                        m_second->skipButton(),
                        m_second->view(),
                        m_charts->uncertainty(),
                        m_charts->inclusion(),
                        m_charts->match()};
    for (std::size_t i = 1; i < std::size(order); ++i)
        setTabOrder(order[i - 1], order[i]);
}

void TraversePage::connectAsking()
{
    connect(&m_pause, &QTimer::timeout, this, &TraversePage::ask);
    connect(m_subject, &SubjectField::changed, this, &TraversePage::askSoon);
    connect(m_compare, &ComparisonField::changed, this, &TraversePage::askSoon);
    connect(m_compare, &ComparisonField::modelsWanted, this, &TraversePage::modelWanted);
    connect(m_controls, &TraverseControls::changed, this, [this] {
        m_controls->showFor(m_session->modelInfo());
        askSoon();
    });
    connect(m_controls, &TraverseControls::browsingChanged, this, [this] { m_pause.start(0); });

    connect(&m_runner, &TraversalRunner::changed, this, [this] {
        forgetHierarchy();
        m_controls->showFor(m_session->modelInfo());
        askAnew();
    });
    connect(&m_runner, &TraversalRunner::answered, this, [this](const TraversalAnswer& answer) {
        m_paths.first = answer.first;
        if (!m_otherAsked)
            m_paths.second = answer.second;
        m_problem.clear();
        showPaths();
        showNothing();
        m_pause.start(0); // the map, which stands on the same captions
    });
    connect(&m_runner, &TraversalRunner::mapped, this, [this](std::shared_ptr<const library::LibraryMap> map) {
        m_map->setLibrary(std::move(map), m_session->catalogue());
    });
    connect(&m_runner, &TraversalRunner::mapFailed, this, &TraversePage::statusWanted);
    connect(&m_runner, &TraversalRunner::failed, this, [this](const QString& sentence) {
        m_problem = sentence;
        Q_EMIT statusWanted(sentence);
        showNothing();
    });
    connect(&m_runner, &TraversalRunner::progressed, this, [this](const Progress& progress) {
        m_progress->show(tr("Reading captions: %1 of %2").arg(countText(progress.done), countText(progress.total)),
                         progress);
    });
    connect(&m_runner, &TraversalRunner::busyChanged, this, [this] {
        if (!m_runner.busy())
            m_progress->hide();
        showNothing();
    });
    connect(m_progress, &RunStrip::cancelled, this, [this] {
        m_runner.cancel();
        (m_controls->browsing() ? m_hierarchyProblem : m_problem) =
            tr("The captions have not all been read. What was read is kept.");
        m_mapOf.reset();
        showNothing();
    });
    connect(&m_runner, &TraversalRunner::hierarchyReady, this,
            [this](std::shared_ptr<const library::LibraryHierarchy> hierarchy) {
                m_browser->setHierarchy(std::move(hierarchy));
                showNothing();
            });
    connect(&m_runner, &TraversalRunner::hierarchyFailed, this, [this](const QString& sentence) {
        m_hierarchyProblem = sentence;
        showNothing();
    });

    connect(&m_other, &ModelComparison::answered, this, [this](std::shared_ptr<const library::Traversal> traversal) {
        m_paths.second = std::move(traversal);
        showPaths();
    });
    connect(&m_other, &ModelComparison::failed, this, [this](const QString& sentence) {
        m_otherProblem = sentence;
        Q_EMIT statusWanted(sentence);
        showPaths();
    });
    connect(&m_other, &ModelComparison::progressed, this, [this](const Progress& progress) {
        const QString name = m_compare->modelName();
        m_otherProgress->show(progress.total > 0 ? tr("Reading captions with %1: %2 of %3")
                                                       .arg(name, countText(progress.done), countText(progress.total))
                                                 : tr("Loading %1").arg(name),
                              progress);
    });
    connect(&m_other, &ModelComparison::busyChanged, this, [this] {
        if (!m_other.busy())
            m_otherProgress->hide();
    });
    connect(m_otherProgress, &RunStrip::cancelled, this, [this] {
        m_other.cancel();
        m_compare->setWith(ComparisonField::With::Nothing);
        Q_EMIT statusWanted(tr("The comparison was cancelled. What was read is kept."));
    });
}

void TraversePage::connectSession()
{
    connect(m_listen, &QToolButton::clicked, this, [this] { m_session->index({}); });
    connect(m_session, &LibrarySession::summaryChanged, this, &TraversePage::offerToListen);
    connect(m_session, &LibrarySession::searchReadyChanged, this, &TraversePage::offerToListen);
    connect(m_session, &LibrarySession::indexingChanged, this, [this](bool running) {
        m_strip->setRunning(running, !m_session->searchReady());
        offerToListen();
    });
    connect(m_session, &LibrarySession::indexProgressed, m_strip, &IndexStrip::show);
    connect(m_strip, &IndexStrip::pauseToggled, this, [this](bool paused) {
        m_session->setIndexingPaused(paused);
        m_strip->setPaused(paused);
    });
    connect(m_strip, &IndexStrip::cancelled, m_session, &LibrarySession::cancelIndexing);
    connect(m_session, &LibrarySession::opened, this, [this] {
        m_paths = {};
        forgetHierarchy();
        askAnew();
        m_map->setLibrary(nullptr, {});
        m_subject->clear();
        m_compare->subject()->clear();
        showPaths();
        showNothing();
    });
    for (const auto signal : {&LibrarySession::modelLoading, &LibrarySession::modelReady})
        connect(m_session, signal, this, [this] {
            m_controls->showFor(m_session->modelInfo());
            m_compare->setModelInUse(m_session->modelInfo() ? m_session->modelInfo()->path : Path());
            showNothing();
        });
    connect(m_session, &LibrarySession::modelFailed, this, &TraversePage::showNothing);
    connect(m_session, &LibrarySession::certaintyScaleChanged, this, [this](const CertaintyScale& scale) {
        m_ladder->model()->setCertaintyScale(scale);
        m_second->model()->setCertaintyScale(scale);
    });
    connect(m_session, &LibrarySession::indexFinished, this, [this] {
        forgetHierarchy();
        askAnew();
    });
}

void TraversePage::connectParts()
{
    connect(m_browser, &VocabularyBrowser::playWanted, this, &TraversePage::play);
    connect(m_browser, &VocabularyBrowser::clipsWanted, this, &TraversePage::clipsWanted);
    connect(m_browser, &VocabularyBrowser::traverseWanted, this, [this](const QString& caption) {
        m_controls->browseButton()->setChecked(false);
        m_subject->setCaption(caption);
    });
    connect(m_map, &TraverseMap::playWanted, this, &TraversePage::play);
    connect(m_map, &TraverseMap::pointWanted, this, &TraversePage::setCursorPoint);
    connect(m_map, &TraverseMap::clipsWanted, this, &TraversePage::clipsWanted);
    connect(m_map, &TraverseMap::statusWanted, this, &TraversePage::statusWanted);
    connect(m_map, &TraverseMap::traverseWanted, this, [this](ClipId clip, const QString& name, bool beside) {
        SubjectField* field = beside ? m_compare->subject() : m_subject;
        if (clip)
            field->setClip(clip, name);
        else
            field->setCaption(name);
    });
    connect(m_charts, &PathCharts::pointHovered, this, &TraversePage::setCursorPoint);
    connect(m_charts, &PathCharts::pointClicked, this, [this](int point) {
        setCursorPoint(point);
        const auto& points = m_paths.first->points;
        if (const auto& clips = points[static_cast<std::size_t>(point)].clips; !clips.empty())
            play(clips.front().path, clips.front().start);
    });
    for (LadderPanel* panel : {m_ladder, m_second}) {
        LadderPanel* other = panel == m_ladder ? m_second : m_ladder;
        connect(panel, &LadderPanel::playWanted, this, [this, other](const Path& file, double start) {
            other->stopJourney();
            play(file, start);
        });
        connect(panel, &LadderPanel::traverseWanted, this, [this](ClipId clip, const QString& name) {
            if (clip)
                m_subject->setClip(clip, name);
            else
                m_subject->setCaption(name);
        });
        connect(panel, &LadderPanel::pointWanted, this, &TraversePage::setCursorPoint);
    }
    connect(m_export, &TraverseExport::statusWanted, this, &TraversePage::statusWanted);
    connect(m_player, &Player::failed, this, [this](const QString& sentence) {
        if (isVisible())
            Q_EMIT statusWanted(sentence);
    });
    connect(m_empty->button(), &QPushButton::clicked, this, &TraversePage::endEmptiness);
}

SubjectField* TraversePage::beside() const
{
    return m_compare->subject();
}

library::TraversalRequest TraversePage::request() const
{
    return {m_subject->subject(), TraverseControls::forModel(m_controls->setting(), m_session->modelInfo()),
            m_controls->candidateChoice()};
}

void TraversePage::askSoon()
{
    if (isVisible())
        m_pause.start();
}

/// Nothing that was asked holds any more.
void TraversePage::askAnew()
{
    m_asked.reset();
    m_otherAsked.reset();
    m_mapOf.reset();
    askSoon();
}

void TraversePage::ask()
{
    if (!m_runner.ready()) {
        showNothing();
        return;
    }
    if (m_controls->browsing()) {
        askHierarchy();
        showNothing();
        return;
    }
    TraversalQuestion asked{request(), std::nullopt};
    if (m_compare->with() == ComparisonField::With::Subject && m_compare->subject()->isSet())
        asked.second = m_compare->subject()->subject();
    if (m_subject->isSet() && (!m_asked || !(*m_asked == asked))) {
        m_asked = asked;
        m_problem.clear();
        m_runner.ask(asked);
    } else if (!m_subject->isSet() && m_asked) {
        m_asked.reset();
        m_paths = {};
        m_problem.clear();
        showPaths();
    }
    askOther();
    if (m_subject->isSet() && (!m_mapOf || !(*m_mapOf == asked.first.candidates)) && !m_runner.asking()) {
        m_mapOf = asked.first.candidates;
        m_runner.askMap(asked.first.candidates);
    }
    showNothing();
}

void TraversePage::askOther()
{
    const Path model = m_compare->model();
    if (model.empty() || !m_subject->isSet()) {
        if (m_otherAsked) {
            m_otherAsked.reset();
            m_paths.second.reset();
        }
        m_other.cancel();
        m_other.release();
        if (!m_otherProblem.isEmpty() || !m_paths.second) {
            m_otherProblem.clear();
            showPaths();
        }
        return;
    }
    ModelComparison::Question question{model, request()};
    question.request.setting = m_controls->setting(); // for what that model can
    if (m_otherAsked && *m_otherAsked == question)
        return;
    m_otherAsked = question;
    m_otherProblem.clear();
    if (m_paths.second) { // of another question
        m_paths.second.reset();
        showPaths();
    }
    m_other.ask(question);
}

void TraversePage::askHierarchy()
{
    if (m_hierarchyAsked)
        return;
    m_hierarchyAsked = true;
    m_hierarchyProblem.clear();
    m_runner.askHierarchy();
}

void TraversePage::showPaths()
{
    m_map->setPaths(m_paths, m_controls->rootName().toLower());
    m_charts->setPaths(m_paths);
    m_ladder->setPaths(m_paths, false);
    m_second->setPaths(m_paths, true);
    showSecond(m_paths.second != nullptr);
    m_export->setEnabled(m_paths.first != nullptr);
    m_summary->setText(m_paths.first ? summaryOf(*m_paths.first) : QString());
    m_summary->setToolTip(m_summary->text());
    m_agreement->setText(m_otherProblem.isEmpty() ? agreementOf(m_paths) : m_otherProblem);
    m_agreement->setVisible(!m_controls->browsing() && !m_agreement->text().isEmpty());
    setCursorPoint(m_paths.first ? 0 : -1);
}

/// A second ladder takes its room from the map.
void TraversePage::showSecond(bool shown)
{
    if (shown == !m_second->isHidden())
        return;
    if (shown)
        m_columnsAlone = m_columns->saveState();
    m_second->setVisible(shown);
    if (!shown) {
        m_columns->restoreState(m_columnsAlone);
        return;
    }
    m_columns->setSizes({width() * 3 / 10, width() * 7 / 10}); // of the page: the splitter may not have been laid out
    m_ladders->setSizes({width(), width()});                   // alike
}

void TraversePage::offerToListen()
{
    const library::LibraryTotals& totals = m_session->summary().totals;
    const std::int64_t unheard = totals.clips - totals.embedded - totals.failed;
    m_listen->setVisible(m_session->searchReady() && !m_session->indexing() && unheard > 0);
    m_listen->setText(
        grouped(tr("%n clip(s) not listened to yet: listen now", nullptr, static_cast<int>(unheard)), unheard));
    m_listen->setAccessibleName(m_listen->text());
}

void TraversePage::showNothing()
{
    const bool browsing = m_controls->browsing();
    m_summary->setVisible(!browsing); // both are about the path
    m_agreement->setVisible(!browsing && !m_agreement->text().isEmpty());
    const bool browses = browsing && m_session->searchReady();
    if (browses && !m_browser->isEmpty()) {
        m_stack->setCurrentWidget(m_browser);
        return;
    }
    if (!browses && m_problem.isEmpty() && m_paths.first && m_subject->isSet()) {
        m_stack->setCurrentWidget(m_rows);
        return;
    }
    const TraverseEmpty empty =
        emptyOf({browsing, m_session->searchReady(), m_session->loadingModel(), m_session->modelInfo() != nullptr,
                 m_subject->isSet(), m_hierarchyProblem, m_problem});
    m_emptyAction = empty.action;
    m_empty->say(empty.title, empty.sentence, empty.button);
    m_stack->setCurrentWidget(m_empty);
}

void TraversePage::endEmptiness()
{
    switch (m_emptyAction) {
    case TraverseEmpty::Action::TryAgain:
        m_asked.reset();
        ask();
        break;
    case TraverseEmpty::Action::ChooseModel:
        Q_EMIT modelWanted();
        break;
    case TraverseEmpty::Action::ChooseSound:
        m_subject->chooser()->click();
        break;
    case TraverseEmpty::Action::None:
        break;
    }
}

void TraversePage::forgetHierarchy()
{
    m_hierarchyAsked = false;
    m_hierarchyProblem.clear();
    m_browser->setHierarchy(nullptr);
}

void TraversePage::setCursorPoint(int point)
{
    m_map->setCursorPoint(point);
    m_charts->setCursorPoint(point);
    m_ladder->setCursorPoint(point);
    m_second->setCursorPoint(point);
}

void TraversePage::play(const Path& file, double startSeconds)
{
    m_player->play(file, startSeconds);
    Q_EMIT statusWanted(tr("Playing %1").arg(shown(file.filename())));
}

void TraversePage::traverseClip(ClipId clip, const QString& name)
{
    m_subject->setClip(clip, name);
}

void TraversePage::traverseFile(const Path& file)
{
    m_subject->setFile(file);
}

void TraversePage::traverseCaption(const QString& caption)
{
    m_subject->setCaption(caption);
}

QString TraversePage::summaryText() const
{
    return m_summary->text();
}

QString TraversePage::agreementText() const
{
    return m_agreement->text();
}

bool TraversePage::settled() const
{
    return !m_pause.isActive() && !m_runner.busy() && !m_other.busy() && !m_compare->busy() && !m_session->busy() &&
           !m_browser->busy();
}

void TraversePage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    m_pause.start(0);
}

/// The other model leaves the memory with the page; what it found stays.
void TraversePage::hideEvent(QHideEvent* event)
{
    Page::hideEvent(event);
    m_other.release();
}

void TraversePage::changeEvent(QEvent* event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        m_charts->refreshColours();
}

/// Esc: silence first, then back to the field.
void TraversePage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Escape)
        return Page::keyPressEvent(event);
    m_ladder->stopJourney();
    m_second->stopJourney();
    if (m_player->state() != PlayState::Stopped)
        m_player->stop();
    else
        m_subject->field()->setFocus(Qt::OtherFocusReason);
}

void TraversePage::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls() && event->mimeData()->urls().front().isLocalFile())
        event->acceptProposedAction();
}

void TraversePage::dropEvent(QDropEvent* event)
{
    event->acceptProposedAction();
    traverseFile(pathFrom(event->mimeData()->urls().front().toLocalFile()));
}

void TraversePage::save(QSettings& settings) const
{
    if (m_second->isHidden()) // else the widths are those of a comparison
        settings.setValue(settings::kTraverseColumns, m_columns->saveState());
    settings.setValue(settings::kTraverseRows, m_rows->saveState());
    m_controls->save(settings);
}

void TraversePage::restore(const QSettings& settings)
{
    m_columns->restoreState(settings.value(settings::kTraverseColumns).toByteArray());
    m_rows->restoreState(settings.value(settings::kTraverseRows).toByteArray());
    m_controls->restore(settings);
}

} // namespace prolap::ui
