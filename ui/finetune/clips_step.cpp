#include "ui/finetune/clips_step.h"

#include <algorithm>

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "core/error.h"
#include "ui/finetune/checks_text.h"
#include "ui/finetune/clip_sides.h"
#include "ui/finetune/step_layout.h"
#include "ui/text.h"
#include "ui/theme/metrics.h"

namespace prolap::ui {

namespace {

constexpr std::size_t kFewestOthers = 20; ///< clips, to measure what is forgotten by

} // namespace

ClipsStep::ClipsStep(QWidget* parent)
    : QWidget(parent),
      m_data(new DataChoice),
      m_general(new QLineEdit(QStringLiteral("{tag}"))),
      m_specific(new QLineEdit(QStringLiteral("the sound of {tag}"))),
      m_preview(dimLabel({})),
      m_templates(new QWidget),
      m_together(new QComboBox),
      m_held(new QSpinBox),
      m_seed(new QSpinBox),
      m_most(new QSpinBox),
      m_withoutShort(new QCheckBox(tr("Leave out clips shorter than a tenth of a second"))),
      m_facts(new QLabel),
      m_sidesButton(new QPushButton(tr("Clip by clip…"))),
      m_checks(new QTreeWidget),
      m_checking(nullptr, Job::Priority::Background)
{
    auto* layout = stepLayout(this, tr("1  Your clips"));
    layout->addWidget(m_data);
    layout->addWidget(makeTemplates());
    layout->addLayout(makeSplit());
    m_withoutShort->setToolTip(tr("So little sound says next to nothing"));
    layout->addWidget(m_withoutShort);
    connect(m_withoutShort, &QCheckBox::toggled, this, &ClipsStep::look);
    m_facts->setTextFormat(Qt::PlainText);
    m_facts->setWordWrap(true);
    layout->addWidget(m_facts);
    m_sidesButton->setToolTip(tr("Shows every clip with its side of the split, to be changed by hand"));
    connect(m_sidesButton, &QPushButton::clicked, this, &ClipsStep::editSides);
    layout->addWidget(m_sidesButton, 0, Qt::AlignLeft);
    m_checks->setHeaderHidden(true);
    m_checks->setRootIsDecorated(true);
    m_checks->setWordWrap(true);
    m_checks->setAccessibleName(tr("What is worth knowing of the clips"));
    m_checks->setToolTip(tr("What was found, and what to do about it"));
    m_checks->setEditTriggers(QAbstractItemView::NoEditTriggers);
    layout->addWidget(m_checks, 1);

    connect(m_data, &DataChoice::changed, this, [this] {
        m_sides.clear(); // they were those of other clips
        look();
    });
    look();
}

QWidget* ClipsStep::makeTemplates()
{
    QGridLayout* words = fieldGrid(m_templates);
    m_general->setToolTip(tr("The general caption of a clip; {tag} is each of its tags, {tags} all of them"));
    m_specific->setToolTip(tr("The caption that names a clip; {tag} is each of its tags, {tags} all of them"));
    addField(words, 0, tr("In general"), m_general);
    addField(words, 1, tr("By name"), m_specific);
    words->addWidget(m_preview, 2, 1);
    for (QLineEdit* edit : {m_general, m_specific}) {
        edit->setAccessibleName(tr("Caption made of tags"));
        connect(edit, &QLineEdit::editingFinished, this, &ClipsStep::look);
    }
    return m_templates;
}

QLayout* ClipsStep::makeSplit()
{
    QGridLayout* split = fieldGrid();
    m_together->addItem(tr("whatever leaves enough"), int(train::SplitBy::Auto));
    m_together->addItem(tr("clips of one source"), int(train::SplitBy::Source));
    m_together->addItem(tr("takes of one recording"), int(train::SplitBy::Takes));
    m_together->addItem(tr("files of one name"), int(train::SplitBy::Name));
    m_together->setToolTip(
        tr("Clips that are alike must not be both learned from and judged by: takes of one recording "
           "are told by names that differ in a number alone"));
    m_held->setRange(5, 40);
    m_held->setSingleStep(5);
    m_held->setSuffix(QStringLiteral("\u202f%"));
    m_held->setValue(qRound(100 * train::SplitOptions().testShare));
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
    for (QSpinBox* spin : {m_held, m_seed, m_most})
        connect(spin, &QSpinBox::valueChanged, this, &ClipsStep::look);
    connect(m_together, &QComboBox::currentIndexChanged, this, &ClipsStep::look);
    return split;
}

void ClipsStep::setLibrary(const Path& catalogue)
{
    m_library = catalogue;
    m_data->setLibrary(catalogue);
}

void ClipsStep::setBase(const Path& pack)
{
    if (pack == m_base)
        return;
    m_base = pack;
    look();
}

bool ClipsStep::usable() const
{
    return m_prepared && std::none_of(m_prepared->checks.begin(), m_prepared->checks.end(), [](const auto& check) {
               return check.weight == train::DataCheck::Weight::Refusal;
           });
}

train::DataRequest ClipsStep::request() const
{
    train::DataRequest request;
    request.source = m_data->source();
    request.templates.levels = {m_general->text().trimmed().toStdString(), m_specific->text().trimmed().toStdString()};
    std::erase(request.templates.levels, std::string());
    request.split.by = static_cast<train::SplitBy>(m_together->currentData().toInt());
    request.split.testShare = request.split.validationShare = m_held->value() / 100.0;
    request.split.seed = static_cast<std::uint64_t>(m_seed->value());
    request.mostOfLabel = static_cast<std::size_t>(m_most->value());
    request.leaveOutShort = m_withoutShort->isChecked();
    request.sides = m_sides;
    request.heard = m_library;
    return request;
}

void ClipsStep::look()
{
    m_prepared.reset();
    m_others.reset();
    m_templates->setVisible(m_data->ofLibrary());
    QStringList captions;
    for (const std::string& level : request().templates.levels) {
        for (const std::string& caption : train::filled(level, {"rain", "roof"}))
            captions << QStringLiteral("“%1”").arg(shown(caption));
    }
    m_preview->setText(tr("A clip with the tags rain and roof becomes: %1").arg(captions.join(QStringLiteral(", "))));
    m_checks->clear();
    m_sidesButton->hide();
    if (!m_data->complete()) {
        m_checking.cancel();
        m_facts->setText(tr("Choose clips first: name some on the page Tag, or take a list."));
        Q_EMIT changed();
        return;
    }
    m_facts->setText(tr("Looking at the clips…"));
    struct Found {
        train::PreparedData prepared;
        std::optional<train::DataSource> others;
        std::size_t otherCount = 0;
    };
    m_checking.start(
        [request = request(), base = m_base, others = m_data->others()](std::stop_token stop,
                                                                        const ProgressFn& progress) {
            Found found{train::prepareData(request, base, stop, progress), others, 0};
            try {
                found.otherCount = others ? train::countClips(*others) : 0;
            } catch (const Error&) {
                // The library has no others.
            }
            return found;
        },
        [this](Found found) {
            m_prepared = std::move(found.prepared);
            m_otherCount = found.otherCount;
            if (m_otherCount >= kFewestOthers)
                m_others = std::move(found.others);
            showChecks();
            Q_EMIT changed();
        },
        [this](const JobFailure& failure) {
            m_facts->setText(failure.sentence);
            Q_EMIT changed();
        });
    Q_EMIT changed();
}

void ClipsStep::showChecks()
{
    m_facts->setText(factsText(*m_prepared, m_sides.size()));
    ui::showChecks(m_checks, *m_prepared);
    m_sidesButton->show();
}

void ClipsStep::editSides()
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
    showChecks();
    Q_EMIT changed();
}

} // namespace prolap::ui
