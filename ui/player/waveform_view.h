#pragma once

#include <memory>
#include <optional>

#include <QPixmap>
#include <QWidget>

#include "core/audio/clip_reader.h"

namespace prolap::ui {

/// A clip's whole waveform over a time ruler, with a moving cursor. A click seeks, Left and Right too.
class WaveformView : public QWidget {
    Q_OBJECT

public:
    explicit WaveformView(QWidget* parent = nullptr);

    /// Null: not listened to yet.
    void setWaveform(std::shared_ptr<const audio::Waveform> waveform);
    void setDuration(double seconds); ///< 0: nothing is loaded
    /// The part that matched, in seconds.
    void setHitWindow(std::optional<std::pair<double, double>> window);
    void setPosition(double seconds);
    void setPlaying(bool playing);
    /// What stands there while there is nothing to draw.
    void setHint(const QString& hint);

    double duration() const { return m_duration; }
    double position() const { return m_position; }
    double cursorX() const; ///< in widget coordinates

    QSize minimumSizeHint() const override { return {200, 64}; }

Q_SIGNALS:
    void seekWanted(double seconds);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    QRectF soundRect() const;
    double secondsAt(double x) const;
    void repaintBackground();
    void redraw();

    std::shared_ptr<const audio::Waveform> m_waveform;
    double m_duration = 0, m_position = 0;
    std::optional<std::pair<double, double>> m_hitWindow;
    bool m_playing = false;
    QString m_hint;
    QPixmap m_background; ///< all but the cursor
};

/// Seconds between two ticks of a ruler, so that they stand at least `leastPixels` apart: 1, 2 or 5 times a power of
/// ten below a minute, then minutes and hours of the usual steps.
double rulerStep(double secondsPerPixel, double leastPixels);

} // namespace prolap::ui
