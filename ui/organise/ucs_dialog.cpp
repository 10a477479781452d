#include "ui/organise/ucs_dialog.h"

#include <algorithm>

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include "ui/organise/organise_session.h"
#include "ui/session/library_session.h"
#include "ui/text.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"

namespace prolap::ui {

namespace {

constexpr int kPauseMs = 200;
constexpr std::size_t kShown = 500; ///< rows of the preview

} // namespace

UcsDialog::UcsDialog(OrganiseSession* organise, std::vector<ClipId> clips, QWidget* parent)
    : QDialog(parent),
      m_organise(organise),
      m_clips(std::move(clips)),
      m_category(new QComboBox),
      m_fxName(new QLineEdit(QStringLiteral("{title}"))),
      m_creator(new QLineEdit(QStringLiteral("{creator}"))),
      m_source(new QLineEdit(QStringLiteral("{source}"))),
      m_data(new QLineEdit(QStringLiteral("{data}"))),
      m_preview(new QTableWidget(0, 2)),
      m_summary(new QLabel)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Names of the Universal Category System"));
    m_category->setEditable(true);
    m_category->addItem(QStringLiteral("{category}"));
    for (const UcsCategory& category : ucsCategories())
        m_category->addItem(QString::fromUtf8(category.prefix.data(), static_cast<int>(category.prefix.size())) +
                            QStringLiteral("Misc"));
    m_category->setAccessibleName(tr("Category"));
    m_category->setToolTip(tr("A CatID of the system, such as DOORWood; {category} keeps the one that a name has"));
    m_fxName->setToolTip(tr("{title}: the present name in words; {name}: as it is; {number}: counts up"));
    m_creator->setToolTip(tr("Who made it; {creator} keeps what a name has"));
    m_source->setToolTip(tr("The project or library it is from; {source} keeps what a name has"));
    m_data->setToolTip(tr("Anything else; {data} keeps what a name has"));
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(kSpaceControls);
    form->setVerticalSpacing(kSpaceControls);
    form->addRow(tr("&Category"), m_category);
    form->addRow(tr("&Name"), m_fxName);
    form->addRow(tr("C&reator"), m_creator);
    form->addRow(tr("&Source"), m_source);
    form->addRow(tr("&More"), m_data);
    m_preview->setHorizontalHeaderLabels({tr("Now"), tr("Becomes")});
    m_preview->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_preview->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_preview->horizontalHeader()->setHighlightSections(false);
    m_preview->verticalHeader()->hide();
    m_preview->verticalHeader()->setDefaultSectionSize(kRowHeight);
    m_preview->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_preview->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_preview->setShowGrid(false);
    m_preview->setTabKeyNavigation(false);
    m_preview->setAccessibleName(tr("What the files would be called"));
    m_summary->setWordWrap(true);
    m_summary->setProperty("dim", true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_rename = buttons->addButton(tr("Rename the files"), QDialogButtonBox::ActionRole);
    m_rename->setToolTip(tr("Renames them on the disk; no other file is ever overwritten, and Undo takes it back"));
    m_rename->setEnabled(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_rename, &QPushButton::clicked, this, &UcsDialog::rename);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kPageMargin, kPageMargin, kPageMargin, kPageMargin);
    layout->setSpacing(kSpaceControls);
    layout->addLayout(form);
    layout->addWidget(m_preview, 1);
    layout->addWidget(m_summary);
    layout->addWidget(buttons);
    resize(820, 560);

    m_typing.setSingleShot(true);
    m_typing.setInterval(kPauseMs);
    connect(&m_typing, &QTimer::timeout, this, &UcsDialog::propose);
    const auto edited = [this] {
        m_rename->setEnabled(false); // until the preview says what it would do
        m_job.cancel();
        m_typing.start();
    };
    connect(m_category, &QComboBox::currentTextChanged, this, edited);
    for (QLineEdit* edit : {m_fxName, m_creator, m_source, m_data})
        connect(edit, &QLineEdit::textChanged, this, edited);
    propose();
}

library::UcsTemplate UcsDialog::names() const
{
    const auto text = [](const QString& typed) { return typed.trimmed().toStdString(); };
    return {text(m_category->currentText()), text(m_fxName->text()), text(m_creator->text()), text(m_source->text()),
            text(m_data->text())};
}

void UcsDialog::propose()
{
    m_job.start([catalogue = m_organise->session()->catalogue(), clips = m_clips, names = names()](
                    std::stop_token, const ProgressFn&) { return library::proposeUcsNames(catalogue, clips, names); },
                [this](std::vector<library::UcsProposal> proposals) { take(std::move(proposals)); },
                [this](const JobFailure& failure) { m_summary->setText(failure.sentence); });
}

void UcsDialog::take(std::vector<library::UcsProposal> proposals)
{
    m_proposals = std::move(proposals);
    const auto rows = static_cast<int>(std::min(kShown, m_proposals.size()));
    m_preview->setRowCount(rows);
    for (int row = 0; row < rows; ++row) {
        const library::UcsProposal& proposal = m_proposals[static_cast<std::size_t>(row)];
        const bool fine = proposal.problem.empty();
        auto* from = new QTableWidgetItem(shown(proposal.from.filename()));
        auto* to = new QTableWidgetItem(fine ? shown(proposal.to.filename()) : shown(proposal.problem));
        from->setToolTip(shown(proposal.from));
        to->setToolTip(to->text());
        if (!fine)
            to->setForeground(ui::palette().amber);
        else if (proposal.from == proposal.to)
            to->setForeground(ui::palette().dim);
        m_preview->setItem(row, 0, from);
        m_preview->setItem(row, 1, to);
    }
    const auto renamed = static_cast<std::int64_t>(std::ranges::count_if(
        m_proposals, [](const auto& proposal) { return proposal.problem.empty() && proposal.from != proposal.to; }));
    const auto problems = static_cast<std::int64_t>(
        std::ranges::count_if(m_proposals, [](const auto& proposal) { return !proposal.problem.empty(); }));
    QString summary = grouped(tr("%n file(s) get a new name", nullptr, static_cast<int>(renamed)), renamed);
    if (problems > 0)
        summary +=
            QStringLiteral(" · ") + grouped(tr("%n cannot be renamed", nullptr, static_cast<int>(problems)), problems);
    m_summary->setText(summary);
    m_rename->setEnabled(renamed > 0);
}

void UcsDialog::rename()
{
    m_organise->apply([catalogue = m_organise->session()->catalogue(), proposals = m_proposals](library::Organiser&) {
        return library::renameFiles(catalogue, proposals);
    });
    accept();
}

} // namespace prolap::ui
