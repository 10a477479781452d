#include "ui/player/region_files.h"

#include <atomic>
#include <chrono>
#include <utility>

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDrag>
#include <QFileDialog>
#include <QMimeData>
#include <QUrl>

#include "core/audio/region_file.h"
#include "core/library/export/name_template.h"
#include "ui/lists/result_model.h"
#include "ui/player/player_bar.h"
#include "ui/player/region_name_dialog.h"
#include "ui/text.h"
#include "ui/theme/icons.h"

namespace prolap::ui {

namespace {

constexpr int kPauseMs = 250;
constexpr auto kKept = std::chrono::hours(24 * 7);

/// Each region in a folder of its own, so that its name needs no number.
Path freshFolder()
{
    static std::atomic<int> number = 0;
    const auto now = std::chrono::system_clock::now().time_since_epoch().count();
    return regionFolder() / (std::to_string(now) + "-" + std::to_string(++number));
}

void forgetOldOnes()
{
    std::error_code ignored;
    const auto now = std::filesystem::file_time_type::clock::now();
    for (const auto& entry : std::filesystem::directory_iterator(regionFolder(), ignored))
        if (now - entry.last_write_time(ignored) > kKept)
            std::filesystem::remove_all(entry.path(), ignored);
}

QMimeData* asFile(const Path& file)
{
    auto* data = new QMimeData;
    data->setUrls({fileUrl(file)});
    return data;
}

} // namespace

Path regionFolder()
{
    return userCacheDir() / "regions";
}

RegionFiles::RegionFiles(PlayerBar* bar)
    : QObject(bar), m_bar(bar), m_template(QString::fromLatin1(library::kRegionTemplate))
{
    const auto make = [&](const QString& text, const QKeySequence& key) {
        auto* action = new QAction(text, this);
        action->setShortcut(key);
        return action;
    };
    copy = make(tr("Copy the region as a file"), QKeySequence(tr("Ctrl+Shift+X")));
    save = make(tr("Save the region as…"), QKeySequence(tr("Ctrl+Shift+S")));
    names = make(tr("Names of regions…"), {});
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &RegionFiles::write);
    connect(bar, &PlayerBar::regionChanged, this, &RegionFiles::regionChanged);
    connect(bar, &PlayerBar::dragOutWanted, this, &RegionFiles::drag);
    connect(save, &QAction::triggered, this, &RegionFiles::chooseFile);
    connect(names, &QAction::triggered, this, &RegionFiles::chooseTemplate);
    connect(copy, &QAction::triggered, this, [this] {
        m_then = Then::Copy;
        m_pause.stop();
        write();
    });
    regionChanged();
}

void RegionFiles::setNameTemplate(const QString& nameTemplate)
{
    m_template = nameTemplate;
    m_ready.clear();
    if (m_bar->region())
        m_pause.start();
}

void RegionFiles::regionChanged()
{
    m_ready.clear();
    m_writeJob.cancel();
    const bool marked = m_bar->region().has_value();
    for (QAction* action : {copy, save})
        action->setEnabled(marked);
    if (marked)
        m_pause.start();
    else
        m_pause.stop();
}

void RegionFiles::write()
{
    const auto region = m_bar->region();
    const Path source = m_bar->clip().file;
    if (!region || source.empty()) {
        m_then = Then::Nothing;
        return;
    }
    const auto deliver = [this] {
        const Then then = std::exchange(m_then, Then::Nothing);
        if (then == Then::Copy) {
            QApplication::clipboard()->setMimeData(asFile(m_ready));
            Q_EMIT statusWanted(tr("Copied %1, to be pasted as a file").arg(shown(m_ready.filename())));
        } else if (then == Then::Drag && QApplication::mouseButtons() & Qt::LeftButton) {
            drag();
        }
    };
    if (!m_ready.empty()) {
        deliver();
        return;
    }
    m_writeJob.start(
        [source, region = *region, form = m_template.toStdString()](std::stop_token stop, const ProgressFn&) {
            forgetOldOnes();
            const std::string name = library::nameFrom(form, {source, region.first, region.second});
            const Path folder = freshFolder();
            std::filesystem::create_directories(folder);
            const Path file = folder / (name + ".wav");
            return audio::writeRegion(source, region.first, region.second, file, stop) ? file : Path();
        },
        [this, deliver](const Path& file) {
            m_ready = file;
            if (file.empty())
                Q_EMIT statusWanted(tr("There is no sound in this region"));
            else
                deliver();
        },
        [this](const JobFailure& failure) {
            m_then = Then::Nothing;
            Q_EMIT statusWanted(failure.sentence);
        });
}

void RegionFiles::drag()
{
    if (m_ready.empty()) { // it starts by itself if the button is still down then
        m_then = Then::Drag;
        m_pause.stop();
        if (!m_writeJob.running())
            write();
        return;
    }
    QDrag drag(m_bar);
    drag.setMimeData(asFile(m_ready));
    drag.setPixmap(icon("view-waveform").pixmap(32, 32));
    drag.exec(Qt::CopyAction);
}

Path RegionFiles::suggested(const Path& folder) const
{
    std::string name = "region";
    try {
        name = library::nameFrom(m_template.toStdString(),
                                 {m_bar->clip().file, m_bar->region()->first, m_bar->region()->second});
    } catch (const Error&) { // of a template that was saved by another version
    }
    return folder / (name + ".wav");
}

void RegionFiles::chooseFile()
{
    if (!m_bar->region())
        return;
    const QString file =
        QFileDialog::getSaveFileName(m_bar->window(), tr("Save the region"),
                                     localPath(suggested(m_bar->clip().file.parent_path())), tr("Wave files (*.wav)"));
    if (!file.isEmpty())
        saveAs(
            pathFrom(file.endsWith(QLatin1String(".wav"), Qt::CaseInsensitive) ? file : file + QLatin1String(".wav")));
}

void RegionFiles::saveAs(const Path& file)
{
    const auto region = m_bar->region();
    if (!region)
        return;
    m_saveJob.start(
        [source = m_bar->clip().file, region = *region, file](std::stop_token stop, const ProgressFn&) {
            return audio::writeRegion(source, region.first, region.second, file, stop);
        },
        [this, file](bool written) {
            Q_EMIT statusWanted(written ? tr("Saved: %1").arg(shown(file)) : tr("There is no sound in this region"));
        },
        [this](const JobFailure& failure) { Q_EMIT statusWanted(failure.sentence); });
}

void RegionFiles::chooseTemplate()
{
    const SoundAxis::Span span = m_bar->region().value_or(SoundAxis::Span(1.5, 3.25));
    const Path source = m_bar->clip().file.empty() ? Path("/sounds/rain on a roof.wav") : m_bar->clip().file;
    RegionNameDialog dialog(m_template, {source, span.first, span.second}, m_bar->window());
    if (dialog.exec() == QDialog::Accepted)
        setNameTemplate(dialog.nameTemplate());
}

} // namespace prolap::ui
