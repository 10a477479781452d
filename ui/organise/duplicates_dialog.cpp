#include "ui/organise/duplicates_dialog.h"

#include <algorithm>

#include <QDialogButtonBox>
#include <QDir>
#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QStandardPaths>
#include <QTableWidget>
#include <QVBoxLayout>

#include "ui/organise/organise_session.h"
#include "ui/player/player.h"
#include "ui/session/library_session.h"
#include "ui/text.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"

namespace prolap::ui {

namespace {

enum Column { TickColumn, PlayColumn, NameColumn, LengthColumn, FormatColumn, TagsColumn, FolderColumn, ColumnCount };

constexpr int kGroupsListed = 5000;

} // namespace

DuplicatesDialog::DuplicatesDialog(OrganiseSession* organise, Player* player, QWidget* parent)
    : QDialog(parent),
      m_organise(organise),
      m_player(player),
      m_summary(new QLabel(tr("Comparing…"))),
      m_progress(new QProgressBar),
      m_groups(new QListWidget),
      m_clips(new QTableWidget(0, ColumnCount)),
      m_job(nullptr, Job::Priority::Background)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Duplicates"));
    m_summary->setWordWrap(true);
    m_progress->setTextVisible(false);
    m_groups->setAccessibleName(tr("Groups of duplicates"));
    m_groups->setToolTip(tr("Choose a group to compare its clips"));
    m_clips->setHorizontalHeaderLabels(
        {QString(), QString(), tr("Name"), tr("Length"), tr("Format"), tr("Tags"), tr("Folder")});
    m_clips->verticalHeader()->hide();
    m_clips->verticalHeader()->setDefaultSectionSize(kRowHeight);
    m_clips->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_clips->horizontalHeader()->setHighlightSections(false);
    m_clips->horizontalHeader()->setStretchLastSection(true);
    m_clips->setColumnWidth(TickColumn, kHitArea + kSpaceControls);
    m_clips->setColumnWidth(PlayColumn, kHitArea + kSpaceControls);
    m_clips->setColumnWidth(NameColumn, 220);
    m_clips->setColumnWidth(LengthColumn, 70);
    m_clips->setColumnWidth(FormatColumn, 150);
    m_clips->setShowGrid(false);
    m_clips->setTabKeyNavigation(false);
    m_clips->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_clips->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_clips->setSelectionMode(QAbstractItemView::SingleSelection);
    m_clips->setAccessibleName(tr("Clips of the group"));
    m_clips->setToolTip(tr("Click the arrow or press Enter to hear a clip; tick those that may go"));

    auto* sides = new QSplitter(Qt::Horizontal);
    sides->addWidget(m_groups);
    sides->addWidget(m_clips);
    sides->setStretchFactor(1, 1);
    sides->setSizes({260, 700});
    sides->setChildrenCollapsible(false);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    m_tag = buttons->addButton(tr("Tag the ticked “duplicate”"), QDialogButtonBox::ActionRole);
    m_tag->setIcon(icon("tag"));
    m_tag->setToolTip(tr("To look at them later; Undo takes it back"));
    m_trash = buttons->addButton(tr("Move the ticked to the trash…"), QDialogButtonBox::ActionRole);
    m_trash->setToolTip(tr("Their files go to the desktop's trash, from where they can be restored"));
    for (QPushButton* button : {m_tag, m_trash})
        button->setAutoDefault(false);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kPageMargin, kPageMargin, kPageMargin, kPageMargin);
    layout->setSpacing(kSpaceControls);
    layout->addWidget(m_summary);
    layout->addWidget(m_progress);
    layout->addWidget(sides, 1);
    layout->addWidget(buttons);
    resize(1000, 520);

    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_groups, &QListWidget::currentRowChanged, this, &DuplicatesDialog::showGroup);
    connect(m_clips, &QTableWidget::cellClicked, this, [this](int row, int column) {
        if (column == PlayColumn)
            playRow(row);
    });
    connect(m_clips, &QTableWidget::cellActivated, this, [this](int row, int) { playRow(row); });
    connect(m_clips, &QTableWidget::itemChanged, this, &DuplicatesDialog::refreshButtons);
    connect(m_tag, &QPushButton::clicked, this, [this] {
        m_organise->apply([clips = ticked()](library::Organiser& o) { return o.addTags(clips, {"duplicate"}); },
                          [this](const library::Edit&) { showGroup(m_groups->currentRow()); });
    });
    connect(m_trash, &QPushButton::clicked, this, [this] {
        const auto count = static_cast<std::int64_t>(ticked().size());
        QMessageBox box(
            QMessageBox::Question, tr("Move to the trash"),
            grouped(tr("Move the files of %n clip(s) to the trash?", nullptr, static_cast<int>(count)), count),
            QMessageBox::Cancel, this);
        box.setInformativeText(tr("They can be restored from there. What you said of them stays in the library and is "
                                  "found again with them."));
        QPushButton* move = box.addButton(tr("Move to the trash"), QMessageBox::AcceptRole);
        box.exec();
        if (box.clickedButton() == move)
            trashTicked();
    });
    connect(&m_job, &Job::progressed, this, [this](const Progress& progress) {
        m_progress->setRange(0, static_cast<int>(progress.total));
        m_progress->setValue(static_cast<int>(progress.done));
    });
    refreshButtons();
    find();
}

void DuplicatesDialog::find()
{
    m_progress->setRange(0, 0);
    m_progress->show();
    const model::ModelInfo* model = m_organise->session()->modelInfo();
    m_job.start(
        [catalogue = m_organise->session()->catalogue(),
         id = model ? model->id : std::string()](std::stop_token stop, const ProgressFn& progress) {
            return library::findDuplicates(catalogue, id, {}, stop, progress);
        },
        [this](library::DuplicateReport report) {
            m_progress->hide();
            m_report = std::move(report);
            m_groups->clear();
            int same = 0, alike = 0;
            for (const library::DuplicateGroup& group : m_report.groups) {
                (group.identical ? same : alike) += 1;
                if (m_groups->count() < kGroupsListed)
                    m_groups->addItem(
                        group.identical
                            ? tr("%n identical clip(s)", nullptr, static_cast<int>(group.clips.size()))
                            : tr("%n clip(s) that sound alike", nullptr, static_cast<int>(group.clips.size())));
            }
            m_summary->setText(m_report.groups.empty()
                                   ? tr("No two clips of this library are the same.")
                                   : tr("%1 groups of identical clips (%2 MB could be freed), %3 groups that sound "
                                        "alike. Nothing is ticked or deleted by itself.")
                                         .arg(countText(same),
                                              QString::number(static_cast<double>(m_report.spareBytes) / 1e6, 'f', 1),
                                              countText(alike)));
            if (m_groups->count() > 0)
                m_groups->setCurrentRow(0);
        },
        [this](const JobFailure& failure) {
            m_progress->hide();
            m_summary->setText(failure.sentence);
        });
}

void DuplicatesDialog::showGroup(int group)
{
    m_shown.clear();
    m_clips->setRowCount(0);
    refreshButtons();
    if (group < 0 || static_cast<std::size_t>(group) >= m_report.groups.size())
        return;
    m_detailsJob.start(
        [catalogue = m_organise->session()->catalogue(),
         clips = m_report.groups[static_cast<std::size_t>(group)].clips](std::stop_token, const ProgressFn&) {
            return library::LibraryView(catalogue, {}).details(clips);
        },
        [this](std::vector<library::ClipDetails> details) {
            const QSignalBlocker quiet(m_clips);
            m_shown = std::move(details);
            m_clips->setRowCount(static_cast<int>(m_shown.size()));
            for (int row = 0; row < m_clips->rowCount(); ++row) {
                const library::ClipDetails& clip = m_shown[static_cast<std::size_t>(row)];
                auto* tick = new QTableWidgetItem;
                tick->setFlags(Qt::ItemIsEnabled | Qt::ItemIsUserCheckable);
                tick->setCheckState(Qt::Unchecked);
                tick->setData(Qt::AccessibleTextRole, tr("May go"));
                m_clips->setItem(row, TickColumn, tick);
                auto* play = new QTableWidgetItem(icon("play"), QString());
                play->setData(Qt::AccessibleTextRole, tr("Play"));
                m_clips->setItem(row, PlayColumn, play);
                QStringList tags;
                for (const std::string& tag : clip.tags)
                    tags << shown(tag);
                const QStringList texts{
                    shown(clip.name), durationText(clip.durationSeconds),
                    tr("%1, %2 Hz, %3 ch").arg(shown(clip.container)).arg(clip.sampleRate).arg(clip.channels),
                    tags.join(QStringLiteral(", ")), shown(clip.path.parent_path())};
                for (int i = 0; i < texts.size(); ++i) {
                    auto* item = new QTableWidgetItem(texts[i]);
                    item->setToolTip(shown(clip.path));
                    if (!clip.online || clip.missing)
                        item->setForeground(ui::palette().dim);
                    m_clips->setItem(row, NameColumn + i, item);
                }
            }
            refreshButtons();
        },
        [this](const JobFailure& failure) { m_summary->setText(failure.sentence); });
}

void DuplicatesDialog::playRow(int row)
{
    if (row >= 0 && static_cast<std::size_t>(row) < m_shown.size())
        m_player->play(m_shown[static_cast<std::size_t>(row)].path, 0);
}

std::vector<ClipId> DuplicatesDialog::ticked() const
{
    std::vector<ClipId> clips;
    for (int row = 0; row < m_clips->rowCount(); ++row)
        if (m_clips->item(row, TickColumn) && m_clips->item(row, TickColumn)->checkState() == Qt::Checked)
            clips.push_back(m_shown[static_cast<std::size_t>(row)].id);
    return clips;
}

void DuplicatesDialog::refreshButtons()
{
    const std::size_t count = ticked().size();
    m_tag->setEnabled(count > 0);
    // One of the group stays, whatever happens.
    m_trash->setEnabled(count > 0 && count < m_shown.size());
}

void DuplicatesDialog::trashTicked()
{
    const std::vector<ClipId> clips = ticked();
    if (clips.empty() || clips.size() >= m_shown.size())
        return;
    m_player->stop();
    std::vector<Path> files;
    for (const library::ClipDetails& clip : m_shown)
        if (std::find(clips.begin(), clips.end(), clip.id) != clips.end())
            files.push_back(clip.path);
    m_trashJob.start(
        [files](std::stop_token, const ProgressFn&) {
            // Qt makes the trash, but not the data folder that it lies in.
            QDir().mkpath(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation));
            QStringList refused;
            std::vector<Path> folders;
            for (const Path& file : files) {
                if (!QFile::moveToTrash(localPath(file)))
                    refused << shown(file);
                else
                    folders.push_back(file.parent_path());
            }
            return std::pair(refused, folders);
        },
        [this](const std::pair<QStringList, std::vector<Path>>& done) {
            if (!done.first.isEmpty())
                QMessageBox::warning(this, tr("Move to the trash"),
                                     tr("These files could not be moved to the trash; they are where they were:\n%1")
                                         .arg(done.first.join(QLatin1Char('\n'))));
            if (!done.second.empty())
                m_organise->session()->index(done.second); // finds that they are missing
            find();
        },
        [this](const JobFailure& failure) { m_summary->setText(failure.sentence); });
}

} // namespace prolap::ui
