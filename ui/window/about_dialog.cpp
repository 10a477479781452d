#include "ui/window/about_dialog.h"

#include <QApplication>
#include <QDialogButtonBox>
#include <QFile>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTabWidget>
#include <QTableWidget>
#include <QVBoxLayout>

#include "core/library/components.h"
#include "ui/text.h"
#include "ui/theme/metrics.h"

namespace prolap::ui {

namespace {

constexpr int kIconSize = 64;
constexpr QSize kStartSize(720, 520);

QPlainTextEdit* textOf(const QString& resource, const QString& name)
{
    auto* view = new QPlainTextEdit;
    QFile file(resource);
    if (file.open(QIODevice::ReadOnly))
        view->setPlainText(QString::fromUtf8(file.readAll()));
    view->setReadOnly(true);
    view->setTabChangesFocus(true);
    view->setLineWrapMode(QPlainTextEdit::NoWrap);
    view->setFont(scaled(QFontDatabase::systemFont(QFontDatabase::FixedFont), kDimScale));
    view->setAccessibleName(name);
    return view;
}

} // namespace

AboutDialog::AboutDialog(QWidget* parent) : QDialog(parent)
{
    setWindowTitle(tr("About ProLAP Explorer"));

    auto* picture = new QLabel;
    picture->setPixmap(QIcon(QStringLiteral(":/icons/prolap-explorer.svg")).pixmap(kIconSize, kIconSize));
    auto* title = new QLabel(tr("ProLAP Explorer %1").arg(QApplication::applicationVersion()));
    title->setFont(scaled(font(), kTitleScale));
    auto* sentence =
        new QLabel(tr("Find sounds by describing them. Everything happens on this machine: nothing is sent "
                      "anywhere, and your sound files are never changed."));
    sentence->setWordWrap(true);
    auto* licence = new QLabel(tr("Free software under the GNU General Public License, version 3 or later."));
    licence->setProperty("dim", true);
    licence->setWordWrap(true);
    auto* words = new QVBoxLayout;
    words->setSpacing(kSpaceInner);
    words->addWidget(title);
    words->addWidget(sentence);
    words->addWidget(licence);
    auto* head = new QHBoxLayout;
    head->setSpacing(kSpaceGroups);
    head->addWidget(picture, 0, Qt::AlignTop);
    head->addLayout(words, 1);

    std::vector<library::Component> components = library::components();
    components.insert(components.begin(), {"Qt (Widgets, Charts, Multimedia, Svg)", qVersion(),
                                           "LGPL-3.0-only; Charts: GPL-3.0-or-later", "the window"});
    auto* table = new QTableWidget(static_cast<int>(components.size()), 4);
    table->setHorizontalHeaderLabels({tr("Library"), tr("Version"), tr("Licence"), tr("Used for")});
    table->setAccessibleName(tr("Libraries of others and their licences"));
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setShowGrid(false);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setHighlightSections(false);
    for (int row = 0; row < table->rowCount(); ++row) {
        const library::Component& component = components[static_cast<std::size_t>(row)];
        int column = 0;
        for (const std::string& text : {component.name, component.version, component.licence, component.purpose})
            table->setItem(row, column++, new QTableWidgetItem(shown(text)));
    }
    table->resizeColumnsToContents();
    table->horizontalHeader()->setStretchLastSection(true);

    auto* tabs = new QTabWidget;
    tabs->addTab(table, tr("&Libraries"));
    tabs->addTab(textOf(QStringLiteral(":/NOTICE"), tr("Attributions")), tr("&Sounds and models"));
    tabs->addTab(textOf(QStringLiteral(":/LICENSE"), tr("Licence")), tr("Li&cence"));

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kPageMargin, kPageMargin, kPageMargin, kPageMargin);
    layout->setSpacing(kSpaceGroups);
    layout->addLayout(head);
    layout->addWidget(tabs, 1);
    layout->addWidget(buttons);
    resize(kStartSize);
}

} // namespace prolap::ui
