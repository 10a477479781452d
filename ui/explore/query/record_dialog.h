#pragma once

#include <QDialog>

#include "core/paths.h"
#include "ui/explore/query/sound_recorder.h"
#include "ui/jobs/job.h"

class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;

namespace prolap::ui {

class LevelMeter;

/// Records a sound to search by: device, level, length, and what to do when there is no microphone.
class RecordDialog : public QDialog {
    Q_OBJECT

public:
    /// folder: where the recording is written; it must exist.
    explicit RecordDialog(Path folder, QWidget* parent = nullptr);

    /// The recording, once the dialog is accepted.
    const Path& file() const { return m_file; }

    SoundRecorder* recorder() { return &m_recorder; }
    QComboBox* devices() const { return m_devices; }
    QPushButton* recordButton() const { return m_record; }
    QPushButton* useButton() const { return m_use; }
    QString message() const;

private:
    void listDevices();
    void toggle();
    void use();
    void showState();
    void showProblem(const QString& sentence);

    const Path m_folder;
    Path m_file;
    SoundRecorder m_recorder;
    QString m_problem;
    QComboBox* m_devices;
    QSpinBox* m_longest;
    LevelMeter* m_level;
    QLabel* m_time;
    QLabel* m_message;
    QPushButton* m_record;
    QPushButton* m_use;
    Job m_writing;
};

} // namespace prolap::ui
