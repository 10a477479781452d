#include "ui/explore/query/generality_slider.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSlider>

#include "ui/theme/metrics.h"

namespace prolap::ui {

namespace {

constexpr int kSteps = 10; ///< from the middle to an end

} // namespace

GeneralitySlider::GeneralitySlider(QWidget* parent)
    : QWidget(parent),
      m_specific(new QLabel(tr("more specific"))),
      m_slider(new QSlider(Qt::Horizontal)),
      m_general(new QLabel(tr("more general")))
{
    for (QLabel* label : {m_specific, m_general})
        label->setProperty("dim", true);
    m_slider->setRange(-kSteps, kSteps);
    m_slider->setPageStep(kSteps / 2);
    m_slider->setFixedWidth(112);
    m_slider->setMinimumHeight(kHitArea);
    m_slider->setAccessibleName(tr("More specific or more general"));
    m_slider->installEventFilter(this);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSpaceInner);
    layout->addWidget(m_specific);
    layout->addWidget(m_slider);
    layout->addWidget(m_general);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred); // the words stand beside the slider
    connect(m_slider, &QSlider::valueChanged, this, &GeneralitySlider::changed);
    setFocusProxy(m_slider);
    setUnavailable({});
}

double GeneralitySlider::value() const
{
    return m_slider->isEnabled() ? static_cast<double>(m_slider->value()) / kSteps : 0;
}

void GeneralitySlider::setValue(double value)
{
    m_slider->setValue(static_cast<int>(value * kSteps));
}

void GeneralitySlider::setUnavailable(const QString& why)
{
    const double before = value();
    m_slider->setEnabled(why.isEmpty());
    const QString tip = why.isEmpty()
                            ? tr("Left: clips that sound like one certain thing come first. Right: clips that "
                                 "could be many things come first. A double click sets it back.")
                            : why;
    for (QWidget* widget : {static_cast<QWidget*>(this), static_cast<QWidget*>(m_slider)})
        widget->setToolTip(tip);
    m_slider->setAccessibleDescription(tip);
    if (before != value())
        Q_EMIT changed();
}

bool GeneralitySlider::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_slider && event->type() == QEvent::MouseButtonDblClick) {
        m_slider->setValue(0);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace prolap::ui
