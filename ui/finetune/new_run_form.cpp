#include "ui/finetune/new_run_form.h"

#include <QFileDialog>
#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include "core/train/runs/new_run.h"
#include "ui/finetune/clips_step.h"
#include "ui/finetune/model_step.h"
#include "ui/finetune/run_process.h"
#include "ui/finetune/step_layout.h"
#include "ui/text.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

namespace prolap::ui {

NewRunForm::NewRunForm(QWidget* parent)
    : QWidget(parent),
      m_clips(new ClipsStep),
      m_model(new ModelStep),
      m_name(new QLineEdit),
      m_control(new QLineEdit),
      m_patience(new QSpinBox),
      m_start(new QPushButton(icon("play"), tr("Start")))
{
    auto* columns = new QHBoxLayout(this);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(kSpaceGroups);
    columns->addWidget(m_clips, 3);
    auto* right = new QVBoxLayout;
    right->setSpacing(kSpaceGroups);
    right->addWidget(m_model);
    right->addWidget(makeStart());
    right->addStretch(1);
    columns->addLayout(right, 2);
    connect(m_clips, &ClipsStep::changed, this, &NewRunForm::clipsChanged);
    connect(m_model, &ModelStep::baseChanged, this, [this] { m_clips->setBase(m_model->basePack()); });
    m_clips->setBase(m_model->basePack());
    clipsChanged();
}

QWidget* NewRunForm::makeStart()
{
    auto* box = new QWidget;
    auto* layout = stepLayout(box, tr("3  Start"));
    auto* grid = fieldGrid();
    m_name->setToolTip(tr("What the new model is called"));
    m_name->setPlaceholderText(tr("My model"));
    m_patience->setRange(0, 1000);
    m_patience->setSpecialValueText(tr("never"));
    m_patience->setToolTip(tr("End when so many validations in a row were no better, with the best weights"));
    addField(grid, 0, tr("Name"), m_name);
    addField(grid, 1, tr("Not to forget"), makeControl());
    addField(grid, 2, tr("End early after"), m_patience);
    layout->addLayout(grid);
    m_start->setDefault(true);
    m_start->setToolTip(tr("Trains in the background; the window stays free, and may be closed"));
    connect(m_start, &QPushButton::clicked, this, &NewRunForm::start);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_start);
    buttons->addStretch(1);
    layout->addLayout(buttons);
    return box;
}

QWidget* NewRunForm::makeControl()
{
    m_control->setToolTip(
        tr("A list (CSV) or folder of captioned clips of other kinds, measured before and after, so that "
           "you see what the model forgets; without, that stays unknown. Where it stays empty and you teach a tag, up "
           "to 300 clips of the library that "
           "have other names are measured"));
    m_control->setClearButtonEnabled(true);
    auto* choose = new QPushButton(tr("Choose…"));
    choose->setToolTip(tr("Choose the list of clips that must not be forgotten"));
    connect(choose, &QPushButton::clicked, this, [this] {
        const QString file = QFileDialog::getOpenFileName(this, tr("Clips that must not be forgotten"),
                                                          m_control->text(), tr("Lists (*.csv);;All files (*)"));
        if (!file.isEmpty())
            m_control->setText(file);
    });
    auto* control = new QWidget;
    auto* line = new QHBoxLayout(control);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(kSpaceInner);
    line->addWidget(m_control, 1);
    line->addWidget(choose);
    control->setFocusProxy(m_control);
    m_control->setAccessibleName(tr("Not to forget"));
    return control;
}

void NewRunForm::setName(const QString& name)
{
    m_name->setText(name);
}

void NewRunForm::clipsChanged()
{
    const bool usable = m_clips->usable();
    m_model->setData(usable ? std::optional(m_clips->data()->source()) : std::nullopt,
                     usable ? m_clips->prepared()->facts.train : 0);
    m_control->setPlaceholderText(m_clips->others()
                                      ? tr("%1 other named clips of this library")
                                            .arg(countText(static_cast<std::int64_t>(m_clips->otherCount())))
                                      : tr("A list or folder of other clips"));
    enable();
}

void NewRunForm::start()
{
    if (!m_clips->usable())
        return;
    const DataChoice& chosen = *m_clips->data();
    const std::string name = m_name->text().trimmed().toStdString();
    train::RunSettings settings;
    settings.name = name.empty() ? chosen.text().toStdString() : name;
    settings.basePack = std::filesystem::absolute(m_model->basePack());
    settings.preset = m_model->presetName();
    settings.recipe = m_model->recipe();
    if (!name.empty())
        settings.recipe["pack"]["name"] = name;
    settings.data = chosen.source();
    settings.dataText = chosen.text().toStdString();
    settings.control.manifest = pathFrom(m_control->text().trimmed());
    if (settings.control.manifest.empty() && m_clips->others())
        settings.control = *m_clips->others();
    settings.patience = m_patience->value();
    m_creating.start(
        [settings, data = *m_clips->prepared()](std::stop_token, const ProgressFn&) {
            return train::createRun(train::RunStore(), settings, data);
        },
        [this](const train::Run& run) {
            const QString fault = startRun(run);
            if (!fault.isEmpty())
                Q_EMIT failed(fault);
            Q_EMIT started(shown(run.id));
            enable();
        },
        [this](const JobFailure& failure) {
            Q_EMIT failed(failure.sentence);
            enable();
        });
    enable();
}

void NewRunForm::enable()
{
    m_start->setEnabled(m_clips->usable() && !m_creating.running());
}

} // namespace prolap::ui
