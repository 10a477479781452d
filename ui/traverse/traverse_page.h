#pragma once

#include <memory>
#include <optional>

#include <QTimer>

#include "ui/session/library_session.h"
#include "ui/traverse/traversal_runner.h"
#include "ui/window/page.h"

class QComboBox;
class QFrame;
class QLabel;
class QProgressBar;
class QSpinBox;
class QSplitter;
class QStackedWidget;
class QToolButton;

namespace prolap::ui {

class EmptyState;
class IndexStrip;
class LadderPanel;
class PathCharts;
class Player;
class ScatterMap;
class SubjectField;
class VocabularyBrowser;
struct MapHit;

/// From a sound to the general, seen: the library as a map with the path through it, uncertainty, inclusion and match
/// along the path, and the ladder of captions with clips to play.
class TraversePage : public Page {
    Q_OBJECT

public:
    TraversePage(LibrarySession* session, Player* player, QWidget* parent = nullptr);
    ~TraversePage() override;

    QString name() const override { return QStringLiteral("traverse"); }
    QString title() const override { return tr("Traverse"); }
    const char* iconName() const override { return "traverse"; }
    bool settled() const override;
    void save(QSettings& settings) const override;
    void restore(const QSettings& settings) override;

    /// Sets out from a clip of the library, a file, or a caption.
    void traverseClip(ClipId clip, const QString& name);
    void traverseFile(const Path& file);
    void traverseCaption(const QString& caption);

    SubjectField* subject() const { return m_subject; }
    SubjectField* beside() const { return m_beside; }
    QComboBox* way() const { return m_way; }
    QComboBox* root() const { return m_root; }
    QComboBox* start() const { return m_start; }
    QSpinBox* points() const { return m_points; }
    QToolButton* candidates() const { return m_candidates; }
    QToolButton* exportButton() const { return m_export; }
    QToolButton* browseButton() const { return m_browse; }
    VocabularyBrowser* browser() const { return m_browser; }
    QToolButton* lassoButton() const { return m_lasso; }
    ScatterMap* map() const { return m_map; }
    PathCharts* charts() const { return m_charts; }
    LadderPanel* ladder() const { return m_ladder; }
    LadderPanel* secondLadder() const { return m_second; }
    QToolButton* listenButton() const { return m_listen; }
    EmptyState* emptyState() const { return m_empty; }
    QString summaryText() const;
    QString meetingText() const;
    const TraversalAnswer& answer() const { return m_answer; }

    /// What the export menu offers, by the ending of the file; for tests and scripts. False when it did not work; what
    /// went wrong is said in the status bar.
    bool exportTo(const QString& file);
    bool exportWidget(QWidget* widget, const QString& file);

Q_SIGNALS:
    /// Clips to be listed by Explore, and what they are.
    void clipsWanted(const QString& name, const std::vector<prolap::ClipId>& clips);
    void modelWanted();

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void makeControls();
    void arrange();
    void connectAll();
    void fillExportMenu();
    TraversalQuestion question() const;
    void askSoon();
    void ask();
    void take(const TraversalAnswer& answer);
    void takeMap(std::shared_ptr<const library::LibraryMap> map);
    void showPaths();
    void showNothing();
    void showControls();
    void offerToListen();
    void forgetHierarchy();
    void setCursorPoint(int point);
    void play(const Path& file, double startSeconds);
    QString nameOf(const MapHit& hit) const;
    void onMapClick(const MapHit& hit);
    QString clipName(ClipId clip) const;

    LibrarySession* const m_session;
    Player* const m_player;
    TraversalRunner m_runner;
    QTimer m_pause;
    SubjectField* m_subject;
    SubjectField* m_beside;
    QComboBox* m_way;
    QComboBox* m_root;
    QComboBox* m_start;
    QSpinBox* m_points;
    QToolButton* m_candidates;
    QAction* m_vocabulary;
    QAction* m_libraryCaptions;
    QToolButton* m_browse; ///< the vocabulary instead of the path
    QToolButton* m_export;
    QToolButton* m_lasso;
    QToolButton* m_showAll;
    IndexStrip* m_strip;
    QToolButton* m_listen; ///< "17 clips not listened to yet: listen now"
    QLabel* m_summary;
    QLabel* m_meeting;
    QFrame* m_progress;
    QLabel* m_progressText;
    QProgressBar* m_progressBar;
    QToolButton* m_cancel;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    VocabularyBrowser* m_browser;
    ScatterMap* m_map;
    PathCharts* m_charts;
    LadderPanel* m_ladder;
    LadderPanel* m_second;
    QSplitter* m_columns;
    QSplitter* m_rows;
    QSplitter* m_ladders;

    TraversalAnswer m_answer;
    std::optional<TraversalQuestion> m_asked; ///< what the answer shown, or the one to come, is to
    std::shared_ptr<const library::LibraryMap> m_library;
    std::optional<library::CandidateChoice> m_mapOf;
    bool m_hierarchyAsked = false;
    QString m_hierarchyProblem;
    QString m_problem;
    std::function<void()> m_emptyAction;
    Job m_details; ///< names of clips for hints
    mutable std::unordered_map<std::int64_t, QString> m_names;
    mutable std::unordered_map<std::int64_t, Path> m_paths;
};

} // namespace prolap::ui
