#include "ui/models_page/models_page.h"

#include <QSettings>
#include <QSplitter>
#include <QStackedLayout>
#include <QTabBar>
#include <QVBoxLayout>

#include "ui/measure/measure_tab.h"
#include "ui/models_page/models_tab.h"
#include "ui/settings.h"
#include "ui/theme/metrics.h"

namespace prolap::ui {

ModelsPage::ModelsPage(LibrarySession* session, QWidget* parent)
    : Page(parent),
      m_models(new ModelsTab(session)),
      m_measure(new MeasureTab(session)),
      m_tabs(new QTabBar),
      m_stack(new QStackedLayout)
{
    m_tabs->addTab(tr("Models o&n this machine"));
    m_tabs->addTab(tr("Meas&ure"));
    m_tabs->setTabToolTip(0, tr("Which models there are, and what can be done with them"));
    m_tabs->setTabToolTip(1, tr("How good a model is on captioned sounds, beside chance and beside another model"));
    m_tabs->setAccessibleName(tr("Parts of the page"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(false);
    m_stack->addWidget(m_models);
    m_stack->addWidget(m_measure);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, kSpaceControls, 0, 0);
    layout->setSpacing(0);
    auto* tabs = new QHBoxLayout;
    tabs->setContentsMargins(kPageMargin, 0, kPageMargin, 0);
    tabs->addWidget(m_tabs);
    layout->addLayout(tabs);
    layout->addLayout(m_stack, 1);
    setFocusProxy(m_models);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
        m_stack->setCurrentIndex(tab);
        setFocusProxy(m_stack->currentWidget());
    });
    connect(m_models, &ModelsTab::statusWanted, this, &Page::statusWanted);
    connect(m_measure, &MeasureTab::statusWanted, this, &Page::statusWanted);
    connect(m_models, &ModelsTab::failed, this, &ModelsPage::failed);
    connect(&m_models->list(), &QAbstractItemModel::modelReset, this,
            [this] { m_measure->setModels(m_models->list()); });
    connect(&m_models->list(), &QAbstractItemModel::dataChanged, this,
            [this] { m_measure->setModels(m_models->list()); });
}

void ModelsPage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    m_models->refresh();
}

void ModelsPage::setTab(int tab)
{
    m_tabs->setCurrentIndex(tab);
}

bool ModelsPage::settled() const
{
    return m_models->settled();
}

void ModelsPage::save(QSettings& settings) const
{
    settings.setValue(settings::kModelsSplit, m_models->splitter()->saveState());
    settings.setValue(settings::kModelsTab, m_tabs->currentIndex());
    m_measure->save(settings);
}

void ModelsPage::restore(const QSettings& settings)
{
    m_models->splitter()->restoreState(settings.value(settings::kModelsSplit).toByteArray());
    setTab(settings.value(settings::kModelsTab, 0).toInt());
    m_measure->restore(settings);
}

} // namespace prolap::ui
