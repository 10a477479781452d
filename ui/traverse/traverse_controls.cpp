#include "ui/traverse/traverse_controls.h"

#include <algorithm>

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QSettings>
#include <QSpinBox>
#include <QToolButton>

#include "ui/settings.h"
#include "ui/text.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

namespace prolap::ui {

namespace {

constexpr int kLeastChoice = 64; ///< pixels

void addChoice(QComboBox* box, const QString& text, int value, const QString& tooltip)
{
    box->addItem(text, value);
    box->setItemData(box->count() - 1, tooltip, Qt::ToolTipRole);
}

QLabel* labelled(const QString& text, QWidget* buddy)
{
    auto* label = new QLabel(text);
    label->setProperty("dim", true);
    label->setBuddy(buddy);
    return label;
}

} // namespace

TraverseControls::TraverseControls(QWidget* parent)
    : QWidget(parent),
      m_way(new QComboBox),
      m_root(new QComboBox),
      m_start(new QComboBox),
      m_points(new QSpinBox),
      m_candidates(new QToolButton),
      m_browse(new QToolButton)
{
    fill();
    makeButtons();
    arrange();
    for (QComboBox* box : {m_way, m_root, m_start})
        connect(box, &QComboBox::currentIndexChanged, this, &TraverseControls::changed);
    connect(m_points, &QSpinBox::valueChanged, this, &TraverseControls::changed);
    for (QAction* action : {m_vocabulary, m_libraryCaptions})
        connect(action, &QAction::toggled, this, &TraverseControls::changed);
    connect(m_browse, &QToolButton::toggled, this, &TraverseControls::browsingChanged);
    showFor(nullptr);
}

void TraverseControls::fill()
{
    using library::PathShape;
    using library::TraversalStart;
    addChoice(m_way, tr("Climb by uncertainty"), static_cast<int>(PathShape::Climb),
              tr("At each step the caption that fits the sound best among those as general as the step"));
    addChoice(m_way, tr("Straight line"), static_cast<int>(PathShape::Linear),
              tr("Straight to the root: the published protocol"));
    addChoice(m_way, tr("Arc"), static_cast<int>(PathShape::Spherical), tr("Along the great circle to the root"));
    m_way->setAccessibleName(tr("Way"));
    addChoice(m_root, tr("Middle of the library"), static_cast<int>(TraversalRoot::Centroid),
              tr("The mean of all clips (centroid)"));
    addChoice(m_root, tr("Empty caption"), static_cast<int>(TraversalRoot::Empty), tr("What no words mean (empty)"));
    addChoice(m_root, tr("Caption that holds it"), static_cast<int>(TraversalRoot::Inclusive),
              tr("The caption with the greatest inclusion of the sound (inclusive)"));
    addChoice(m_root, tr("Masked caption"), static_cast<int>(TraversalRoot::Masked),
              tr("A caption of which everything is masked (masked)"));
    m_root->setAccessibleName(tr("Root"));
    addChoice(m_start, tr("Nearest caption"), static_cast<int>(TraversalStart::NearestCaption),
              tr("The path begins at the caption nearest to the sound: the published protocol"));
    addChoice(m_start, tr("The sound"), static_cast<int>(TraversalStart::Clip),
              tr("The path begins at the sound itself"));
    m_start->setAccessibleName(tr("Start"));
    for (QComboBox* box : {m_way, m_root, m_start})
        box->setMinimumWidth(kLeastChoice); // so that the window fits a small screen
    m_points->setRange(1, static_cast<int>(library::kMostTraversalPoints));
    m_points->setValue(50);
    m_points->setKeyboardTracking(false);
    m_points->setAccessibleName(tr("Points"));
    m_points->setToolTip(tr("How many points the path has, 1 to 10 000"));
}

void TraverseControls::makeButtons()
{
    m_candidates->setText(tr("Captions"));
    m_candidates->setAccessibleName(tr("Captions that may be met"));
    m_candidates->setToolTip(tr("Which captions may be met on the way"));
    m_candidates->setPopupMode(QToolButton::InstantPopup);
    auto* which = new QMenu(m_candidates);
    which->setToolTipsVisible(true);
    m_vocabulary = which->addAction(tr("Vocabulary"));
    m_vocabulary->setToolTip(tr("The program's own captions and yours in %1").arg(shown(library::userVocabularyDir())));
    m_libraryCaptions = which->addAction(tr("Captions of the library's clips"));
    for (QAction* action : {m_vocabulary, m_libraryCaptions}) {
        action->setCheckable(true);
        action->setChecked(true);
    }
    m_candidates->setMenu(which);
    m_browse->setIcon(icon("hierarchy"));
    m_browse->setText(tr("Vocabulary"));
    m_browse->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_browse->setCheckable(true);
    m_browse->setToolTip(tr("Browse the library from general to specific, without typing"));
    m_browse->setAccessibleName(tr("Browse the vocabulary"));
}

void TraverseControls::arrange()
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSpaceControls);
    const std::pair<QString, QWidget*> controls[] = {
        {tr("Way"), m_way}, {tr("Root"), m_root}, {tr("Start"), m_start}, {tr("Points"), m_points}};
    for (const auto& [text, widget] : controls) {
        layout->addWidget(labelled(text, widget));
        layout->addWidget(widget);
        layout->addSpacing(kSpaceInner);
    }
    layout->addWidget(m_candidates);
    layout->addStretch(1);
    layout->addWidget(m_browse);
    QWidget* order[] = {m_way, m_root, m_start, m_points, m_candidates, m_browse};
    for (std::size_t i = 1; i < std::size(order); ++i)
        setTabOrder(order[i - 1], order[i]);
}

library::TraversalSetting TraverseControls::setting() const
{
    library::TraversalSetting setting;
    setting.shape = static_cast<library::PathShape>(m_way->currentData().toInt());
    setting.root = static_cast<TraversalRoot>(m_root->currentData().toInt());
    setting.start = static_cast<library::TraversalStart>(m_start->currentData().toInt());
    setting.points = static_cast<std::size_t>(m_points->value());
    return setting;
}

library::CandidateChoice TraverseControls::candidateChoice() const
{
    return {m_vocabulary->isChecked(), m_libraryCaptions->isChecked(), {}};
}

library::TraversalSetting TraverseControls::forModel(library::TraversalSetting setting, const model::ModelInfo* info)
{
    if (info && !info->probabilistic && setting.shape == library::PathShape::Climb)
        setting.shape = library::PathShape::Linear;
    return setting;
}

QString TraverseControls::rootName() const
{
    return m_root->currentText();
}

bool TraverseControls::browsing() const
{
    return m_browse->isChecked();
}

void TraverseControls::showFor(const model::ModelInfo* info)
{
    const bool climbing =
        m_way->currentData().toInt() == static_cast<int>(library::PathShape::Climb) && (!info || info->probabilistic);
    m_root->setEnabled(!climbing);
    m_root->setToolTip(climbing ? tr("A climb ends among the most general captions") : tr("Where the path ends"));
    m_start->setEnabled(!climbing);
    m_start->setToolTip(climbing ? tr("A climb begins at the caption nearest to the sound")
                                 : tr("Where the path begins"));
    m_way->setToolTip(info && !info->probabilistic
                          ? tr("This model knows no uncertainty to climb by: the straight line is taken instead")
                          : tr("How the path goes from specific to general"));
}

void TraverseControls::save(QSettings& settings) const
{
    settings.setValue(settings::kTraverseWay, m_way->currentData());
    settings.setValue(settings::kTraverseRoot, m_root->currentData());
    settings.setValue(settings::kTraverseStart, m_start->currentData());
    settings.setValue(settings::kTraversePoints, m_points->value());
    settings.setValue(settings::kTraverseVocabulary, m_vocabulary->isChecked());
    settings.setValue(settings::kTraverseLibrary, m_libraryCaptions->isChecked());
}

void TraverseControls::restore(const QSettings& settings)
{
    const auto choose = [&](QComboBox* box, const char* key) {
        const int at = box->findData(settings.value(key, box->itemData(0)).toInt());
        box->setCurrentIndex(std::max(0, at));
    };
    choose(m_way, settings::kTraverseWay);
    choose(m_root, settings::kTraverseRoot);
    choose(m_start, settings::kTraverseStart);
    m_points->setValue(settings.value(settings::kTraversePoints, 50).toInt());
    m_vocabulary->setChecked(settings.value(settings::kTraverseVocabulary, true).toBool());
    m_libraryCaptions->setChecked(settings.value(settings::kTraverseLibrary, true).toBool());
}

} // namespace prolap::ui
