#include "ui/models_page/fetch_dialog.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include "core/fetch/model_fetch.h"
#include "ui/models_page/model_list.h"
#include "ui/text.h"
#include "ui/theme/metrics.h"

namespace prolap::ui {

FetchDialog::FetchDialog(QWidget* parent) : QDialog(parent), m_table(new QTableWidget(0, 4)), m_notes(new QLabel)
{
    setWindowTitle(tr("Fetch a published model"));
    auto* sentence = new QLabel(tr("Others trained and published these. They have no uncertainty, and search all the "
                                   "same. This is the only time that the program uses the network."));
    sentence->setWordWrap(true);
    sentence->setProperty("dim", true);
    m_table->setHorizontalHeaderLabels({tr("Model"), tr("Size"), tr("Here"), tr("Licence, by its card")});
    m_table->setAccessibleName(tr("Published models"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    for (const fetch::PublishedModel& model : fetch::publishedModels().models) {
        const fetch::Presence presence = fetch::presenceOf(model, fetch::userModelsFolder() / model.name);
        const QString here = presence == fetch::Presence::Complete ? tr("yes")
                             : presence == fetch::Presence::Partly ? tr("in part")
                                                                   : tr("no");
        const int row = m_table->rowCount();
        m_table->insertRow(row);
        const QStringList cells{shown(model.title), bytesText(model.bytes()), here, shown(model.licence)};
        for (int column = 0; column < cells.size(); ++column) {
            auto* item = new QTableWidgetItem(cells[column]);
            item->setToolTip(cells[column]);
            item->setTextAlignment((column == 1 ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
            item->setData(Qt::UserRole, shown(model.name));
            m_table->setItem(row, column, item);
        }
    }
    m_table->resizeColumnsToContents();
    m_table->setColumnWidth(0, 380);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_notes->setWordWrap(true);
    m_notes->setProperty("dim", true);
    m_notes->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_notes->setMinimumHeight(3 * fontMetrics().lineSpacing());
    m_notes->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_notes->setAccessibleName(tr("About the chosen model"));

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_fetch = buttons->addButton(tr("&Fetch"), QDialogButtonBox::AcceptRole);
    m_fetch->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_table, &QTableWidget::itemDoubleClicked, m_fetch, &QPushButton::click);
    connect(m_table, &QTableWidget::currentCellChanged, this, &FetchDialog::showNotes);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kPageMargin, kPageMargin, kPageMargin, kPageMargin);
    layout->setSpacing(kSpaceControls);
    layout->addWidget(sentence);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_notes);
    layout->addWidget(buttons);
    resize(960, 520);
    m_table->setCurrentCell(0, 0);
    showNotes();
}

QString FetchDialog::chosen() const
{
    const QTableWidgetItem* item = m_table->item(m_table->currentRow(), 0);
    return item ? item->data(Qt::UserRole).toString() : QString();
}

void FetchDialog::showNotes()
{
    m_fetch->setEnabled(m_table->currentRow() >= 0);
    for (const fetch::PublishedModel& model : fetch::publishedModels().models)
        if (shown(model.name) == chosen()) {
            const auto presence = fetch::presenceOf(model, fetch::userModelsFolder() / model.name);
            m_fetch->setText(presence == fetch::Presence::Partly     ? tr("&Go on fetching")
                             : presence == fetch::Presence::Complete ? tr("&Check it again")
                                                                     : tr("&Fetch"));
            m_notes->setText(QStringLiteral("%1\n%2").arg(shown(model.notes), shown(model.page)));
        }
}

} // namespace prolap::ui
