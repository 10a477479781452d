#pragma once

#include <memory>
#include <vector>

#include <QAudioDevice>
#include <QAudioFormat>
#include <QIODevice>
#include <QObject>
#include <QPointer>

class QAudioSource;

namespace prolap::ui {

/// Records from a microphone into memory, as mono samples. Threads: the GUI thread; the device delivers by signals.
class SoundRecorder : public QObject {
    Q_OBJECT

public:
    explicit SoundRecorder(QObject* parent = nullptr);
    ~SoundRecorder() override;

    /// Stops by itself after so many seconds. What was recorded before is forgotten.
    void start(const QAudioDevice& device, double maxSeconds);
    void stop();
    bool recording() const { return m_source != nullptr; }

    int sampleRate() const { return m_format.sampleRate(); }
    const std::vector<float>& samples() const { return m_samples; }
    double seconds() const;

Q_SIGNALS:
    /// Of what came since the last: the largest sample, 0 to 1.
    void levelChanged(float peak);
    void stopped();
    /// Why there is no recording: one sentence.
    void failed(const QString& sentence);

private:
    void take();
    void fail(const QString& sentence);
    void release();

    QAudioFormat m_format;
    QAudioSource* m_source = nullptr;
    QPointer<QIODevice> m_stream;
    QByteArray m_rest; ///< of a frame that has not arrived whole
    std::vector<float> m_samples;
    std::size_t m_most = 0;
};

/// A 16-bit mono WAV. Errors: Error(DiskFull, Permission) with the file's name. Threads: any.
void writeRecording(const std::string& file, const std::vector<float>& samples, int sampleRate);

} // namespace prolap::ui
