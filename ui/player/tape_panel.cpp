#include "ui/player/tape_panel.h"

#include <cmath>

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QSlider>

#include "ui/theme/metrics.h"

namespace prolap::ui {

namespace {

constexpr int kSpeedSteps = 24; ///< semitones up and down: 1/4 to 4
constexpr int kPitchSteps = 24;

} // namespace

TapePanel::TapePanel(QWidget* parent)
    : QWidget(parent),
      m_speed(new QSlider(Qt::Horizontal)),
      m_pitch(new QSlider(Qt::Horizontal)),
      m_speedText(new QLabel),
      m_pitchText(new QLabel)
{
    m_speed->setRange(-kSpeedSteps, kSpeedSteps);
    m_speed->setPageStep(12);
    m_speed->setTickInterval(12);
    m_speed->setTickPosition(QSlider::TicksBelow);
    m_speed->setAccessibleName(tr("Speed"));
    m_speed->setToolTip(tr("As a tape runs: faster is higher, slower is lower"));
    m_pitch->setRange(-kPitchSteps, kPitchSteps);
    m_pitch->setPageStep(12);
    m_pitch->setTickInterval(12);
    m_pitch->setTickPosition(QSlider::TicksBelow);
    m_pitch->setAccessibleName(tr("Pitch"));
    m_pitch->setToolTip(tr("Higher or lower, while the length stays"));
    auto* reset = new QPushButton(tr("As recorded"));
    reset->setToolTip(tr("Speed and pitch as the clip was recorded"));
    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(kPageMargin, kPageMargin, kPageMargin, kPageMargin);
    layout->setHorizontalSpacing(kSpaceControls);
    layout->setVerticalSpacing(kSpaceControls);
    auto* speedName = new QLabel(tr("&Speed"));
    speedName->setBuddy(m_speed);
    auto* pitchName = new QLabel(tr("&Pitch"));
    pitchName->setBuddy(m_pitch);
    layout->addWidget(speedName, 0, 0);
    layout->addWidget(m_speed, 0, 1);
    layout->addWidget(m_speedText, 0, 2);
    layout->addWidget(pitchName, 1, 0);
    layout->addWidget(m_pitch, 1, 1);
    layout->addWidget(m_pitchText, 1, 2);
    layout->addWidget(reset, 2, 1, 1, 2, Qt::AlignRight);
    m_speed->setMinimumWidth(200);
    for (QLabel* text : {m_speedText, m_pitchText}) {
        text->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("−24 semitones ")));
        text->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    }
    connect(reset, &QPushButton::clicked, this, &TapePanel::reset);
    for (QSlider* slider : {m_speed, m_pitch})
        connect(slider, &QSlider::valueChanged, this, [this] {
            show();
            Q_EMIT changed();
        });
    show();
}

double TapePanel::speed() const
{
    return std::exp2(m_speed->value() / 12.0);
}

double TapePanel::semitones() const
{
    return m_pitch->value();
}

void TapePanel::reset()
{
    m_speed->setValue(0);
    m_pitch->setValue(0);
}

void TapePanel::show()
{
    m_speedText->setText(tr("× %1").arg(locale().toString(speed(), 'f', 2)));
    const int pitch = m_pitch->value();
    m_pitchText->setText(tr("%1 semitones")
                             .arg(pitch > 0   ? QStringLiteral("+%1").arg(pitch)
                                  : pitch < 0 ? QStringLiteral("−%1").arg(-pitch)
                                              : QStringLiteral("0")));
}

} // namespace prolap::ui
