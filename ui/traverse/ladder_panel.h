#pragma once

#include <memory>
#include <vector>

#include <QTimer>
#include <QWidget>

#include "ui/traverse/ladder_model.h"

class QLabel;
class QToolButton;

namespace prolap::ui {

class LadderView;
class Player;

/// A ladder with its title and the button that plays the journey: the nearest clip of each rung in turn, from
/// specific to general.
class LadderPanel : public QWidget {
    Q_OBJECT

public:
    explicit LadderPanel(Player* player, QWidget* parent = nullptr);

    void setTraversal(const QString& title, std::shared_ptr<const library::Traversal> traversal);
    void setCursorPoint(int point);
    void stopJourney();
    bool onJourney() const { return m_rung >= 0; }

    LadderModel* model() { return &m_model; }
    LadderView* view() const { return m_view; }
    QToolButton* journeyButton() const { return m_journey; }

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
    QLabel* m_title;
    QToolButton* m_journey;
    LadderView* m_view;
    QTimer m_listen; ///< how long a rung is heard at most
    int m_rung = -1; ///< that plays, counted from the most specific; -1: none
};

} // namespace prolap::ui
