#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>

#include <QWidget>

#include "core/train/runs/run_data.h"
#include "ui/finetune/data_choice.h"
#include "ui/jobs/job.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QTreeWidget;

namespace prolap::ui {

/// First step of a run: which clips, what tags become, how they are divided; and what is worth knowing of them, found
/// in the background whenever one of these changes.
class ClipsStep : public QWidget {
    Q_OBJECT

public:
    explicit ClipsStep(QWidget* parent = nullptr);

    DataChoice* data() const { return m_data; }
    QPushButton* sidesButton() const { return m_sidesButton; }
    QTreeWidget* checks() const { return m_checks; }

    /// The library that knows how the clips of a list sound.
    void setLibrary(const Path& catalogue);
    /// The pack that shall learn: how long it listens and what it reads decides which clips and captions fit.
    void setBase(const Path& pack);

    bool checking() const { return m_checking.running(); }
    /// The clips as they were found and divided; nothing while they are looked at, or where nothing is chosen.
    const std::optional<train::PreparedData>& prepared() const { return m_prepared; }
    /// Whether they are there and nothing found speaks against learning from them.
    bool usable() const;
    /// Named clips of the library that are not taught, to measure what is forgotten by: nothing where they are too few.
    const std::optional<train::DataSource>& others() const { return m_others; }
    std::size_t otherCount() const { return m_otherCount; }

Q_SIGNALS:
    /// What prepared() says is another.
    void changed();
    void playWanted(const QString& file);

private:
    QWidget* makeTemplates();
    QLayout* makeSplit();
    train::DataRequest request() const;
    void look(); ///< checks the clips anew
    void showChecks();
    void editSides();

    DataChoice* m_data;
    QLineEdit* m_general;
    QLineEdit* m_specific;
    QLabel* m_preview;
    QWidget* m_templates;
    QComboBox* m_together;
    QSpinBox* m_held; ///< percent
    QSpinBox* m_seed;
    QSpinBox* m_most;
    QCheckBox* m_withoutShort;
    QLabel* m_facts;
    QPushButton* m_sidesButton;
    QTreeWidget* m_checks;

    Path m_base, m_library;
    std::optional<train::PreparedData> m_prepared;
    std::optional<train::DataSource> m_others;
    std::size_t m_otherCount = 0;
    std::map<std::string, std::string> m_sides; ///< by path, as its user moved clips
    Job m_checking;
};

} // namespace prolap::ui
