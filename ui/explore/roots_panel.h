#pragma once

#include <optional>

#include <QListView>
#include <QWidget>

#include "ui/lists/root_model.h"

class QPushButton;

namespace prolap::ui {

/// The folders of the library, at the left: choose one to see only its clips.
class RootsPanel : public QWidget {
    Q_OBJECT

public:
    explicit RootsPanel(QWidget* parent = nullptr);

    void setRoots(std::vector<library::RootSummary> roots);
    /// None: all folders.
    std::optional<RootId> chosen() const;
    QListView* list() const { return m_list; }
    QPushButton* addButton() const { return m_add; }

Q_SIGNALS:
    void choiceChanged();
    void addWanted();
    void rescanWanted(const prolap::Path& folder);
    void rescanAllWanted();
    void removeWanted(const prolap::library::RootSummary& root);
    void revealWanted(const prolap::Path& folder);

private:
    void showMenu(const QPoint& at);

    RootModel m_model;
    QListView* m_list;
    QPushButton* m_add;
};

} // namespace prolap::ui
