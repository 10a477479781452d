#include "ui/finetune/samples_view.h"

#include <algorithm>

#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "ui/text.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"

namespace prolap::ui {

namespace {
constexpr int kFile = Qt::UserRole;
}

SamplesView::SamplesView(QWidget* parent) : QWidget(parent), m_summary(new QLabel), m_tree(new QTreeWidget)
{
    m_summary->setWordWrap(true);
    m_summary->setTextFormat(Qt::PlainText);
    m_tree->setHeaderLabels({tr("Finds now"), tr("Found at the start")});
    m_tree->setAccessibleName(tr("What captions find"));
    m_tree->setToolTip(tr("Green clips carry the caption. Double click or Enter plays one."));
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->header()->setSectionResizeMode(QHeaderView::Stretch);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kSpaceControls, kSpaceControls, kSpaceControls, kSpaceControls);
    layout->setSpacing(kSpaceControls);
    layout->addWidget(m_summary);
    layout->addWidget(m_tree, 1);
    connect(m_tree, &QTreeWidget::itemActivated, this, [this](QTreeWidgetItem* item, int column) {
        const QString file = item->data(column, kFile).toString();
        if (!file.isEmpty())
            Q_EMIT playWanted(file);
    });
    show({});
}

void SamplesView::show(const nlohmann::json& samples)
{
    if (samples == m_shown && m_tree->topLevelItemCount() > 0)
        return; // what is read stays where it is scrolled to
    m_shown = samples;
    m_tree->clear();
    const auto captions =
        samples.is_object() ? samples.value("captions", nlohmann::json::array()) : nlohmann::json::array();
    m_tree->setVisible(!captions.empty());
    if (captions.empty()) {
        m_summary->setText(samples.is_null()
                               ? tr("When the run has looked at its progress for the first time, this shows which of "
                                    "your captions find something else now.")
                               : tr("So far every caption finds the same clips as before."));
        return;
    }
    m_summary->setText(tr("The captions that changed most, on clips that choose the best weights and teach nothing "
                          "(after %1 steps).")
                           .arg(countText(samples.value("step", std::int64_t(0)))));
    const Palette& p = ui::palette();
    QFont bold = font();
    bold.setBold(true);
    for (const auto& one : captions) {
        auto* top = new QTreeWidgetItem({QStringLiteral("“%1”").arg(shown(one.value("caption", "")))});
        top->setFont(0, bold);
        m_tree->addTopLevelItem(top);
        top->setFirstColumnSpanned(true);
        const auto now = one.value("now", nlohmann::json::array());
        const auto before = one.value("before", nlohmann::json::array());
        for (std::size_t i = 0; i < std::max(now.size(), before.size()); ++i) {
            auto* item = new QTreeWidgetItem(top);
            const nlohmann::json* sides[] = {i < now.size() ? &now[i] : nullptr,
                                             i < before.size() ? &before[i] : nullptr};
            for (int column = 0; column < 2; ++column) {
                if (!sides[column])
                    continue;
                const QString file = shown(sides[column]->value("path", ""));
                item->setText(column, QFileInfo(file).fileName());
                item->setIcon(column, icon("play"));
                item->setData(column, kFile, file);
                item->setToolTip(column, file);
                item->setForeground(column, sides[column]->value("own", false) ? p.green : p.dim);
            }
        }
        top->setExpanded(true);
    }
}

} // namespace prolap::ui
