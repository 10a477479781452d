#include "ui/explore/view_switch.h"

#include <QAction>
#include <QHBoxLayout>
#include <QToolButton>

#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

namespace prolap::ui {

namespace {

constexpr const char* kNames[] = {"rows", "tiles", "map"};

} // namespace

ViewSwitch::ViewSwitch(QWidget* parent)
    : QWidget(parent),
      rows(new QAction(icon("list"), tr("List"), this)),
      tiles(new QAction(icon("grid"), tr("Grid of spectrograms"), this)),
      map(new QAction(icon("map"), tr("Map"), this))
{
    // The keys of tiles and map turn back to the rows, too. Where they act is for the page to say.
    tiles->setShortcut(Qt::Key_V);
    map->setShortcut(Qt::Key_M);
    for (QAction* action : {tiles, map})
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for (QAction* action : all()) {
        action->setCheckable(true);
        layout->addWidget(buttonOf(action));
        connect(action, &QAction::toggled, this, [this, action](bool on) { keepOne(action, on); });
    }
    rows->setChecked(true);
    setAccessibleName(tr("How the list is shown"));
}

QToolButton* ViewSwitch::buttonOf(QAction* action)
{
    auto* button = new QToolButton;
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setMinimumSize(kHitArea, kHitArea);
    button->setAccessibleName(action->text());
    const QString key = action->shortcut().toString(QKeySequence::NativeText);
    button->setToolTip(key.isEmpty() ? action->text() : tr("%1 (%2)").arg(action->text(), key));
    return button;
}

/// One is on at any time: what is turned off gives way to the rows.
void ViewSwitch::keepOne(QAction* chosen, bool on)
{
    if (m_changing)
        return;
    m_changing = true;
    for (QAction* action : all())
        action->setChecked(on ? action == chosen : action == rows);
    m_changing = false;
    Q_EMIT changed();
}

ListView ViewSwitch::view() const
{
    return tiles->isChecked() ? ListView::Tiles : map->isChecked() ? ListView::Map : ListView::Rows;
}

void ViewSwitch::setView(ListView view)
{
    if (view != this->view())
        all().at(static_cast<int>(view))->setChecked(true);
}

QString ViewSwitch::viewName() const
{
    return QLatin1String(kNames[static_cast<int>(view())]);
}

void ViewSwitch::setViewName(const QString& name)
{
    for (int i = 0; i < static_cast<int>(std::size(kNames)); ++i)
        if (name == QLatin1String(kNames[i]))
            setView(static_cast<ListView>(i));
}

} // namespace prolap::ui
