#pragma once

#include <memory>
#include <vector>

#include <QTimer>
#include <QWidget>

#include "ui/traverse/ladder_model.h"
#include "ui/traverse/path_pair.h"

class QLabel;
class QToolButton;

namespace prolap::ui {

class LadderView;
class Player;

/// A ladder with its title and the buttons of the journey: the nearest clip of each rung in turn, from specific to
/// general; a rung can be skipped.
class LadderPanel : public QWidget {
    Q_OBJECT

public:
    explicit LadderPanel(Player* player, QWidget* parent = nullptr);

    /// Shows one of two paths.
    void setPaths(const PathPair& paths, bool second);
    void setCursorPoint(int point);
    void stopJourney();
    bool onJourney() const { return m_rung >= 0; }

    LadderModel* model() { return &m_model; }
    LadderView* view() const { return m_view; }
    QToolButton* journeyButton() const { return m_journey; }
    QToolButton* skipButton() const { return m_skip; }
    QString title() const;

Q_SIGNALS:
    void playWanted(const prolap::Path& file, double startSeconds);
    /// The point of the path where a rung begins.
    void pointWanted(int point);
    void traverseWanted(prolap::ClipId clip, const QString& name);

private:
    void toggleJourney();
    void nextRung();

    Player* const m_player;
    std::shared_ptr<const library::Traversal> m_traversal;
    LadderModel m_model;
    QWidget* m_line; ///< as the path is drawn
    QLabel* m_title;
    QToolButton* m_journey;
    QToolButton* m_skip;
    LadderView* m_view;
    QTimer m_listen; ///< how long a rung is heard at most
    int m_failures = 0;
    int m_rung = -1; ///< that plays, counted from the most specific; -1: none
};

} // namespace prolap::ui
