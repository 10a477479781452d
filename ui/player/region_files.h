#pragma once

#include <QObject>
#include <QTimer>

#include "core/paths.h"
#include "ui/jobs/job.h"
#include "ui/player/sound_axis.h"

class QAction;

namespace prolap::ui {

class PlayerBar;

/// The marked region as a wave file of its own, to be dragged or copied into other programs, or saved. It is written
/// off the GUI thread as soon as the region stands still, so that a drag finds it ready; files of regions lie in the
/// user's cache folder for a week.
class RegionFiles : public QObject {
    Q_OBJECT

public:
    explicit RegionFiles(PlayerBar* bar);

    QAction *copy, *save, *names;
    QList<QAction*> all() const { return {copy, save, names}; }

    const QString& nameTemplate() const { return m_template; }
    void setNameTemplate(const QString& nameTemplate);
    /// The file of the region that is marked now; empty while it is not written.
    const Path& ready() const { return m_ready; }
    /// Writes the region into this file and says so.
    void saveAs(const Path& file);

Q_SIGNALS:
    /// A sentence for the status bar.
    void statusWanted(const QString& sentence);

private:
    void regionChanged();
    void write();
    void drag();
    void chooseFile();
    void chooseTemplate();
    Path suggested(const Path& folder) const;

    PlayerBar* const m_bar;
    QString m_template;
    QTimer m_pause;
    Path m_ready;
    enum class Then { Nothing, Drag, Copy } m_then = Then::Nothing;
    Job m_writeJob, m_saveJob;
};

/// Where files of regions are written to be dragged.
Path regionFolder();

} // namespace prolap::ui
