#include "ui/models_page/model_view.h"

#include <QComboBox>
#include <QDateTime>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QTabWidget>
#include <QTableWidget>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextTable>
#include <QVBoxLayout>

#include "ui/finetune/run_model.h"
#include "ui/measure/metric_names.h"
#include "ui/models_page/model_list.h"
#include "ui/text.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

namespace prolap::ui {

namespace {

constexpr int kFactsLeast = 250;
constexpr int kFactsMost = 340;

QLabel* selectable()
{
    auto* label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QLabel* dimmed(QLabel* label)
{
    label->setProperty("dim", true);
    return label;
}

QTableWidget* tableWith(const QStringList& columns, const QString& name)
{
    auto* table = new QTableWidget(0, static_cast<int>(columns.size()));
    table->setHorizontalHeaderLabels(columns);
    table->setAccessibleName(name);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setShowGrid(false);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    table->horizontalHeaderItem(0)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    return table;
}

void addRow(QTableWidget* table, const QStringList& cells, const QString& tip = {})
{
    const int row = table->rowCount();
    table->insertRow(row);
    for (int column = 0; column < cells.size(); ++column) {
        auto* item = new QTableWidgetItem(cells[column]);
        item->setToolTip(tip.isEmpty() ? cells[column] : tip);
        item->setTextAlignment((column ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
        table->setItem(row, column, item);
    }
}

/// Markdown with tables without boxes and headings that are not louder than the page's own.
void showCard(QTextBrowser* browser, const QString& markdown)
{
    browser->setMarkdown(markdown);
    QTextDocument* document = browser->document();
    document->setDocumentMargin(kPageMargin);
    for (QTextFrame* frame : document->rootFrame()->childFrames())
        if (auto* table = qobject_cast<QTextTable*>(frame)) {
            QTextTableFormat format = table->format();
            format.setBorder(0);
            format.setCellSpacing(0);
            format.setCellPadding(kSpaceInner / 2.0);
            format.setTopMargin(kSpaceInner);
            format.setBottomMargin(kSpaceControls);
            table->setFormat(format);
        }
    for (QTextBlock block = document->begin(); block.isValid(); block = block.next()) {
        const int level = block.blockFormat().headingLevel();
        if (level == 0)
            continue;
        QTextCursor cursor(block);
        cursor.select(QTextCursor::BlockUnderCursor);
        QTextCharFormat heading;
        heading.setProperty(QTextFormat::FontSizeAdjustment, level == 1 ? 1 : 0);
        cursor.mergeCharFormat(heading);
    }
}

QString number(double value, int digits)
{
    return QLocale().toString(value, 'f', digits);
}

} // namespace

ModelView::ModelView(QWidget* parent)
    : QWidget(parent),
      m_title(new QLabel),
      m_stateText(dimmed(new QLabel)),
      m_problem(selectable()),
      m_use(new QPushButton(icon("model"), tr("Use in this li&brary"))),
      m_default(new QPushButton(tr("Make &default"))),
      m_reveal(new QPushButton(icon("reveal"), QString())),
      m_delete(new QPushButton(icon("remove"), tr("Delete…"))),
      m_forget(new QPushButton(tr("For&get what it heard…"))),
      m_bench(new QPushButton(tr("&Measure its speed here"))),
      m_device(new QComboBox),
      m_precision(new QComboBox),
      m_facts(new QGridLayout),
      m_library(selectable()),
      m_tabs(new QTabWidget),
      m_card(new QTextBrowser),
      m_metrics(tableWith({tr("Measure"), tr("Value")}, tr("Figures of the model"))),
      m_speed(tableWith({tr("Device"), tr("Windows a second"), tr("× real time"), tr("Caption, ms")},
                        tr("Speed on this machine"))),
      m_metricsNote(dimmed(selectable())),
      m_speedNote(dimmed(selectable()))
{
    m_title->setFont(scaled(font(), kTitleScale));
    m_title->setTextFormat(Qt::PlainText);
    m_title->setMinimumWidth(1);
    m_problem->setProperty("warning", true);
    m_use->setDefault(true);
    m_use->setToolTip(tr("Listen to what it has not heard of this library yet, then search with it. Until then the "
                         "model in use serves, and what that one heard is kept."));
    m_default->setToolTip(tr("Open this library with it from now on"));
    m_reveal->setToolTip(tr("Show its files in the file manager"));
    m_bench->setToolTip(tr("How quickly it listens and reads captions on this machine, on each device"));
    m_forget->setToolTip(tr("Free the room of what this library heard with it; sounds, tags and captions stay"));

    m_device->addItem(tr("Fastest there is"), QStringLiteral("auto"));
    m_device->addItem(tr("Processor"), QStringLiteral("cpu"));
    m_device->addItem(tr("Graphics card (CUDA)"), QStringLiteral("cuda"));
    m_device->setToolTip(tr("What the model runs on"));
    m_device->setAccessibleName(tr("Device"));
    m_precision->addItem(tr("Fastest that is exact enough"), QStringLiteral("auto"));
    m_precision->addItem(tr("Exact (fp32)"), QStringLiteral("fp32"));
    m_precision->addItem(tr("Half (bf16)"), QStringLiteral("bf16"));
    m_precision->setToolTip(tr("How exactly the model calculates"));
    m_precision->setAccessibleName(tr("Precision"));
    for (QPushButton* button : {m_use, m_default, m_reveal, m_delete, m_forget, m_bench})
        button->setAccessibleName(button->text().remove(QLatin1Char('&')));
    m_reveal->setAccessibleName(tr("Show its files in the file manager"));
    m_delete->setToolTip(tr("Delete its files from the disk"));
    for (QComboBox* box : {m_device, m_precision}) {
        box->setMinimumContentsLength(8);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    }

    auto* title = new QHBoxLayout;
    title->setSpacing(kSpaceGroups);
    title->addWidget(m_title, 1);
    title->addWidget(m_stateText);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(kSpaceControls);
    buttons->addWidget(m_use);
    buttons->addWidget(m_default);
    buttons->addWidget(m_reveal);
    buttons->addStretch(1);
    buttons->addWidget(m_delete);

    m_facts->setContentsMargins(0, 0, 0, 0);
    m_facts->setHorizontalSpacing(kSpaceGroups);
    m_facts->setVerticalSpacing(kSpaceInner);
    m_facts->setColumnStretch(1, 1);
    m_kind = addFact(tr("Kind"));
    m_sound = addFact(tr("Sound"));
    m_captions = addFact(tr("Captions"));
    m_space = addFact(tr("Space"));
    m_size = addFact(tr("Size"));
    m_licence = addFact(tr("Licence"));
    m_from = addFact(tr("Comes from"));
    m_training = addFact(tr("Trained on"));
    m_place = addFact(tr("Lies in"));
    for (const auto& [name, box] : {std::pair{tr("Runs on"), m_device}, std::pair{tr("Calculates"), m_precision}}) {
        const int row = m_facts->rowCount();
        m_facts->addWidget(dimmed(new QLabel(name)), row, 0);
        m_facts->addWidget(box, row, 1);
    }
    auto* libraryTitle = new QLabel(tr("In this library"));
    m_library->setAccessibleName(tr("What the library holds of it"));
    auto* factsPanel = new QWidget;
    auto* facts = new QVBoxLayout(factsPanel);
    facts->setContentsMargins(0, 0, kSpaceControls, 0);
    facts->setSpacing(kSpaceControls);
    facts->addLayout(m_facts);
    facts->addSpacing(kSpaceControls);
    facts->addWidget(libraryTitle);
    facts->addWidget(dimmed(m_library));
    facts->addWidget(m_forget, 0, Qt::AlignLeft);
    facts->addStretch(1);
    auto* factsArea = new QScrollArea;
    factsArea->setWidget(factsPanel);
    factsArea->setWidgetResizable(true);
    factsArea->setFrameShape(QFrame::NoFrame);
    factsArea->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    factsArea->setMinimumWidth(kFactsLeast);
    factsArea->setMaximumWidth(kFactsMost);
    factsArea->setFocusPolicy(Qt::NoFocus);
    factsArea->viewport()->setAutoFillBackground(false);
    factsPanel->setAutoFillBackground(false);

    m_card->setOpenExternalLinks(true);
    m_card->setAccessibleName(tr("Card of the model"));
    auto* figures = new QWidget;
    auto* figuresLayout = new QVBoxLayout(figures);
    figuresLayout->setContentsMargins(0, kSpaceControls, 0, 0);
    figuresLayout->addWidget(m_metricsNote);
    figuresLayout->addWidget(m_metrics, 1);
    auto* speed = new QWidget;
    auto* speedLayout = new QVBoxLayout(speed);
    speedLayout->setContentsMargins(0, kSpaceControls, 0, 0);
    speedLayout->setSpacing(kSpaceControls);
    speedLayout->addWidget(m_bench, 0, Qt::AlignLeft);
    speedLayout->addWidget(m_speedNote);
    speedLayout->addWidget(m_speed, 1);
    speedLayout->addStretch(0);
    m_speedNote->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_tabs->setDocumentMode(true);
    m_tabs->setUsesScrollButtons(false);
    m_tabs->addTab(m_card, tr("Ca&rd"));
    m_tabs->addTab(figures, tr("F&igures"));
    m_tabs->addTab(speed, tr("Speed here"));
    m_tabs->setAccessibleName(tr("More about the model"));

    auto* below = new QHBoxLayout;
    below->setSpacing(kSpaceGroups);
    below->addWidget(factsArea, 2);
    below->addWidget(m_tabs, 3);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSpaceControls);
    layout->addLayout(title);
    layout->addLayout(buttons);
    layout->addWidget(m_problem);
    layout->addSpacing(kSpaceInner);
    layout->addLayout(below, 1);

    connect(m_use, &QPushButton::clicked, this, &ModelView::useWanted);
    connect(m_default, &QPushButton::clicked, this, &ModelView::defaultWanted);
    connect(m_reveal, &QPushButton::clicked, this, &ModelView::revealWanted);
    connect(m_delete, &QPushButton::clicked, this, &ModelView::deleteWanted);
    connect(m_forget, &QPushButton::clicked, this, &ModelView::forgetWanted);
    connect(m_bench, &QPushButton::clicked, this, &ModelView::benchWanted);
    for (QComboBox* box : {m_device, m_precision})
        connect(box, &QComboBox::activated, this, [this] { setState(m_state); });
}

QLabel* ModelView::addFact(const QString& name)
{
    QLabel* label = selectable();
    label->setAccessibleName(name);
    label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    const int row = m_facts->rowCount();
    m_names[label] = dimmed(new QLabel(name));
    m_facts->addWidget(m_names[label], row, 0, Qt::AlignLeft | Qt::AlignTop);
    m_facts->addWidget(label, row, 1);
    return label;
}

void ModelView::setFact(QLabel* label, const QString& text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
    m_names[label]->setVisible(!text.isEmpty());
}

void ModelView::setModel(const ModelRow& row, const State& state)
{
    const bool another = row.known.id != m_row.known.id || row.known.path != m_row.known.path;
    m_row = row;
    showFacts();
    showMetrics();
    if (another) {
        if (row.known.card.empty())
            m_card->setPlainText(tr("This model brings no card."));
        else
            showCard(m_card, shown(row.known.card));
        setBench({});
        chooseOptions(state.options);
    }
    setState(state);
}

QString lineageText(const library::KnownModel& known)
{
    QStringList chain;
    for (const library::KnownModel::TrainedBy& run : known.runs) {
        if (chain.isEmpty())
            chain << shown(run.base);
        chain << ModelView::tr("%1 (run %2, %3, with %4)")
                     .arg(shown(run.name), shown(run.run), presetText(run.preset), shown(run.data));
    }
    QString text = chain.join(QStringLiteral(" → "));
    if (!known.provenance.empty())
        text += (text.isEmpty() ? QString() : QStringLiteral("\n")) + shown(known.provenance);
    return text;
}

void ModelView::showFacts()
{
    const library::KnownModel& known = m_row.known;
    m_title->setText(shown(known.title));
    m_title->setToolTip(shown(known.title));
    m_problem->setText(shown(known.problem));
    m_problem->setVisible(!known.usable());
    const bool read = !known.kind.empty();
    setFact(m_kind, shown(known.kind));
    setFact(m_sound, read ? tr("%1; %2 kHz, windows of %3 s")
                                .arg(shown(known.audioEncoder), QLocale().toString(known.sampleRate / 1000.0),
                                     QLocale().toString(known.windowSeconds))
                          : QString());
    setFact(m_captions, shown(known.textEncoder));
    setFact(m_space, known.dim == 0        ? QString()
                     : known.probabilistic ? tr("%1 dimensions, with uncertainty").arg(known.dim)
                                           : tr("%1 dimensions, no uncertainty in this model").arg(known.dim));
    setFact(m_size, known.weights > 0
                        ? tr("%1 million parameters, %2 on disk")
                              .arg(number(static_cast<double>(known.weights) / 1e6, 1), bytesText(known.bytes))
                    : known.bytes > 0 ? tr("%1 on disk").arg(bytesText(known.bytes))
                                      : QString());
    setFact(m_licence, shown(known.licence));
    setFact(m_from, lineageText(known));
    setFact(m_training, known.trainClips > 0
                            ? grouped(tr("%n clip(s)", nullptr, static_cast<int>(known.trainClips)), known.trainClips)
                            : QString());
    setFact(m_place, m_row.filesGone() ? QString() : shown(known.path));
    if (m_row.set) {
        const auto& set = *m_row.set;
        m_library->setText(
            tr("%1 in %2, %3 on disk, since %4")
                .arg(grouped(tr("%n clip(s) heard", nullptr, static_cast<int>(set.clips)), set.clips),
                     grouped(tr("%n window(s)", nullptr, static_cast<int>(set.windows)), set.windows),
                     bytesText(set.bytes),
                     QLocale().toString(QDateTime::fromMSecsSinceEpoch(set.createdAtMs).date(), QLocale::ShortFormat)));
    } else {
        m_library->setText(tr("Nothing was heard with it yet."));
    }
    m_forget->setVisible(m_row.set.has_value());
}

void ModelView::showMetrics()
{
    m_metrics->setRowCount(0);
    for (const auto& [name, value] : m_row.known.metrics) {
        const QString id = shown(name);
        const MetricWords words = metricWords(id);
        addRow(m_metrics, {words.title, metricValue(id, value)},
               words.explanation.isEmpty() ? id : QStringLiteral("%1\n%2").arg(words.explanation, id));
    }
    const std::int64_t clips = m_row.known.validationClips;
    m_metricsNote->setText(m_row.known.metrics.empty()
                               ? tr("This model brings no figures. The page Measure makes some on your own sounds.")
                           : clips > 0
                               ? grouped(tr("Measured when it was trained, on %n clip(s) that it was not trained on.",
                                            nullptr, static_cast<int>(clips)),
                                         clips)
                               : tr("Measured when it was trained."));
}

void ModelView::setState(const State& state)
{
    m_state = state;
    const library::KnownModel& known = m_row.known;
    QStringList parts;
    if (state.inUse)
        parts << tr("in use");
    if (state.comesNext)
        parts << tr("listening, then in use");
    if (m_row.isDefault)
        parts << tr("default of this library");
    m_stateText->setText(parts.join(QStringLiteral(" · ")));
    const model::EmbedderOptions chosen = chosenOptions();
    const bool otherWay = chosen.device != state.options.device || chosen.precision != state.options.precision;
    m_use->setText(state.inUse && otherWay ? tr("&Run it so") : tr("Use in this li&brary"));
    m_use->setAccessibleName(m_use->text().remove(QLatin1Char('&')));
    m_use->setEnabled(known.usable() && !state.comesNext && (!state.inUse || otherWay));
    for (QComboBox* box : {m_device, m_precision})
        box->setEnabled(known.usable());
    m_default->setEnabled(known.usable() && state.libraryOpen && !m_row.isDefault);
    m_reveal->setEnabled(!m_row.filesGone());
    const bool ours = known.partOfProgram();
    const bool linked = known.origin == library::KnownModel::Origin::Linked;
    m_delete->setText(linked ? tr("Take &off the list…") : tr("Delete…"));
    m_delete->setAccessibleName(m_delete->text().remove(QLatin1Char('&')));
    m_delete->setToolTip(ours          ? tr("This model is a part of the program")
                         : state.inUse ? tr("It is in use: use another model first")
                         : linked      ? tr("Take it off this list; its files stay where they are")
                                       : tr("Delete its files from the disk"));
    m_delete->setEnabled(!ours && !state.inUse && !state.comesNext && !state.busy && !m_row.filesGone());
    m_forget->setEnabled(!state.busy && !state.comesNext);
    m_bench->setEnabled(known.usable() && !state.busy);
}

void ModelView::chooseOptions(const model::EmbedderOptions& options)
{
    const auto select = [](QComboBox* box, const std::string& value) {
        int at = box->findData(shown(value));
        if (at < 0) { // `cuda:1` from the command line
            box->addItem(shown(value), shown(value));
            at = box->count() - 1;
        }
        box->setCurrentIndex(at);
    };
    select(m_device, options.device);
    select(m_precision, options.precision);
}

model::EmbedderOptions ModelView::chosenOptions() const
{
    model::EmbedderOptions options;
    options.device = m_device->currentData().toString().toStdString();
    options.precision = m_precision->currentData().toString().toStdString();
    return options;
}

void ModelView::setBench(const library::ModelBench& bench)
{
    m_speed->setRowCount(0);
    QStringList missing;
    double seconds = 0;
    for (const library::BenchFigures& figures : bench.figures) {
        const QString where =
            figures.device == "cpu" ? tr("Processor") : tr("Graphics card (%1)").arg(shown(figures.device));
        if (!figures.problem.empty()) {
            missing << QStringLiteral("%1, %2: %3").arg(where, shown(figures.precision), shown(figures.problem));
            continue;
        }
        seconds = figures.windowSeconds;
        addRow(m_speed,
               {QStringLiteral("%1, %2").arg(where, shown(figures.precision)), number(figures.windowsPerSecond, 1),
                number(figures.realTimeFactor, 0), number(figures.captionMs, 1)});
    }
    m_speed->setVisible(m_speed->rowCount() > 0);
    m_speedNote->setText(
        bench.figures.empty()
            ? tr("Not measured yet. Takes about 15 seconds, with sound made on the spot; nothing is written.")
            : tr("Windows of %1 s; decoding files is not counted.").arg(QLocale().toString(seconds)) +
                  (missing.isEmpty() ? QString() : QStringLiteral("\n") + missing.join(QLatin1Char('\n'))));
}

} // namespace prolap::ui
