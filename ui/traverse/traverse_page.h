#pragma once

#include <memory>
#include <optional>

#include <QTimer>

#include "ui/session/library_session.h"
#include "ui/traverse/model_comparison.h"
#include "ui/traverse/path_pair.h"
#include "ui/traverse/traversal_runner.h"
#include "ui/traverse/traverse_empty.h"
#include "ui/window/page.h"

class QLabel;
class QSplitter;
class QStackedWidget;
class QToolButton;

namespace prolap::ui {

class ComparisonField;
class EmptyState;
class IndexStrip;
class LadderPanel;
class PathCharts;
class Player;
class RunStrip;
class SubjectField;
class TraverseControls;
class TraverseExport;
class TraverseMap;
class VocabularyBrowser;

/// From a sound to the general, seen: the library as a map with the path through it, uncertainty, inclusion and match
/// along the path, and the ladder of captions with clips to play. This arranges the parts, asks, and hands answers out.
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
    ComparisonField* comparison() const { return m_compare; }
    SubjectField* beside() const;
    TraverseControls* controls() const { return m_controls; }
    TraverseExport* exporting() const { return m_export; }
    TraverseMap* map() const { return m_map; }
    PathCharts* charts() const { return m_charts; }
    LadderPanel* ladder() const { return m_ladder; }
    LadderPanel* secondLadder() const { return m_second; }
    VocabularyBrowser* browser() const { return m_browser; }
    RunStrip* otherModelStrip() const { return m_otherProgress; }
    const ModelComparison& otherModel() const { return m_other; }
    QToolButton* listenButton() const { return m_listen; }
    EmptyState* emptyState() const { return m_empty; }
    QString summaryText() const;
    QString agreementText() const;
    const PathPair& paths() const { return m_paths; }

Q_SIGNALS:
    /// Clips to be listed by Explore, and what they are.
    void clipsWanted(const QString& name, const std::vector<prolap::ClipId>& clips);
    void modelWanted();

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void arrange();
    void orderTabs();
    void connectAsking();
    void connectSession();
    void connectParts();
    library::TraversalRequest request() const;
    void askSoon();
    void ask();
    void askOther();
    void askHierarchy();
    void askAnew();
    void showPaths();
    void showNothing();
    void endEmptiness();
    void showSecond(bool shown);
    void offerToListen();
    void forgetHierarchy();
    void setCursorPoint(int point);
    void play(const Path& file, double startSeconds);

    LibrarySession* const m_session;
    Player* const m_player;
    TraversalRunner m_runner;
    ModelComparison m_other;
    QTimer m_pause;
    SubjectField* m_subject;
    ComparisonField* m_compare;
    TraverseControls* m_controls;
    TraverseExport* m_export;
    IndexStrip* m_strip;
    QToolButton* m_listen; ///< "17 clips not listened to yet: listen now"
    QLabel* m_summary;
    QLabel* m_agreement;
    RunStrip* m_progress;
    RunStrip* m_otherProgress;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    VocabularyBrowser* m_browser;
    TraverseMap* m_map;
    PathCharts* m_charts;
    LadderPanel* m_ladder;
    LadderPanel* m_second;
    QSplitter* m_columns;
    QSplitter* m_rows;
    QSplitter* m_ladders;
    QByteArray m_columnsAlone; ///< widths while there is one ladder

    PathPair m_paths;
    std::optional<TraversalQuestion> m_asked; ///< what the paths shown, or those to come, answer
    std::optional<ModelComparison::Question> m_otherAsked;
    QString m_otherProblem;
    std::optional<library::CandidateChoice> m_mapOf;
    bool m_hierarchyAsked = false;
    QString m_hierarchyProblem;
    QString m_problem;
    TraverseEmpty::Action m_emptyAction = TraverseEmpty::Action::None;
};

} // namespace prolap::ui
