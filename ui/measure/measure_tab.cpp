#include "ui/measure/measure_tab.h"

#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QJsonObject>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSaveFile>
#include <QSplitter>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

#include "ui/explore/empty_state.h"
#include "ui/measure/level_charts.h"
#include "ui/measure/measure_form.h"
#include "ui/models_page/model_list.h"
#include "ui/models_page/task_strip.h"
#include "ui/text.h"
#include "ui/theme/metrics.h"

namespace prolap::ui {

namespace {

constexpr int kFormWidth = 340;
constexpr int kMostSentences = 3; ///< of rows that could not be used, the rest are counted

} // namespace

MeasureTab::MeasureTab(LibrarySession* session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_form(new MeasureForm),
      m_summary(new QLabel),
      m_problem(new QLabel),
      m_notes(new QLabel),
      m_view(new QTableView),
      m_charts(new LevelCharts),
      m_tabs(new QTabWidget),
      m_export(new QPushButton(tr("&Export"))),
      m_empty(new EmptyState),
      m_results(new QWidget),
      m_strip(new TaskStrip)
{
    m_form->setFixedWidth(kFormWidth);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setMinimumWidth(1);
    m_summary->setAccessibleName(tr("What was measured"));
    for (QLabel* label : {m_problem, m_notes}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->hide();
    }
    m_problem->setProperty("error", true);
    m_problem->setAccessibleName(tr("What went wrong"));
    m_notes->setProperty("dim", true);
    m_notes->setAccessibleName(tr("What to know about the figures"));
    m_view->setModel(&m_table);
    m_view->setAccessibleName(tr("Figures"));
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setShowGrid(false);
    m_view->setTabKeyNavigation(false);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(kRowHeight);
    m_view->horizontalHeader()->setHighlightSections(false);
    m_tabs->setDocumentMode(true);
    m_tabs->setUsesScrollButtons(false);
    m_tabs->addTab(m_view, tr("&Figures"));
    m_tabs->addTab(m_charts, tr("By &level"));
    m_tabs->setAccessibleName(tr("Results"));
    auto* menu = new QMenu(m_export);
    menu->addAction(tr("&Table as CSV…"), this, [this] {
        if (const QString file = askFile(tr("Table as CSV"), QStringLiteral("figures.csv"), tr("Tables (*.csv)"));
            !file.isEmpty())
            exportCsv(file);
    });
    menu->addAction(tr("All of it as &JSON…"), this, [this] {
        if (const QString file = askFile(tr("All of it as JSON"), QStringLiteral("figures.json"), tr("JSON (*.json)"));
            !file.isEmpty())
            exportJson(file);
    });
    menu->addAction(tr("&Charts as a picture…"), this, [this] {
        if (const QString file = askFile(tr("Charts as a picture"), QStringLiteral("levels.png"),
                                         tr("Pictures (*.png);;Drawings (*.svg)"));
            !file.isEmpty())
            exportChart(file);
    });
    menu->addAction(tr("&Report as a web page…"), this, [this] {
        if (const QString file =
                askFile(tr("Report as a web page"), QStringLiteral("report.html"), tr("Web pages (*.html)"));
            !file.isEmpty())
            exportReport(file);
    });
    m_export->setMenu(menu);
    m_export->setToolTip(tr("Keep the figures, charts or the whole report"));

    auto* head = new QHBoxLayout;
    head->setSpacing(kSpaceControls);
    head->addWidget(m_summary, 1);
    head->addWidget(m_export);
    auto* results = new QVBoxLayout(m_results);
    results->setContentsMargins(0, 0, 0, 0);
    results->setSpacing(kSpaceControls);
    results->addLayout(head);
    results->addWidget(m_notes);
    results->addWidget(m_tabs, 1);
    m_empty->say(tr("How good is the model on your sounds?"),
                 tr("Figures beside what guessing would give, and beside those of another model. It needs sounds with "
                    "captions: a CSV, AudioCaps, Clotho, captions beside the files, or those of this library."),
                 {});
    auto* right = new QVBoxLayout;
    right->setSpacing(kSpaceControls);
    right->addWidget(m_problem);
    right->addWidget(m_empty, 1);
    right->addWidget(m_results, 1);
    m_results->hide();
    auto* columns = new QHBoxLayout;
    columns->setSpacing(kSpaceGroups);
    columns->addWidget(m_form);
    columns->addLayout(right, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kPageMargin, kPageMargin, kPageMargin, kPageMargin);
    layout->setSpacing(kSpaceControls);
    layout->addLayout(columns, 1);
    layout->addWidget(m_strip);
    setFocusProxy(m_form->sourceBox());

    connect(m_form, &MeasureForm::startWanted, this, &MeasureTab::start);
    connect(m_strip, &TaskStrip::cancelled, &m_process, &CommandProcess::cancel);
    connect(&m_process, &CommandProcess::progressed, this, &MeasureTab::progressed);
    connect(&m_process, &CommandProcess::ended, this, &MeasureTab::ended);
}

MeasureTab::~MeasureTab() = default;

void MeasureTab::setModels(const ModelListModel& models)
{
    std::vector<MeasureForm::Model> usable;
    int inUse = 0;
    for (int i = 0; i < models.rowCount(); ++i) {
        const ModelRow& row = *models.rowAt(i);
        if (!row.known.usable())
            continue;
        if (models.inUse(row))
            inUse = static_cast<int>(usable.size());
        usable.push_back({shown(row.known.title), row.known.path});
    }
    m_form->setModels(usable, inUse);
}

QString MeasureTab::report(int run, int which) const
{
    return m_reports.filePath(QStringLiteral("%1-%2").arg(run).arg(which));
}

QString MeasureTab::problem() const
{
    return m_problem->text();
}

void MeasureTab::start()
{
    if (running())
        return;
    m_models[0] = m_form->firstModel();
    m_models[1] = m_form->secondModel();
    m_titles[0] = m_form->firstBox()->currentText();
    m_titles[1] = m_form->secondBox()->currentText();
    ++m_run;
    for (int which : {0, 1})
        m_arguments[which] = m_form->arguments(m_models[which], m_session->catalogue(), report(m_run, which));
    complain({});
    startModel(0);
}

void MeasureTab::startModel(int which)
{
    m_which = which;
    m_form->setRunning(true);
    m_strip->showTask(tr("Measuring %1").arg(m_titles[which]), 0, 0, tr("Stop; the figures shown stay"));
    m_process.start(m_arguments[which]);
}

void MeasureTab::progressed(const QJsonObject& at)
{
    const qint64 done = at[QLatin1String("done")].toInteger(), total = at[QLatin1String("total")].toInteger();
    QString text = tr("Measuring %1").arg(m_titles[m_which]);
    if (total > 0)
        text += tr(": %1 of %2 clips").arg(countText(done), countText(total));
    if (const QJsonValue left = at[QLatin1String("eta_seconds")]; left.isDouble())
        text += QStringLiteral(", ") + timeLeftText(left.toDouble());
    m_strip->showTask(text, done, total, tr("Stop; the figures shown stay"));
}

void MeasureTab::ended(const CommandProcess::Result& result)
{
    constexpr int kDone = 0, kPartly = 3; // docs: exit codes of prolap
    std::optional<EvalResult> found;
    if (!result.cancelled && (result.exitCode == kDone || result.exitCode == kPartly))
        found = parseEvalResult(result.output);
    if (found && m_which == 0 && !m_models[1].empty()) {
        m_done = std::move(found);
        startModel(1);
        return;
    }
    m_strip->end();
    m_form->setRunning(false);
    if (result.cancelled) {
        Q_EMIT statusWanted(tr("Measuring was cancelled."));
        return;
    }
    if (!found) {
        complain(result.errors.isEmpty() ? tr("The measurement ended without an answer.") : result.errors.join(u' '));
        return;
    }
    if (m_which == 1) {
        m_first = std::move(m_done);
        m_second = std::move(found);
    } else {
        m_first = std::move(found);
        m_second.reset();
    }
    m_done.reset();
    m_shownRun = m_run;
    showResults();
}

void MeasureTab::showResults()
{
    const EvalResult* second = m_second ? &*m_second : nullptr;
    m_table.setResults(*m_first, second);
    m_charts->setResults(*m_first, second);
    m_view->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_view->horizontalHeader()->setSectionResizeMode(EvalTable::NameColumn, QHeaderView::Stretch);
    QString summary = second ? tr("%1 beside %2").arg(m_first->model, second->model) : m_first->model;
    summary +=
        QStringLiteral(" · ") + grouped(tr("%n clip(s)", nullptr, static_cast<int>(m_first->clips)), m_first->clips);
    if (!m_first->split.isEmpty())
        summary += QStringLiteral(" · ") + tr("split %1").arg(m_first->split);
    m_summary->setText(summary);
    QStringList notes = m_first->skipped;
    if (second)
        for (const QString& sentence : second->skipped)
            if (!notes.contains(sentence))
                notes << sentence;
    const auto failures = static_cast<int>(m_first->failures.size());
    if (failures > 0) {
        notes << grouped(tr("%n row(s) or file(s) could not be used:", nullptr, failures), failures);
        notes << m_first->failures.mid(0, kMostSentences);
        if (failures > kMostSentences)
            notes << tr("and more; the JSON has all of them.");
    }
    m_notes->setText(notes.join(QLatin1Char('\n')));
    m_notes->setVisible(!notes.isEmpty());
    m_empty->hide();
    m_results->show();
    Q_EMIT statusWanted(tr("Measured."));
}

void MeasureTab::complain(const QString& sentence)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
    if (!sentence.isEmpty())
        Q_EMIT statusWanted(sentence);
}

QString MeasureTab::askFile(const QString& title, const QString& name, const QString& filter)
{
    return QFileDialog::getSaveFileName(this, title, QDir::home().filePath(name), filter);
}

void MeasureTab::write(const QString& file, const QByteArray& bytes)
{
    QSaveFile out(file);
    if (out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size() && out.commit())
        Q_EMIT statusWanted(tr("Wrote %1.").arg(file));
    else
        complain(tr("%1 could not be written: %2. Choose another place.").arg(file, out.errorString()));
}

void MeasureTab::exportCsv(const QString& file)
{
    if (m_first)
        write(file, evalCsv(*m_first, m_second ? &*m_second : nullptr));
}

void MeasureTab::exportJson(const QString& file)
{
    if (m_first)
        write(file, evalJson(*m_first, m_second ? &*m_second : nullptr));
}

void MeasureTab::exportChart(const QString& file)
{
    m_tabs->setCurrentWidget(m_charts); // laid out as it is drawn
    const bool drawing = QFileInfo(file).suffix().compare(QLatin1String("svg"), Qt::CaseInsensitive) == 0;
    if (drawing ? m_charts->saveSvg(file) : m_charts->savePng(file))
        Q_EMIT statusWanted(tr("Wrote %1.").arg(file));
    else
        complain(tr("%1 could not be written. Choose another place.").arg(file));
}

/// Of two models each has its page; the second one's lies beside the first.
void MeasureTab::exportReport(const QString& file)
{
    const QFileInfo info(file);
    for (int which : {0, 1}) {
        if (which == 1 && !m_second)
            return;
        QFile page(report(m_shownRun, which) + QStringLiteral("/report.html"));
        if (!page.open(QIODevice::ReadOnly)) {
            complain(tr("The report is not there any more; measure again."));
            return;
        }
        write(which == 0 ? file : info.dir().filePath(info.completeBaseName() + QStringLiteral("-2.") + info.suffix()),
              page.readAll());
    }
}

void MeasureTab::save(QSettings& settings) const
{
    m_form->save(settings);
}

void MeasureTab::restore(const QSettings& settings)
{
    m_form->restore(settings);
}

} // namespace prolap::ui
