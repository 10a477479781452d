#pragma once

#include <QList>
#include <QObject>

class QAction;
class QMimeData;

namespace prolap::ui {

class LibrarySession;
class ResultModel;
class ResultTable;
class SelectionFiles;

/// What can be done with the selected clips outside of this window: copy, open, show, take away. For the window's
/// menus and the menu of the list.
class SelectionActions : public QObject {
    Q_OBJECT

public:
    SelectionActions(ResultTable* table, ResultModel* results, LibrarySession* session, QObject* parent);

    QAction *selectAll, *copyPath, *copyFiles, *openWith, *reveal, *exportClips;
    QList<QAction*> all() const { return m_all; }
    SelectionFiles* files() const { return m_files; }

Q_SIGNALS:
    /// A sentence for the status bar.
    void statusWanted(const QString& sentence);

private:
    QAction* add(const QString& text, const char* symbol, const QKeySequence& key, bool everywhere);

    ResultTable* const m_table;
    SelectionFiles* const m_files;
    QList<QAction*> m_all;
};

} // namespace prolap::ui
