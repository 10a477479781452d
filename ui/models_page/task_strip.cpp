#include "ui/models_page/task_strip.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

namespace prolap::ui {

namespace {

constexpr int kBarWidth = 240;
constexpr int kSteps = 1000;

} // namespace

TaskStrip::TaskStrip(QWidget* parent)
    : QFrame(parent),
      m_sentence(new QLabel),
      m_bar(new QProgressBar),
      m_cancel(new QPushButton(icon("cancel"), tr("Cancel")))
{
    setProperty("panel", true);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setMinimumWidth(1);
    m_sentence->setAccessibleName(tr("What is being done"));
    m_bar->setFixedWidth(kBarWidth);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("How far it is"));
    m_cancel->setAccessibleName(tr("Cancel"));
    m_cancel->setToolTip(tr("Cancel"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(kPageMargin, kSpaceInner, kSpaceControls, kSpaceInner);
    layout->setSpacing(kSpaceControls);
    layout->addWidget(m_sentence, 1);
    layout->addWidget(m_bar);
    layout->addWidget(m_cancel);
    connect(m_cancel, &QPushButton::clicked, this, &TaskStrip::cancelled);
    hide();
}

void TaskStrip::showTask(const QString& sentence, std::int64_t done, std::int64_t total, const QString& cancelTip)
{
    m_sentence->setText(sentence);
    m_sentence->setToolTip(sentence);
    m_bar->setRange(0, total > 0 ? kSteps : 0);
    if (total > 0)
        m_bar->setValue(static_cast<int>(kSteps * static_cast<double>(done) / static_cast<double>(total)));
    m_cancel->setToolTip(cancelTip);
    show();
}

void TaskStrip::end()
{
    hide();
}

QString TaskStrip::sentence() const
{
    return m_sentence->text();
}

} // namespace prolap::ui
