#pragma once

#include <vector>

#include <QDialog>

#include "core/paths.h"

class QLabel;
class QListWidget;
class QPushButton;

namespace prolap::ui {

/// The first start: what this program does, how its two glyphs are read, and which sounds to begin with.
class WelcomeDialog : public QDialog {
    Q_OBJECT

public:
    /// demo: folders of sounds that this machine has anyway; none: they are not offered.
    explicit WelcomeDialog(std::vector<Path> demo, QWidget* parent = nullptr);

    /// What was chosen, after the dialog was accepted.
    const std::vector<Path>& folders() const { return m_folders; }

    /// Takes a folder up; one that is there already is not taken twice.
    void add(const Path& folder);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void choose();
    void showFolders();

    const std::vector<Path> m_demo;
    std::vector<Path> m_folders;
    QListWidget* m_list;
    QPushButton* m_remove;
    QPushButton* m_start;
};

} // namespace prolap::ui
