#include "ui/explore/explore_page.h"

#include <QAction>
#include <QApplication>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/desktop/file_manager.h"
#include "ui/explore/audition.h"
#include "ui/explore/caption_field.h"
#include "ui/explore/empty_state.h"
#include "ui/explore/index_strip.h"
#include "ui/explore/map/explore_map.h"
#include "ui/explore/query/answer_summary.h"
#include "ui/explore/query/query_bar.h"
#include "ui/explore/query/query_sounds.h"
#include "ui/explore/result_table.h"
#include "ui/explore/roots_panel.h"
#include "ui/explore/selection_actions.h"
#include "ui/explore/tile_grid.h"
#include "ui/explore/view_switch.h"
#include "ui/lists/tile_loader.h"
#include "ui/organise/organise_actions.h"
#include "ui/organise/organise_session.h"
#include "ui/organise/organising.h"
#include "ui/organise/shelf_panel.h"
#include "ui/player/player.h"
#include "ui/player/player_actions.h"
#include "ui/player/player_bar.h"
#include "ui/player/region_files.h"
#include "ui/player/spectrogram_view.h"
#include "ui/player/waveform_view.h"
#include "ui/settings.h"
#include "ui/text.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

namespace prolap::ui {

namespace {

constexpr int kBrowsePauseMs = 1000;

} // namespace

ExplorePage::ExplorePage(LibrarySession* session, Player* player, QWidget* parent)
    : Page(parent),
      m_session(session),
      m_player(player),
      m_query(new QueryBar),
      m_caption(m_query->caption()),
      m_strip(new IndexStrip),
      m_summary(new QLabel),
      m_notice(new QToolButton),
      m_stack(new QStackedWidget),
      m_table(new ResultTable(&m_results)),
      m_grid(new TileGrid(m_table, &m_results)),
      m_map(new ExploreMap(session)),
      m_views(new ViewSwitch),
      m_empty(new EmptyState),
      m_roots(new RootsPanel),
      m_playerBar(new PlayerBar(player)),
      m_audition(new Audition(session, player, &m_results, m_table, m_map, m_playerBar, this)),
      m_columns(new QSplitter(Qt::Horizontal)),
      m_rows(new QSplitter(Qt::Vertical))
{
    setAcceptDrops(true);
    m_typing.setSingleShot(true);
    m_typing.setInterval(kTypingPauseMs);
    m_browsing.setSingleShot(true);
    m_browsing.setInterval(kBrowsePauseMs);
    makeActions();
    arrange();
    connectSession();
    connectPlaying();
    connectMap();
    showNothing();
}

void ExplorePage::makeActions()
{
    const auto make = [this](const QString& text, const char* symbol, const QKeySequence& key,
                             const QList<QWidget*>& where) {
        auto* action = symbol ? new QAction(icon(symbol), text, this) : new QAction(text, this);
        action->setShortcut(key);
        action->setShortcutContext(where.isEmpty() ? Qt::WindowShortcut : Qt::WidgetWithChildrenShortcut);
        for (QWidget* widget : where)
            widget->addAction(action);
        return action;
    };
    // Single letters and Space act where clips are, not while a caption is typed.
    const QList<QWidget*> sounds{m_table, m_grid, m_map->chart(), m_playerBar->waveform(), m_playerBar->spectrogram()};
    m_actions.find = make(tr("Find a sound"), "search", QKeySequence::Find, {});
    m_actions.play = make(tr("Play or pause"), "play", Qt::Key_Space, sounds);
    m_actions.open = make(tr("Open in the player"), nullptr, Qt::Key_Return, {m_table});
    m_actions.open->setShortcutContext(Qt::WidgetShortcut);
    m_map->chart()->addAction(m_actions.open);
    const QList<QWidget*> alongTime{m_table, m_playerBar->waveform(), m_playerBar->spectrogram()};
    m_actions.seekBack = make(tr("Seek back"), nullptr, Qt::Key_Left, alongTime);
    m_actions.seekForward = make(tr("Seek forward"), nullptr, Qt::Key_Right, alongTime);
    m_actions.loop = make(tr("Loop"), "loop", Qt::Key_L, sounds);
    m_actions.loop->setCheckable(true);
    m_actions.follow = make(tr("Play what is selected"), nullptr, QKeySequence(tr("Ctrl+P")), {});
    m_actions.follow->setCheckable(true);
    m_actions.follow->setChecked(true);
    m_actions.next = make(tr("Next clip"), nullptr, QKeySequence(tr("Alt+Down")), {});
    m_actions.previous = make(tr("Previous clip"), nullptr, QKeySequence(tr("Alt+Up")), {});
    m_actions.traverse = make(tr("Traverse"), "traverse", Qt::Key_T, sounds);
    m_actions.back =
        make(tr("Back out one step"), nullptr, Qt::Key_Escape, {m_table, m_grid, m_map, m_playerBar, m_roots});
    for (QWidget* widget : sounds)
        widget->addActions({m_views->tiles, m_views->map});
    connect(m_views, &ViewSwitch::changed, this, &ExplorePage::showList);

    connect(m_actions.find, &QAction::triggered, this, [this] {
        m_caption->setFocus(Qt::ShortcutFocusReason);
        m_caption->selectAll();
    });
    connect(m_actions.play, &QAction::triggered, m_audition, &Audition::toggle);
    connect(m_actions.open, &QAction::triggered, this, [this] {
        if (m_table->currentIndex().isValid())
            Q_EMIT m_table->opened(m_table->currentIndex().row());
    });
    connect(m_actions.seekBack, &QAction::triggered, this, [this] { m_playerBar->seekBy(-1); });
    connect(m_actions.seekForward, &QAction::triggered, this, [this] { m_playerBar->seekBy(1); });
    // From anywhere on the page, the sound following.
    connect(m_actions.next, &QAction::triggered, this, [this] { m_audition->step(1); });
    connect(m_actions.previous, &QAction::triggered, this, [this] { m_audition->step(-1); });
    connect(m_actions.loop, &QAction::toggled, m_playerBar, &PlayerBar::setLoop);
    connect(m_playerBar, &PlayerBar::loopToggled, m_actions.loop, &QAction::setChecked);
    connect(m_actions.traverse, &QAction::triggered, this, &ExplorePage::traverse);
    connect(m_actions.back, &QAction::triggered, this, &ExplorePage::back);

    m_selectionActions = new SelectionActions(m_table, &m_results, m_session, this);
    m_playerBar->waveform()->addAction(m_selectionActions->copyPath);
    m_playerBar->spectrogram()->addAction(m_selectionActions->copyPath);
    connect(m_selectionActions, &SelectionActions::statusWanted, this, &ExplorePage::statusWanted);
    m_organising = new Organising(m_table, &m_results, m_session, this);
    connect(m_organising, &Organising::statusWanted, this, &ExplorePage::statusWanted);
    connect(m_organising, &Organising::choiceChanged, this, &ExplorePage::ask);
    connect(m_organising, &Organising::searchWanted, m_query, &QueryBar::setWhole);
    connect(m_organising, &Organising::saveWanted, this,
            [this] { m_organising->shelf()->saveSearch(m_query->whole()); });
    connect(m_playerBar->regionFiles(), &RegionFiles::statusWanted, this, &ExplorePage::statusWanted);
    m_playerActions = new PlayerActions(m_playerBar, {m_table, m_grid, m_map->chart()}, this);
    for (QAction* action : m_selectionActions->all() + m_organising->actions()->listActions())
        if (action->shortcutContext() == Qt::WidgetWithChildrenShortcut)
            for (QWidget* view : {static_cast<QWidget*>(m_grid), static_cast<QWidget*>(m_map->chart())})
                view->addAction(action);
    m_querySounds = new QuerySounds(m_query, m_table, &m_results, m_playerBar, sounds, this);
    m_querySounds->setRegionSource([this]() -> Path { return m_results.pathAt(m_results.rowOf(m_audition->shown())); });
    connect(m_querySounds, &QuerySounds::statusWanted, this, &ExplorePage::statusWanted);
}

void ExplorePage::arrange()
{
    m_summary->setProperty("dim", true);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setMinimumWidth(1);
    m_notice->setIcon(icon("rescan"));
    m_notice->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_notice->setToolTip(tr("Clips can be described only after this model has listened to them"));
    m_notice->setAccessibleName(tr("Listen to the rest"));
    m_notice->hide();

    auto* line = new QHBoxLayout;
    line->setSpacing(kSpaceControls);
    line->addWidget(m_summary, 1);
    line->addWidget(m_notice);
    line->addWidget(m_views);

    m_stack->addWidget(m_table);
    m_stack->addWidget(m_grid);
    m_stack->addWidget(m_map);
    m_stack->addWidget(m_empty);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);

    auto* upper = new QWidget;
    auto* upperLayout = new QVBoxLayout(upper);
    upperLayout->setContentsMargins(0, 0, 0, kSpaceInner);
    upperLayout->setSpacing(kSpaceControls);
    upperLayout->addWidget(m_strip);
    upperLayout->addLayout(line);
    upperLayout->addWidget(m_stack, 1);

    auto* lower = new QWidget;
    auto* lowerLayout = new QVBoxLayout(lower);
    lowerLayout->setContentsMargins(0, kSpaceInner, 0, 0);
    lowerLayout->addWidget(m_playerBar);

    m_rows->addWidget(upper);
    m_rows->addWidget(lower);
    m_rows->setStretchFactor(0, 1);
    m_rows->setStretchFactor(1, 0);
    m_rows->setChildrenCollapsible(false);
    m_rows->setSizes({440, 132});

    auto* left = new QWidget;
    auto* leftLayout = new QVBoxLayout(left);
    leftLayout->setContentsMargins(0, 0, kSpaceInner, 0);
    auto* sides = new QSplitter(Qt::Vertical);
    sides->addWidget(m_roots);
    sides->addWidget(m_organising->shelf());
    sides->setChildrenCollapsible(false);
    sides->setHandleWidth(kSpaceControls);
    sides->setStretchFactor(0, 3);
    sides->setStretchFactor(1, 2);
    leftLayout->addWidget(sides);
    auto* right = new QWidget;
    auto* rightLayout = new QVBoxLayout(right);
    rightLayout->setContentsMargins(kSpaceInner, 0, 0, 0);
    rightLayout->setSpacing(kSpaceControls);
    rightLayout->addWidget(m_query);
    rightLayout->addWidget(m_rows, 1);

    m_columns->addWidget(left);
    m_columns->addWidget(right);
    m_columns->setStretchFactor(0, 0);
    m_columns->setStretchFactor(1, 1);
    m_columns->setChildrenCollapsible(false);
    m_columns->setSizes({208, 1100});
    m_columns->setHandleWidth(kSpaceControls);
    m_rows->setHandleWidth(kSpaceControls);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kPageMargin, kSpaceControls, kPageMargin, 0);
    layout->addWidget(m_columns);

    setTabOrder(m_query, m_notice);
    setTabOrder(m_notice, m_views);
    setTabOrder(m_views, m_table);
    setTabOrder(m_table, m_grid);
    setTabOrder(m_grid, m_map);
    setTabOrder(m_map, m_playerBar);
    setTabOrder(m_playerBar, m_roots);
    setTabOrder(m_roots, m_organising->shelf());
    setFocusProxy(m_caption);
}

void ExplorePage::connectSession()
{
    connect(m_session, &LibrarySession::loaderChanged, this, &ExplorePage::attachLoader);
    connect(m_session, &LibrarySession::opened, this, [this] {
        m_results.clear();
        m_answer.reset();
        m_problem.clear();
        m_grid->tiles()->clear();
        m_audition->clear();
        m_query->forgetSound();
        m_query->forgetClips();
        m_query->setCatalogue(m_session->catalogue());
        m_roots->setRoots({});
        ask();
    });
    connect(m_session, &LibrarySession::summaryChanged, this, [this] {
        m_roots->setRoots(m_session->summary().roots);
        std::vector<Path> offline;
        for (const library::RootSummary& root : m_session->summary().roots)
            if (root.state == library::RootState::Offline)
                offline.push_back(root.path);
        m_results.setOfflineFolders(std::move(offline));
        showSummary();
        showNothing();
    });
    connect(m_session, &LibrarySession::contentChanged, this, [this] {
        m_query->refreshVocabulary();
        m_results.refreshDetails();
        if (!m_browsing.isActive())
            m_browsing.start();
    });
    connect(m_session, &LibrarySession::certaintyScaleChanged, &m_results, &ResultModel::setCertaintyScale);
    connect(m_session, &LibrarySession::listed, this, &ExplorePage::take);
    connect(m_session, &LibrarySession::listFailed, this, [this](const QString& sentence) {
        m_problem = sentence;
        Q_EMIT statusWanted(sentence);
        showNothing();
    });
    for (const auto signal :
         {&LibrarySession::searchReadyChanged, &LibrarySession::modelLoading, &LibrarySession::modelReady})
        connect(m_session, signal, this, [this] {
            showSummary();
            showNothing();
        });
    connect(m_session, &LibrarySession::modelFailed, this, [this] {
        showSummary();
        showNothing();
    });

    connect(m_session, &LibrarySession::indexingChanged, this, [this](bool running) {
        m_strip->setRunning(running, !m_session->searchReady());
        showSummary();
        showNothing();
    });
    connect(m_session, &LibrarySession::indexProgressed, m_strip, [this](const library::IndexProgress& progress) {
        m_strip->show(progress);
        if (m_stack->currentWidget() == m_empty)
            showNothing();
    });
    connect(m_session, &LibrarySession::indexFinished, this,
            [this](const library::IndexReport& report) { Q_EMIT statusWanted(reportSentence(report)); });
    connect(m_strip, &IndexStrip::pauseToggled, this, [this](bool paused) {
        m_session->setIndexingPaused(paused);
        m_strip->setPaused(paused);
    });
    connect(m_strip, &IndexStrip::cancelled, m_session, &LibrarySession::cancelIndexing);

    connect(m_session, &LibrarySession::modelReady, this, [this] { m_query->setModel(m_session->modelInfo()); });
    connect(m_query, &QueryBar::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(m_query, &QueryBar::changed, this, &ExplorePage::ask);
    connect(&m_typing, &QTimer::timeout, this, &ExplorePage::ask);
    connect(&m_browsing, &QTimer::timeout, this, [this] {
        // A ranked list that is being read is left alone unless it is empty: new clips join at the next search.
        if (!request().ranks() || !m_answer || m_answer->rows->clips.empty())
            ask();
    });
    connect(m_table->horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, &ExplorePage::ask);
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);

    connect(m_roots, &RootsPanel::choiceChanged, this, &ExplorePage::ask);
    connect(m_roots, &RootsPanel::addWanted, this, &ExplorePage::addFoldersWanted);
    connect(m_roots, &RootsPanel::rescanWanted, this, [this](const Path& folder) { Q_EMIT rescanWanted({folder}); });
    connect(m_roots, &RootsPanel::rescanAllWanted, this, [this] { Q_EMIT rescanWanted({}); });
    connect(m_roots, &RootsPanel::removeWanted, this, &ExplorePage::removeRootWanted);
    connect(m_roots, &RootsPanel::revealWanted, this, &revealFile);
    connect(m_notice, &QToolButton::clicked, this, [this] { Q_EMIT rescanWanted({}); });
    connect(m_empty->button(), &QPushButton::clicked, this, [this] {
        if (m_emptyAction)
            m_emptyAction();
    });
}

void ExplorePage::connectPlaying()
{
    connect(m_caption, &CaptionField::leftDownwards, this, [this] {
        if (m_results.rowCount() == 0)
            return;
        if (m_typing.isActive()) { // Down is faster than the pause in typing
            m_typing.stop();
            ask();
        }
        front()->setFocus(Qt::TabFocusReason);
        if (!m_table->currentIndex().isValid())
            m_table->selectRow(0);
    });
    connect(m_caption, &CaptionField::escaped, this, &ExplorePage::back);
    connect(m_table, &ResultTable::leftUpwards, m_caption, qOverload<>(&QWidget::setFocus));
    const auto write = [this](const QString& text) {
        m_caption->setFocus(Qt::OtherFocusReason);
        m_caption->end(false);
        m_caption->insert(text);
    };
    connect(m_table, &ResultTable::typed, this, write);
    connect(m_grid, &TileGrid::typed, this, write);
    connect(m_grid, &TileGrid::leftUpwards, m_caption, qOverload<>(&QWidget::setFocus));
    connect(m_grid, &TileGrid::opened, m_table, &ResultTable::opened);
    connect(m_grid, &QWidget::customContextMenuRequested, this, &ExplorePage::showMenu);
    connect(m_table, &ResultTable::clipChosen, this, [this](int row) {
        m_map->setCurrent(m_results.clipAt(row));
        if (m_actions.follow->isChecked() && list()->hasFocus())
            m_audition->play(row);
        else
            m_audition->show(row);
    });
    connect(m_table, &ResultTable::playClicked, this, [this](int row, bool wasCurrent) {
        if (wasCurrent)
            m_audition->toggle();
        else if (!m_actions.follow->isChecked())
            m_audition->play(row);
    });
    connect(m_table, &ResultTable::opened, this, [this](int row) {
        m_audition->play(row);
        m_playerBar->waveform()->setFocus(Qt::OtherFocusReason);
    });
    connect(m_table, &QWidget::customContextMenuRequested, this, &ExplorePage::showMenu);
    connect(m_player, &Player::failed, this, &ExplorePage::statusWanted);
}

ListRequest ExplorePage::request() const
{
    ListRequest request;
    request.caption = m_caption->text();
    if (const auto& sound = m_query->sound()) {
        request.like = sound->clip;
        request.sound = sound->sound;
    }
    if (const auto& clips = m_query->clips())
        request.filter.only = clips->clips;
    request.asked = m_query->asked();
    request.captionWeight = m_query->captionWeight();
    request.relation = m_query->relation();
    request.generality = m_query->generality();
    request.filter.root = m_roots->chosen();
    m_organising->narrow(request.filter);
    request.sortColumn = m_table->horizontalHeader()->sortIndicatorSection();
    request.sortOrder = m_table->horizontalHeader()->sortIndicatorOrder();
    return request;
}

void ExplorePage::ask()
{
    if (m_session->catalogue().empty())
        return;
    m_typing.stop();
    m_session->list(request());
    showSummary();
}

void ExplorePage::attachLoader()
{
    ClipLoader* loader = m_session->loader();
    connect(&m_results, &ResultModel::detailsNeeded, loader, &ClipLoader::requestDetails);
    connect(loader, &ClipLoader::detailsLoaded, &m_results, &ResultModel::takeDetails);
    connect(loader, &ClipLoader::detailsDropped, &m_results, &ResultModel::detailsDropped);
    connect(loader, &ClipLoader::waveformLoaded, this,
            [this](ClipId clip, std::shared_ptr<const audio::Waveform> waveform) {
                if (clip == m_audition->shown())
                    m_playerBar->setWaveform(std::move(waveform));
            });
    m_results.forgetRequests();
}

void ExplorePage::take(const ListAnswer& answer)
{
    const bool otherQuestion = !m_answer || !m_answer->request.asksTheSameAs(answer.request);
    const ClipId current = m_table->currentClip();
    const std::vector<ClipId> selected = m_table->selectedClips();
    const int scroll = m_table->verticalScrollBar()->value();
    m_answer = answer;
    m_problem.clear();
    m_results.setRows(answer.rows);
    // The selection stays with its clip; a new question begins at the top.
    const int row = m_results.rowOf(current);
    const QSignalBlocker quiet(m_table); // nothing plays unasked
    if (!otherQuestion && row >= 0) {
        m_table->selectRow(row);
        if (selected.size() > 1)
            m_table->selectClips(selected);
    } else if (front()->hasFocus() && m_results.rowCount() > 0)
        m_table->selectRow(0);
    if (otherQuestion)
        m_table->scrollToTop();
    else
        m_table->verticalScrollBar()->setValue(scroll);
    m_map->setAnswer(answer);
    m_map->setCurrent(m_table->currentClip());
    showSummary();
    showNothing();
}

void ExplorePage::showSummary()
{
    const LibrarySummary& library = m_session->summary();
    const bool ranks = request().ranks();
    QString text;
    if (ranks && !m_session->searchReady())
        text = m_session->loadingModel() ? tr("Searching begins as soon as the model is loaded") : QString();
    else if (m_answer && m_answer->request.ranks()) {
        text = answerSummary(*m_answer);
    } else if (m_answer) {
        text = grouped(tr("%n clip(s)", nullptr, static_cast<int>(m_answer->rows->clips.size())),
                       static_cast<std::int64_t>(m_answer->rows->clips.size()));
    }
    const QFontMetrics metrics = m_summary->fontMetrics();
    m_summary->setText(metrics.elidedText(text, Qt::ElideMiddle, std::max(200, m_table->width() - 260)));
    m_summary->setToolTip(m_answer && m_answer->request.ranks() ? tr("Understood in %1 ms, found in %2 ms")
                                                                      .arg(m_answer->encodeMs, 0, 'f', 1)
                                                                      .arg(m_answer->searchMs, 0, 'f', 1)
                                                                : QString());

    const std::int64_t unheard = library.totals.clips - library.totals.embedded - library.totals.failed;
    const bool offer = m_session->searchReady() && unheard > 0 && !m_session->indexing();
    m_notice->setVisible(offer);
    if (offer) {
        m_notice->setText(
            grouped(tr("%n clip(s) not listened to yet: listen now", nullptr, static_cast<int>(unheard)), unheard));
        m_notice->setAccessibleName(m_notice->text());
    }
}

QString ExplorePage::summaryText() const
{
    return m_summary->text();
}

void ExplorePage::showNothing()
{
    if (m_results.rowCount() > 0 && m_problem.isEmpty()) {
        m_stack->setCurrentWidget(m_views->view() == ListView::Map ? static_cast<QWidget*>(m_map) : list());
        return;
    }
    const LibrarySummary& library = m_session->summary();
    QString title, sentence, button;
    m_emptyAction = nullptr;
    if (!m_problem.isEmpty()) {
        title = tr("This did not work");
        sentence = m_problem;
        button = tr("Open another library…");
        m_emptyAction = [this] { Q_EMIT libraryWanted(); };
    } else if (!m_session->summaryKnown()) {
        title = library.readOnlyReason.isEmpty() ? tr("Opening the library") : tr("This library cannot be opened");
        sentence = library.readOnlyReason;
        if (!sentence.isEmpty()) {
            button = tr("Open another library…");
            m_emptyAction = [this] { Q_EMIT libraryWanted(); };
        }
    } else if (m_session->indexing()) {
        title = tr("Getting to know your sounds");
        sentence = tr("Clips appear here as they are found. You can search while the rest is still being listened to.");
    } else if (library.roots.empty()) {
        title = tr("No sounds here yet");
        sentence = tr("Add a folder of sounds, or drop one on this window, and describe what you look for.");
        button = tr("Add folder…");
        m_emptyAction = [this] { Q_EMIT addFoldersWanted(); };
    } else if (request().ranks() && !m_session->searchReady() && !m_session->loadingModel()) {
        title = tr("There is no model to search with");
        sentence = tr("A model turns descriptions and sounds into what can be compared. Choose one to search.");
        button = tr("Choose a model…");
        m_emptyAction = [this] { Q_EMIT modelWanted(); };
    } else if (request().ranks() && !m_session->searchReady()) {
        title = tr("Loading the model");
        sentence = tr("The search begins as soon as it is loaded.");
    } else if (request().ranks() && library.totals.embedded == 0) {
        title = tr("Nothing has been listened to yet");
        sentence = tr("Sounds can be found by description once this model has listened to them.");
        button = tr("Listen now");
        m_emptyAction = [this] { Q_EMIT rescanWanted({}); };
    } else if (library.totals.clips == 0) {
        title = tr("No sound files were found");
        sentence = tr("The folders of this library hold no sound that can be read. Add another, or rescan them.");
        button = tr("Add folder…");
        m_emptyAction = [this] { Q_EMIT addFoldersWanted(); };
    } else if (m_session->listing()) {
        title = tr("Searching");
    } else if (m_query->narrows()) {
        title = tr("No clip passes the filters");
        sentence = tr("What is typed or chosen leaves nothing of the clips here. Take a filter away, or all of them.");
        button = tr("Clear all filters");
        m_emptyAction = [this] { m_query->clearFilters(); };
    } else if (m_organising->shelf()->chosen() && !request().ranks()) {
        title = tr("Nothing in this collection yet");
        sentence = tr("Drag clips from the list onto it, or put them in by their menu.");
        button = tr("Show all clips");
        m_emptyAction = [this] { m_organising->shelf()->forgetChoice(); };
    } else {
        title = tr("No clip here");
        sentence = tr("The folder that is chosen at the left holds no clip that fits. Look in all folders instead.");
        button = tr("Show all folders");
        m_emptyAction = [this] { m_roots->list()->setCurrentIndex(m_roots->list()->model()->index(0, 0)); };
    }
    m_empty->say(title, sentence, button);
    m_stack->setCurrentWidget(m_empty);
}

void ExplorePage::showClips(const QString& name, std::vector<ClipId> clips)
{
    m_caption->clear();
    m_query->forgetSound();
    m_query->narrowTo({name, std::make_shared<const std::vector<ClipId>>(std::move(clips))});
}

void ExplorePage::traverse()
{
    const int row = m_table->currentIndex().row();
    if (const ClipId clip = m_results.clipAt(row))
        Q_EMIT traverseWanted(clip, m_results.index(row, ResultModel::NameColumn).data().toString());
    else if (m_query->sound() && m_query->sound()->sound)
        Q_EMIT traverseFileWanted(m_query->sound()->sound->file); // a dropped file
    else
        Q_EMIT statusWanted(tr("Choose a clip to traverse from."));
}

void ExplorePage::setCaption(const QString& caption)
{
    m_caption->setText(caption);
}

void ExplorePage::connectMap()
{
    connect(m_map, &ExploreMap::chosen, this, [this](ClipId clip) { m_audition->playOnMap(clip, true); });
    connect(m_map, &ExploreMap::hoverWanted, this, [this](ClipId clip) { m_audition->playOnMap(clip, false); });
    connect(m_map, &ExploreMap::hoverLeft, m_player, &Player::stop);
    connect(m_map, &ExploreMap::menuWanted, this, [this](const QPoint& global, ClipId clip) {
        if (const int row = m_results.rowOf(clip); row >= 0) {
            m_table->selectRow(row);
            popUpMenu(global);
        }
    });
    connect(m_map, &ExploreMap::loopDrawn, this, [this](const QString& name, const std::vector<ClipId>& clips) {
        m_query->narrowTo({name, std::make_shared<const std::vector<ClipId>>(clips)});
    });
    connect(m_map, &ExploreMap::listenWanted, this, [this] { Q_EMIT rescanWanted({}); });
    connect(m_map, &ExploreMap::statusWanted, this, &ExplorePage::statusWanted);
    connect(m_organising->session(), &OrganiseSession::listsChanged, m_map, &ExploreMap::refreshFacts);
}

void ExplorePage::back()
{
    if (!m_caption->hasFocus()) {
        m_player->stop();
        if (m_playerBar->isAncestorOf(QApplication::focusWidget()))
            front()->setFocus(Qt::OtherFocusReason);
        else
            m_caption->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (m_query->sound())
        m_query->forgetSound();
    else if (m_caption->text().isEmpty())
        m_query->forgetClips();
    else
        m_caption->clear();
}

QAbstractItemView* ExplorePage::list() const
{
    return m_views->view() == ListView::Tiles ? static_cast<QAbstractItemView*>(m_grid) : m_table;
}

QWidget* ExplorePage::front() const
{
    return m_views->view() == ListView::Map ? static_cast<QWidget*>(m_map->chart()) : list();
}

void ExplorePage::showList()
{
    const bool focused = m_table->hasFocus() || m_grid->hasFocus() || m_map->chart()->hasFocus();
    if (m_stack->currentWidget() != m_empty)
        showNothing();
    if (front() == m_table)
        m_table->selectClips(m_table->selectedClips()); // whole rows again
    list()->scrollTo(m_table->currentIndex(), QAbstractItemView::PositionAtCenter);
    if (focused)
        front()->setFocus(Qt::OtherFocusReason);
}

void ExplorePage::showMenu(const QPoint& at)
{
    if (list()->indexAt(at).isValid())
        popUpMenu(list()->viewport()->mapToGlobal(at));
}

void ExplorePage::popUpMenu(const QPoint& global)
{
    QMenu menu;
    menu.addActions({m_actions.play, m_actions.open});
    menu.addSeparator();
    menu.addActions(m_querySounds->all());
    menu.addAction(m_actions.traverse);
    menu.addSeparator();
    m_organising->actions()->fillClipMenu(&menu);
    menu.addSeparator();
    menu.addActions(m_selectionActions->all());
    menu.exec(global);
}

void ExplorePage::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->source() == nullptr && event->mimeData()->hasUrls() && event->mimeData()->urls().front().isLocalFile())
        event->acceptProposedAction();
}

void ExplorePage::dropEvent(QDropEvent* event)
{
    // Whether a path is a folder is for a worker to find out: the file system may be slow.
    std::vector<Path> paths;
    for (const QUrl& url : event->mimeData()->urls())
        if (url.isLocalFile())
            paths.push_back(pathFrom(url.toLocalFile()));
    event->acceptProposedAction();
    m_dropJob.start(
        [paths = std::move(paths)](std::stop_token, const ProgressFn&) {
            std::pair<std::vector<Path>, std::vector<Path>> foldersAndFiles;
            for (const Path& path : paths) {
                std::error_code ignored;
                auto& list =
                    std::filesystem::is_directory(path, ignored) ? foldersAndFiles.first : foldersAndFiles.second;
                list.push_back(path);
            }
            return foldersAndFiles;
        },
        [this](const std::pair<std::vector<Path>, std::vector<Path>>& foldersAndFiles) {
            if (!foldersAndFiles.first.empty())
                Q_EMIT rescanWanted(foldersAndFiles.first);
            else if (!foldersAndFiles.second.empty())
                m_querySounds->search(foldersAndFiles.second.front());
        },
        [this](const JobFailure& failure) { Q_EMIT statusWanted(failure.sentence); });
}

void ExplorePage::setComfortable(bool comfortable)
{
    m_table->setComfortable(comfortable);
}

bool ExplorePage::settled() const
{
    return !m_typing.isActive() && !m_browsing.isActive() && !m_session->busy() && !m_results.waitingForDetails() &&
           m_organising->session()->idle() && m_query->settled() && m_map->settled() &&
           !(m_views->view() == ListView::Tiles && m_grid->tiles()->waiting());
}

void ExplorePage::save(QSettings& settings) const
{
    settings.setValue(settings::kColumnsSplit, m_columns->saveState());
    settings.setValue(settings::kRowsSplit, m_rows->saveState());
    settings.setValue(settings::kTableColumns, m_table->saveColumns());
    settings.setValue(settings::kFollow, m_actions.follow->isChecked());
    settings.setValue(settings::kGainDb, m_playerBar->gainDb());
    settings.setValue(settings::kLoop, m_actions.loop->isChecked());
    m_playerBar->save(settings);
    settings.setValue(settings::kView, m_views->viewName());
    m_map->save(settings);
}

void ExplorePage::restore(const QSettings& settings)
{
    m_columns->restoreState(settings.value(settings::kColumnsSplit).toByteArray());
    m_rows->restoreState(settings.value(settings::kRowsSplit).toByteArray());
    m_table->restoreColumns(settings.value(settings::kTableColumns).toByteArray());
    m_actions.follow->setChecked(settings.value(settings::kFollow, true).toBool());
    m_playerBar->setGainDb(settings.value(settings::kGainDb, 0).toInt());
    m_actions.loop->setChecked(settings.value(settings::kLoop, false).toBool());
    m_playerBar->restore(settings);
    m_map->restore(settings);
    m_views->setViewName(settings.value(settings::kView).toString());
}

} // namespace prolap::ui
