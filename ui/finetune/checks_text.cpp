#include "ui/finetune/checks_text.h"

#include <QCoreApplication>
#include <QTreeWidget>

#include "ui/text.h"
#include "ui/theme/icons.h"
#include "ui/theme/palette.h"

namespace prolap::ui {

namespace {

using Weight = train::DataCheck::Weight;

class ChecksText {
    Q_DECLARE_TR_FUNCTIONS(prolap::ui::ClipsStep)
};

} // namespace

QString factsText(const train::PreparedData& prepared, std::size_t moved)
{
    const train::DataFacts& facts = prepared.facts;
    QStringList levels;
    for (std::size_t i = 0; i < facts.captions.size(); ++i)
        levels << ChecksText::tr("%1 of level %2 (%3 different)")
                      .arg(countText(static_cast<std::int64_t>(facts.captions[i])))
                      .arg(i + 1)
                      .arg(countText(static_cast<std::int64_t>(facts.distinct[i])));
    QString text =
        ChecksText::tr("%1 clips, %2: %3 to learn from, %4 to choose the best weights, %5 held out.\nCaptions: %6.")
            .arg(countText(static_cast<std::int64_t>(facts.clips)), hoursText(facts.hours * 3600),
                 countText(static_cast<std::int64_t>(facts.train)),
                 countText(static_cast<std::int64_t>(facts.validation)),
                 countText(static_cast<std::int64_t>(facts.test)), levels.join(QStringLiteral(", ")));
    if (moved > 0)
        text +=
            QLatin1Char('\n') +
            ChecksText::tr("%1 clips are on the side that you chose.").arg(countText(static_cast<std::int64_t>(moved)));
    if (!prepared.split.note.empty())
        text += QLatin1Char('\n') + shown(prepared.split.note);
    return text;
}

void showChecks(QTreeWidget* tree, const train::PreparedData& prepared)
{
    const train::DataFacts& facts = prepared.facts;
    tree->clear();
    const Palette& p = ui::palette();
    for (const train::DataCheck& check : prepared.checks) {
        auto* item = new QTreeWidgetItem({shown(check.sentence)});
        const bool heavy = check.weight == Weight::Warning || check.weight == Weight::Refusal;
        item->setForeground(0, check.weight == Weight::Refusal   ? p.red
                               : check.weight == Weight::Warning ? p.amber
                               : check.weight == Weight::Notice  ? p.text
                                                                 : p.dim);
        if (heavy)
            item->setIcon(0, icon("warning"));
        if (!check.advice.empty())
            item->addChild(new QTreeWidgetItem({shown(check.advice)}));
        for (const std::string& example : check.examples) {
            auto* child = new QTreeWidgetItem({shown(example)});
            child->setForeground(0, p.dim);
            item->addChild(child);
        }
        tree->addTopLevelItem(item);
        item->setExpanded(heavy);
    }
    // What it is all about first.
    if (facts.labels.size() > 1) {
        auto* kinds = new QTreeWidgetItem({ChecksText::tr("Clips of each kind")});
        kinds->setForeground(0, p.dim);
        for (const auto& [label, clips] : facts.labels)
            kinds->addChild(new QTreeWidgetItem(
                {ChecksText::tr("%1: %2").arg(label.empty() ? ChecksText::tr("without a kind") : shown(label),
                                              countText(static_cast<std::int64_t>(clips)))}));
        tree->addTopLevelItem(kinds);
    }
}

} // namespace prolap::ui
