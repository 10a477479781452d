#include "ui/explore/empty_state.h"

#include <QVBoxLayout>

#include "ui/theme/metrics.h"

namespace prolap::ui {

EmptyState::EmptyState(QWidget* parent)
    : QWidget(parent), m_title(new QLabel), m_sentence(new QLabel), m_button(new QPushButton)
{
    m_title->setFont(scaled(font(), kTitleScale));
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setWordWrap(true);
    m_sentence->setProperty("dim", true);
    m_sentence->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignCenter);
    m_button->setDefault(true);
    auto* layout = new QVBoxLayout(this);
    layout->addStretch(2);
    // Over the whole width: a layout that aligns a wrapped label does not give it the height of its lines.
    layout->addWidget(m_title);
    layout->addSpacing(kSpaceControls);
    layout->addWidget(m_sentence);
    layout->addSpacing(kSpaceGroups);
    layout->addWidget(m_button, 0, Qt::AlignHCenter);
    layout->addStretch(3);
}

void EmptyState::say(const QString& title, const QString& sentence, const QString& button)
{
    m_title->setText(title);
    m_sentence->setText(sentence);
    m_button->setText(button);
    m_button->setAccessibleName(button);
    m_button->setToolTip(button);
    m_button->setVisible(!button.isEmpty());
}

} // namespace prolap::ui
