#include "ui/finetune/clip_sides.h"

#include <algorithm>
#include <set>

#include <QAction>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

#include "ui/text.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"

namespace prolap::ui {

namespace {

constexpr const char* kSides[] = {"train", "val", "test"};
constexpr QSize kSize(760, 520);

/// Lists rows whose name or kind has the words, on one side or on all.
class Filter : public QSortFilterProxyModel {
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void set(const QString& words, const QString& side)
    {

        m_words = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
        m_side = side;
        invalidateFilter();
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override
    {
        const auto text = [&](int column) { return sourceModel()->index(row, column, parent).data().toString(); };
        if (!m_side.isEmpty() && text(ClipSides::Side) != m_side)
            return false;
        const QString all = text(ClipSides::Name) + QLatin1Char(' ') + text(ClipSides::Kind);
        return std::ranges::all_of(m_words,
                                   [&](const QString& word) { return all.contains(word, Qt::CaseInsensitive); });
    }

private:
    QStringList m_words;
    QString m_side;
};

} // namespace

QString sideText(const std::string& split)
{
    return split == "train" ? ClipSidesDialog::tr("Learns")
           : split == "val" ? ClipSidesDialog::tr("Chooses the best")
                            : ClipSidesDialog::tr("Held out");
}

ClipSides::ClipSides(const train::PreparedData& data, QObject* parent)
    : QAbstractTableModel(parent), m_rows(data.manifest.rows), m_seconds(data.seconds), m_groups(data.groups)
{
    m_groups.resize(m_rows.size());
    m_seconds.resize(m_rows.size());
    for (const int group : m_groups)
        ++m_sizes[group];
}

int ClipSides::move(const std::vector<int>& rows, const std::string& side)
{
    std::set<int> groups;
    for (const int row : rows)
        groups.insert(m_groups[static_cast<std::size_t>(row)]);
    int went = 0;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (!groups.contains(m_groups[i]) || m_rows[i].split == side)
            continue;
        m_rows[i].split = side;
        m_moved[m_rows[i].file.native()] = side;
        ++went;
    }
    if (went > 0)
        Q_EMIT dataChanged(index(0, Side), index(rowCount() - 1, Side));
    return went;
}

int ClipSides::count(const std::string& side) const
{
    return static_cast<int>(std::ranges::count(m_rows, side, &train::ManifestRow::split));
}

int ClipSides::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ClipSides::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QVariant ClipSides::data(const QModelIndex& index, int role) const
{
    const auto at = static_cast<std::size_t>(index.row());
    const train::ManifestRow& row = m_rows[at];
    const int together = m_sizes.at(m_groups[at]);
    if (role == Qt::DisplayRole) {
        switch (index.column()) {
        case Name:
            return shown(row.file.filename());
        case Kind:
            return shown(row.label);
        case Length:
            return durationText(m_seconds[at]);
        case Side:
            return sideText(row.split);
        default:
            return together > 1 ? tr("%1 together").arg(together) : QString();
        }
    }
    if (role == Qt::ToolTipRole)
        return index.column() == Together && together > 1
                   ? tr("Takes of one recording, copies, and clips that sound nearly the same move together")
                   : shown(row.file);
    if (role == Qt::TextAlignmentRole && index.column() == Length)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ForegroundRole && index.column() == Side && m_moved.contains(row.file.native()))
        return ui::palette().accent;
    return {};
}

QVariant ClipSides::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QString names[] = {tr("Clip"), tr("Kind"), tr("Length"), tr("Side"), tr("Kept together")};
    return names[section];
}

ClipSidesDialog::ClipSidesDialog(const train::PreparedData& prepared, QWidget* parent)
    : QDialog(parent),
      m_model(new ClipSides(prepared, this)),
      m_filtered(new Filter(this)),
      m_table(new QTableView),
      m_field(new QLineEdit),
      m_side(new QComboBox),
      m_counts(new QLabel)
{
    setWindowTitle(tr("Which clips teach, and which judge"));
    resize(kSize);
    m_filtered->setSourceModel(m_model);
    m_filtered->setDynamicSortFilter(false);
    m_table->setModel(m_filtered);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(ClipSides::Name, Qt::AscendingOrder);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(ClipSides::Name, QHeaderView::Stretch);
    m_table->setAccessibleName(tr("Clips and their sides"));
    m_table->setTabKeyNavigation(false);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_field->setPlaceholderText(tr("Find by name or kind"));
    m_field->setAccessibleName(tr("Find by name or kind"));
    m_field->setToolTip(tr("Lists the clips whose name or kind has these words"));
    m_field->setClearButtonEnabled(true);
    m_side->addItem(tr("On every side"), QString());
    for (const char* side : kSides)
        m_side->addItem(sideText(side), sideText(side));
    m_side->setAccessibleName(tr("Side"));
    m_side->setToolTip(tr("Lists the clips of one side alone"));
    auto* top = new QHBoxLayout;
    top->setSpacing(kSpaceControls);
    top->addWidget(m_field, 1);
    top->addWidget(m_side);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(kSpaceControls);
    const QKeySequence keys[] = {QKeySequence(Qt::Key_L), QKeySequence(Qt::Key_B), QKeySequence(Qt::Key_H)};
    for (int i = 0; i < 3; ++i) {
        const std::string side = kSides[i];
        auto* action = new QAction(sideText(side), m_table);
        action->setShortcut(keys[i]);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, [this, side] { moveSelected(side); });
        m_table->addAction(action);
        auto* button = new QPushButton(sideText(side));
        button->setAutoDefault(false);
        button->setToolTip(tr("Puts the chosen clips, and what is kept together with them, on this side (%1)")
                               .arg(keys[i].toString(QKeySequence::NativeText)));
        connect(button, &QPushButton::clicked, this, [this, side] { moveSelected(side); });
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    buttons->addWidget(m_counts);
    auto* box = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    connect(box, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(kSpaceControls);
    layout->addLayout(top);
    layout->addWidget(m_table, 1);
    layout->addLayout(buttons);
    layout->addWidget(box);
    const auto filter = [this] {
        static_cast<Filter*>(m_filtered)->set(m_field->text(), m_side->currentData().toString());
    };
    connect(m_field, &QLineEdit::textChanged, this, filter);
    connect(m_side, &QComboBox::currentIndexChanged, this, filter);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex& index) {
        Q_EMIT playWanted(m_model->file(m_filtered->mapToSource(index).row()));
    });
    showCounts();
}

void ClipSidesDialog::moveSelected(const std::string& side)
{
    std::vector<int> rows;
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows())
        rows.push_back(m_filtered->mapToSource(index).row());
    m_model->move(rows, side);
    showCounts();
}

void ClipSidesDialog::showCounts()
{
    m_counts->setText(tr("%1 learn, %2 choose the best, %3 held out")
                          .arg(m_model->count("train"))
                          .arg(m_model->count("val"))
                          .arg(m_model->count("test")));
}

} // namespace prolap::ui
