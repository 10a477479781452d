#include "ui/explore/export_dialog.h"

#include <algorithm>
#include <initializer_list>

#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QVBoxLayout>

#include "ui/settings.h"
#include "ui/text.h"
#include "ui/theme/metrics.h"

namespace prolap::ui {

namespace {

using library::Existing;
using library::ExportKind;

const char* endingOf(ExportKind kind)
{
    switch (kind) {
    case ExportKind::Zip:
        return ".zip";
    case ExportKind::Csv:
        return ".csv";
    case ExportKind::Json:
        return ".json";
    case ExportKind::M3u:
        return ".m3u8";
    default:
        return "";
    }
}

QString clipsText(std::int64_t count)
{
    return grouped(ExportDialog::tr("%n clip(s)", nullptr, static_cast<int>(count)), count);
}

} // namespace

ExportDialog::ExportDialog(const Path& catalogue, std::vector<ClipId> clips, QWidget* parent)
    : QDialog(parent),
      m_catalogue(catalogue),
      m_clips(std::move(clips)),
      m_kind(new QComboBox),
      m_existing(new QComboBox),
      m_target(new QLineEdit),
      m_browse(new QPushButton(tr("Choose…"))),
      m_start(new QPushButton(tr("Export"))),
      m_close(new QPushButton(tr("Close"))),
      m_progress(new QProgressBar),
      m_message(new QLabel)
{
    setWindowTitle(tr("Export %1").arg(clipsText(static_cast<std::int64_t>(m_clips.size()))));
    m_kind->addItem(tr("Copies in a folder"), static_cast<int>(ExportKind::Folder));
    m_kind->addItem(tr("ZIP archive"), static_cast<int>(ExportKind::Zip));
    m_kind->addItem(tr("Table (CSV)"), static_cast<int>(ExportKind::Csv));
    m_kind->addItem(tr("Data (JSON)"), static_cast<int>(ExportKind::Json));
    m_kind->addItem(tr("Play list (M3U)"), static_cast<int>(ExportKind::M3u));
    m_kind->setAccessibleName(tr("Export as"));
    m_kind->setToolTip(tr("What becomes of the chosen clips"));
    m_existing->addItem(tr("get a number"), static_cast<int>(Existing::Number));
    m_existing->addItem(tr("are replaced"), static_cast<int>(Existing::Replace));
    m_existing->addItem(tr("stay, and are left out"), static_cast<int>(Existing::Keep));
    m_existing->setAccessibleName(tr("Files of the same name"));
    m_existing->setToolTip(tr("What happens where a file of that name is there already"));
    m_target->setAccessibleName(tr("Into"));
    m_target->setToolTip(tr("The folder or the file to write"));
    m_browse->setToolTip(tr("Choose the folder or the file"));
    m_start->setToolTip(tr("Start the export"));
    m_close->setToolTip(tr("Stop and close"));
    m_start->setDefault(true);
    m_progress->setAccessibleName(tr("Clips exported"));
    m_progress->hide();
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->setAccessibleName(tr("What became of it"));

    auto* into = new QHBoxLayout;
    into->setSpacing(kSpaceControls);
    into->addWidget(m_target, 1);
    into->addWidget(m_browse);
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(kSpaceGroups);
    form->setVerticalSpacing(kSpaceControls);
    form->addRow(tr("&As"), m_kind);
    form->addRow(tr("&Into"), into);
    form->addRow(tr("&Files that are there"), m_existing);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_start);
    buttons->addWidget(m_close);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kPageMargin, kPageMargin, kPageMargin, kPageMargin);
    layout->setSpacing(kSpaceGroups);
    layout->addLayout(form);
    layout->addWidget(m_progress);
    layout->addWidget(m_message);
    layout->addStretch();
    layout->addLayout(buttons);
    setMinimumWidth(560);

    const QSettings settings;
    m_kind->setCurrentIndex(std::max(0, m_kind->findData(settings.value(settings::kExportKind, 0).toInt())));
    m_existing->setCurrentIndex(
        std::max(0, m_existing->findData(settings.value(settings::kExportExisting, m_existing->itemData(0)).toInt())));
    const QString last = settings.value(settings::kExportFolder).toString();
    const QString folder = last.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) : last;
    m_target->setText(folder + QStringLiteral("/") + tr("Sounds"));
    kindChanged();

    connect(m_kind, &QComboBox::currentIndexChanged, this, &ExportDialog::kindChanged);
    connect(m_browse, &QPushButton::clicked, this, &ExportDialog::browse);
    connect(m_start, &QPushButton::clicked, this, &ExportDialog::start);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_target, &QLineEdit::textChanged, this,
            [this](const QString& text) { m_start->setEnabled(!text.isEmpty()); });
    connect(&m_job, &Job::progressed, this, [this](const Progress& p) {
        m_progress->setRange(0, static_cast<int>(p.total));
        m_progress->setValue(static_cast<int>(p.done));
        m_message->setText(tr("%1 of %2: %3").arg(countText(p.done), countText(p.total), shown(p.current)));
    });
}

QString ExportDialog::message() const
{
    return m_message->text();
}

ExportKind ExportDialog::chosenKind() const
{
    return static_cast<ExportKind>(m_kind->currentData().toInt());
}

void ExportDialog::kindChanged()
{
    // The ending that another kind gave goes; one that the user has written stays.
    QString target = m_target->text();
    const QString before = QString::fromStdString(m_ending), ending = QString::fromLatin1(endingOf(chosenKind()));
    if (!before.isEmpty() && target.endsWith(before))
        target.chop(before.size());
    if (!ending.isEmpty() && !target.endsWith(ending))
        target += ending;
    m_ending = ending.toStdString();
    m_target->setText(target);
}

void ExportDialog::browse()
{
    const QString ending = QString::fromLatin1(endingOf(chosenKind()));
    QString chosen =
        chosenKind() == ExportKind::Folder
            ? QFileDialog::getExistingDirectory(this, tr("Export into"), m_target->text())
            : QFileDialog::getSaveFileName(this, tr("Export into"), m_target->text(), QStringLiteral("*") + ending,
                                           nullptr, QFileDialog::DontConfirmOverwrite);
    if (chosen.isEmpty())
        return;
    if (!chosen.endsWith(ending, Qt::CaseInsensitive))
        chosen += ending;
    m_target->setText(chosen);
}

void ExportDialog::showRunning(bool running)
{
    for (QWidget* widget : std::initializer_list<QWidget*>{m_kind, m_existing, m_target, m_browse, m_start})
        widget->setEnabled(!running);
    m_progress->setVisible(running);
    m_close->setText(running ? tr("Stop") : tr("Close"));
}

void ExportDialog::start()
{
    library::ExportRequest request;
    request.kind = chosenKind();
    request.clips = m_clips;
    request.target = pathFrom(m_target->text());
    request.existing = static_cast<Existing>(m_existing->currentData().toInt());
    QSettings settings;
    settings.setValue(settings::kExportKind, m_kind->currentData());
    settings.setValue(settings::kExportExisting, m_existing->currentData());
    settings.setValue(settings::kExportFolder, localPath(request.target.parent_path()));
    showRunning(true);
    m_progress->setRange(0, 0);
    m_message->clear();
    m_job.start(
        [catalogue = m_catalogue, request](std::stop_token stop, const ProgressFn& progress) {
            return library::exportClips(catalogue, request, progress, stop);
        },
        [this](const library::ExportReport& report) {
            showRunning(false);
            tell(report);
        },
        [this](const JobFailure& failure) {
            showRunning(false);
            m_message->setText(failure.sentence);
        });
}

void ExportDialog::tell(const library::ExportReport& report)
{
    QStringList lines;
    lines << tr("Exported %1 into %2").arg(clipsText(report.written), shown(report.target));
    if (report.kept > 0)
        lines << tr("Files that were there already and stay: %1").arg(countText(report.kept));
    if (!report.failures.empty()) {
        lines << tr("Could not be read: %1").arg(countText(static_cast<std::int64_t>(report.failures.size())));
        for (std::size_t i = 0; i < std::min<std::size_t>(3, report.failures.size()); ++i)
            lines << shown(report.failures[i].reason);
    }
    m_message->setText(lines.join(QLatin1Char('\n')));
    m_start->setDefault(false);
    m_close->setDefault(true);
    m_close->setFocus();
}

void ExportDialog::done(int result)
{
    if (m_job.running()) { // once stops, twice closes
        m_job.cancel();
        showRunning(false);
        m_message->setText(tr("Stopped. Files that were copied before stay."));
        return;
    }
    QDialog::done(result);
}

} // namespace prolap::ui
