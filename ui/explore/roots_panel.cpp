#include "ui/explore/roots_panel.h"

#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/lists/two_line_delegate.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

namespace prolap::ui {

RootsPanel::RootsPanel(QWidget* parent)
    : QWidget(parent), m_list(new QListView), m_add(new QPushButton(icon("folder-add"), tr("Add folder…")))
{
    auto* title = new QLabel(tr("Folders"));
    title->setProperty("dim", true);
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new TwoLineDelegate(RootModel::ClipsRole, RootModel::OfflineRole, m_list));
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->setAccessibleName(tr("Folders"));
    m_list->setToolTip(tr("Choose a folder to see only its clips"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    title->setBuddy(m_list);
    m_add->setToolTip(tr("Add a folder of sounds to the library (Ctrl+O)"));
    m_add->setAccessibleName(tr("Add folder"));

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSpaceControls);
    layout->addWidget(title);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_add);
    setMinimumWidth(168);

    m_list->setCurrentIndex(m_model.index(0));
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &RootsPanel::choiceChanged);
    connect(m_list, &QWidget::customContextMenuRequested, this, &RootsPanel::showMenu);
    connect(m_add, &QPushButton::clicked, this, &RootsPanel::addWanted);
}

void RootsPanel::setRoots(std::vector<library::RootSummary> roots)
{
    const std::optional<RootId> before = chosen();
    const QSignalBlocker quiet(m_list->selectionModel());
    m_model.setRoots(std::move(roots));
    m_list->setCurrentIndex(m_model.index(before ? m_model.rowOf(*before) : 0));
    m_list->viewport()->update();
    if (chosen() != before)
        Q_EMIT choiceChanged();
}

std::optional<RootId> RootsPanel::chosen() const
{
    const library::RootSummary* root = m_model.rootAt(m_list->currentIndex().row());
    return root ? std::optional(root->id) : std::nullopt;
}

void RootsPanel::showMenu(const QPoint& at)
{
    const QModelIndex index = m_list->indexAt(at);
    QMenu menu;
    if (const library::RootSummary* root = m_model.rootAt(index.row())) {
        const library::RootSummary copy = *root;
        menu.addAction(icon("rescan"), tr("Rescan this folder"), this,
                       [this, copy] { Q_EMIT rescanWanted(copy.path); });
        menu.addAction(icon("reveal"), tr("Show in the file manager"), this,
                       [this, copy] { Q_EMIT revealWanted(copy.path); });
        menu.addSeparator();
        menu.addAction(icon("remove"), tr("Remove from the library…"), this,
                       [this, copy] { Q_EMIT removeWanted(copy); });
    } else {
        menu.addAction(icon("folder-add"), tr("Add folder…"), this, &RootsPanel::addWanted);
        menu.addAction(icon("rescan"), tr("Rescan all folders"), this, &RootsPanel::rescanAllWanted);
    }
    menu.exec(m_list->viewport()->mapToGlobal(at));
}

} // namespace prolap::ui
