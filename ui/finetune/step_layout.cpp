#include "ui/finetune/step_layout.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "ui/theme/metrics.h"

namespace prolap::ui {

QVBoxLayout* stepLayout(QWidget* step, const QString& title)
{
    auto* layout = new QVBoxLayout(step);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSpaceControls);
    auto* label = new QLabel(title);
    QFont font = label->font();
    font.setBold(true);
    label->setFont(font);
    layout->addWidget(label);
    return layout;
}

QLabel* dimLabel(const QString& text)
{
    auto* label = new QLabel(text);
    label->setProperty("dim", true);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

void addField(QGridLayout* grid, int row, const QString& name, QWidget* field)
{
    auto* label = new QLabel(name);
    label->setBuddy(field);
    grid->addWidget(label, row, 0);
    grid->addWidget(field, row, 1);
}

QGridLayout* fieldGrid(QWidget* of)
{
    auto* grid = new QGridLayout(of);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(kSpaceControls);
    grid->setVerticalSpacing(kSpaceInner);
    grid->setColumnStretch(1, 1);
    return grid;
}

} // namespace prolap::ui
