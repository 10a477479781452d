#pragma once

#include <vector>

#include <QMainWindow>
#include <QPointer>

#include "ui/player/player.h"
#include "ui/session/library_session.h"
#include "ui/theme/theme.h"

class QLabel;
class QStackedWidget;
class QToolButton;

namespace prolap::ui {

class ExplorePage;
class FailuresDialog;
class ModelsPage;
class LibraryMenu;
class FinetunePage;
class NoticeBar;
class Page;
class PageRail;
class TaggingPage;
class TraversePage;
class WelcomeDialog;

/// The window: menus, the pages with their rail, and the status bar.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    /// remember: whether settings are written when the window closes.
    MainWindow(ModelOpener opener, Theme* theme, bool remember, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// What the last start left: geometry, columns, scheme, gain.
    void restoreSettings();
    void openLibrary(const Path& catalogue);
    void loadModel(const ModelChoice& choice);
    void addFolders(const std::vector<Path>& folders);

    ExplorePage* explore() const { return m_explore; }
    TraversePage* traverse() const { return m_traverse; }
    FinetunePage* finetune() const { return m_finetune; }
    TaggingPage* tagging() const { return m_tagging; }
    Page* currentPage() const;
    /// False when there is no page of this name.
    bool showPage(const QString& name);
    QStringList pageNames() const;
    LibrarySession* session() { return &m_session; }
    Player* player() { return &m_player; }
    QString statusText() const;
    LibraryMenu* libraryMenu() const { return m_libraryMenu; }
    NoticeBar* notice() const { return m_notice; }
    FailuresDialog* showFailures();
    /// What the program does and which sounds to begin with.
    WelcomeDialog* showWelcome();

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    void addPage(Page* page);
    void setCurrentPage(int page);
    void makeMenus();
    void makeStatusBar();
    void connectSession();
    void connectTraversal();
    void saveSettings();
    void say(const QString& sentence);
    void warn(const QString& sentence);
    void showModel();
    void showTotals();
    void chooseFolders();
    void chooseLibrary(bool makeNew);
    void confirmRemoval(const library::RootSummary& root);

    Theme* const m_theme;
    const bool m_remember;
    LibrarySession m_session;
    Player m_player;
    PageRail* m_rail;
    QStackedWidget* m_pages;
    ExplorePage* m_explore;
    TraversePage* m_traverse;
    ModelsPage* m_models;
    FinetunePage* m_finetune;
    TaggingPage* m_tagging;
    NoticeBar* m_notice;
    QPointer<FailuresDialog> m_failures;
    QPointer<WelcomeDialog> m_welcome;
    LibraryMenu* m_libraryMenu = nullptr;
    QLabel* m_message;
    QToolButton* m_failed;
    QToolButton* m_model;
    QLabel* m_totals;
};

} // namespace prolap::ui
