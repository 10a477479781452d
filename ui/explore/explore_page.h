#pragma once

#include <optional>

#include <QTimer>

#include "ui/lists/result_model.h"
#include "ui/session/library_session.h"
#include "ui/window/page.h"

class QAbstractItemView;
class QAction;
class QLabel;
class QSettings;
class QSplitter;
class QStackedWidget;
class QToolButton;

namespace prolap::ui {

class Audition;
class CaptionField;
class EmptyState;
class ExploreMap;
class IndexStrip;
class Organising;
class Player;
class PlayerActions;
class PlayerBar;
class QueryBar;
class QuerySounds;
class ResultTable;
class RootsPanel;
class SelectionActions;
class TileGrid;
class ViewSwitch;

/// Milliseconds between the last key and the search.
inline constexpr int kTypingPauseMs = 150;

/// The start page: describe a sound, hear what was found.
class ExplorePage : public Page {
    Q_OBJECT

public:
    ExplorePage(LibrarySession* session, Player* player, QWidget* parent = nullptr);

    QString name() const override { return QStringLiteral("explore"); }
    QString title() const override { return tr("Explore"); }
    const char* iconName() const override { return "explore"; }

    void setCaption(const QString& caption);
    /// The actions of this page, for the window's menus; each has its key.
    struct Actions {
        QAction *find, *play, *open, *seekBack, *seekForward, *loop, *follow, *traverse, *next, *previous, *back;
    };
    const Actions& actions() const { return m_actions; }
    SelectionActions* selectionActions() const { return m_selectionActions; }
    Organising* organising() const { return m_organising; }
    PlayerActions* playerActions() const { return m_playerActions; }

    void save(QSettings& settings) const override;
    void restore(const QSettings& settings) override;

    /// Whether everything that was asked for is on screen.
    bool settled() const override;

    CaptionField* caption() const { return m_caption; }
    QueryBar* query() const { return m_query; }
    QuerySounds* querySounds() const { return m_querySounds; }
    ResultTable* table() const { return m_table; }
    TileGrid* grid() const { return m_grid; }
    ExploreMap* map() const { return m_map; }
    ViewSwitch* views() const { return m_views; }
    ResultModel* results() { return &m_results; }
    RootsPanel* roots() const { return m_roots; }
    IndexStrip* indexStrip() const { return m_strip; }
    PlayerBar* playerBar() const { return m_playerBar; }
    EmptyState* emptyState() const { return m_empty; }
    QString summaryText() const;

    void setComfortable(bool comfortable);

    /// Lists these clips until they are clicked away; name says what they are.
    void showClips(const QString& name, std::vector<ClipId> clips);

Q_SIGNALS:
    void traverseWanted(prolap::ClipId clip, const QString& name);
    void traverseFileWanted(const prolap::Path& file);
    void addFoldersWanted();
    void rescanWanted(const std::vector<prolap::Path>& folders);
    void removeRootWanted(const prolap::library::RootSummary& root);
    void modelWanted();
    void libraryWanted();

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void makeActions();
    void arrange();
    void connectSession();
    void connectPlaying();
    void connectMap();

    ListRequest request() const;
    void ask();
    void take(const ListAnswer& answer);
    void showNothing();
    void showSummary();
    void traverse();
    void attachLoader();

    void back();
    void showMenu(const QPoint& at);
    void popUpMenu(const QPoint& global);
    QAbstractItemView* list() const; ///< the grid when it is in front, else the table
    QWidget* front() const;          ///< table, grid or map
    void showList();

    LibrarySession* const m_session;
    Player* const m_player;
    ResultModel m_results;
    Job m_dropJob;
    QTimer m_typing;   ///< the search waits for a pause in typing
    QTimer m_browsing; ///< a growing library is not listed more often than this

    QueryBar* m_query;
    QuerySounds* m_querySounds; ///< searches by clips, regions and files
    CaptionField* m_caption;    ///< the query bar's
    IndexStrip* m_strip;
    QLabel* m_summary;
    QToolButton* m_notice; ///< "17 clips not listened to yet: listen now"
    QStackedWidget* m_stack;
    ResultTable* m_table;
    TileGrid* m_grid;    ///< another look at the same list
    ExploreMap* m_map;   ///< likewise
    ViewSwitch* m_views; ///< which of them is in front
    EmptyState* m_empty;
    RootsPanel* m_roots;
    PlayerBar* m_playerBar;
    Audition* m_audition;
    QSplitter* m_columns;
    QSplitter* m_rows;
    SelectionActions* m_selectionActions;
    Organising* m_organising;
    PlayerActions* m_playerActions;
    Actions m_actions{};

    std::optional<ListAnswer> m_answer;
    QString m_problem; ///< why the last request had no answer
    std::function<void()> m_emptyAction;
};

} // namespace prolap::ui
