#include "ui/player/player_actions.h"

#include <QAction>

#include "ui/player/player.h"
#include "ui/player/player_bar.h"
#include "ui/player/region_files.h"
#include "ui/player/tape_panel.h"
#include "ui/player/waveform_view.h"
#include "ui/theme/icons.h"

namespace prolap::ui {

namespace {

constexpr double kZoomStep = 1.6;

} // namespace

PlayerActions::PlayerActions(PlayerBar* bar, const QList<QWidget*>& where, QObject* parent)
    : QObject(parent), m_bar(bar), m_where(where)
{
    m_where << bar;
    SoundAxis* axis = bar->axis();
    regionStart = add(tr("Region begins here"), "region-start", {Qt::Key_I});
    regionEnd = add(tr("Region ends here"), "region-end", {Qt::Key_O});
    regionNone = add(tr("No region"), nullptr, {Qt::Key_X});
    zoomIn = add(tr("Zoom in"), "zoom-in", {Qt::Key_Plus, Qt::Key_Equal});
    zoomOut = add(tr("Zoom out"), "zoom-out", {Qt::Key_Minus});
    zoomRegion = add(tr("Zoom to the region"), nullptr, {Qt::Key_Z});
    zoomAll = add(tr("Show the whole clip"), nullptr, {QKeySequence(tr("Shift+Z"))});
    nextView = add(tr("Waveform, spectrogram or both"), nullptr, {Qt::Key_W});
    matchLoudness = add(tr("Equal loudness"), "loudness", {Qt::Key_E});
    asRecorded = add(tr("Speed and pitch as recorded"), nullptr, {QKeySequence(tr("Shift+E"))});
    connect(nextView, &QAction::triggered, bar, &PlayerBar::showNextView);
    connect(matchLoudness, &QAction::triggered, this, [bar] { bar->setMatching(!bar->matching()); });
    connect(asRecorded, &QAction::triggered, bar->tape(), &TapePanel::reset);
    m_all << bar->regionFiles()->all();
    connect(regionStart, &QAction::triggered, this, [axis] { axis->setRegionStart(axis->position()); });
    connect(regionEnd, &QAction::triggered, this, [axis] { axis->setRegionEnd(axis->position()); });
    connect(regionNone, &QAction::triggered, this, [axis] { axis->setRegion(std::nullopt); });
    connect(zoomIn, &QAction::triggered, this, [axis] { axis->zoom(kZoomStep, axis->position()); });
    connect(zoomOut, &QAction::triggered, this, [axis] { axis->zoom(1 / kZoomStep, axis->position()); });
    connect(zoomRegion, &QAction::triggered, this, [axis] {
        if (axis->region())
            axis->show(axis->region()->first, axis->region()->second);
        else if (axis->hitWindow())
            axis->show(axis->hitWindow()->first, axis->hitWindow()->second);
    });
    connect(zoomAll, &QAction::triggered, axis, &SoundAxis::showAll);
}

QAction* PlayerActions::add(const QString& text, const char* symbol, const QList<QKeySequence>& keys)
{
    auto* action = symbol ? new QAction(icon(symbol), text, this) : new QAction(text, this);
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    for (QWidget* widget : std::as_const(m_where))
        widget->addAction(action);
    m_all << action;
    return action;
}

} // namespace prolap::ui
