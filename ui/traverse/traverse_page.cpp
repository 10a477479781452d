#include "ui/traverse/traverse_page.h"

#include <algorithm>
#include <cmath>

#include <QApplication>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include "core/library/traversal/traversal_figure.h"
#include "core/library/traversal/traversal_text.h"
#include "ui/explore/empty_state.h"
#include "ui/explore/index_strip.h"
#include "ui/map/scatter_map.h"
#include "ui/player/player.h"
#include "ui/settings.h"
#include "ui/text.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/traverse/ladder_panel.h"
#include "ui/traverse/ladder_view.h"
#include "ui/traverse/path_chart.h"
#include "ui/traverse/path_charts.h"
#include "ui/traverse/picture_file.h"
#include "ui/traverse/subject_field.h"
#include "ui/traverse/vocabulary_browser.h"

namespace prolap::ui {

namespace {

constexpr int kLeastChoice = 64;         ///< pixels
constexpr int kPauseMs = 60;             ///< between a change of a control and the question
constexpr int kClips = 0, kCaptions = 1; ///< layers of the map

void addChoice(QComboBox* box, const QString& text, int value, const QString& tooltip)
{
    box->addItem(text, value);
    box->setItemData(box->count() - 1, tooltip, Qt::ToolTipRole);
}

QLabel* labelled(const QString& text, QWidget* buddy)
{
    auto* label = new QLabel(text);
    label->setProperty("dim", true);
    label->setBuddy(buddy);
    return label;
}

std::vector<QPointF> pointsOf(const std::vector<library::MapPosition>& positions)
{
    std::vector<QPointF> points;
    points.reserve(positions.size());
    for (const library::MapPosition& position : positions)
        points.emplace_back(static_cast<double>(position.x), static_cast<double>(position.y));
    return points;
}

QString axisTitle(const library::MapAxis& axis, const QString& name)
{
    QString title = TraversePage::tr("%1 (%2 of the variance)").arg(name, percentText(axis.explained));
    if (!axis.low.empty())
        title = TraversePage::tr("%1 ← %2 → %3").arg(shown(axis.low), title, shown(axis.high));
    return title;
}

bool climbs(const library::Traversal& traversal)
{
    return traversal.shape == library::PathShape::Climb;
}

} // namespace

TraversePage::TraversePage(LibrarySession* session, Player* player, QWidget* parent)
    : Page(parent),
      m_session(session),
      m_player(player),
      m_runner(session),
      m_subject(new SubjectField(tr("Set out from"), tr("Set out from a caption, or drop a sound"))),
      m_beside(new SubjectField(tr("Beside it"), tr("Compare with another (optional)"))),
      m_way(new QComboBox),
      m_root(new QComboBox),
      m_start(new QComboBox),
      m_points(new QSpinBox),
      m_candidates(new QToolButton),
      m_browse(new QToolButton),
      m_export(new QToolButton),
      m_lasso(new QToolButton),
      m_showAll(new QToolButton),
      m_strip(new IndexStrip),
      m_listen(new QToolButton),
      m_summary(new QLabel),
      m_meeting(new QLabel),
      m_progress(new QFrame),
      m_progressText(new QLabel),
      m_progressBar(new QProgressBar),
      m_cancel(new QToolButton),
      m_stack(new QStackedWidget),
      m_empty(new EmptyState),
      m_browser(new VocabularyBrowser(session)),
      m_map(new ScatterMap),
      m_charts(new PathCharts),
      m_ladder(new LadderPanel(player)),
      m_second(new LadderPanel(player)),
      m_columns(new QSplitter(Qt::Horizontal)),
      m_rows(new QSplitter(Qt::Vertical)),
      m_ladders(new QSplitter(Qt::Vertical))
{
    setAcceptDrops(true);
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMs);
    makeControls();
    arrange();
    connectAll();
    showControls();
    showNothing();
}

TraversePage::~TraversePage() = default;

void TraversePage::makeControls()
{
    using library::PathShape;
    using library::TraversalStart;
    addChoice(m_way, tr("Climb by uncertainty"), static_cast<int>(PathShape::Climb),
              tr("At each step the caption that fits the sound best among those as general as the step"));
    addChoice(m_way, tr("Straight line"), static_cast<int>(PathShape::Linear),
              tr("Straight to the root: the published protocol"));
    addChoice(m_way, tr("Arc"), static_cast<int>(PathShape::Spherical), tr("Along the great circle to the root"));
    m_way->setAccessibleName(tr("Way"));
    m_way->setToolTip(tr("How the path goes from specific to general"));
    addChoice(m_root, tr("Middle of the library"), static_cast<int>(TraversalRoot::Centroid),
              tr("The mean of all clips (centroid)"));
    addChoice(m_root, tr("Empty caption"), static_cast<int>(TraversalRoot::Empty), tr("What no words mean (empty)"));
    addChoice(m_root, tr("Caption that holds it"), static_cast<int>(TraversalRoot::Inclusive),
              tr("The caption with the greatest inclusion of the sound (inclusive)"));
    addChoice(m_root, tr("Masked caption"), static_cast<int>(TraversalRoot::Masked),
              tr("A caption of which everything is masked (masked)"));
    m_root->setAccessibleName(tr("Root"));
    addChoice(m_start, tr("Nearest caption"), static_cast<int>(TraversalStart::NearestCaption),
              tr("The path begins at the caption nearest to the sound: the published protocol"));
    addChoice(m_start, tr("The sound"), static_cast<int>(TraversalStart::Clip),
              tr("The path begins at the sound itself"));
    m_start->setAccessibleName(tr("Start"));
    for (QComboBox* box : {m_way, m_root, m_start})
        box->setMinimumWidth(kLeastChoice); // so that the window fits a small screen
    m_points->setRange(1, static_cast<int>(library::kMostTraversalPoints));
    m_points->setValue(50);
    m_points->setKeyboardTracking(false);
    m_points->setAccessibleName(tr("Points"));
    m_points->setToolTip(tr("How many points the path has, 1 to 10 000"));
    m_candidates->setText(tr("Captions"));
    m_candidates->setAccessibleName(tr("Captions that may be met"));
    m_candidates->setToolTip(tr("Which captions may be met on the way"));
    m_candidates->setPopupMode(QToolButton::InstantPopup);
    auto* which = new QMenu(m_candidates);
    which->setToolTipsVisible(true);
    m_vocabulary = which->addAction(tr("Vocabulary"));
    m_vocabulary->setToolTip(tr("The program's own captions and yours in %1").arg(shown(library::userVocabularyDir())));
    m_libraryCaptions = which->addAction(tr("Captions of the library's clips"));
    for (QAction* action : {m_vocabulary, m_libraryCaptions}) {
        action->setCheckable(true);
        action->setChecked(true);
    }
    m_candidates->setMenu(which);
    m_browse->setIcon(icon("hierarchy"));
    m_browse->setText(tr("Vocabulary"));
    m_browse->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_browse->setCheckable(true);
    m_browse->setToolTip(tr("Browse the library from general to specific, without typing"));
    m_browse->setAccessibleName(tr("Browse the vocabulary"));
    m_export->setIcon(icon("export"));
    m_export->setText(tr("Export"));
    m_export->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_export->setToolTip(tr("Save the picture or the numbers"));
    m_export->setAccessibleName(tr("Export"));
    m_export->setPopupMode(QToolButton::InstantPopup);
    fillExportMenu();
    m_lasso->setIcon(icon("lasso"));
    m_lasso->setCheckable(true);
    m_lasso->setToolTip(tr("Draw around clips to list them in Explore (or hold Shift and drag)"));
    m_lasso->setAccessibleName(tr("Draw around clips"));
    m_showAll->setIcon(icon("fit"));
    m_showAll->setToolTip(tr("Show the whole map (double-click)"));
    m_showAll->setAccessibleName(tr("Show the whole map"));
    m_map->setToolTip(tr("Wheel zooms, drag pans, click plays"));
}

void TraversePage::fillExportMenu()
{
    auto* menu = new QMenu(m_export);
    const auto save = [this](const QString& title, const QString& name, const QString& filter,
                             const std::function<void(const QString&)>& write) {
        const QString file = QFileDialog::getSaveFileName(this, title, name, filter);
        if (!file.isEmpty())
            write(file);
    };
    const QString pictures = tr("Pictures (*.png *.svg *.pdf)");
    const auto picture = [&](const QString& text, QWidget* widget, const QString& name) {
        menu->addAction(text, this, [this, save, pictures, text, widget, name] {
            save(text, name, pictures, [this, widget](const QString& file) { exportWidget(widget, file); });
        });
    };
    picture(tr("Whole page as a picture…"), m_rows, QStringLiteral("traversal.png"));
    picture(tr("Map as a picture…"), m_map, QStringLiteral("map.png"));
    picture(tr("Charts as a picture…"), m_charts, QStringLiteral("along-the-path.png"));
    picture(tr("Ladder as a picture…"), m_ladders, QStringLiteral("ladder.png"));
    menu->addSeparator();
    const auto numbers = [&](const QString& text, const QString& name, const QString& filter) {
        menu->addAction(text, this, [this, save, text, name, filter] {
            save(text, name, filter, [this](const QString& file) { exportTo(file); });
        });
    };
    numbers(tr("Figure for a paper (SVG)…"), QStringLiteral("figure.svg"), tr("Pictures (*.svg)"));
    numbers(tr("Report page (HTML)…"), QStringLiteral("traversal.html"), tr("Pages (*.html)"));
    numbers(tr("Points as a table (CSV)…"), QStringLiteral("traversal.csv"), tr("Tables (*.csv)"));
    numbers(tr("Everything as JSON…"), QStringLiteral("traversal.json"), tr("JSON (*.json)"));
    m_export->setMenu(menu);
}

void TraversePage::arrange()
{
    auto* first = new QHBoxLayout;
    first->setSpacing(kSpaceControls);
    first->addWidget(m_subject, 3);
    first->addWidget(m_beside, 2);
    first->addWidget(m_export);

    auto* second = new QHBoxLayout;
    second->setSpacing(kSpaceControls);
    const std::pair<QString, QWidget*> controls[] = {
        {tr("Way"), m_way}, {tr("Root"), m_root}, {tr("Start"), m_start}, {tr("Points"), m_points}};
    for (const auto& [text, widget] : controls) {
        second->addWidget(labelled(text, widget));
        second->addWidget(widget);
        second->addSpacing(kSpaceInner);
    }
    second->addWidget(m_candidates);
    second->addStretch(1);
    second->addWidget(m_browse);

    m_summary->setProperty("dim", true);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setMinimumWidth(1);
    m_summary->setAccessibleName(tr("What was found"));
    m_meeting->setTextFormat(Qt::PlainText);
    m_meeting->setMinimumWidth(1);
    m_meeting->setAccessibleName(tr("Where the paths meet"));
    m_meeting->hide();

    m_listen->setIcon(icon("rescan"));
    m_listen->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_listen->setToolTip(tr("Only clips that this model has listened to are met on the way"));
    m_listen->hide();

    m_cancel->setIcon(icon("cancel"));
    m_cancel->setToolTip(tr("Cancel"));
    m_cancel->setAccessibleName(tr("Cancel"));
    m_progressBar->setTextVisible(false);
    auto* progress = new QHBoxLayout(m_progress);
    progress->setContentsMargins(0, 0, 0, 0);
    progress->setSpacing(kSpaceControls);
    progress->addWidget(m_progressText);
    progress->addWidget(m_progressBar, 1);
    progress->addWidget(m_cancel);
    m_progress->hide();

    auto* tools = new QVBoxLayout;
    tools->setContentsMargins(0, 0, 0, 0);
    tools->setSpacing(kSpaceInner);
    tools->addWidget(m_showAll);
    tools->addWidget(m_lasso);
    tools->addStretch(1);
    auto* mapSide = new QWidget;
    auto* mapLayout = new QHBoxLayout(mapSide);
    mapLayout->setContentsMargins(0, 0, kSpaceInner, 0);
    mapLayout->setSpacing(kSpaceInner);
    mapLayout->addWidget(m_map, 1);
    mapLayout->addLayout(tools);

    m_ladders->addWidget(m_ladder);
    m_ladders->addWidget(m_second);
    m_ladders->setChildrenCollapsible(false);
    m_ladders->setHandleWidth(kSpaceControls);
    m_second->hide();
    m_columns->addWidget(mapSide);
    m_columns->addWidget(m_ladders);
    m_columns->setStretchFactor(0, 5);
    m_columns->setStretchFactor(1, 6);
    m_columns->setChildrenCollapsible(false);
    m_columns->setHandleWidth(kSpaceControls);
    m_columns->setSizes({560, 690});
    m_rows->addWidget(m_columns);
    m_rows->addWidget(m_charts);
    m_rows->setStretchFactor(0, 1);
    m_rows->setStretchFactor(1, 0);
    m_rows->setChildrenCollapsible(false);
    m_rows->setHandleWidth(kSpaceControls);
    m_rows->setSizes({420, 150});
    m_stack->addWidget(m_rows);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_browser);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kPageMargin, kSpaceControls, kPageMargin, kSpaceControls);
    layout->setSpacing(kSpaceControls);
    layout->addLayout(first);
    layout->addLayout(second);
    layout->addWidget(m_progress);
    layout->addWidget(m_strip);
    auto* found = new QHBoxLayout;
    found->setSpacing(kSpaceControls);
    found->addWidget(m_summary, 1);
    found->addWidget(m_listen);
    layout->addLayout(found);
    layout->addWidget(m_meeting);
    layout->addWidget(m_stack, 1);
    setFocusProxy(m_subject);
    QWidget* order[] = {m_subject->field(),
                        m_subject->chooser(),
                        m_beside->field(),
                        m_beside->chooser(),
                        m_export,
                        m_way,
                        m_root,
                        m_start,
                        m_points,
                        m_candidates,
                        m_browse,
                        m_browser->tree(),
                        m_browser->clips(),
                        m_browser->exploreButton(),
                        m_browser->traverseButton(),
                        m_map,
                        m_showAll,
                        m_lasso,
                        m_ladder->view(),
                        m_ladder->journeyButton(),
                        m_second->view(),
                        m_second->journeyButton(),
                        m_charts->uncertainty(),
                        m_charts->inclusion(),
                        m_charts->match()};
    for (std::size_t i = 1; i < std::size(order); ++i)
        setTabOrder(order[i - 1], order[i]);
}

void TraversePage::connectAll()
{
    connect(&m_pause, &QTimer::timeout, this, &TraversePage::ask);
    for (SubjectField* field : {m_subject, m_beside})
        connect(field, &SubjectField::changed, this, &TraversePage::askSoon);
    for (QComboBox* box : {m_way, m_root, m_start})
        connect(box, &QComboBox::currentIndexChanged, this, [this] {
            showControls();
            askSoon();
        });
    connect(m_points, &QSpinBox::valueChanged, this, &TraversePage::askSoon);
    for (QAction* action : {m_vocabulary, m_libraryCaptions})
        connect(action, &QAction::toggled, this, &TraversePage::askSoon);

    connect(&m_runner, &TraversalRunner::changed, this, [this] {
        m_asked.reset();
        m_mapOf.reset();
        forgetHierarchy();
        showControls();
        askSoon();
    });
    connect(&m_runner, &TraversalRunner::answered, this, &TraversePage::take);
    connect(&m_runner, &TraversalRunner::mapped, this, &TraversePage::takeMap);
    connect(&m_runner, &TraversalRunner::mapFailed, this, &TraversePage::statusWanted);
    connect(&m_runner, &TraversalRunner::failed, this, [this](const QString& sentence) {
        m_problem = sentence;
        Q_EMIT statusWanted(sentence);
        showNothing();
    });
    connect(&m_runner, &TraversalRunner::progressed, this, [this](const Progress& progress) {
        m_progressText->setText(
            tr("Reading captions: %1 of %2").arg(countText(progress.done), countText(progress.total)));
        m_progressBar->setRange(0, static_cast<int>(progress.total));
        m_progressBar->setValue(static_cast<int>(progress.done));
        m_progress->show();
    });
    connect(&m_runner, &TraversalRunner::busyChanged, this, [this] {
        if (!m_runner.busy())
            m_progress->hide();
        showNothing();
    });
    connect(m_cancel, &QToolButton::clicked, this, [this] {
        m_runner.cancel();
        (m_browse->isChecked() ? m_hierarchyProblem : m_problem) =
            tr("The captions have not all been read. What was read is kept.");
        m_mapOf.reset();
        showNothing();
    });
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
        m_answer = {};
        m_library.reset();
        forgetHierarchy();
        m_asked.reset();
        m_mapOf.reset();
        m_names.clear();
        m_paths.clear();
        m_map->setLayers({});
        m_map->setPaths({});
        m_subject->clear();
        m_beside->clear();
        showPaths();
        showNothing();
    });
    for (const auto signal : {&LibrarySession::modelLoading, &LibrarySession::modelReady})
        connect(m_session, signal, this, [this] {
            showControls();
            showNothing();
        });
    connect(m_session, &LibrarySession::modelFailed, this, &TraversePage::showNothing);
    connect(m_session, &LibrarySession::certaintyScaleChanged, this, [this](const CertaintyScale& scale) {
        m_ladder->model()->setCertaintyScale(scale);
        m_second->model()->setCertaintyScale(scale);
    });
    connect(m_session, &LibrarySession::indexFinished, this, [this] {
        m_asked.reset();
        m_mapOf.reset();
        forgetHierarchy();
        askSoon();
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
    connect(m_browse, &QToolButton::toggled, this, [this] { m_pause.start(0); });
    connect(m_browser, &VocabularyBrowser::playWanted, this, &TraversePage::play);
    connect(m_browser, &VocabularyBrowser::clipsWanted, this, &TraversePage::clipsWanted);
    connect(m_browser, &VocabularyBrowser::traverseWanted, this, [this](const QString& caption) {
        m_browse->setChecked(false);
        m_subject->setCaption(caption);
    });

    m_map->setNamer([this](const MapHit& hit) { return nameOf(hit); });
    connect(m_map, &ScatterMap::clicked, this, &TraversePage::onMapClick);
    connect(m_map, &ScatterMap::hoveredPoint, this, &TraversePage::setCursorPoint);
    connect(m_map, &ScatterMap::lassoed, this, [this](const std::vector<int>& indices) {
        m_lasso->setChecked(false);
        if (!m_library || indices.empty()) {
            Q_EMIT statusWanted(tr("There is no clip inside the loop."));
            return;
        }
        std::vector<ClipId> clips;
        for (const int index : indices)
            clips.push_back(m_library->clips[static_cast<std::size_t>(index)]);
        Q_EMIT clipsWanted(grouped(tr("%n clip(s) of the map", nullptr, static_cast<int>(clips.size())),
                                   static_cast<std::int64_t>(clips.size())),
                           clips);
    });
    connect(m_map, &ScatterMap::menuWanted, this, [this](const QPoint& at, const MapHit& hit) {
        QMenu menu;
        if (m_library && hit.layer == kClips) {
            const ClipId clip = m_library->clips[static_cast<std::size_t>(hit.index)];
            menu.addAction(icon("play"), tr("Play"), this, [this, hit] { onMapClick(hit); });
            menu.addAction(icon("traverse"), tr("Traverse from this clip"), this,
                           [this, clip] { m_subject->setClip(clip, clipName(clip)); });
            menu.addAction(tr("Put it beside"), this, [this, clip] { m_beside->setClip(clip, clipName(clip)); });
        } else if (m_library && hit.layer == kCaptions) {
            const QString text = shown(m_library->captions[static_cast<std::size_t>(hit.index)]);
            menu.addAction(icon("traverse"), tr("Traverse from this caption"), this,
                           [this, text] { m_subject->setCaption(text); });
            menu.addAction(tr("Put it beside"), this, [this, text] { m_beside->setCaption(text); });
        }
        menu.addAction(icon("fit"), tr("Show the whole map"), m_map, &ScatterMap::fit);
        menu.addMenu(m_export->menu())->setText(tr("Export"));
        menu.exec(at);
    });
    connect(m_lasso, &QToolButton::toggled, m_map, &ScatterMap::setLassoing);
    connect(m_showAll, &QToolButton::clicked, m_map, &ScatterMap::fit);
    connect(m_charts, &PathCharts::pointHovered, this, &TraversePage::setCursorPoint);
    connect(m_charts, &PathCharts::pointClicked, this, [this](int point) {
        setCursorPoint(point);
        const auto& points = m_answer.first->points;
        if (const auto& clips = points[static_cast<std::size_t>(point)].clips; !clips.empty())
            play(clips.front().path, clips.front().start);
    });
    for (LadderPanel* panel : {m_ladder, m_second}) {
        connect(panel, &LadderPanel::playWanted, this, &TraversePage::play);
        connect(panel, &LadderPanel::traverseWanted, this, [this](ClipId clip, const QString& name) {
            if (clip)
                m_subject->setClip(clip, name);
            else
                m_subject->setCaption(name);
        });
    }
    connect(m_ladder, &LadderPanel::pointWanted, this, &TraversePage::setCursorPoint);
    connect(m_player, &Player::failed, this, [this](const QString& sentence) {
        if (isVisible())
            Q_EMIT statusWanted(sentence);
    });
    connect(m_empty->button(), &QPushButton::clicked, this, [this] {
        if (m_emptyAction)
            m_emptyAction();
    });
}

TraversalQuestion TraversePage::question() const
{
    TraversalQuestion question;
    library::TraversalRequest& request = question.first;
    request.subject = m_subject->subject();
    request.setting.shape = static_cast<library::PathShape>(m_way->currentData().toInt());
    const model::ModelInfo* info = m_session->modelInfo();
    if (info && !info->probabilistic && request.setting.shape == library::PathShape::Climb)
        request.setting.shape = library::PathShape::Linear;
    request.setting.root = static_cast<TraversalRoot>(m_root->currentData().toInt());
    request.setting.start = static_cast<library::TraversalStart>(m_start->currentData().toInt());
    request.setting.points = static_cast<std::size_t>(m_points->value());
    request.candidates.vocabulary = m_vocabulary->isChecked();
    request.candidates.library = m_libraryCaptions->isChecked();
    if (m_beside->isSet())
        question.second = m_beside->subject();
    return question;
}

void TraversePage::askSoon()
{
    if (isVisible())
        m_pause.start();
}

void TraversePage::ask()
{
    if (!m_runner.ready()) {
        showNothing();
        return;
    }
    if (m_browse->isChecked()) {
        if (!m_hierarchyAsked) {
            m_hierarchyAsked = true;
            m_hierarchyProblem.clear();
            m_runner.askHierarchy();
        }
        showNothing();
        return;
    }
    const TraversalQuestion asked = question();
    if (m_subject->isSet() && (!m_asked || !(*m_asked == asked))) {
        m_asked = asked;
        m_problem.clear();
        m_runner.ask(asked);
    } else if (!m_subject->isSet() && m_asked) {
        m_asked.reset();
        m_answer = {};
        m_problem.clear();
        showPaths();
    }
    if (m_subject->isSet() && (!m_mapOf || !(*m_mapOf == asked.first.candidates)) && !m_runner.asking()) {
        m_mapOf = asked.first.candidates;
        m_runner.askMap(asked.first.candidates);
    }
    showNothing();
}

void TraversePage::take(const TraversalAnswer& answer)
{
    m_answer = answer;
    m_problem.clear();
    showPaths();
    showNothing();
    m_pause.start(0); // the map, which stands on the same captions
}

void TraversePage::takeMap(std::shared_ptr<const library::LibraryMap> map)
{
    m_library = std::move(map);
    std::vector<MapLayer> layers(2);
    layers[kClips] = {tr("clips"), MapInk::Cyan, pointsOf(m_library->clipPositions), false, true};
    layers[kCaptions] = {tr("captions"), MapInk::Dim, pointsOf(m_library->captionPositions), true, false};
    m_map->setLayers(std::move(layers));
    m_map->setAxes(axisTitle(m_library->x, tr("component 1")), axisTitle(m_library->y, tr("component 2")));
    // Names for hints, so that the mouse never waits for the disk.
    m_details.start(
        [catalogue = m_session->catalogue(), clips = m_library->clips](std::stop_token stop, const ProgressFn&) {
            library::LibraryView view(catalogue, {});
            std::vector<std::pair<ClipId, Path>> paths;
            for (std::size_t from = 0; from < clips.size() && !stop.stop_requested(); from += 500)
                for (library::ClipDetails& each :
                     view.details(std::span(clips).subspan(from, std::min<std::size_t>(500, clips.size() - from))))
                    paths.emplace_back(each.id, std::move(each.path));
            return paths;
        },
        [this](const std::vector<std::pair<ClipId, Path>>& paths) {
            for (const auto& [clip, path] : paths) {
                m_names[clip.value] = shown(path.filename());
                m_paths[clip.value] = path;
            }
        },
        [this](const JobFailure& failure) { Q_EMIT statusWanted(failure.sentence); });
    showPaths();
}

void TraversePage::showPaths()
{
    std::vector<MapPath> paths;
    double low = 1e300, high = -1e300;
    for (const auto& traversal : {m_answer.first, m_answer.second})
        for (std::size_t i = 0; traversal && i < traversal->points.size(); ++i)
            if (const auto& u = traversal->points[i].uncertainty; u && *u > 0) {
                low = std::min(low, std::log(static_cast<double>(*u)));
                high = std::max(high, std::log(static_cast<double>(*u)));
            }
    for (const auto& traversal : {m_answer.first, m_answer.second}) {
        if (!traversal || !m_library)
            continue;
        const auto place = [&](const std::vector<float>& mean) {
            const library::MapPosition at = m_library->position(mean);
            return QPointF(static_cast<double>(at.x), static_cast<double>(at.y));
        };
        MapPath path;
        path.dashed = traversal == m_answer.second;
        path.subject = place(traversal->subjectMean);
        path.subjectName = shown(Path(traversal->subject).filename());
        path.root = place(traversal->rootMean);
        path.rootName = traversal->rootCaption.empty() ? tr("root: %1").arg(m_root->currentText().toLower())
                                                       : shown(traversal->rootCaption);
        for (std::size_t i = 0; i < traversal->points.size(); ++i) {
            const library::TraversalPoint& point = traversal->points[i];
            MapPath::Stop stop;
            stop.at = place(point.mean);
            if (point.uncertainty && *point.uncertainty > 0)
                stop.radius = high > low
                                  ? .05 + .95 * (std::log(static_cast<double>(*point.uncertainty)) - low) / (high - low)
                                  : .5;
            const bool isNew = !point.captions.empty() &&
                               (i == 0 || traversal->points[i - 1].captions.empty() ||
                                traversal->points[i - 1].captions.front().index != point.captions.front().index);
            if (isNew && shown(point.captions.front().text) != path.rootName)
                stop.label = shown(point.captions.front().text);
            path.stops.push_back(std::move(stop));
        }
        paths.push_back(std::move(path));
    }
    m_map->setPaths(std::move(paths));
    m_charts->setTraversals(m_answer.first.get(), m_answer.second.get());
    const auto titled = [this](const std::shared_ptr<const library::Traversal>& traversal) {
        if (!traversal)
            return QString();
        return tr("From %1").arg(shown(Path(traversal->subject).filename()));
    };
    m_ladder->setTraversal(titled(m_answer.first), m_answer.first);
    m_second->setTraversal(titled(m_answer.second), m_answer.second);
    m_second->setVisible(m_answer.second != nullptr);
    m_export->setEnabled(m_answer.first != nullptr);
    QString summary, meeting;
    if (m_answer.first) {
        const library::Traversal& t = *m_answer.first;
        summary = climbs(t) ? tr("%1 captions met on a climb from “%2” to “%3”, among %4 captions and %5 clips")
                                  .arg(t.ladder.size())
                                  .arg(shown(t.startCaption), shown(t.rootCaption),
                                       countText(static_cast<std::int64_t>(t.captionCandidates)),
                                       countText(static_cast<std::int64_t>(t.clipCandidates)))
                            : tr("%1 captions met on the way from “%2”, among %3 captions and %4 clips")
                                  .arg(t.ladder.size())
                                  .arg(shown(t.startCaption), countText(static_cast<std::int64_t>(t.captionCandidates)),
                                       countText(static_cast<std::int64_t>(t.clipCandidates)));
        for (const std::string& note : t.notes)
            summary += QStringLiteral("\n") + shown(note);
        if (m_answer.second) {
            const auto where = library::whereTheyMeet(t, *m_answer.second);
            meeting = where ? tr("The paths meet at “%1”.").arg(shown(t.ladder[where->first].text))
                            : tr("The paths do not meet: they have no caption in common.");
        }
    }
    m_summary->setText(summary);
    m_summary->setToolTip(summary);
    m_meeting->setText(meeting);
    setCursorPoint(m_answer.first ? 0 : -1);
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

void TraversePage::showControls()
{
    const model::ModelInfo* info = m_session->modelInfo();
    const bool climbing =
        m_way->currentData().toInt() == static_cast<int>(library::PathShape::Climb) && (!info || info->probabilistic);
    m_root->setEnabled(!climbing);
    m_root->setToolTip(climbing ? tr("A climb ends among the most general captions") : tr("Where the path ends"));
    m_start->setEnabled(!climbing);
    m_start->setToolTip(climbing ? tr("A climb begins at the caption nearest to the sound")
                                 : tr("Where the path begins"));
    m_way->setToolTip(info && !info->probabilistic
                          ? tr("This model knows no uncertainty to climb by: the straight line is taken instead")
                          : tr("How the path goes from specific to general"));
}

void TraversePage::showNothing()
{
    QString title, sentence, button;
    m_emptyAction = nullptr;
    m_summary->setVisible(!m_browse->isChecked()); // both are about the path
    m_meeting->setVisible(!m_browse->isChecked() && !m_meeting->text().isEmpty());
    if (m_browse->isChecked() && m_session->searchReady()) {
        if (!m_browser->isEmpty()) {
            m_stack->setCurrentWidget(m_browser);
            return;
        }
        title = m_hierarchyProblem.isEmpty() ? tr("Sorting the clips under the vocabulary") : tr("This did not work");
        sentence =
            m_hierarchyProblem.isEmpty() ? tr("Each caption is asked which clips it includes.") : m_hierarchyProblem;
    } else if (!m_problem.isEmpty()) {
        title = tr("This did not work");
        sentence = m_problem;
        button = tr("Try again");
        m_emptyAction = [this] {
            m_asked.reset();
            ask();
        };
    } else if (m_answer.first && m_subject->isSet()) {
        m_stack->setCurrentWidget(m_rows);
        return;
    } else if (!m_session->searchReady() && m_session->loadingModel()) {
        title = tr("Loading the model");
        sentence = tr("The path is found as soon as it is loaded.");
    } else if (!m_session->searchReady() && !m_session->modelInfo()) {
        title = tr("There is no model to traverse with");
        sentence = tr("A model turns sounds and captions into what can be compared.");
        button = tr("Choose a model…");
        m_emptyAction = [this] { Q_EMIT modelWanted(); };
    } else if (!m_subject->isSet()) {
        title = tr("From one sound to the general");
        sentence =
            tr("Choose a sound: press T on a clip in Explore, drop a file here, or type a caption above. You see "
               "which captions lead from it to ever more general ones, and the clips that lie along the way.");
        button = tr("Choose a sound…");
        m_emptyAction = [this] { m_subject->chooser()->click(); };
    } else {
        title = tr("Finding the path");
        sentence = tr("The first time with a model its captions are read; that is kept.");
    }
    m_empty->say(title, sentence, button);
    m_stack->setCurrentWidget(m_empty);
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

QString TraversePage::clipName(ClipId clip) const
{
    const auto found = m_names.find(clip.value);
    return found == m_names.end() ? tr("clip") : found->second;
}

QString TraversePage::nameOf(const MapHit& hit) const
{
    if (hit.path >= 0) {
        const auto& traversal = hit.path == 0 ? m_answer.first : m_answer.second;
        if (!traversal || hit.index >= static_cast<int>(traversal->points.size()))
            return {};
        const library::TraversalPoint& point = traversal->points[static_cast<std::size_t>(hit.index)];
        QString text = tr("Point %1").arg(hit.index);
        if (!point.captions.empty())
            text += QStringLiteral(": ") + shown(point.captions.front().text);
        if (!point.clips.empty())
            text += QStringLiteral("\n") + tr("nearest clip: %1").arg(shown(point.clips.front().path.filename()));
        return text;
    }
    if (!m_library)
        return {};
    const auto index = static_cast<std::size_t>(hit.index);
    return hit.layer == kClips ? clipName(m_library->clips[index]) : shown(m_library->captions[index]);
}

void TraversePage::onMapClick(const MapHit& hit)
{
    if (hit.path >= 0) {
        setCursorPoint(hit.index);
        const auto& traversal = hit.path == 0 ? m_answer.first : m_answer.second;
        const auto& clips = traversal->points[static_cast<std::size_t>(hit.index)].clips;
        if (!clips.empty())
            play(clips.front().path, clips.front().start);
        return;
    }
    m_map->setMarked(hit.layer, hit.index);
    if (hit.layer == kClips) {
        const ClipId clip = m_library->clips[static_cast<std::size_t>(hit.index)];
        if (const auto path = m_paths.find(clip.value); path != m_paths.end())
            play(path->second, 0);
    } else {
        Q_EMIT statusWanted(shown(m_library->captions[static_cast<std::size_t>(hit.index)]));
    }
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

bool TraversePage::exportTo(const QString& file)
{
    if (!m_answer.first)
        return false;
    const QString kind = QFileInfo(file).suffix().toLower();
    const library::Traversal& traversal = *m_answer.first;
    const std::string text = kind == QStringLiteral("csv")    ? library::traversalCsv(traversal)
                             : kind == QStringLiteral("svg")  ? library::traversalSvg(traversal, m_library.get())
                             : kind == QStringLiteral("html") ? library::traversalHtml(traversal, m_library.get())
                                                              : library::traversalJson(traversal) + '\n';
    const QString problem = saveText(QByteArray::fromStdString(text), file);
    Q_EMIT statusWanted(problem.isEmpty() ? tr("Saved: %1").arg(file) : problem);
    return problem.isEmpty();
}

bool TraversePage::exportWidget(QWidget* widget, const QString& file)
{
    const QString problem = savePicture(widget, file);
    Q_EMIT statusWanted(problem.isEmpty() ? tr("Saved: %1").arg(file) : problem);
    return problem.isEmpty();
}

QString TraversePage::summaryText() const
{
    return m_summary->text();
}

QString TraversePage::meetingText() const
{
    return m_meeting->text();
}

bool TraversePage::settled() const
{
    return !m_pause.isActive() && !m_runner.busy() && !m_session->busy() && !m_browser->busy();
}

void TraversePage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    m_pause.start(0);
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
    settings.setValue(settings::kTraverseColumns, m_columns->saveState());
    settings.setValue(settings::kTraverseRows, m_rows->saveState());
    settings.setValue(settings::kTraverseWay, m_way->currentData());
    settings.setValue(settings::kTraverseRoot, m_root->currentData());
    settings.setValue(settings::kTraverseStart, m_start->currentData());
    settings.setValue(settings::kTraversePoints, m_points->value());
    settings.setValue(settings::kTraverseVocabulary, m_vocabulary->isChecked());
    settings.setValue(settings::kTraverseLibrary, m_libraryCaptions->isChecked());
}

void TraversePage::restore(const QSettings& settings)
{
    m_columns->restoreState(settings.value(settings::kTraverseColumns).toByteArray());
    m_rows->restoreState(settings.value(settings::kTraverseRows).toByteArray());
    const auto choose = [&](QComboBox* box, const char* key) {
        const int at = box->findData(settings.value(key, box->itemData(0)).toInt());
        box->setCurrentIndex(std::max(0, at));
    };
    choose(m_way, settings::kTraverseWay);
    choose(m_root, settings::kTraverseRoot);
    choose(m_start, settings::kTraverseStart);
    m_points->setValue(settings.value(settings::kTraversePoints, 50).toInt());
    m_vocabulary->setChecked(settings.value(settings::kTraverseVocabulary, true).toBool());
    m_libraryCaptions->setChecked(settings.value(settings::kTraverseLibrary, true).toBool());
}

} // namespace prolap::ui
