#include "ui/window/notice_bar.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QToolButton>

#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

namespace prolap::ui {

NoticeBar::NoticeBar(QWidget* parent) : QFrame(parent), m_text(new QLabel), m_close(new QToolButton)
{
    setProperty("panel", true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setAccessibleName(tr("What went wrong"));
    m_text->setProperty("error", true);
    m_close->setIcon(icon("cancel"));
    m_close->setToolTip(tr("Close this message"));
    m_close->setAccessibleName(tr("Close this message"));
    m_close->setMinimumSize(kHitArea, kHitArea);
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(kPageMargin, kSpaceInner, kSpaceControls, kSpaceInner);
    layout->setSpacing(kSpaceControls);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_close, 0, Qt::AlignTop);
    hide();
}

void NoticeBar::show(const QString& sentence)
{
    m_text->setText(sentence);
    setVisible(!sentence.isEmpty());
}

QString NoticeBar::sentence() const
{
    return m_text->text();
}

void NoticeBar::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        hide();
    else
        QFrame::keyPressEvent(event);
}

} // namespace prolap::ui
