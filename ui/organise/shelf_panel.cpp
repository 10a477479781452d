#include "ui/organise/shelf_panel.h"

#include <QDropEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QInputDialog>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/organise/organise_session.h"
#include "ui/text.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"

namespace prolap::ui {

namespace {

enum ItemType { GroupItem = QTreeWidgetItem::UserType, CollectionItem, SearchItem };

constexpr int kIdRole = Qt::UserRole;
constexpr int kQueryRole = Qt::UserRole + 1;

CollectionId collectionOf(const QTreeWidgetItem* item)
{
    return CollectionId{item->data(0, kIdRole).toLongLong()};
}

SavedSearchId searchOf(const QTreeWidgetItem* item)
{
    return SavedSearchId{item->data(0, kIdRole).toLongLong()};
}

} // namespace

QTreeWidgetItem* ShelfTree::collectionAt(const QDropEvent* event) const
{
    QTreeWidgetItem* item = itemAt(event->position().toPoint());
    return item && item->type() == CollectionItem ? item : nullptr;
}

void ShelfTree::dragEnterEvent(QDragEnterEvent* event)
{
    // Only clips of this window's own list: another program's files are no clips yet.
    if (event->source() && event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void ShelfTree::dragMoveEvent(QDragMoveEvent* event)
{
    QTreeWidgetItem* item = collectionAt(event);
    const QSignalBlocker quiet(this); // it is shown, not chosen
    clearSelection();
    if (item)
        item->setSelected(true);
    event->setAccepted(item != nullptr);
}

void ShelfTree::dropEvent(QDropEvent* event)
{
    if (QTreeWidgetItem* item = collectionAt(event)) {
        event->setDropAction(Qt::CopyAction);
        event->accept();
        Q_EMIT dropped(collectionOf(item));
    }
}

ShelfPanel::ShelfPanel(OrganiseSession* organise, QWidget* parent)
    : QWidget(parent), m_organise(organise), m_tree(new ShelfTree), m_add(new QToolButton), m_save(new QToolButton)
{
    auto* title = new QLabel(tr("Collections, searches"));
    title->setProperty("dim", true);
    title->setBuddy(m_tree);
    m_add->setIcon(icon("collection-add"));
    m_add->setToolTip(tr("New collection"));
    m_add->setAccessibleName(tr("New collection"));
    m_save->setIcon(icon("search-save"));
    m_save->setToolTip(tr("Save what is typed as a search"));
    m_save->setAccessibleName(tr("Save search"));
    auto* head = new QHBoxLayout;
    head->setSpacing(kSpaceInner);
    head->addWidget(title, 1);
    head->addWidget(m_add);
    head->addWidget(m_save);

    m_tree->setColumnCount(2);
    m_tree->setHeaderHidden(true);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_tree->setRootIsDecorated(false);
    m_tree->setIndentation(kSpaceControls);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->setAcceptDrops(true);
    m_tree->setDragDropMode(QAbstractItemView::DropOnly);
    m_tree->setAccessibleName(tr("Collections and saved searches"));
    m_tree->setToolTip(tr("Choose a collection to see only its clips; drop clips on it to put them in"));
    m_collections = new QTreeWidgetItem(m_tree, {tr("Collections")}, GroupItem);
    m_searches = new QTreeWidgetItem(m_tree, {tr("Saved searches")}, GroupItem);
    for (QTreeWidgetItem* group : {m_collections, m_searches}) {
        group->setFlags(Qt::ItemIsEnabled);
        group->setExpanded(true);
    }

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSpaceInner);
    layout->addLayout(head);
    layout->addWidget(m_tree, 1);

    connect(m_organise, &OrganiseSession::listsChanged, this, &ShelfPanel::refresh);
    connect(m_tree, &QTreeWidget::itemClicked, this, &ShelfPanel::choose);
    connect(m_tree, &QWidget::customContextMenuRequested, this, &ShelfPanel::showMenu);
    connect(m_add, &QToolButton::clicked, this, &ShelfPanel::newCollection);
    connect(m_save, &QToolButton::clicked, this, &ShelfPanel::saveWanted);
    const auto key = [this](const QString& text, const QKeySequence& sequence, auto act) {
        auto* action = new QAction(text, m_tree);
        action->setShortcut(sequence);
        action->setShortcutContext(Qt::WidgetShortcut);
        m_tree->addAction(action);
        connect(action, &QAction::triggered, this, [this, act] {
            if (QTreeWidgetItem* item = m_tree->currentItem())
                act(item);
        });
    };
    key(tr("Choose"), Qt::Key_Return, [this](QTreeWidgetItem* item) { choose(item); });
    key(tr("Rename"), Qt::Key_F2, [this](QTreeWidgetItem* item) { rename(item); });
    key(tr("Remove"), QKeySequence::Delete, [this](QTreeWidgetItem* item) { remove(item); });
    refresh();
}

void ShelfPanel::refresh()
{
    const QSignalBlocker quiet(m_tree);
    qDeleteAll(m_collections->takeChildren());
    qDeleteAll(m_searches->takeChildren());
    bool there = false;
    for (const library::CollectionSummary& collection : m_organise->lists().collections) {
        auto* item =
            new QTreeWidgetItem(m_collections, {shown(collection.name), countText(collection.clips)}, CollectionItem);
        item->setIcon(0, icon("collection"));
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        item->setForeground(1, ui::palette().dim);
        item->setData(0, kIdRole, QVariant::fromValue<qlonglong>(collection.id.value));
        item->setToolTip(0, shown(collection.name));
        if (m_chosen == collection.id) {
            there = true;
            m_tree->setCurrentItem(item);
        }
    }
    for (const library::SavedSearchSummary& search : m_organise->lists().searches) {
        auto* item = new QTreeWidgetItem(m_searches, {shown(search.name)}, SearchItem);
        item->setIcon(0, icon("search"));
        item->setData(0, kIdRole, QVariant::fromValue<qlonglong>(search.id.value));
        item->setData(0, kQueryRole, shown(search.query));
        item->setToolTip(0, shown(search.query));
    }
    for (QTreeWidgetItem* group : {m_collections, m_searches}) {
        group->setForeground(0, ui::palette().dim);
        group->setExpanded(true);
        if (group->childCount() == 0) {
            auto* none = new QTreeWidgetItem(group, {tr("None yet")}, GroupItem);
            none->setFlags(Qt::NoItemFlags);
        }
    }
    for (QTreeWidgetItem* group : {m_collections, m_searches})
        for (int i = 0; i < group->childCount(); ++i)
            group->child(i)->setSizeHint(0, QSize(0, kHitArea));
    if (m_chosen && !there) {
        m_chosen.reset();
        Q_EMIT choiceChanged();
    }
}

void ShelfPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refresh(); // colours and icons of the other scheme
}

void ShelfPanel::choose(QTreeWidgetItem* item)
{
    if (item->type() == SearchItem) {
        const QString query = item->data(0, kQueryRole).toString();
        forgetChoice();
        Q_EMIT searchWanted(query);
        return;
    }
    if (item->type() != CollectionItem)
        return;
    if (m_chosen == collectionOf(item)) {
        forgetChoice(); // a second click shows everything again
        return;
    }
    m_chosen = collectionOf(item);
    Q_EMIT choiceChanged();
}

void ShelfPanel::forgetChoice()
{
    m_tree->setCurrentItem(nullptr);
    if (!m_chosen)
        return;
    m_chosen.reset();
    Q_EMIT choiceChanged();
}

void ShelfPanel::showMenu(const QPoint& at)
{
    QTreeWidgetItem* item = m_tree->itemAt(at);
    QMenu menu;
    if (item && (item->type() == CollectionItem || item->type() == SearchItem)) {
        const bool collection = item->type() == CollectionItem;
        if (collection && m_chosen == collectionOf(item))
            menu.addAction(tr("Show all clips"), this, &ShelfPanel::forgetChoice);
        menu.addAction(tr("Rename…"), this, [this, item] { rename(item); });
        menu.addAction(icon("remove"), collection ? tr("Remove the collection") : tr("Remove the search"), this,
                       [this, item] { remove(item); });
        menu.addSeparator();
    }
    menu.addAction(icon("collection-add"), tr("New collection…"), this, &ShelfPanel::newCollection);
    menu.addAction(icon("search-save"), tr("Save this search…"), this, &ShelfPanel::saveWanted);
    menu.exec(m_tree->viewport()->mapToGlobal(at));
}

void ShelfPanel::newCollection()
{
    bool ok = false;
    const QString name = QInputDialog::getText(window(), tr("New collection"), tr("Name:"), QLineEdit::Normal, {}, &ok);
    if (ok)
        m_organise->apply([name = name.toStdString()](library::Organiser& o) { return o.createCollection(name, {}); });
}

void ShelfPanel::rename(QTreeWidgetItem* item)
{
    if (item->type() == GroupItem)
        return;
    const bool collection = item->type() == CollectionItem;
    const auto id = item->data(0, kIdRole).toLongLong();
    const std::string query = item->data(0, kQueryRole).toString().toStdString();
    bool ok = false;
    const std::string name =
        QInputDialog::getText(window(), tr("Rename"), tr("Name:"), QLineEdit::Normal, item->text(0), &ok).toStdString();
    if (!ok)
        return;
    m_organise->apply([collection, id, name, query](library::Organiser& o) {
        return collection ? o.renameCollection(CollectionId{id}, name) : o.changeSearch(SavedSearchId{id}, name, query);
    });
}

void ShelfPanel::remove(QTreeWidgetItem* item)
{
    if (item->type() == CollectionItem)
        m_organise->apply([id = collectionOf(item)](library::Organiser& o) { return o.removeCollection(id); });
    else if (item->type() == SearchItem)
        m_organise->apply([id = searchOf(item)](library::Organiser& o) { return o.removeSearch(id); });
}

void ShelfPanel::saveSearch(const QString& query)
{
    if (query.trimmed().isEmpty()) {
        Q_EMIT m_organise->statusWanted(tr("Type what you look for first; then it can be saved."));
        return;
    }
    bool ok = false;
    const QString name =
        QInputDialog::getText(window(), tr("Save this search"), tr("Name:"), QLineEdit::Normal, query.trimmed(), &ok);
    if (ok)
        m_organise->apply([name = name.toStdString(), query = query.trimmed().toStdString()](library::Organiser& o) {
            return o.saveSearch(name, query);
        });
}

} // namespace prolap::ui
