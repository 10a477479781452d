#include "ui/traverse/run_strip.h"

#include <QHBoxLayout>

#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

namespace prolap::ui {

RunStrip::RunStrip(QWidget* parent)
    : QFrame(parent), m_text(new QLabel), m_bar(new QProgressBar), m_cancel(new QToolButton)
{
    m_cancel->setIcon(icon("cancel"));
    m_cancel->setToolTip(tr("Cancel"));
    m_cancel->setAccessibleName(tr("Cancel"));
    m_bar->setTextVisible(false);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSpaceControls);
    layout->addWidget(m_text);
    layout->addWidget(m_bar, 1);
    layout->addWidget(m_cancel);
    connect(m_cancel, &QToolButton::clicked, this, &RunStrip::cancelled);
    hide();
}

void RunStrip::show(const QString& sentence, const Progress& progress)
{
    m_text->setText(sentence);
    m_bar->setRange(0, static_cast<int>(progress.total));
    m_bar->setValue(static_cast<int>(progress.done));
    QFrame::show();
}

} // namespace prolap::ui
