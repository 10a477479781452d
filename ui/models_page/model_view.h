#pragma once

#include <QHash>
#include <QWidget>

#include "core/library/models/model_bench.h"
#include "ui/models_page/model_rows.h"

class QComboBox;
class QGridLayout;
class QLabel;
class QPushButton;
class QTabWidget;
class QTableWidget;
class QTextBrowser;

namespace prolap::ui {

/// Where a model comes from: the first base, the runs that taught it one after the other, and what its maker says.
QString lineageText(const library::KnownModel& known);

/// One model: what it is, what the library holds of it, its card, its figures, and what can be done with it.
class ModelView : public QWidget {
    Q_OBJECT

public:
    struct State {
        bool inUse = false;
        bool comesNext = false; ///< being listened with, to be taken into use
        bool busy = false;      ///< another task of the page is running
        bool libraryOpen = false;
        model::EmbedderOptions options; ///< by which the one in use was opened
    };

    explicit ModelView(QWidget* parent = nullptr);

    void setModel(const ModelRow& row, const State& state);
    void setState(const State& state);
    /// Of the model shown; empty figures: not measured yet.
    void setBench(const library::ModelBench& bench);
    const ModelRow& row() const { return m_row; }
    /// What is chosen to run it on.
    model::EmbedderOptions chosenOptions() const;

    QTabWidget* tabs() const { return m_tabs; }

Q_SIGNALS:
    void useWanted();
    void defaultWanted();
    void benchWanted();
    void forgetWanted();
    void deleteWanted();
    void revealWanted();

private:
    QLabel* addFact(const QString& name);
    void setFact(QLabel* label, const QString& text);
    void showFacts();
    void showMetrics();
    void chooseOptions(const model::EmbedderOptions& options);

    ModelRow m_row;
    State m_state;
    QLabel *m_title, *m_stateText, *m_problem;
    QPushButton *m_use, *m_default, *m_reveal, *m_delete, *m_forget, *m_bench;
    QComboBox *m_device, *m_precision;
    QGridLayout* m_facts;
    QHash<QLabel*, QLabel*> m_names; ///< of the facts, beside them
    QLabel *m_kind, *m_sound, *m_captions, *m_space, *m_size, *m_licence, *m_from, *m_training, *m_place;
    QLabel* m_library;
    QTabWidget* m_tabs;
    QTextBrowser* m_card;
    QTableWidget *m_metrics, *m_speed;
    QLabel *m_metricsNote, *m_speedNote;
};

} // namespace prolap::ui
