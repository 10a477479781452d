#pragma once

#include <vector>

#include <QWidget>

#include "core/paths.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSettings;
class QSpinBox;

namespace prolap::ui {

/// What shall be measured: on which sounds, by which measures, with which models.
class MeasureForm : public QWidget {
    Q_OBJECT

public:
    explicit MeasureForm(QWidget* parent = nullptr);

    struct Model {
        QString title;
        Path path;
    };
    /// The models to choose from; the chosen ones stay, first() begins with the one in use.
    void setModels(const std::vector<Model>& models, int inUse);

    /// A CSV, a folder or a data set.
    void setData(const QString& path);
    bool libraryCaptions() const;
    QString data() const;
    QStringList measures() const;
    Path firstModel() const;
    Path secondModel() const; ///< empty: none
    /// What `prolap` is told for one of the models. library: the open one. report: a folder.
    QStringList arguments(const Path& model, const Path& library, const QString& report) const;

    QPushButton* startButton() const { return m_start; }
    QComboBox* firstBox() const { return m_first; }
    QComboBox* secondBox() const { return m_second; }
    QComboBox* sourceBox() const { return m_source; }
    QCheckBox* measureBox(const QString& protocol) const;

    /// running: something is being measured.
    void setRunning(bool running);
    void save(QSettings& settings) const;
    void restore(const QSettings& settings);

Q_SIGNALS:
    void startWanted();

private:
    void browseFile();
    void browseFolder();
    void check();

    QComboBox* m_source;
    QWidget* m_dataLine;
    QLineEdit* m_data;
    QLineEdit* m_query;
    QComboBox* m_split;
    std::vector<std::pair<QString, QCheckBox*>> m_measures;
    QComboBox* m_way;
    QSpinBox* m_points;
    QComboBox *m_first, *m_second;
    QCheckBox* m_cache;
    QLabel* m_problem;
    QPushButton* m_start;
    bool m_running = false;
};

} // namespace prolap::ui
