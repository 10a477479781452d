#pragma once

#include <memory>
#include <optional>

#include <QTemporaryDir>
#include <QWidget>

#include "ui/jobs/command_process.h"
#include "ui/measure/eval_result.h"
#include "ui/measure/eval_table.h"
#include "ui/session/library_session.h"

class QLabel;
class QPushButton;
class QSettings;
class QTabWidget;
class QTableView;

namespace prolap::ui {

class EmptyState;
class LevelCharts;
class MeasureForm;
class ModelListModel;
class TaskStrip;

/// How good a model is on captioned sounds: `prolap eval` in a process of its own, its figures beside chance and beside
/// those of another model, and charts by caption level.
class MeasureTab : public QWidget {
    Q_OBJECT

public:
    explicit MeasureTab(LibrarySession* session, QWidget* parent = nullptr);
    ~MeasureTab() override;

    /// The models to choose from.
    void setModels(const ModelListModel& models);

    MeasureForm* form() const { return m_form; }
    const EvalTable& table() const { return m_table; }
    LevelCharts* charts() const { return m_charts; }
    TaskStrip* strip() const { return m_strip; }
    bool running() const { return m_process.running(); }
    /// What went wrong with the last measurement; empty when nothing did.
    QString problem() const;
    const std::optional<EvalResult>& first() const { return m_first; }
    const std::optional<EvalResult>& second() const { return m_second; }

    void start();
    /// Each writes one file, or says why it could not.
    void exportCsv(const QString& file);
    void exportJson(const QString& file);
    void exportChart(const QString& file); ///< .svg, else PNG
    void exportReport(const QString& file);

    void save(QSettings& settings) const;
    void restore(const QSettings& settings);

Q_SIGNALS:
    void statusWanted(const QString& sentence);

private:
    void startModel(int which);
    void progressed(const QJsonObject& at);
    void ended(const CommandProcess::Result& result);
    void showResults();
    void complain(const QString& sentence);
    void write(const QString& file, const QByteArray& bytes);
    QString askFile(const QString& title, const QString& name, const QString& filter);
    QString report(int run, int which) const;

    LibrarySession* const m_session;
    MeasureForm* m_form;
    QLabel *m_summary, *m_problem, *m_notes;
    EvalTable m_table;
    QTableView* m_view;
    LevelCharts* m_charts;
    QTabWidget* m_tabs;
    QPushButton* m_export;
    EmptyState* m_empty;
    QWidget* m_results;
    TaskStrip* m_strip;
    QTemporaryDir m_reports; ///< the HTML report of each model, a folder each
    int m_run = 0;           ///< counts measurements
    int m_shownRun = 0;      ///< the one whose figures are shown
    Path m_models[2];
    QStringList m_arguments[2];
    QString m_titles[2];
    int m_which = 0;
    std::optional<EvalResult> m_first, m_second, m_done;
    CommandProcess m_process;
};

} // namespace prolap::ui
