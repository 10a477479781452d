#include "ui/finetune/comparison_view.h"

#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QSplitter>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "ui/text.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"

namespace prolap::ui {

namespace {

constexpr int kFile = Qt::UserRole;

QString number(double value)
{
    return QLocale().toString(100 * value, 'f', 1);
}

QString signedNumber(double value)
{
    return (value >= 0 ? QStringLiteral("+") : QString()) + number(value);
}

QTreeWidget* table(const QStringList& columns, const QString& name)
{
    auto* tree = new QTreeWidget;
    tree->setHeaderLabels(columns);
    tree->setAccessibleName(name);
    tree->setRootIsDecorated(false);
    tree->setIndentation(kSpaceGroups);
    tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    return tree;
}

} // namespace

QString figureText(const std::string& name)
{
    return name == "zeroshot_top1"         ? ComparisonView::tr("Called by the right name")
           : name == "t2a_label_map10"     ? ComparisonView::tr("A name finds its kind")
           : name == "t2a_map10"           ? ComparisonView::tr("A caption finds its clip")
           : name == "inclusion"           ? ComparisonView::tr("Captions are more general than clips")
           : name == "traversal_precision" ? ComparisonView::tr("On the way to the general: captions that fit")
           : name == "traversal_recall"    ? ComparisonView::tr("On the way to the general: own captions met")
           : name == "ece"                 ? ComparisonView::tr("Error of the match probability (less is better)")
                                           : shown(name);
}

ComparisonView::ComparisonView(QWidget* parent)
    : QWidget(parent),
      m_summary(new QLabel),
      m_figures(table(
          {tr("On clips it never learned from"), tr("Before, %"), tr("After, %"), tr("Change"), tr("Likely between")},
          tr("Before and after"))),
      m_clips(table({tr("Clip"), tr("Is"), tr("Was called"), tr("Is called now")}, tr("Clips won and lost")))
{
    m_summary->setWordWrap(true);
    m_summary->setTextFormat(Qt::PlainText);
    m_figures->setToolTip(tr("With other clips like these the change would lie between these bounds 95 times in 100"));
    m_clips->setToolTip(tr("Clips that were called wrong and are called right now, and the other way round. Double "
                           "click or Enter plays one."));
    for (QTreeWidget* tree : {m_figures, m_clips}) {
        tree->header()->setStretchLastSection(false);
        tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    }
    auto* splitter = new QSplitter(Qt::Vertical);
    splitter->addWidget(m_figures);
    splitter->addWidget(m_clips);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kSpaceControls, kSpaceControls, kSpaceControls, kSpaceControls);
    layout->setSpacing(kSpaceControls);
    layout->addWidget(m_summary);
    layout->addWidget(splitter, 1);
    connect(m_clips, &QTreeWidget::itemActivated, this, [this](QTreeWidgetItem* item) {
        const QString file = item->data(0, kFile).toString();
        if (!file.isEmpty())
            Q_EMIT playWanted(file);
    });
    show({});
}

void ComparisonView::show(const nlohmann::json& comparison)
{
    m_figures->clear();
    m_clips->clear();
    const Palette& p = ui::palette();
    const auto groups =
        comparison.is_object() ? comparison.value("groups", nlohmann::json::array()) : nlohmann::json::array();
    if (groups.empty()) {
        m_summary->setText(comparison.is_null() ? tr("When the run is done, this shows what it changed.")
                                                : tr("There were no held-out clips to compare on."));
        return;
    }
    QStringList summary;
    for (const auto& group : groups) {
        const bool control = group.value("name", "") == "control";
        auto* top = new QTreeWidgetItem({control ? tr("What it knew before (%1 clips)").arg(group.value("clips", 0))
                                                 : tr("Your held-out clips (%1)").arg(group.value("clips", 0))});
        QFont bold = m_figures->font();
        bold.setBold(true);
        top->setFont(0, bold);
        m_figures->addTopLevelItem(top);
        top->setFirstColumnSpanned(true);
        top->setExpanded(true);
        for (const auto& figure : group.value("figures", nlohmann::json::array())) {
            const std::string name = figure.value("name", "");
            const double low = figure.value("low", 0.), high = figure.value("high", 0.),
                         change = figure.value("change", 0.);
            auto* item = new QTreeWidgetItem({figureText(name), number(figure.value("before", 0.)),
                                              number(figure.value("after", 0.)), signedNumber(change),
                                              tr("%1 and %2").arg(signedNumber(low), signedNumber(high))});
            for (int column = 1; column <= 4; ++column)
                item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
            const double sign = name == "ece" ? -1 : 1;
            // Only a change that luck does not explain has a colour.
            if (low * high > 0)
                item->setForeground(3, sign * change > 0 ? p.green : p.red);
            top->addChild(item);
            if (name == "zeroshot_top1")
                summary << (control ? tr("Other sounds: %1 points.")
                                    : tr("Your sounds are called by the right name %1 points more often."))
                               .arg(signedNumber(change));
        }
        int won = 0, lost = 0;
        for (const auto& clip : group.value("changed", nlohmann::json::array())) {
            const bool better = clip.value("won", false);
            (better ? won : lost) += 1;
            const QString file = shown(clip.value("path", ""));
            auto* item = new QTreeWidgetItem({QFileInfo(file).fileName(), shown(clip.value("label", "")),
                                              shown(clip.value("before", "")), shown(clip.value("after", ""))});
            item->setData(0, kFile, file);
            item->setIcon(0, icon("play"));
            item->setToolTip(0, file);
            item->setForeground(3, better ? p.green : p.red);
            m_clips->addTopLevelItem(item);
        }
    }
    m_summary->setText(summary.join(QLatin1Char(' ')));
    for (QTreeWidget* tree : {m_figures, m_clips})
        for (int column = 1; column < tree->columnCount(); ++column)
            tree->resizeColumnToContents(column);
}

} // namespace prolap::ui
