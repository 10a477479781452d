#include "ui/explore/selection_actions.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QMimeData>
#include <QUrl>

#include "ui/desktop/file_manager.h"
#include "ui/explore/export_dialog.h"
#include "ui/explore/result_table.h"
#include "ui/explore/selection_files.h"
#include "ui/lists/result_model.h"
#include "ui/session/library_session.h"
#include "ui/text.h"
#include "ui/theme/icons.h"

namespace prolap::ui {

namespace {

constexpr std::size_t kOpenedAtOnce = 12; ///< programs that start by one key

QMimeData* asFiles(const std::vector<Path>& paths)
{
    if (paths.empty())
        return nullptr;
    QList<QUrl> urls;
    for (const Path& path : paths)
        urls << fileUrl(path);
    auto* data = new QMimeData;
    data->setUrls(urls);
    return data;
}

QString clipsText(std::size_t count)
{
    return grouped(SelectionActions::tr("%n clip(s)", nullptr, static_cast<int>(count)),
                   static_cast<std::int64_t>(count));
}

} // namespace

SelectionActions::SelectionActions(ResultTable* table, ResultModel* results, LibrarySession* session, QObject* parent)
    : QObject(parent), m_table(table), m_files(new SelectionFiles(table, results, session, this))
{
    selectAll = add(tr("Select all"), nullptr, QKeySequence::SelectAll, false);
    copyPath = add(tr("Copy path"), "copy", QKeySequence::Copy, false);
    copyFiles = add(tr("Copy file"), nullptr, QKeySequence(tr("Ctrl+Shift+C")), true);
    openWith = add(tr("Open in its program"), nullptr, QKeySequence(tr("Ctrl+Return")), false);
    reveal = add(tr("Show in the file manager"), "reveal", QKeySequence(tr("Ctrl+R")), true);
    exportClips = add(tr("Export…"), nullptr, QKeySequence(tr("Ctrl+E")), true);

    connect(exportClips, &QAction::triggered, this, [this, session] {
        const std::vector<ClipId> clips = m_table->selectedClips();
        if (clips.empty())
            Q_EMIT statusWanted(tr("Choose the clips to export first: Ctrl+A chooses all."));
        else
            ExportDialog(session->catalogue(), clips, m_table->window()).exec();
    });
    connect(selectAll, &QAction::triggered, m_table, &QAbstractItemView::selectAll);
    connect(copyPath, &QAction::triggered, this, [this] {
        m_files->whenComplete([this](const std::vector<Path>& paths) {
            if (paths.empty())
                return;
            QStringList lines;
            for (const Path& path : paths)
                lines << localPath(path);
            QApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
            Q_EMIT statusWanted(paths.size() == 1 ? tr("Copied: %1").arg(shown(paths.front()))
                                                  : tr("Copied the paths of %1").arg(clipsText(paths.size())));
        });
    });
    connect(copyFiles, &QAction::triggered, this, [this] {
        m_files->whenComplete([this](const std::vector<Path>& paths) {
            QMimeData* data = asFiles(paths);
            if (!data)
                return;
            // Some programs paste files only from this.
            QByteArray gnome = "copy";
            for (const QUrl& url : data->urls())
                gnome += '\n' + url.toEncoded();
            data->setData(QStringLiteral("x-special/gnome-copied-files"), gnome);
            QApplication::clipboard()->setMimeData(data);
            Q_EMIT statusWanted(tr("Copied %1, to be pasted as files").arg(clipsText(paths.size())));
        });
    });
    connect(openWith, &QAction::triggered, this, [this] {
        m_files->whenComplete([this](const std::vector<Path>& paths) {
            if (paths.size() > kOpenedAtOnce) {
                Q_EMIT statusWanted(tr("Choose at most %1 clips to open in their program: %2 are chosen.")
                                        .arg(kOpenedAtOnce)
                                        .arg(countText(static_cast<std::int64_t>(paths.size()))));
                return;
            }
            for (const Path& path : paths)
                if (!QDesktopServices::openUrl(fileUrl(path)))
                    Q_EMIT statusWanted(tr("No program on this desktop opens %1").arg(shown(path.filename())));
        });
    });
    connect(reveal, &QAction::triggered, this, [this, results] {
        const Path path = results->pathAt(m_table->currentIndex().row());
        if (!path.empty())
            revealFile(path);
    });
    m_table->setDragContent([this]() -> QMimeData* {
        if (!m_files->complete())
            Q_EMIT statusWanted(tr("Some of these clips are still being looked up: drag again in a moment."));
        return m_files->complete() ? asFiles(m_files->known()) : nullptr;
    });
}

QAction* SelectionActions::add(const QString& text, const char* symbol, const QKeySequence& key, bool everywhere)
{
    auto* action = symbol ? new QAction(icon(symbol), text, this) : new QAction(text, this);
    action->setShortcut(key);
    action->setShortcutContext(everywhere ? Qt::WindowShortcut : Qt::WidgetWithChildrenShortcut);
    if (!everywhere)
        m_table->addAction(action);
    m_all << action;
    return action;
}

} // namespace prolap::ui
