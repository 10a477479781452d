#pragma once

#include <array>
#include <functional>
#include <optional>
#include <vector>

#include <QList>
#include <QObject>

#include "core/clip_marks.h"
#include "core/ids.h"

class QAction;
class QMenu;
class QPoint;

namespace prolap::ui {

class OrganiseSession;
class ResultModel;
class ResultTable;

/// What a user does to the selected clips: rate, favour, colour, tag, describe, collect; with undo. For the window's
/// Edit menu and the menu of the list. Keys act in the list.
class OrganiseActions : public QObject {
    Q_OBJECT

public:
    OrganiseActions(ResultTable* table, ResultModel* results, OrganiseSession* organise, QObject* parent);

    QAction *undo, *redo;
    QAction *favourite, *tags, *details, *newCollection, *takeOut, *ucsNames;
    std::array<QAction*, kMaxRating + 1> ratings{};
    std::array<QAction*, kColourNames.size()> colours{};

    /// Those whose keys act in the list.
    QList<QAction*> listActions() const { return m_listActions; }
    /// Undo and redo, then everything else with its submenus.
    void fillMenu(QMenu* menu);
    /// Everything but undo and redo.
    void fillClipMenu(QMenu* menu);

    /// The collection that is listed: clips can be taken out of it.
    void setCollection(std::optional<CollectionId> collection);

private:
    QAction* add(const QString& text, const char* symbol, const QKeySequence& key);
    void refreshHistory();
    void toggleFavourite();
    void clickMark(int row, int column, int stars, const QPoint& global);
    std::vector<ClipId> chosen() const;

    QList<QAction*> m_listActions;
    ResultTable* const m_table;
    ResultModel* const m_results;
    OrganiseSession* const m_organise;
    std::optional<CollectionId> m_collection;
};

} // namespace prolap::ui
