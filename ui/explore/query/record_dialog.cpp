#include "ui/explore/query/record_dialog.h"

#include <algorithm>
#include <cmath>

#include <QComboBox>
#include <QDateTime>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QMediaDevices>
#include <QPainter>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QStyle>
#include <QVBoxLayout>

#include "ui/settings.h"
#include "ui/text.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"

namespace prolap::ui {

namespace {

constexpr double kShortestSeconds = 0.2; ///< of a recording that can be searched by
constexpr float kQuietest = 0.003F;      ///< about -50 dB: below it nothing was heard

} // namespace

/// A bar from -60 dB to 0 dB with its highest place so far.
class LevelMeter : public QWidget {
public:
    LevelMeter()
    {
        setMinimumHeight(kSpaceControls);
        setFixedHeight(kSpaceControls + kSpaceInner);
    }

    void setLevel(float peak)
    {
        m_level = peak;
        m_highest = std::max(m_highest, peak);
        update();
    }
    void reset()
    {
        m_level = m_highest = 0;
        update();
    }
    float highest() const { return m_highest; }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        const auto at = [this](float level) {
            const double db = level > 0 ? 20 * std::log10(static_cast<double>(level)) : -60;
            return std::clamp((db + 60) / 60, 0.0, 1.0) * width();
        };
        const Palette& colours = ui::palette();
        painter.fillRect(rect(), colours.raised);
        painter.fillRect(QRectF(0, 0, at(m_level), height()), m_highest >= 0.99F ? colours.red : colours.accent);
        if (m_highest > 0)
            painter.fillRect(QRectF(std::min(at(m_highest), width() - 2.0), 0, 2, height()), colours.text);
    }

private:
    float m_level = 0, m_highest = 0;
};

RecordDialog::RecordDialog(Path folder, QWidget* parent)
    : QDialog(parent),
      m_folder(std::move(folder)),
      m_devices(new QComboBox),
      m_longest(new QSpinBox),
      m_level(new LevelMeter),
      m_time(new QLabel),
      m_message(new QLabel),
      m_record(new QPushButton),
      m_use(new QPushButton(tr("Find sounds like it")))
{
    setWindowTitle(tr("Record a sound"));
    m_devices->setAccessibleName(tr("Microphone"));
    m_devices->setToolTip(tr("What to record from"));
    m_longest->setRange(1, 60);
    m_longest->setSuffix(tr(" s"));
    m_longest->setAccessibleName(tr("Longest recording"));
    m_longest->setToolTip(tr("Recording stops by itself after so long"));
    m_longest->setValue(std::clamp(QSettings().value(settings::kRecordSeconds, 10).toInt(), 1, 60));
    m_level->setAccessibleName(tr("Level"));
    m_level->setToolTip(tr("How loud it is, from -60 to 0 dB; red when it is too loud"));
    m_message->setWordWrap(true);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setMinimumWidth(fontMetrics().averageCharWidth() * 56);
    m_message->setMinimumHeight(2 * fontMetrics().lineSpacing());
    m_message->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_record->setAutoDefault(true);
    m_record->setToolTip(tr("Begin or end the recording (Space)"));
    m_use->setToolTip(tr("Search by what was recorded"));
    m_time->setAccessibleName(tr("Length of the recording"));

    auto* form = new QFormLayout;
    form->setSpacing(kSpaceControls);
    form->addRow(tr("Microphone"), m_devices);
    form->addRow(tr("At most"), m_longest);
    form->addRow(tr("Level"), m_level);
    form->addRow(tr("Recorded"), m_time);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->addButton(m_record, QDialogButtonBox::ActionRole);
    buttons->addButton(m_use, QDialogButtonBox::AcceptRole);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kPageMargin, kPageMargin, kPageMargin, kPageMargin);
    layout->setSpacing(kSpaceControls);
    layout->addLayout(form);
    layout->addWidget(m_message);
    layout->addWidget(buttons);
    setTabOrder(m_devices, m_longest);
    setTabOrder(m_longest, m_record);
    setTabOrder(m_record, m_use);

    connect(m_record, &QPushButton::clicked, this, &RecordDialog::toggle);
    connect(m_use, &QPushButton::clicked, this, &RecordDialog::use);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&m_recorder, &SoundRecorder::levelChanged, this, [this](float peak) {
        m_level->setLevel(peak);
        m_time->setText(tr("%1 s").arg(m_recorder.seconds(), 0, 'f', 1));
    });
    connect(&m_recorder, &SoundRecorder::stopped, this, [this] {
        showState();
        if (m_use->isEnabled())
            m_use->setFocus(Qt::OtherFocusReason);
    });
    connect(&m_recorder, &SoundRecorder::failed, this, &RecordDialog::showProblem);
    connect(this, &QDialog::finished, this, [this] {
        QSettings().setValue(settings::kRecordSeconds, m_longest->value());
        m_recorder.stop();
    });
    auto* media = new QMediaDevices(this);
    connect(media, &QMediaDevices::audioInputsChanged, this, &RecordDialog::listDevices);
    listDevices();
    m_record->setFocus(Qt::OtherFocusReason);
}

QString RecordDialog::message() const
{
    return m_message->text();
}

void RecordDialog::listDevices()
{
    const QByteArray chosen = m_devices->currentData().value<QAudioDevice>().id();
    m_devices->clear();
    const QAudioDevice usual = QMediaDevices::defaultAudioInput();
    for (const QAudioDevice& device : QMediaDevices::audioInputs()) {
        m_devices->addItem(device.description(), QVariant::fromValue(device));
        if (device.id() == chosen || (chosen.isEmpty() && device.id() == usual.id()))
            m_devices->setCurrentIndex(m_devices->count() - 1);
    }
    m_problem.clear();
    showState();
}

void RecordDialog::toggle()
{
    if (m_recorder.recording()) {
        m_recorder.stop();
        return;
    }
    m_problem.clear();
    m_level->reset();
    m_recorder.start(m_devices->currentData().value<QAudioDevice>(), m_longest->value());
    showState();
}

void RecordDialog::showProblem(const QString& sentence)
{
    m_problem = sentence;
    showState();
}

void RecordDialog::showState()
{
    const bool recording = m_recorder.recording(), any = m_devices->count() > 0;
    m_record->setText(recording ? tr("Stop") : m_recorder.samples().empty() ? tr("Record") : tr("Record again"));
    m_record->setEnabled(any);
    m_devices->setEnabled(any && !recording);
    m_longest->setEnabled(any && !recording);
    const bool enough = m_recorder.seconds() >= kShortestSeconds;
    const bool heard = m_level->highest() >= kQuietest;
    m_use->setEnabled(!recording && enough && heard);
    m_use->setDefault(m_use->isEnabled());
    m_time->setText(tr("%1 s").arg(m_recorder.seconds(), 0, 'f', 1));
    QString text;
    const bool problem = !m_problem.isEmpty() || !any;
    if (!m_problem.isEmpty())
        text = m_problem;
    else if (!any)
        text = tr("There is no microphone. Connect one, or allow this program to listen in the desktop's privacy "
                  "settings; it appears here by itself.");
    else if (recording)
        text = tr("Recording. Make the sound, or play it near the microphone.");
    else if (m_recorder.samples().empty())
        text = tr("Record a sound, and the clips that are most like it are listed.");
    else if (!enough)
        text = tr("That was too short to search by. Record a little longer.");
    else if (!heard)
        text = tr("Nothing was heard. Come closer, or turn the microphone up in the desktop's sound settings.");
    else
        text = tr("Search by it, or record again.");
    m_message->setText(text);
    m_message->setProperty("error", problem);
    m_message->style()->unpolish(m_message);
    m_message->style()->polish(m_message);
}

void RecordDialog::use()
{
    const Path file =
        m_folder /
        tr("Recording %1.wav").arg(QDateTime::currentDateTime().toString(QStringLiteral("HH-mm-ss-zzz"))).toStdString();
    m_use->setEnabled(false);
    m_writing.start(
        [file, samples = m_recorder.samples(), rate = m_recorder.sampleRate()](std::stop_token, const ProgressFn&) {
            writeRecording(file.native(), samples, rate);
            return file;
        },
        [this](const Path& written) {
            m_file = written;
            accept();
        },
        [this](const JobFailure& failure) { showProblem(failure.sentence); });
}

} // namespace prolap::ui
