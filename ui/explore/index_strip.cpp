#include "ui/explore/index_strip.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/text.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

namespace prolap::ui {

QString indexSentence(const library::IndexProgress& progress)
{
    using Stage = library::IndexProgress::Stage;
    if (progress.stage == Stage::Scanning)
        return IndexStrip::tr("Looking for sounds: %1 files so far").arg(countText(progress.filesDone));
    QStringList parts{
        IndexStrip::tr("%1 of %2 files").arg(countText(progress.filesDone), countText(progress.filesTotal))};
    if (progress.audioSeconds >= 1)
        parts << IndexStrip::tr("%1 heard").arg(hoursText(progress.audioSeconds));
    if (const QString left = timeLeftText(progress.etaSeconds); !left.isEmpty() && progress.stage == Stage::Listening)
        parts << left;
    const QString text = parts.join(QStringLiteral(", "));
    return progress.stage == Stage::Finishing ? IndexStrip::tr("Finishing: %1").arg(text)
                                              : IndexStrip::tr("Listening: %1").arg(text);
}

QString reportSentence(const library::IndexReport& report)
{
    QString text = report.outcome == Outcome::Cancelled
                       ? IndexStrip::tr("Stopped after %n new file(s); the rest waits for the next rescan.", nullptr,
                                        static_cast<int>(report.indexed))
                   : report.indexed > 0
                       ? IndexStrip::tr("Listened to %n new file(s), %1.", nullptr, static_cast<int>(report.indexed))
                             .arg(hoursText(report.audioSeconds))
                       : IndexStrip::tr("The library is up to date.");
    if (report.failed > 0)
        text += QLatin1Char(' ') +
                IndexStrip::tr("%n file(s) could not be read.", nullptr, static_cast<int>(report.failed));
    if (report.missing > 0)
        text += QLatin1Char(' ') +
                IndexStrip::tr("%n file(s) are no longer there.", nullptr, static_cast<int>(report.missing));
    return text;
}

IndexStrip::IndexStrip(QWidget* parent)
    : QFrame(parent), m_text(new QLabel), m_bar(new QProgressBar), m_pause(new QToolButton), m_cancel(new QToolButton)
{
    setProperty("panel", true);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress of listening"));
    m_pause->setIcon(icon("pause"));
    m_pause->setCheckable(true);
    m_pause->setToolTip(tr("Pause listening"));
    m_pause->setAccessibleName(tr("Pause listening"));
    m_cancel->setIcon(icon("cancel"));
    m_cancel->setToolTip(tr("Stop listening; what has been heard is kept"));
    m_cancel->setAccessibleName(tr("Stop listening"));
    for (QToolButton* button : {m_pause, m_cancel})
        button->setMinimumSize(kHitArea, kHitArea);
    m_text->setTextFormat(Qt::PlainText);

    auto* left = new QVBoxLayout;
    left->setSpacing(kSpaceInner);
    left->addWidget(m_text);
    left->addWidget(m_bar);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(kPageMargin, kSpaceControls, kSpaceControls, kSpaceControls);
    layout->setSpacing(kSpaceControls);
    layout->addLayout(left, 1);
    layout->addWidget(m_pause);
    layout->addWidget(m_cancel);
    hide();

    connect(m_pause, &QToolButton::clicked, this, &IndexStrip::pauseToggled);
    connect(m_cancel, &QToolButton::clicked, this, &IndexStrip::cancelled);
}

void IndexStrip::setRunning(bool running, bool waitingForModel)
{
    setPaused(false);
    m_bar->setRange(0, 0);
    m_pause->setEnabled(!waitingForModel);
    m_text->setText(waitingForModel ? tr("Listening begins as soon as the model is loaded") : tr("Looking for sounds"));
    setVisible(running);
}

void IndexStrip::setPaused(bool paused)
{
    m_pause->setChecked(paused);
    m_pause->setIcon(icon(paused ? "play" : "pause"));
    const QString what = paused ? tr("Go on listening") : tr("Pause listening");
    m_pause->setToolTip(what);
    m_pause->setAccessibleName(what);
}

void IndexStrip::show(const library::IndexProgress& progress)
{
    m_pause->setEnabled(true);
    m_text->setText(m_pause->isChecked() ? tr("Paused. %1").arg(indexSentence(progress)) : indexSentence(progress));
    m_text->setToolTip(shown(progress.current));
    // Thousandths: a library may hold more files than an int does.
    m_bar->setRange(0, progress.filesTotal > 0 ? 1000 : 0);
    if (progress.filesTotal > 0)
        m_bar->setValue(static_cast<int>(1000 * progress.filesDone / progress.filesTotal));
    setVisible(true);
}

} // namespace prolap::ui
