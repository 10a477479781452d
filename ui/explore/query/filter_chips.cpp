#include "ui/explore/query/filter_chips.h"

#include <algorithm>

#include <QKeyEvent>
#include <QToolButton>

#include "ui/explore/query/flow_layout.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

namespace prolap::ui {

FilterChips::FilterChips(QWidget* parent) : QWidget(parent)
{
    auto* layout = new FlowLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(tr("What narrows the list"));
    hide();
}

void FilterChips::show(const TypedQuery& query)
{
    const auto focused = m_chips.indexOf(qobject_cast<QToolButton*>(focusWidget()));
    const bool hadFocus = focused >= 0 && m_chips[focused]->hasFocus();
    for (QToolButton* chip : m_chips) {
        layout()->removeWidget(chip);
        chip->removeEventFilter(this);
        chip->hide();
        chip->deleteLater();
    }
    m_chips.clear();
    QWidget* before = this;
    for (std::size_t i = 0; i < query.parsed.tokens.size(); ++i) {
        const library::QueryToken& token = query.parsed.tokens[i];
        const QString text = chipText(query, token);
        if (text.isEmpty())
            continue;
        auto* chip = new QToolButton(this);
        chip->setProperty("chip", token.valid ? "right" : "wrong");
        chip->setIcon(icon("cancel"));
        chip->setIconSize(QSize(12, 12));
        chip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        chip->setLayoutDirection(Qt::RightToLeft); // the cross stands behind the words
        chip->setText(chip->fontMetrics().elidedText(text, Qt::ElideMiddle, 240));
        chip->setToolTip(tr("%1: remove (Del)").arg(text));
        chip->setAccessibleName(tr("Remove %1").arg(text));
        chip->setFocusPolicy(Qt::StrongFocus);
        chip->installEventFilter(this);
        connect(chip, &QToolButton::clicked, this, [this, i] { Q_EMIT removeWanted(static_cast<int>(i)); });
        layout()->addWidget(chip);
        chip->setVisible(true);
        if (before != this)
            setTabOrder(before, chip);
        before = chip;
        m_chips.append(chip);
    }
    setVisible(!m_chips.isEmpty());
    updateGeometry();
    if (!hadFocus)
        return;
    if (m_chips.isEmpty())
        Q_EMIT emptied();
    else
        m_chips[std::min<qsizetype>(focused, m_chips.size() - 1)]->setFocus(Qt::OtherFocusReason);
}

bool FilterChips::eventFilter(QObject* watched, QEvent* event)
{
    const auto at = m_chips.indexOf(qobject_cast<QToolButton*>(watched));
    if (at < 0 || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        m_chips[at]->click();
        return true;
    case Qt::Key_Left:
        m_chips[std::max<qsizetype>(0, at - 1)]->setFocus(Qt::OtherFocusReason);
        return true;
    case Qt::Key_Right:
        m_chips[std::min<qsizetype>(m_chips.size() - 1, at + 1)]->setFocus(Qt::OtherFocusReason);
        return true;
    default:
        return QWidget::eventFilter(watched, event);
    }
}

} // namespace prolap::ui
