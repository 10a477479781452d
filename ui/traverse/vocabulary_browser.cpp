#include "ui/traverse/vocabulary_browser.h"

#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QSplitter>
#include <QStyledItemDelegate>
#include <QTreeView>
#include <QVBoxLayout>

#include "ui/session/library_session.h"
#include "ui/text.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"

namespace prolap::ui {

namespace {

constexpr int kMark = 12;            ///< side of the play mark, pixels
constexpr std::size_t kListed = 200; ///< clips named at once; Explore lists all

class CertaintyDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, ui::palette().selection);
        paintCertainty(*painter, option.rect.adjusted(kSpaceControls, 0, -kSpaceControls, 0),
                       index.data(VocabularyModel::CertaintyRole).value<Certainty>(), false);
    }
};

} // namespace

VocabularyBrowser::VocabularyBrowser(LibrarySession* session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_tree(new QTreeView),
      m_title(new QLabel),
      m_clips(new QListWidget),
      m_explore(new QPushButton(icon("explore"), tr("List in Explore"))),
      m_traverse(new QPushButton(icon("traverse"), tr("Traverse from here")))
{
    m_tree->setModel(&m_model);
    m_tree->setAccessibleName(tr("Vocabulary"));
    m_tree->setUniformRowHeights(true);
    m_tree->setItemDelegateForColumn(VocabularyModel::CertaintyColumn, new CertaintyDelegate(m_tree));
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(VocabularyModel::CaptionColumn, QHeaderView::Stretch);
    m_tree->header()->resizeSection(VocabularyModel::ClipsColumn, 72);
    m_tree->header()->resizeSection(VocabularyModel::CertaintyColumn, 84);
    m_clips->setAccessibleName(tr("Clips of the caption"));
    m_clips->setToolTip(tr("Best first; Enter or a click plays"));
    m_clips->setIconSize({kMark, kMark});
    m_title->setProperty("dim", true);
    m_title->setWordWrap(true);
    m_title->setTextFormat(Qt::PlainText);
    for (QPushButton* button : {m_explore, m_traverse}) {
        button->setAccessibleName(button->text());
        button->setEnabled(false);
    }
    m_explore->setToolTip(tr("List these clips in Explore"));
    m_traverse->setToolTip(tr("Set out from this caption"));
    auto* right = new QWidget;
    auto* layout = new QVBoxLayout(right);
    layout->setContentsMargins(kSpaceInner, 0, 0, 0);
    layout->setSpacing(kSpaceControls);
    layout->addWidget(m_title);
    layout->addWidget(m_clips, 1);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(kSpaceControls);
    buttons->addWidget(m_explore);
    buttons->addWidget(m_traverse);
    buttons->addStretch(1);
    layout->addLayout(buttons);
    auto* columns = new QSplitter;
    columns->setChildrenCollapsible(false);
    columns->setHandleWidth(kSpaceControls);
    columns->addWidget(m_tree);
    columns->addWidget(right);
    columns->setStretchFactor(0, 3);
    columns->setStretchFactor(1, 2);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(columns);

    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &VocabularyBrowser::choose);
    connect(session, &LibrarySession::certaintyScaleChanged, this, [this](const CertaintyScale& scale) {
        m_model.setCertaintyScale(scale);
        m_tree->expandToDepth(0);
    });
    const auto play = [this](const QListWidgetItem* item) {
        const auto row = static_cast<std::size_t>(m_clips->row(item));
        if (row < m_paths.size())
            Q_EMIT playWanted(m_paths[row], 0);
    };
    connect(m_clips, &QListWidget::itemClicked, this, play);
    connect(m_clips, &QListWidget::itemActivated, this, play);
    connect(m_explore, &QPushButton::clicked, this, [this] {
        if (const library::HierarchyNode* node = m_model.node(m_tree->currentIndex()))
            Q_EMIT clipsWanted(shown(node->text), node->clips);
    });
    connect(m_traverse, &QPushButton::clicked, this, [this] {
        if (const library::HierarchyNode* node = m_model.node(m_tree->currentIndex()))
            Q_EMIT traverseWanted(shown(node->text));
    });
}

void VocabularyBrowser::setHierarchy(std::shared_ptr<const library::LibraryHierarchy> hierarchy)
{
    m_model.setHierarchy(std::move(hierarchy));
    m_tree->expandToDepth(0);
    choose({});
    if (m_model.rowCount() > 0)
        m_tree->setCurrentIndex(m_model.index(0, 0));
}

void VocabularyBrowser::choose(const QModelIndex& index)
{
    const library::HierarchyNode* node = m_model.node(index);
    m_explore->setEnabled(node && !node->clips.empty());
    m_traverse->setEnabled(node != nullptr);
    m_clips->clear();
    m_paths.clear();
    if (!node) {
        m_title->clear();
        return;
    }
    const auto count = static_cast<std::int64_t>(node->clipCount);
    m_title->setText(count == 0
                         ? tr("“%1” includes no clip of this library.").arg(shown(node->text))
                         : grouped(tr("“%1” includes %n clip(s), best first", nullptr, static_cast<int>(count)), count)
                               .arg(shown(node->text)));
    std::vector<ClipId> ids(node->clips.begin(),
                            node->clips.begin() + static_cast<std::ptrdiff_t>(std::min(kListed, node->clips.size())));
    m_names.start(
        [catalogue = m_session->catalogue(), ids](std::stop_token, const ProgressFn&) {
            std::vector<Path> paths;
            for (library::ClipDetails& each : library::LibraryView(catalogue, {}).details(ids))
                paths.push_back(std::move(each.path));
            return paths;
        },
        [this](std::vector<Path> paths) {
            m_paths = std::move(paths);
            for (const Path& path : m_paths) {
                auto* item = new QListWidgetItem(icon("play"), shown(path.filename()), m_clips);
                item->setToolTip(shown(path));
            }
        },
        [this](const JobFailure& failure) { m_title->setText(failure.sentence); });
}

} // namespace prolap::ui
