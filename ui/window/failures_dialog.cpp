#include "ui/window/failures_dialog.h"

#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include "ui/desktop/file_manager.h"
#include "ui/text.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

namespace prolap::ui {

FailuresDialog::FailuresDialog(QWidget* parent) : QDialog(parent), m_sentence(new QLabel), m_table(new QTableView)
{
    setWindowTitle(tr("Files that could not be read"));
    m_sentence->setWordWrap(true);
    m_sentence->setProperty("dim", true);
    m_table->setModel(&m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->setColumnWidth(FailureModel::FileColumn, 260);
    m_table->setAccessibleName(tr("Files that could not be read"));
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QWidget::customContextMenuRequested, this, &FailuresDialog::showMenu);

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QPushButton* retry = buttons->addButton(tr("Try again"), QDialogButtonBox::ActionRole);
    retry->setToolTip(tr("Go through the folders again, these files too"));
    QPushButton* copy = buttons->addButton(tr("Copy list"), QDialogButtonBox::ActionRole);
    copy->setToolTip(tr("Copy the paths and reasons, one file a line"));
    connect(retry, &QPushButton::clicked, this, [this] {
        Q_EMIT retryWanted();
        accept();
    });
    connect(copy, &QPushButton::clicked, this, &FailuresDialog::copyAll);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kPageMargin, kPageMargin, kPageMargin, kPageMargin);
    layout->setSpacing(kSpaceControls);
    layout->addWidget(m_sentence);
    layout->addWidget(m_table, 1);
    layout->addWidget(buttons);
    resize(900, 420);
}

void FailuresDialog::setFailures(std::vector<library::IndexFailure> failures)
{
    m_sentence->setText(failures.empty() ? tr("Every file of this library could be read.")
                                         : tr("These files are left out of the library. The others are not affected."));
    m_model.setFailures(std::move(failures));
}

void FailuresDialog::showMenu(const QPoint& at)
{
    const QModelIndex index = m_table->indexAt(at);
    if (!index.isValid())
        return;
    const Path path = m_model.at(index.row()).path;
    QMenu menu;
    menu.addAction(icon("reveal"), tr("Show in the file manager"), this, [path] { revealFile(path); });
    menu.addAction(icon("copy"), tr("Copy path"), this,
                   [path] { QApplication::clipboard()->setText(localPath(path)); });
    menu.exec(m_table->viewport()->mapToGlobal(at));
}

void FailuresDialog::copyAll()
{
    QStringList lines;
    for (int row = 0; row < m_model.rowCount(); ++row)
        lines << shown(m_model.at(row).path) + QLatin1Char('\t') + shown(m_model.at(row).reason);
    QApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

} // namespace prolap::ui
