#pragma once

#include <QWidget>

class QAction;
class QToolButton;

namespace prolap::ui {

enum class ListView { Rows, Tiles, Map };

/// Which look at the list is in front: rows, tiles or the map; as buttons and as actions for the menu.
class ViewSwitch : public QWidget {
    Q_OBJECT

public:
    explicit ViewSwitch(QWidget* parent = nullptr);

    ListView view() const;
    void setView(ListView view);
    /// A word for settings, which never changes.
    QString viewName() const;
    void setViewName(const QString& name);

    QAction *rows, *tiles, *map;
    QList<QAction*> all() const { return {rows, tiles, map}; }

Q_SIGNALS:
    void changed();

private:
    QToolButton* buttonOf(QAction* action);
    void keepOne(QAction* chosen, bool on);

    bool m_changing = false;
};

} // namespace prolap::ui
