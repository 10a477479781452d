#pragma once

#include <memory>
#include <optional>
#include <vector>

#include <QAudioFormat>
#include <QIODevice>

#include "core/audio/pitch_shifter.h"
#include "core/audio/preroll.h"
#include "core/audio/varispeed.h"
#include "ui/player/playback_controls.h"

namespace prolap::ui {

/// Samples of a file as an audio sink wants them: decoded as they are asked for, mixed to stereo (audio::stereoMix),
/// at the speed and pitch of the controls, with the gain applied and clipped at full scale. Playing that begins inside
/// the region ends at its end, or turns to its start; its edges fade within a few milliseconds.
/// Threads: one; the controls may be turned from any.
class ClipStream : public QIODevice {
    Q_OBJECT

public:
    /// format: 2 channels, Float or Int16. Errors, also later in problem(): those of audio::Decoder.
    ClipStream(std::unique_ptr<audio::OpenedClip> clip, const QAudioFormat& format,
               std::shared_ptr<PlaybackControls> controls);
    ClipStream(const Path& file, double startSeconds, const QAudioFormat& format,
               std::shared_ptr<PlaybackControls> controls);

    double durationSeconds() const { return m_durationSeconds; }
    /// Where in the clip what is `behind` frames of the output before the next one to be delivered lies.
    double positionSeconds(double behind = 0) const;
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
    double ratio() const; ///< frames of the file a frame of the output
    bool bounded() const; ///< the next frame lies in the region
    bool fill();          ///< more into m_out; false at the end
    bool readSource();    ///< the next stereo block at the file's rate into m_stereo; false at the end
    void reopen(double startSeconds);
    void fade();
    void bend(bool last); ///< m_stereo into m_out, by speed and pitch

    const QAudioFormat m_format;
    const std::shared_ptr<PlaybackControls> m_controls;
    std::unique_ptr<audio::OpenedClip> m_clip;
    std::vector<audio::ChannelGains> m_mix;
    std::size_t m_headRead = 0; ///< samples of the clip's head
    double m_durationSeconds = 0;
    int m_rate = 0;          ///< Hz of the file
    qint64 m_position = 0;   ///< frames of the file: the next to be read
    qint64 m_fadeInLeft = 0; ///< frames
    bool m_heardSomething = false, m_turned = false, m_sourceEnded = false, m_drained = false, m_ended = false;
    QString m_problem;
    std::optional<audio::Varispeed> m_varispeed; ///< once the speed was turned, or the rates differ
    std::unique_ptr<audio::PitchShifter> m_pitch;
    std::vector<float> m_block, m_stereo, m_recent, m_speeded, m_out;
    std::size_t m_outRead = 0; ///< samples of m_out that were delivered
};

} // namespace prolap::ui
