#pragma once

#include <memory>
#include <mutex>
#include <vector>

#include <QImage>
#include <QTimer>

#include "core/audio/spectrogram.h"
#include "ui/jobs/job.h"
#include "ui/player/sound_view.h"

namespace prolap::ui {

/// A clip's spectrogram, the logarithm of the frequency upwards, computed off the GUI thread for the part in sight and
/// shown as it comes.
class SpectrogramView : public SoundView {
    Q_OBJECT

public:
    explicit SpectrogramView(SoundAxis* axis, QWidget* parent = nullptr);

    void setFile(const Path& file);
    /// Levels from full scale down to this many dB below it are told apart.
    void setRangeDb(int range);
    int rangeDb() const { return m_rangeDb; }

    /// Whether what is in sight is drawn as finely as the screen can show.
    bool fine() const { return !m_wait.isActive() && !m_job.running(); }
    /// The level that is drawn there, in dB of full scale; kSilentDb where nothing is.
    float levelAt(double seconds, double hertz) const;

    QSize minimumSizeHint() const override { return {200, 72}; }

protected:
    void paintSound(QPainter& painter, const QRectF& rect) override;
    bool hasSound() const override { return m_picture && m_picture->done > 0; }
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    /// Filled by the worker, read here under the lock.
    struct Picture {
        audio::SpectrogramOptions options;
        double highHz = 0;
        std::mutex mutex;
        std::vector<float> levels; ///< [columns x rows]
        std::size_t done = 0;      ///< columns
    };

    void viewMoved();
    std::size_t wantedRows() const;
    void fetch();
    void take();
    void colour(std::size_t firstColumn, std::size_t count);

    Path m_file;
    int m_rangeDb = 90;
    std::shared_ptr<Picture> m_picture; ///< what m_image shows
    std::shared_ptr<Picture> m_coming;  ///< what the worker fills
    QImage m_image;
    std::size_t m_coloured = 0; ///< columns of m_image
    QTimer m_wait, m_look;
    Job m_job;
};

} // namespace prolap::ui
