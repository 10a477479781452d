#include "ui/window/page_rail.h"

#include <QButtonGroup>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

namespace prolap::ui {

namespace {

constexpr int kIconSize = 20;
constexpr int kButtonHeight = 52;

} // namespace

PageRail::PageRail(QWidget* parent) : QFrame(parent), m_buttons(new QButtonGroup(this)), m_column(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("rail"));
    setAccessibleName(tr("Pages"));
    m_buttons->setExclusive(true);
    m_column->setContentsMargins(kSpaceInner, kSpaceControls, kSpaceInner, kSpaceControls);
    m_column->setSpacing(kSpaceInner);
    m_column->addStretch(1);
    connect(m_buttons, &QButtonGroup::idClicked, this, &PageRail::chosen);
}

void PageRail::add(const char* iconName, const QString& title, const QString& key)
{
    auto* button = new QToolButton;
    button->setCheckable(true);
    button->setIcon(icon(iconName));
    button->setIconSize({kIconSize, kIconSize});
    button->setText(title);
    button->setFont(scaled(font(), kDimScale));
    button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    button->setToolTip(tr("%1 (%2)").arg(title, key));
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    button->setFixedHeight(kButtonHeight);
    m_buttons->addButton(button, static_cast<int>(m_buttons->buttons().size()));
    m_column->insertWidget(m_column->count() - 1, button);
}

void PageRail::setCurrent(int page)
{
    if (QAbstractButton* button = m_buttons->button(page))
        button->setChecked(true);
}

int PageRail::current() const
{
    return m_buttons->checkedId();
}

} // namespace prolap::ui
