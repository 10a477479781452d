#include "ui/organise/statistics_dialog.h"

#include <algorithm>

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTabWidget>
#include <QTableWidget>
#include <QVBoxLayout>

#include "ui/text.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"

namespace prolap::ui {

namespace {

constexpr int kShareRole = Qt::UserRole;
constexpr std::size_t kRows = 200;

enum Column { NameColumn, BarColumn, ClipsColumn, HoursColumn, ColumnCount };

/// A bar as long as the row's share of the largest.
class BarDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QRect bar = option.rect.adjusted(kSpaceInner, 8, -kSpaceInner, -8);
        bar.setWidth(std::max(2, static_cast<int>(bar.width() * index.data(kShareRole).toDouble())));
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(ui::palette().accent);
        painter->drawRoundedRect(bar, 3, 3);
        painter->restore();
    }
};

QTableWidgetItem* numberItem(const QString& text)
{
    auto* item = new QTableWidgetItem(text);
    item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return item;
}

} // namespace

StatisticsDialog::StatisticsDialog(Path catalogue, QWidget* parent)
    : QDialog(parent), m_summary(new QLabel(tr("Counting…"))), m_tabs(new QTabWidget)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Statistics of the library"));
    m_summary->setWordWrap(true);
    m_summary->setTextFormat(Qt::PlainText);
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(tr("Statistics"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kPageMargin, kPageMargin, kPageMargin, kPageMargin);
    layout->setSpacing(kSpaceControls);
    layout->addWidget(m_summary);
    layout->addWidget(m_tabs, 1);
    layout->addWidget(buttons);
    resize(760, 520);
    m_job.start([catalogue = std::move(catalogue)](std::stop_token,
                                                   const ProgressFn&) { return library::libraryStatistics(catalogue); },
                [this](const library::LibraryStatistics& all) { take(all); },
                [this](const JobFailure& failure) { m_summary->setText(failure.sentence); });
}

QString StatisticsDialog::summary() const
{
    return m_summary->text();
}

void StatisticsDialog::take(const library::LibraryStatistics& all)
{
    QStringList lines{tr("%1 · %2 · %3 GB")
                          .arg(grouped(tr("%n clip(s)", nullptr, static_cast<int>(all.clips)), all.clips),
                               hoursText(all.hours * 3600),
                               QString::number(static_cast<double>(all.bytes) / 1e9, 'f', 2))};
    QStringList states{tr("%1 listened to").arg(countText(all.listened))};
    const auto state = [&](const QString& text, std::int64_t count) {
        if (count > 0)
            states << text.arg(countText(count));
    };
    state(tr("%1 unreadable"), all.failed);
    state(tr("%1 missing from their folder"), all.missing);
    state(tr("%1 in folders that are not reachable"), all.offline);
    state(tr("%1 silent"), all.silent);
    lines << states.join(QStringLiteral(" · "));
    lines << tr("%1 with tags · %2 with captions · %3 rated · %4 favourites · %5 in collections")
                 .arg(countText(all.tagged), countText(all.captioned), countText(all.rated), countText(all.favourites),
                      countText(all.inCollections));
    m_summary->setText(lines.join(QLatin1Char('\n')));
    const auto named = [](std::vector<library::LibraryShare> shares, const QString& text) {
        for (library::LibraryShare& share : shares)
            share.name = text.arg(QString::fromStdString(share.name)).toStdString();
        return shares;
    };
    addPage(tr("Formats"), all.formats);
    addPage(tr("Sample rates"), named(all.sampleRates, tr("%1 Hz")));
    addPage(tr("Channels"), all.channels);
    addPage(tr("Lengths"), all.lengths);
    addPage(tr("Folders"), all.folders);
    addPage(tr("Tags"), all.tags);
    addPage(tr("Categories"), all.categories);
    addPage(tr("Ratings"), named(all.ratings, tr("%1 stars")));
}

void StatisticsDialog::addPage(const QString& title, const std::vector<library::LibraryShare>& shares)
{
    if (shares.empty())
        return;
    auto* table = new QTableWidget(static_cast<int>(std::min(kRows, shares.size())), ColumnCount);
    table->setHorizontalHeaderLabels({title, QString(), tr("Clips"), tr("Hours")});
    table->setItemDelegateForColumn(BarColumn, new BarDelegate(table));
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setSectionResizeMode(BarColumn, QHeaderView::Stretch);
    table->setColumnWidth(NameColumn, 240);
    table->setShowGrid(false);
    table->setTabKeyNavigation(false);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setAccessibleName(title);
    std::int64_t most = 1;
    for (const library::LibraryShare& share : shares)
        most = std::max(most, share.clips);
    for (int row = 0; row < table->rowCount(); ++row) {
        const library::LibraryShare& share = shares[static_cast<std::size_t>(row)];
        auto* name = new QTableWidgetItem(share.name.empty() ? tr("unknown") : shown(share.name));
        name->setToolTip(name->text());
        auto* bar = new QTableWidgetItem;
        bar->setData(kShareRole, static_cast<double>(share.clips) / static_cast<double>(most));
        table->setItem(row, NameColumn, name);
        table->setItem(row, BarColumn, bar);
        table->setItem(row, ClipsColumn, numberItem(countText(share.clips)));
        table->setItem(row, HoursColumn, numberItem(QString::number(share.hours, 'f', 2)));
    }
    m_tabs->addTab(table, title);
}

} // namespace prolap::ui
