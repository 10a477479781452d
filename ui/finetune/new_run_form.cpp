#include "ui/finetune/new_run_form.h"

#include <algorithm>

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QGridLayout>
#include <QGroupBox>
#include <QHeaderView>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "core/error.h"
#include "core/model/starter.h"
#include "ui/finetune/checks_text.h"
#include "ui/finetune/clip_sides.h"
#include "ui/finetune/recipe_dialog.h"
#include "ui/finetune/run_process.h"
#include "ui/text.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"

namespace prolap::ui {

namespace {

using Weight = train::DataCheck::Weight;

constexpr std::size_t kFewestOthers = 20; ///< clips, to measure what is forgotten by

QLabel* titleLabel(const QString& text)
{
    auto* label = new QLabel(text);
    QFont font = label->font();
    font.setBold(true);
    label->setFont(font);
    return label;
}

QLabel* dimLabel(const QString& text)
{
    auto* label = new QLabel(text);
    label->setProperty("dim", true);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

/// A field with a name before it that the keyboard reaches.
void addField(QGridLayout* grid, int row, const QString& name, QWidget* field)
{
    auto* label = new QLabel(name);
    label->setBuddy(field);
    grid->addWidget(label, row, 0);
    grid->addWidget(field, row, 1);
}

QGridLayout* fieldGrid()
{
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(kSpaceControls);
    grid->setVerticalSpacing(kSpaceInner);
    grid->setColumnStretch(1, 1);
    return grid;
}

} // namespace

NewRunForm::NewRunForm(QWidget* parent)
    : QWidget(parent),
      m_data(new DataChoice),
      m_general(new QLineEdit(QStringLiteral("{tag}"))),
      m_specific(new QLineEdit(QStringLiteral("the sound of {tag}"))),
      m_preview(dimLabel({})),
      m_templates(new QWidget),
      m_together(new QComboBox),
      m_held(new QDoubleSpinBox),
      m_seed(new QSpinBox),
      m_most(new QSpinBox),
      m_withoutShort(new QCheckBox(tr("Leave out clips shorter than a tenth of a second"))),
      m_facts(new QLabel),
      m_sidesButton(new QPushButton(tr("Clip by clip…"))),
      m_checks(new QTreeWidget),
      m_base(new QLineEdit),
      m_presets(new QButtonGroup(this)),
      m_estimate(dimLabel({})),
      m_measure(new QPushButton(tr("Measure (20 s)"))),
      m_settings(new QPushButton(tr("All settings…"))),
      m_name(new QLineEdit),
      m_control(new QLineEdit),
      m_patience(new QSpinBox),
      m_start(new QPushButton(icon("play"), tr("Start"))),
      m_checking(nullptr, Job::Priority::Background)
{
    auto* columns = new QHBoxLayout(this);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(kSpaceGroups);
    columns->addWidget(makeData(), 3);
    auto* right = new QVBoxLayout;
    right->setSpacing(kSpaceGroups);
    right->addWidget(makeModel());
    right->addWidget(makeStart());
    right->addStretch(1);
    columns->addLayout(right, 2);
    connect(m_data, &DataChoice::changed, this, [this] {
        m_sides.clear(); // they were those of other clips
        look();
    });
    connect(&m_trial, &CommandProcess::ended, this, &NewRunForm::measured);
    showControl(0);
    look();
}

QWidget* NewRunForm::makeData()
{
    auto* box = new QWidget;
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSpaceControls);
    layout->addWidget(titleLabel(tr("1  Your clips")));
    layout->addWidget(m_data);

    auto* words = new QGridLayout(m_templates);
    words->setContentsMargins(0, 0, 0, 0);
    words->setHorizontalSpacing(kSpaceControls);
    words->setVerticalSpacing(kSpaceInner);
    words->setColumnStretch(1, 1);
    m_general->setToolTip(tr("The general caption of a clip; {tag} is each of its tags, {tags} all of them"));
    m_specific->setToolTip(tr("The caption that names a clip; {tag} is each of its tags, {tags} all of them"));
    addField(words, 0, tr("In general"), m_general);
    addField(words, 1, tr("By name"), m_specific);
    words->addWidget(m_preview, 2, 1);
    layout->addWidget(m_templates);
    for (QLineEdit* edit : {m_general, m_specific}) {
        edit->setAccessibleName(tr("Caption made of tags"));
        connect(edit, &QLineEdit::editingFinished, this, &NewRunForm::look);
    }

    auto* split = fieldGrid();
    m_together->addItem(tr("whatever leaves enough"), int(train::SplitBy::Auto));
    m_together->addItem(tr("clips of one source"), int(train::SplitBy::Source));
    m_together->addItem(tr("takes of one recording"), int(train::SplitBy::Takes));
    m_together->addItem(tr("files of one name"), int(train::SplitBy::Name));
    m_together->setToolTip(
        tr("Clips that are alike must not be both learned from and judged by: takes of one recording "
           "are told by names that differ in a number alone"));
    m_held->setRange(.05, .5);
    m_held->setSingleStep(.05);
    m_held->setValue(train::SplitOptions().testShare);
    m_held->setToolTip(tr("Share of the clips that the model never learns from, to compare before and after; as many "
                          "again choose the best weights"));
    m_seed->setRange(1, 1000000);
    m_seed->setToolTip(tr("Another number draws other clips to hold out"));
    m_most->setRange(0, 1000000);
    m_most->setSpecialValueText(tr("all"));
    m_most->setToolTip(tr("Of each kind of sound at most so many clips, where one kind has far more than the others"));
    addField(split, 0, tr("Keep together"), m_together);
    addField(split, 1, tr("Held out"), m_held);
    addField(split, 2, tr("Drawn by number"), m_seed);
    addField(split, 3, tr("Clips of a kind"), m_most);
    layout->addLayout(split);
    m_withoutShort->setToolTip(tr("So little sound says next to nothing"));
    layout->addWidget(m_withoutShort);
    for (QSpinBox* spin : {m_seed, m_most})
        connect(spin, &QSpinBox::valueChanged, this, &NewRunForm::look);
    connect(m_held, &QDoubleSpinBox::valueChanged, this, &NewRunForm::look);
    connect(m_together, &QComboBox::currentIndexChanged, this, &NewRunForm::look);
    connect(m_withoutShort, &QCheckBox::toggled, this, &NewRunForm::look);

    m_facts->setTextFormat(Qt::PlainText);
    m_facts->setWordWrap(true);
    layout->addWidget(m_facts);
    m_sidesButton->setToolTip(tr("Shows every clip with its side of the split, to be changed by hand"));
    connect(m_sidesButton, &QPushButton::clicked, this, &NewRunForm::editSides);
    layout->addWidget(m_sidesButton, 0, Qt::AlignLeft);
    m_checks->setHeaderHidden(true);
    m_checks->setRootIsDecorated(true);
    m_checks->setWordWrap(true);
    m_checks->setAccessibleName(tr("What is worth knowing of the clips"));
    m_checks->setToolTip(tr("What was found, and what to do about it"));
    m_checks->setEditTriggers(QAbstractItemView::NoEditTriggers);
    layout->addWidget(m_checks, 1);
    return box;
}

QWidget* NewRunForm::makeModel()
{
    auto* box = new QWidget;
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSpaceControls);
    layout->addWidget(titleLabel(tr("2  What learns")));
    m_base->setAccessibleName(tr("Model to start from"));
    m_base->setToolTip(tr("Folder of the model to start from; empty for the one in use"));
    m_base->setPlaceholderText(tr("The model in use"));
    m_base->setClearButtonEnabled(true);
    auto* choose = new QPushButton(tr("Choose…"));
    choose->setToolTip(tr("Choose the folder of a model"));
    connect(choose, &QPushButton::clicked, this, [this] {
        const QString folder = QFileDialog::getExistingDirectory(this, tr("Model to start from"), m_base->text());
        if (!folder.isEmpty())
            m_base->setText(folder);
    });
    connect(m_base, &QLineEdit::textChanged, this, &NewRunForm::forgetEstimate);
    auto* line = new QHBoxLayout;
    line->setSpacing(kSpaceInner);
    line->addWidget(m_base, 1);
    line->addWidget(choose);
    layout->addLayout(line);
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
    m_measure->setToolTip(tr("Tries it for 20 seconds on this computer, to say how long it takes and how much memory"));
    m_settings->setToolTip(tr("Every setting of the training, with the values of this preset"));
    connect(m_measure, &QPushButton::clicked, this, &NewRunForm::measure);
    connect(m_settings, &QPushButton::clicked, this, &NewRunForm::editRecipe);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(kSpaceControls);
    buttons->addWidget(m_measure);
    buttons->addWidget(m_settings);
    buttons->addStretch(1);
    layout->addLayout(buttons);
    layout->addWidget(m_estimate);
    return box;
}

QWidget* NewRunForm::makeStart()
{
    auto* box = new QWidget;
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSpaceControls);
    layout->addWidget(titleLabel(tr("3  Start")));
    auto* grid = fieldGrid();
    m_name->setToolTip(tr("What the new model is called"));
    m_name->setPlaceholderText(tr("My model"));
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
    m_patience->setRange(0, 1000);
    m_patience->setSpecialValueText(tr("never"));
    m_patience->setToolTip(tr("End when so many validations in a row were no better, with the best weights"));
    addField(grid, 0, tr("Name"), m_name);
    addField(grid, 1, tr("Not to forget"), control);
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

void NewRunForm::setModel(const Path& pack, const QString& name)
{
    m_model = pack;
    m_base->setPlaceholderText(name.isEmpty() ? tr("The model in use") : tr("The model in use: %1").arg(name));
}

void NewRunForm::setPreset(train::Preset preset)
{
    m_presets->button(static_cast<int>(preset))->setChecked(true);
}

void NewRunForm::setLibrary(const Path& catalogue)
{
    m_library = catalogue;
    m_data->setLibrary(catalogue);
}

QString NewRunForm::estimateText() const
{
    return m_estimate->text();
}

void NewRunForm::setName(const QString& name)
{
    m_name->setText(name);
}

Path NewRunForm::basePack() const
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

train::DataRequest NewRunForm::request() const
{
    train::DataRequest request;
    request.source = m_data->source();
    request.templates.levels = {m_general->text().trimmed().toStdString(), m_specific->text().trimmed().toStdString()};
    std::erase(request.templates.levels, std::string());
    request.split.by = static_cast<train::SplitBy>(m_together->currentData().toInt());
    request.split.testShare = request.split.validationShare = std::min(m_held->value(), .4);
    request.split.seed = static_cast<std::uint64_t>(m_seed->value());
    request.mostOfLabel = static_cast<std::size_t>(m_most->value());
    request.leaveOutShort = m_withoutShort->isChecked();
    request.sides = m_sides;
    request.heard = m_library;
    return request;
}

void NewRunForm::look()
{
    m_prepared.reset();
    m_templates->setVisible(m_data->ofLibrary());
    const train::CaptionTemplates templates{request().templates};
    QStringList captions;
    for (const std::string& level : templates.levels) {
        for (const std::string& caption : train::filled(level, {"rain", "roof"}))
            captions << QStringLiteral("“%1”").arg(shown(caption));
    }
    m_preview->setText(tr("A clip with the tags rain and roof becomes: %1").arg(captions.join(QStringLiteral(", "))));
    m_checks->clear();
    forgetEstimate();
    if (!m_data->complete()) {
        m_checking.cancel();
        m_facts->setText(tr("Choose clips first: name some on the page Tag, or take a list."));
        return enable();
    }
    m_facts->setText(tr("Looking at the clips…"));
    m_others = m_data->others();
    m_checking.start(
        [request = request(), base = basePack(), others = m_others](std::stop_token stop, const ProgressFn& progress) {
            std::size_t named = 0;
            try {
                named = others ? train::countClips(*others) : 0;
            } catch (const Error&) {
                // The library has no others.
            }
            return std::pair(train::prepareData(request, base, stop, progress), named);
        },
        [this](std::pair<train::PreparedData, std::size_t> found) {
            m_prepared = std::move(found.first);
            showControl(found.second);
            showChecks();
            enable();
        },
        [this](const JobFailure& failure) {
            m_facts->setText(failure.sentence);
            enable();
        });
    enable();
}

void NewRunForm::showControl(std::size_t others)
{
    if (others < kFewestOthers)
        m_others.reset();
    m_control->setPlaceholderText(
        m_others ? tr("%1 other named clips of this library").arg(countText(static_cast<std::int64_t>(others)))
                 : tr("A list or folder of other clips"));
}

void NewRunForm::showChecks()
{
    m_facts->setText(factsText(*m_prepared, m_sides.size()));
    ui::showChecks(m_checks, *m_prepared);
}

void NewRunForm::forgetEstimate()
{
    m_estimate->setText(m_recipe ? tr("Settings were changed by hand.") : QString());
    enable();
}

train::Recipe NewRunForm::presetRecipe() const
{
    return train::presetRecipe(static_cast<train::Preset>(m_presets->checkedId()),
                               m_prepared ? m_prepared->facts.train : 100);
}

nlohmann::json NewRunForm::recipe() const
{
    nlohmann::json recipe = m_recipe ? *m_recipe : presetRecipe().toJson();
    const QString name = m_name->text().trimmed();
    if (!name.isEmpty())
        recipe["pack"]["name"] = name.toStdString();
    return recipe;
}

void NewRunForm::editRecipe()
{
    const nlohmann::json preset = presetRecipe().toJson();
    RecipeDialog dialog(preset, m_recipe.value_or(preset), this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    if (dialog.recipe() == preset)
        m_recipe.reset();
    else
        m_recipe = dialog.recipe();
    forgetEstimate();
}

void NewRunForm::measure()
{
    if (m_trial.running())
        return m_trial.cancel();
    const train::DataRequest asked = request();
    QStringList arguments{QStringLiteral("finetune"),
                          QStringLiteral("--estimate"),
                          QStringLiteral("--json"),
                          QStringLiteral("--from"),
                          localPath(basePack()),
                          QStringLiteral("--preset"),
                          QString::fromLatin1(train::nameOf(static_cast<train::Preset>(m_presets->checkedId())))};
    if (asked.source.query.empty())
        arguments << QStringLiteral("--data") << localPath(asked.source.manifest);
    else
        arguments << QStringLiteral("--query") << shown(asked.source.query) << QStringLiteral("--library")
                  << localPath(asked.source.library);
    m_estimate->setText(tr("Trying it…"));
    m_measure->setText(tr("Cancel"));
    m_trial.start(arguments);
}

void NewRunForm::measured(const CommandProcess::Result& result)
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

void NewRunForm::editSides()
{
    if (!m_prepared)
        return;
    ClipSidesDialog dialog(*m_prepared, this);
    connect(&dialog, &ClipSidesDialog::playWanted, this, [this](const Path& file) { Q_EMIT playWanted(shown(file)); });
    if (dialog.exec() != QDialog::Accepted || dialog.moved().empty())
        return;
    for (const auto& [path, side] : dialog.moved())
        m_sides[path] = side;
    for (train::ManifestRow& row : m_prepared->manifest.rows) {
        if (const auto side = m_sides.find(row.file.native()); side != m_sides.end())
            row.split = side->second;
    }
    train::lookAgain(*m_prepared);
    forgetEstimate();
    showChecks();
}

void NewRunForm::start()
{
    if (!m_prepared)
        return;
    train::RunSettings settings;
    settings.name =
        m_name->text().trimmed().isEmpty() ? m_data->text().toStdString() : m_name->text().trimmed().toStdString();
    settings.basePack = std::filesystem::absolute(basePack());
    settings.preset = m_recipe ? "custom" : train::nameOf(static_cast<train::Preset>(m_presets->checkedId()));
    settings.recipe = recipe();
    settings.data = m_data->source();
    settings.dataText = m_data->text().toStdString();
    settings.control.manifest = pathFrom(m_control->text().trimmed());
    if (settings.control.manifest.empty() && m_others)
        settings.control = *m_others;
    settings.patience = m_patience->value();
    m_creating.start(
        [settings, data = *m_prepared](std::stop_token, const ProgressFn&) {
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
    const bool refused = m_prepared && std::any_of(m_prepared->checks.begin(), m_prepared->checks.end(),
                                                   [](const auto& check) { return check.weight == Weight::Refusal; });
    const bool ready = m_prepared && !refused;
    m_start->setEnabled(ready && !m_creating.running());
    m_measure->setEnabled(m_trial.running() || (ready && !m_recipe && !prolapProgram().isEmpty()));
    m_sidesButton->setVisible(m_prepared.has_value());
}

} // namespace prolap::ui
