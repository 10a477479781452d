#pragma once

#include <atomic>
#include <memory>
#include <vector>

#include <QAudioFormat>
#include <QIODevice>

#include "core/audio/decoder.h"

namespace prolap::ui {

/// What may be turned while a clip plays.
struct PlaybackControls {
    std::atomic<float> gain = 1.0f; ///< linear
    std::atomic<bool> loop = false; ///< from the clip's end go on at its beginning
};

/// Samples of a file as an audio sink wants them: decoded as they are asked for, in stereo (mono on both sides, of
/// more channels the even ones left and the odd ones right), with the gain applied and clipped at full scale.
/// Threads: one; the controls may be turned from any.
class ClipStream : public QIODevice {
    Q_OBJECT

public:
    /// format: 2 channels, Float or Int16. Errors: those of audio::Decoder.
    ClipStream(const Path& file, double startSeconds, const QAudioFormat& format,
               std::shared_ptr<PlaybackControls> controls);

    double durationSeconds() const { return m_durationSeconds; }
    /// Where in the clip the next sample to be delivered lies.
    double positionSeconds() const;
    bool ended() const { return m_ended; }
    /// Why the clip could not be played to its end; empty when all is well.
    QString problem() const { return m_problem; }

    bool isSequential() const override { return true; }
    bool atEnd() const override { return m_ended; }
    qint64 bytesAvailable() const override;

protected:
    qint64 readData(char* data, qint64 maxSize) override;
    qint64 writeData(const char* data, qint64 size) override;

private:
    std::size_t decode(std::size_t frames); ///< into m_stereo; 0 at the end
    void reopen(double startSeconds);

    const Path m_file;
    const QAudioFormat m_format;
    const std::shared_ptr<PlaybackControls> m_controls;
    std::unique_ptr<audio::Decoder> m_decoder;
    double m_durationSeconds = 0;
    double m_startSeconds = 0;
    qint64 m_framesSinceStart = 0;
    bool m_ended = false;
    QString m_problem;
    std::vector<float> m_interleaved, m_stereo;
};

} // namespace prolap::ui
