#include "ui/window/main_window.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QFileDialog>
#include <QLabel>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QScreen>
#include <QSettings>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolButton>
#include <QVBoxLayout>

#include "core/library/demo_sounds.h"
#include "core/model/starter.h"
#include "ui/explore/explore_page.h"
#include "ui/explore/query/query_bar.h"
#include "ui/explore/query/query_sounds.h"
#include "ui/explore/result_table.h"
#include "ui/explore/selection_actions.h"
#include "ui/explore/view_switch.h"
#include "ui/finetune/finetune_page.h"
#include "ui/models_page/model_facts.h"
#include "ui/models_page/models_page.h"
#include "ui/organise/library_menu.h"
#include "ui/organise/organise_actions.h"
#include "ui/organise/organising.h"
#include "ui/player/player_actions.h"
#include "ui/settings.h"
#include "ui/tagging/tagging_page.h"
#include "ui/text.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/traverse/traverse_page.h"
#include "ui/window/about_dialog.h"
#include "ui/window/failures_dialog.h"
#include "ui/window/keys_dialog.h"
#include "ui/window/notice_bar.h"
#include "ui/window/page_rail.h"
#include "ui/window/welcome_dialog.h"

namespace prolap::ui {

namespace {

constexpr QSize kStartSize(1366, 768);
constexpr int kFrameHeight = 40; ///< of a desktop's title bar, about

QKeySequence pageKey(int number)
{
    return QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + number));
}

} // namespace

MainWindow::MainWindow(ModelOpener opener, Theme* theme, bool remember, QWidget* parent)
    : QMainWindow(parent),
      m_theme(theme),
      m_remember(remember),
      m_session(std::move(opener)),
      m_rail(new PageRail),
      m_pages(new QStackedWidget),
      m_explore(new ExplorePage(&m_session, &m_player)),
      m_traverse(new TraversePage(&m_session, &m_player)),
      m_models(new ModelsPage(&m_session)),
      m_finetune(new FinetunePage(&m_session, &m_player)),
      m_tagging(new TaggingPage(m_explore->organising()->session(), &m_player)),
      m_notice(new NoticeBar),
      m_message(new QLabel),
      m_failed(new QToolButton),
      m_model(new QToolButton),
      m_totals(new QLabel)
{
    setWindowTitle(tr("ProLAP Explorer"));
    setWindowIcon(QIcon(QStringLiteral(":/icons/prolap-explorer.svg")));
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_notice);
    layout->addWidget(m_pages, 1);
    auto* central = new QWidget;
    auto* beside = new QHBoxLayout(central);
    beside->setContentsMargins(0, 0, 0, 0);
    beside->setSpacing(0);
    beside->addWidget(m_rail);
    beside->addWidget(page, 1);
    setCentralWidget(central);
    addPage(m_explore);
    addPage(m_traverse);
    addPage(m_finetune);
    addPage(m_models);
    addPage(m_tagging);
    // The frame that a desktop draws around it must fit on a small screen too.
    const QSize room = screen() ? screen()->availableSize() - QSize(0, kFrameHeight) : kStartSize;
    resize(kStartSize.boundedTo(room));
    makeMenus();
    makeStatusBar();
    connectSession();
    connectTraversal();
    setCurrentPage(0);
}

MainWindow::~MainWindow() = default;

void MainWindow::addPage(Page* page)
{
    const int number = m_pages->addWidget(page);
    m_rail->add(page->iconName(), page->title(), pageKey(number).toString(QKeySequence::NativeText));
    connect(page, &Page::statusWanted, this, &MainWindow::say);
}

Page* MainWindow::currentPage() const
{
    return static_cast<Page*>(m_pages->currentWidget());
}

void MainWindow::setCurrentPage(int page)
{
    m_pages->setCurrentIndex(page);
    m_rail->setCurrent(page);
    m_pages->currentWidget()->setFocus(Qt::OtherFocusReason);
}

QStringList MainWindow::pageNames() const
{
    QStringList names;
    for (int i = 0; i < m_pages->count(); ++i)
        names << static_cast<Page*>(m_pages->widget(i))->name();
    return names;
}

bool MainWindow::showPage(const QString& name)
{
    for (int i = 0; i < m_pages->count(); ++i)
        if (static_cast<Page*>(m_pages->widget(i))->name() == name) {
            setCurrentPage(i);
            return true;
        }
    return false;
}

void MainWindow::makeMenus()
{
    const ExplorePage::Actions& page = m_explore->actions();

    QMenu* file = menuBar()->addMenu(tr("&File"));
    file->addAction(icon("folder-add"), tr("&Add folder…"), QKeySequence::Open, this, &MainWindow::chooseFolders);
    file->addAction(icon("rescan"), tr("&Rescan all folders"), QKeySequence::Refresh, this,
                    [this] { m_session.index({}); });
    file->addAction(icon("warning"), tr("&Files that could not be read…"), QKeySequence(tr("Ctrl+Shift+E")), this,
                    [this] { showFailures(); });
    file->addSeparator();
    file->addAction(icon("library"), tr("Open &library…"), QKeySequence(tr("Ctrl+Shift+O")), this,
                    [this] { chooseLibrary(false); });
    file->addAction(tr("&New library…"), QKeySequence::New, this, [this] { chooseLibrary(true); });
    file->addSeparator();
    file->addAction(tr("&Quit"), QKeySequence(tr("Ctrl+Q")), this, &QWidget::close);

    m_explore->organising()->actions()->fillMenu(menuBar()->addMenu(tr("&Edit")));
    m_libraryMenu = new LibraryMenu(m_explore->organising(), &m_player, this);
    m_libraryMenu->fill(menuBar()->addMenu(tr("&Library")));
    connect(m_libraryMenu, &LibraryMenu::statusWanted, this, &MainWindow::say);
    connect(m_libraryMenu, &LibraryMenu::rescanWanted, this, [this] { m_session.index({}); });

    QMenu* sound = menuBar()->addMenu(tr("&Sound"));
    const QueryBar::Actions& query = m_explore->query()->actions();
    sound->addActions({page.find, query.filters, query.recent});
    sound->addSeparator();
    sound->addActions(m_explore->querySounds()->all());
    sound->addActions({query.record, page.traverse});
    sound->addSeparator();
    sound->addActions(
        {page.play, page.next, page.previous, page.follow, page.open, page.seekBack, page.seekForward, page.loop});
    sound->addSeparator();
    sound->addActions(m_explore->selectionActions()->all());
    sound->addSeparator();
    sound->addAction(page.back);

    menuBar()->addMenu(tr("&Player"))->addActions(m_explore->playerActions()->all());

    QMenu* view = menuBar()->addMenu(tr("&View"));
    for (int i = 0; i < m_pages->count(); ++i) {
        const auto* shown = static_cast<Page*>(m_pages->widget(i));
        view->addAction(icon(shown->iconName()), shown->title(), pageKey(i), this, [this, i] { setCurrentPage(i); });
    }
    connect(m_rail, &PageRail::chosen, this, &MainWindow::setCurrentPage);
    view->addSeparator();
    auto* schemes = new QActionGroup(this);
    const std::pair<SchemeChoice, QString> choices[] = {{SchemeChoice::Desktop, tr("As the &desktop")},
                                                        {SchemeChoice::Light, tr("&Light")},
                                                        {SchemeChoice::Dark, tr("Dar&k")}};
    for (const auto& [choice, text] : choices) {
        QAction* action = view->addAction(text);
        action->setCheckable(true);
        action->setActionGroup(schemes);
        action->setData(schemeChoiceName(choice));
        connect(action, &QAction::triggered, this, [this, chosen = choice] { m_theme->setChoice(chosen); });
    }
    connect(view, &QMenu::aboutToShow, this, [this, schemes] {
        for (QAction* action : schemes->actions())
            action->setChecked(action->data().toString() == schemeChoiceName(m_theme->choice()));
    });
    view->addSeparator();
    view->addActions(m_explore->views()->all());
    QAction* comfortable = view->addAction(tr("&Comfortable rows"));
    comfortable->setObjectName(QStringLiteral("comfortable"));
    comfortable->setCheckable(true);
    comfortable->setShortcut(QKeySequence(tr("Ctrl+Shift+R")));
    connect(comfortable, &QAction::toggled, m_explore, &ExplorePage::setComfortable);

    QMenu* settings = menuBar()->addMenu(tr("Se&ttings"));
    settings->addAction(icon("model"), tr("&Model…"), QKeySequence(tr("Ctrl+M")), this,
                        [this] { showPage(m_models->name()); });

    QMenu* help = menuBar()->addMenu(tr("&Help"));
    help->addAction(tr("&Keys"), QKeySequence::HelpContents, this, [this] { KeysDialog(menuBar(), this).exec(); });
    help->addAction(tr("&Welcome…"), this, [this] { showWelcome(); });
    help->addAction(m_explore->query()->actions().legend);
    help->addAction(tr("&About"), this, [this] { AboutDialog(this).exec(); });
}

void MainWindow::makeStatusBar()
{
    m_message->setTextFormat(Qt::PlainText);
    m_message->setMinimumWidth(1);
    m_message->setAccessibleName(tr("What happened last"));
    m_totals->setTextFormat(Qt::PlainText);
    m_totals->setAccessibleName(tr("Size of the library"));
    m_failed->setIcon(icon("warning"));
    m_failed->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_failed->setToolTip(tr("Which files could not be read, and why"));
    m_failed->hide();
    m_model->setIcon(icon("model"));
    m_model->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    statusBar()->setSizeGripEnabled(false);
    statusBar()->setContentsMargins(kSpaceControls, 0, kSpaceControls, 0);
    statusBar()->addWidget(m_message, 1);
    statusBar()->addPermanentWidget(m_failed);
    statusBar()->addPermanentWidget(m_totals);
    statusBar()->addPermanentWidget(m_model);
    connect(m_failed, &QToolButton::clicked, this, &MainWindow::showFailures);
    connect(m_model, &QToolButton::clicked, this, [this] { showPage(m_models->name()); });
    showModel();
}

void MainWindow::connectSession()
{
    connect(m_finetune, &FinetunePage::warned, this, &MainWindow::warn);
    connect(m_tagging, &TaggingPage::warned, this, &MainWindow::warn);
    connect(m_tagging, &TaggingPage::finetuneWanted, this, [this] { showPage(m_finetune->name()); });
    m_tagging->setSelection([this] { return m_explore->table()->selectedClips(); });
    m_finetune->setSelection([this] { return m_explore->table()->selectedClips(); });
    connect(m_explore, &ExplorePage::addFoldersWanted, this, &MainWindow::chooseFolders);
    connect(m_explore, &ExplorePage::rescanWanted, &m_session, &LibrarySession::index);
    connect(m_explore, &ExplorePage::removeRootWanted, this, &MainWindow::confirmRemoval);
    connect(m_explore, &ExplorePage::modelWanted, this, [this] { showPage(m_models->name()); });
    connect(m_models, &ModelsPage::failed, this, &MainWindow::warn);
    connect(m_explore, &ExplorePage::libraryWanted, this, [this] { chooseLibrary(false); });
    connect(&m_session, &LibrarySession::failed, this, &MainWindow::warn);
    connect(&m_session, &LibrarySession::modelLoading, this, &MainWindow::showModel);
    connect(&m_session, &LibrarySession::modelReady, this, [this] {
        showModel();
        m_notice->show({}); // whatever it said, there is a model now
        if (m_session.modelChoice().path.empty() && model::starterIsSmall())
            say(tr("The starter model is not on this machine; the small one serves, which knows less."));
    });
    connect(&m_session, &LibrarySession::modelFailed, this, [this](const QString& sentence) {
        showModel();
        warn(sentence);
    });
    connect(&m_session, &LibrarySession::opened, this, [this] {
        setWindowTitle(tr("%1 – ProLAP Explorer").arg(shown(m_session.catalogue().stem())));
        m_totals->clear();
        m_failed->hide();
    });
    connect(&m_session, &LibrarySession::summaryChanged, this, &MainWindow::showTotals);
}

void MainWindow::connectTraversal()
{
    connect(m_explore, &ExplorePage::traverseWanted, this, [this](ClipId clip, const QString& name) {
        m_traverse->traverseClip(clip, name);
        showPage(m_traverse->name());
    });
    connect(m_explore, &ExplorePage::traverseFileWanted, this, [this](const Path& file) {
        m_traverse->traverseFile(file);
        showPage(m_traverse->name());
    });
    connect(m_traverse, &TraversePage::modelWanted, this, [this] { showPage(m_models->name()); });
    connect(m_traverse, &TraversePage::clipsWanted, this,
            [this](const QString& name, const std::vector<ClipId>& clips) {
                m_explore->showClips(name, clips);
                showPage(m_explore->name());
            });
}

void MainWindow::say(const QString& sentence)
{
    m_message->setText(sentence);
    m_message->setToolTip(sentence);
}

void MainWindow::warn(const QString& sentence)
{
    say(sentence);
    m_notice->show(sentence);
}

QString MainWindow::statusText() const
{
    return m_message->text();
}

void MainWindow::showModel()
{
    QString text, tooltip;
    if (m_session.loadingModel()) {
        text = tr("Loading the model…");
        tooltip = tr("Searching and listening begin as soon as it is loaded");
    } else if (const model::ModelInfo* info = m_session.modelInfo()) {
        text = tr("%1 · %2 · %3").arg(shown(info->name), shown(info->device), shown(info->precision));
        tooltip = modelFacts(*info);
    } else {
        text = tr("No model");
        tooltip = tr("Choose a model to search with");
    }
    m_model->setText(text);
    m_model->setToolTip(tooltip);
    m_model->setAccessibleName(tr("Model: %1").arg(text));
}

void MainWindow::showTotals()
{
    const LibrarySummary& library = m_session.summary();
    m_totals->setText(grouped(tr("%n clip(s)", nullptr, static_cast<int>(library.totals.clips)), library.totals.clips) +
                      QStringLiteral(" · ") + hoursText(library.totals.hours * 3600));
    m_failed->setVisible(!library.failures.empty());
    m_failed->setText(tr("%n unreadable", nullptr, static_cast<int>(library.failures.size())));
    m_failed->setAccessibleName(tr("%n file(s) could not be read", nullptr, static_cast<int>(library.failures.size())));
    if (m_failures)
        m_failures->setFailures(library.failures);
    if (!library.readOnlyReason.isEmpty())
        say(library.readOnlyReason);
}

void MainWindow::chooseFolders()
{
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Add a folder of sounds"));
    if (!folder.isEmpty())
        addFolders({pathFrom(folder)});
}

void MainWindow::chooseLibrary(bool makeNew)
{
    const QString filter = tr("Libraries (*.db)");
    const QString start = localPath(m_session.catalogue().parent_path());
    QString file = makeNew ? QFileDialog::getSaveFileName(this, tr("New library"), start, filter, nullptr,
                                                          QFileDialog::DontConfirmOverwrite)
                           : QFileDialog::getOpenFileName(this, tr("Open library"), start, filter);
    if (file.isEmpty())
        return;
    if (makeNew && !file.endsWith(QLatin1String(".db")))
        file += QLatin1String(".db");
    openLibrary(pathFrom(file));
}

void MainWindow::confirmRemoval(const library::RootSummary& root)
{
    QMessageBox box(QMessageBox::Question, tr("Remove a folder"),
                    tr("Remove %1 and its %n clip(s) from the library?", nullptr, static_cast<int>(root.clips))
                        .arg(shown(root.path)),
                    QMessageBox::Cancel, this);
    box.setInformativeText(tr("The files stay on the disk. What was heard of them is forgotten."));
    QPushButton* remove = box.addButton(tr("Remove"), QMessageBox::AcceptRole);
    box.exec();
    if (box.clickedButton() == remove)
        m_session.removeRoot(root.id);
}

FailuresDialog* MainWindow::showFailures()
{
    if (!m_failures) {
        m_failures = new FailuresDialog(this);
        m_failures->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_failures, &FailuresDialog::retryWanted, this, [this] { m_session.index({}); });
    }
    m_failures->setFailures(m_session.summary().failures);
    m_failures->show();
    m_failures->raise();
    return m_failures;
}

WelcomeDialog* MainWindow::showWelcome()
{
    if (!m_welcome) {
        m_welcome = new WelcomeDialog(library::demoFolders(), this);
        m_welcome->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_welcome, &QDialog::accepted, this, [this] { addFolders(m_welcome->folders()); });
    }
    m_welcome->open();
    return m_welcome;
}

void MainWindow::openLibrary(const Path& catalogue)
{
    m_session.open(catalogue);
}

void MainWindow::loadModel(const ModelChoice& choice)
{
    m_session.loadModel(choice);
}

void MainWindow::addFolders(const std::vector<Path>& folders)
{
    m_session.index(folders);
}

void MainWindow::restoreSettings()
{
    const QSettings settings;
    restoreGeometry(settings.value(settings::kGeometry).toByteArray());
    m_theme->setChoice(schemeChoiceFrom(settings.value(settings::kScheme).toString()));
    findChild<QAction*>(QStringLiteral("comfortable"))
        ->setChecked(settings.value(settings::kComfortable, false).toBool());
    for (int i = 0; i < m_pages->count(); ++i)
        static_cast<Page*>(m_pages->widget(i))->restore(settings);
    if (m_remember) // a window that is only looked at changes no library by itself
        m_libraryMenu->watch->setChecked(settings.value(settings::kWatchFolders, true).toBool());
    showPage(settings.value(settings::kPage).toString());
}

void MainWindow::saveSettings()
{
    QSettings settings;
    settings.setValue(settings::kGeometry, saveGeometry());
    settings.setValue(settings::kScheme, schemeChoiceName(m_theme->choice()));
    settings.setValue(settings::kComfortable, findChild<QAction*>(QStringLiteral("comfortable"))->isChecked());
    settings.setValue(settings::kLibrary, QByteArray::fromStdString(m_session.catalogue().native()));
    const ModelChoice& model = m_session.askedModel();
    settings.setValue(settings::kModelPath, QByteArray::fromStdString(model.path.native()));
    settings.setValue(settings::kModelDevice, shown(model.options.device));
    settings.setValue(settings::kModelPrecision, shown(model.options.precision));
    settings.setValue(settings::kPage, currentPage()->name());
    settings.setValue(settings::kWatchFolders, m_libraryMenu->watch->isChecked());
    for (int i = 0; i < m_pages->count(); ++i)
        static_cast<Page*>(m_pages->widget(i))->save(settings);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (m_remember)
        saveSettings();
    m_session.cancelIndexing();
    m_player.stop();
    event->accept();
}

} // namespace prolap::ui
