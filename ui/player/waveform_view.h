#pragma once

#include <memory>
#include <vector>

#include <QTimer>

#include "core/audio/clip_reader.h"
#include "core/audio/peaks.h"
#include "ui/jobs/job.h"
#include "ui/player/sound_view.h"

namespace prolap::ui {

/// A clip's waveform over a time ruler. The whole clip is drawn from the stored waveform; what is nearer is decoded
/// from the file, off the GUI thread, down to single samples.
class WaveformView : public SoundView {
    Q_OBJECT

public:
    explicit WaveformView(SoundAxis* axis, QWidget* parent = nullptr);

    /// Null: not listened to yet.
    void setWaveform(std::shared_ptr<const audio::Waveform> waveform);
    /// The file that nearer looks are decoded from; empty: none.
    void setFile(const Path& file);

    double duration() const { return axis()->duration(); }
    double position() const { return axis()->position(); }
    /// Whether what is in sight is drawn as finely as the screen can show.
    bool fine() const { return !m_detailWait.isActive() && !m_detailJob.running(); }
    const audio::Peaks* detail() const { return m_detail.get(); }

    QSize minimumSizeHint() const override { return {200, 64}; }

protected:
    void paintSound(QPainter& painter, const QRectF& rect) override;
    bool hasSound() const override { return (m_waveform && !m_waveform->rms.empty()) || m_detail; }

private:
    void viewMoved();
    void fetchDetail();

    std::shared_ptr<const audio::Waveform> m_waveform;
    Path m_file;
    float m_loudest = 1e-3f;
    std::shared_ptr<const audio::Peaks> m_detail;
    QTimer m_detailWait;
    Job m_detailJob;
};

} // namespace prolap::ui
