#pragma once

#include <cstddef>
#include <optional>

#include <QWidget>
#include <nlohmann/json.hpp>

#include "core/train/runs/presets.h"
#include "core/train/runs/run_data.h"
#include "ui/jobs/command_process.h"

class QButtonGroup;
class QLabel;
class QLineEdit;
class QPushButton;

namespace prolap::ui {

/// Second step of a run: the model to start from, how much of it learns, and what that takes, measured here.
class ModelStep : public QWidget {
    Q_OBJECT

public:
    explicit ModelStep(QWidget* parent = nullptr);

    QPushButton* measureButton() const { return m_measure; }
    QString estimateText() const;

    /// The model in use, to start from where no other is named.
    void setModel(const Path& pack, const QString& name);
    /// What it shall learn from; nothing while that is not known, or not fit. An estimate made before is dropped.
    /// @param clips  how many teach
    void setData(std::optional<train::DataSource> data, std::size_t clips);

    /// Empty where there is no model at all.
    Path basePack() const;
    /// Name of the preset, or `custom` where settings were changed by hand.
    std::string presetName() const;
    nlohmann::json recipe() const;

Q_SIGNALS:
    void baseChanged();

private:
    QLayout* makeBase();
    void addPresets(QLayout* layout);
    train::Preset preset() const;
    nlohmann::json presetRecipe() const;
    void forgetEstimate();
    void measure();
    void measured(const CommandProcess::Result& result);
    void editRecipe();
    void enable();

    QLineEdit* m_base;
    QButtonGroup* m_presets;
    QLabel* m_estimate;
    QPushButton* m_measure;
    QPushButton* m_settings;

    Path m_model;
    std::optional<train::DataSource> m_data;
    std::size_t m_clips = 0;
    std::optional<nlohmann::json> m_recipe; ///< where settings were changed by hand
    CommandProcess m_trial;
};

} // namespace prolap::ui
