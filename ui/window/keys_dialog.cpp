#include "ui/window/keys_dialog.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QScrollArea>
#include <QVBoxLayout>

#include "ui/theme/metrics.h"

namespace prolap::ui {

namespace {

QLabel* cell(const QString& text, bool dim)
{
    auto* label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setProperty("dim", dim);
    return label;
}

} // namespace

KeysDialog::KeysDialog(const QMenuBar* menus, QWidget* parent) : QDialog(parent)
{
    setWindowTitle(tr("Keys"));
    auto* content = new QWidget;
    auto* grid = new QGridLayout(content);
    grid->setHorizontalSpacing(2 * kSpaceGroups);
    grid->setVerticalSpacing(kSpaceInner);
    int row = 0;
    const auto add = [&](const QString& what, const QString& key) {
        grid->addWidget(cell(what, false), row, 0);
        grid->addWidget(cell(key, true), row, 1);
        ++row;
    };
    for (const QAction* menu : menus->actions()) {
        if (!menu->menu())
            continue;
        auto* title = cell(menu->text().remove(QLatin1Char('&')), true);
        title->setContentsMargins(0, row == 0 ? 0 : kSpaceControls, 0, 0);
        grid->addWidget(title, row++, 0, 1, 2);
        for (const QAction* action : menu->menu()->actions())
            if (!action->shortcut().isEmpty())
                add(action->text().remove(QLatin1Char('&')), action->shortcut().toString(QKeySequence::NativeText));
    }
    add(tr("From the caption into the results"), QKeySequence(Qt::Key_Down).toString(QKeySequence::NativeText));
    grid->setColumnStretch(0, 1);
    grid->setRowStretch(row, 1);

    auto* scroll = new QScrollArea;
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kPageMargin, kPageMargin, kPageMargin, kPageMargin);
    layout->addWidget(scroll, 1);
    layout->addWidget(buttons);
    resize(420, 560);
}

} // namespace prolap::ui
