#pragma once

#include <functional>

#include <QToolButton>

#include "core/library/traversal/library_map.h"
#include "ui/traverse/path_pair.h"

namespace prolap::ui {

/// The button that saves what the page shows: each part as a picture, and the paths as figure, page, table and JSON,
/// the same bytes as `prolap traverse` writes.
class TraverseExport : public QToolButton {
    Q_OBJECT

public:
    struct Content {
        PathPair paths;
        const library::LibraryMap* map = nullptr; ///< may be null
    };

    /// content: what is shown now.
    explicit TraverseExport(std::function<Content()> content, QWidget* parent = nullptr);

    /// A part of the page that can be saved as a picture.
    void addPicture(const QString& text, QWidget* widget, const QString& name);
    /// After the pictures.
    void addNumbers();

    /// By the ending of the file. False when it did not work; what went wrong is said.
    bool exportTo(const QString& file);
    bool exportWidget(QWidget* widget, const QString& file);

Q_SIGNALS:
    void statusWanted(const QString& sentence);

private:
    void addEntry(const QString& text, const QString& name, const QString& filter,
                  const std::function<void(const QString&)>& write);
    bool say(const QString& problem, const QString& file);

    const std::function<Content()> m_content;
};

} // namespace prolap::ui
