#include "ui/finetune/model_step.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QFileDialog>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>

#include "core/error.h"
#include "core/model/starter.h"
#include "ui/finetune/recipe_dialog.h"
#include "ui/finetune/step_layout.h"
#include "ui/text.h"
#include "ui/theme/metrics.h"

namespace prolap::ui {

ModelStep::ModelStep(QWidget* parent)
    : QWidget(parent),
      m_base(new QLineEdit),
      m_presets(new QButtonGroup(this)),
      m_estimate(dimLabel({})),
      m_measure(new QPushButton(tr("Measure (20 s)"))),
      m_settings(new QPushButton(tr("All settings…")))
{
    auto* layout = stepLayout(this, tr("2  What learns"));
    layout->addLayout(makeBase());
    addPresets(layout);
    m_measure->setToolTip(tr("Tries it for 20 seconds on this computer, to say how long it takes and how much memory"));
    m_settings->setToolTip(tr("Every setting of the training, with the values of this preset"));
    connect(m_measure, &QPushButton::clicked, this, &ModelStep::measure);
    connect(m_settings, &QPushButton::clicked, this, &ModelStep::editRecipe);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(kSpaceControls);
    buttons->addWidget(m_measure);
    buttons->addWidget(m_settings);
    buttons->addStretch(1);
    layout->addLayout(buttons);
    layout->addWidget(m_estimate);
    connect(&m_trial, &CommandProcess::ended, this, &ModelStep::measured);
    enable();
}

QLayout* ModelStep::makeBase()
{
    m_base->setAccessibleName(tr("Model to start from"));
    m_base->setToolTip(tr("Folder of the model to start from; empty for the one in use"));
    m_base->setPlaceholderText(tr("The model in use"));
    m_base->setClearButtonEnabled(true);
    auto* choose = new QPushButton(tr("Choose…"));
    choose->setToolTip(tr("Choose the folder of a model"));
    connect(choose, &QPushButton::clicked, this, [this] {
        const QString folder = QFileDialog::getExistingDirectory(this, tr("Model to start from"), m_base->text());
        if (folder.isEmpty())
            return;
        m_base->setText(folder);
        Q_EMIT baseChanged();
    });
    connect(m_base, &QLineEdit::textChanged, this, &ModelStep::forgetEstimate);
    connect(m_base, &QLineEdit::editingFinished, this, &ModelStep::baseChanged);
    auto* line = new QHBoxLayout;
    line->setSpacing(kSpaceInner);
    line->addWidget(m_base, 1);
    line->addWidget(choose);
    return line;
}

void ModelStep::addPresets(QLayout* layout)
{
    const std::pair<QString, QString> presets[] = {
        {tr("Heads only"), tr("Minutes on any computer; forgets least. Begin with this.")},
        {tr("Last blocks"), tr("Also the last part of what hears and reads. Wants hundreds of clips and patience.")},
        {tr("Everything"), tr("The whole model. Wants thousands of clips and a graphics card.")}};
    for (const train::Preset preset : train::kPresets) {
        const auto& [name, words] = presets[static_cast<int>(preset)];
        auto* button = new QRadioButton(name);
        button->setToolTip(words);
        button->setAccessibleDescription(words);
        m_presets->addButton(button, static_cast<int>(preset));
        layout->addWidget(button);
        auto* explained = dimLabel(words);
        explained->setContentsMargins(24, 0, 0, 0);
        layout->addWidget(explained);
    }
    m_presets->button(static_cast<int>(train::Preset::Heads))->setChecked(true);
    connect(m_presets, &QButtonGroup::idToggled, this, [this](int, bool on) {
        if (on) {
            m_recipe.reset();
            forgetEstimate();
        }
    });
}

void ModelStep::setModel(const Path& pack, const QString& name)
{
    m_model = pack;
    m_base->setPlaceholderText(name.isEmpty() ? tr("The model in use") : tr("The model in use: %1").arg(name));
    if (m_base->text().trimmed().isEmpty())
        Q_EMIT baseChanged();
}

void ModelStep::setData(std::optional<train::DataSource> data, std::size_t clips)
{
    m_data = std::move(data);
    m_clips = clips;
    forgetEstimate();
}

QString ModelStep::estimateText() const
{
    return m_estimate->text();
}

Path ModelStep::basePack() const
{
    const QString text = m_base->text().trimmed();
    if (!text.isEmpty())
        return pathFrom(text);
    if (!m_model.empty())
        return m_model;
    try {
        return model::starterPack();
    } catch (const Error&) {
        return {};
    }
}

train::Preset ModelStep::preset() const
{
    return static_cast<train::Preset>(m_presets->checkedId());
}

std::string ModelStep::presetName() const
{
    return m_recipe ? "custom" : train::nameOf(preset());
}

nlohmann::json ModelStep::presetRecipe() const
{
    return train::presetRecipe(preset(), m_data ? m_clips : 100).toJson();
}

nlohmann::json ModelStep::recipe() const
{
    return m_recipe.value_or(presetRecipe());
}

void ModelStep::forgetEstimate()
{
    if (m_trial.running()) // it measures what is no longer asked
        m_trial.cancel();
    m_estimate->setText(m_recipe ? tr("Settings were changed by hand.") : QString());
    enable();
}

void ModelStep::editRecipe()
{
    const nlohmann::json preset = presetRecipe();
    RecipeDialog dialog(preset, m_recipe.value_or(preset), this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    if (dialog.recipe() == preset)
        m_recipe.reset();
    else
        m_recipe = dialog.recipe();
    forgetEstimate();
}

void ModelStep::measure()
{
    if (m_trial.running())
        return m_trial.cancel();
    if (!m_data)
        return;
    QStringList arguments{QStringLiteral("finetune"),
                          QStringLiteral("--estimate"),
                          QStringLiteral("--json"),
                          QStringLiteral("--from"),
                          localPath(basePack()),
                          QStringLiteral("--preset"),
                          QString::fromLatin1(train::nameOf(preset()))};
    if (m_data->query.empty())
        arguments << QStringLiteral("--data") << localPath(m_data->manifest);
    else
        arguments << QStringLiteral("--query") << shown(m_data->query) << QStringLiteral("--library")
                  << localPath(m_data->library);
    m_estimate->setText(tr("Trying it…"));
    m_measure->setText(tr("Cancel"));
    m_trial.start(arguments);
}

void ModelStep::measured(const CommandProcess::Result& result)
{
    m_measure->setText(tr("Measure (20 s)"));
    enable();
    const QJsonObject found = result.json();
    if (found.isEmpty()) {
        m_estimate->setText(result.cancelled || result.errors.isEmpty() ? tr("Not measured.") : result.errors.last());
        return;
    }
    const double seconds = found.value(QStringLiteral("seconds")).toDouble();
    QString text = tr("About %1 on this computer, with %2 GB of memory.")
                       .arg(seconds < 90 ? tr("%1 s").arg(qRound(seconds)) : tr("%1 min").arg(qRound(seconds / 60)))
                       .arg(QLocale().toString(found.value(QStringLiteral("memory_bytes")).toDouble() / 1e9, 'f', 1));
    if (!found.value(QStringLiteral("complete")).toBool())
        text += QLatin1Char(' ') + tr("A guess: the trial did not get beyond listening.");
    const QString warning = found.value(QStringLiteral("warning")).toString();
    if (!warning.isEmpty())
        text += QLatin1Char('\n') + warning;
    m_estimate->setText(text);
}

void ModelStep::enable()
{
    m_measure->setEnabled(m_trial.running() || (m_data && !m_recipe && !prolapProgram().isEmpty()));
}

} // namespace prolap::ui
