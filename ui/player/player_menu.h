#pragma once

#include <string>
#include <vector>

#include <QMenu>

class QActionGroup;
class QSettings;

namespace prolap::ui {

/// How the player sounds and looks, beside what is turned all day: device, channels, loudness, the spectrogram's range.
class PlayerMenu : public QMenu {
    Q_OBJECT

public:
    explicit PlayerMenu(QWidget* parent = nullptr);

    QByteArray output() const { return m_output; }
    int targetLufs() const { return m_targetLufs; }
    int rangeDb() const { return m_rangeDb; }
    int solo() const { return m_solo; }
    /// The channels of the clip that is shown, by name; all are heard again.
    void setChannels(const std::vector<std::string>& names);
    void chooseSolo(int channel);

    void save(QSettings& settings) const;
    void restore(const QSettings& settings);

Q_SIGNALS:
    void outputChanged(const QByteArray& deviceId);
    void soloChanged(int channel);
    void targetChanged(int lufs);
    void rangeChanged(int db);

private:
    void listOutputs();
    void chooseOutput(const QByteArray& id);
    void chooseTarget(int lufs);
    void chooseRange(int db);

    QMenu *m_outputs, *m_channels;
    QActionGroup *m_targets, *m_ranges;
    QByteArray m_output;
    int m_targetLufs = -23, m_rangeDb = 90, m_solo = -1;
};

} // namespace prolap::ui
