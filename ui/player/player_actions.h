#pragma once

#include <QList>
#include <QObject>

class QAction;
class QWidget;

namespace prolap::ui {

class PlayerBar;

/// What can be done with the clip in the player by key, for the window's menus. The keys act where clips are, not
/// while a caption is typed.
class PlayerActions : public QObject {
    Q_OBJECT

public:
    /// where: the widgets on which single keys act, beside the player itself.
    PlayerActions(PlayerBar* bar, const QList<QWidget*>& where, QObject* parent);

    QAction *regionStart, *regionEnd, *regionNone, *zoomIn, *zoomOut, *zoomRegion, *zoomAll, *nextView, *matchLoudness,
        *asRecorded;
    QList<QAction*> all() const { return m_all; }

private:
    QAction* add(const QString& text, const char* symbol, const QList<QKeySequence>& keys);

    PlayerBar* const m_bar;
    QList<QWidget*> m_where;
    QList<QAction*> m_all;
};

} // namespace prolap::ui
