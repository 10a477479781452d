#pragma once

#include <functional>
#include <map>
#include <optional>

#include <QWidget>

#include "core/train/runs/new_run.h"
#include "core/train/runs/presets.h"
#include "ui/finetune/data_choice.h"
#include "ui/jobs/command_process.h"
#include "ui/jobs/job.h"

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QTreeWidget;

namespace prolap::ui {

/// A new fine-tuning run, step by step: clips with what is worth knowing of them, model and preset, start.
class NewRunForm : public QWidget {
    Q_OBJECT

public:
    explicit NewRunForm(QWidget* parent = nullptr);

    DataChoice* data() const { return m_data; }
    /// The model in use, to start from where no other is named.
    void setModel(const Path& pack, const QString& name);

    QPushButton* startButton() const { return m_start; }
    QPushButton* sidesButton() const { return m_sidesButton; }
    QPushButton* measureButton() const { return m_measure; }
    QString estimateText() const;
    const std::optional<train::PreparedData>& prepared() const { return m_prepared; }
    QTreeWidget* checks() const { return m_checks; }
    bool checking() const { return m_checking.running(); }
    void setPreset(train::Preset preset);
    void setName(const QString& name);
    /// The library that knows how the clips of a list sound.
    void setLibrary(const Path& catalogue);

Q_SIGNALS:
    /// A run was made and started.
    void started(const QString& id);
    void failed(const QString& sentence);
    void playWanted(const QString& file);

private:
    QWidget* makeData();
    QWidget* makeModel();
    QWidget* makeStart();
    train::DataRequest request() const;
    Path basePack() const;
    void look(); ///< checks the clips anew
    void showChecks();
    void showControl(std::size_t others);
    void forgetEstimate();
    void measure();
    void measured(const CommandProcess::Result& result);
    void editSides();
    void editRecipe();
    train::Recipe presetRecipe() const;
    nlohmann::json recipe() const;
    void start();
    void enable();

    DataChoice* m_data;
    QLineEdit* m_general;
    QLineEdit* m_specific;
    QLabel* m_preview;
    QWidget* m_templates;
    QComboBox* m_together;
    QDoubleSpinBox* m_held;
    QSpinBox* m_seed;
    QSpinBox* m_most;
    QCheckBox* m_withoutShort;
    QLabel* m_facts;
    QPushButton* m_sidesButton;
    QTreeWidget* m_checks;
    QLineEdit* m_base;
    QButtonGroup* m_presets;
    QLabel* m_estimate;
    QPushButton* m_measure;
    QPushButton* m_settings;
    QLineEdit* m_name;
    QLineEdit* m_control;
    QSpinBox* m_patience;
    QPushButton* m_start;

    Path m_model, m_library;
    std::optional<train::PreparedData> m_prepared;
    std::optional<train::DataSource> m_others;  ///< of the library, to measure what is forgotten; enough of them
    std::optional<nlohmann::json> m_recipe;     ///< where settings were changed by hand
    std::map<std::string, std::string> m_sides; ///< by path, as its user moved clips
    CommandProcess m_trial;
    Job m_checking, m_creating;
};

} // namespace prolap::ui
