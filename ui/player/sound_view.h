#pragma once

#include <QPixmap>
#include <QWidget>

#include "ui/player/sound_axis.h"

class QPainter;

namespace prolap::ui {

/// What every drawing of a clip over time has in common: the ground, the marks, the cursor, and the hands. A click
/// seeks and a drag scrubs; Shift and a drag marks a region, whose edges can be dragged, and whose grip at the top
/// takes it out of the window. The wheel zooms about the pointer, Shift and the wheel scrolls, the middle button pans.
class SoundView : public QWidget {
    Q_OBJECT

public:
    explicit SoundView(SoundAxis* axis, QWidget* parent = nullptr);

    SoundAxis* axis() const { return m_axis; }
    void setPlaying(bool playing);
    bool playing() const { return m_playing; }
    /// What stands there while there is nothing to draw.
    void setHint(const QString& hint);
    /// Whether the ruler stands under this drawing.
    void setRuler(bool on);

    double xOf(double seconds) const; ///< in widget coordinates; may lie outside
    double secondsAt(double x) const; ///< within the clip
    double cursorX() const { return xOf(m_axis->position()); }
    QRectF soundRect() const;

Q_SIGNALS:
    void seekWanted(double seconds);
    /// The grip of the region was pulled.
    void dragOutWanted();

protected:
    /// Draws the sound into rect, whose width is the part in sight.
    virtual void paintSound(QPainter& painter, const QRectF& rect) = 0;
    virtual bool hasSound() const = 0;
    void redraw();

    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    enum class Grab { Nothing, Cursor, NewRegion, Start, End, Grip, Pan };

    Grab grabAt(const QPointF& at, Qt::KeyboardModifiers modifiers) const;
    QRectF gripRect() const;
    void showCursorFor(Grab grab);
    void repaintBackground();
    void paintRuler(QPainter& painter, const QRectF& area);
    void paintRegion(QPainter& painter, const QRectF& area);

    SoundAxis* const m_axis;
    bool m_playing = false, m_ruler = true;
    QString m_hint;
    QPixmap m_background; ///< all but region and cursor
    Grab m_grab = Grab::Nothing;
    QPointF m_pressed;
    double m_anchor = 0; ///< seconds: the end of a region that is not dragged, or what the pan holds
};

/// Seconds between two ticks of a ruler, so that they stand at least `leastPixels` apart: 1, 2 or 5 times a power of
/// ten below a minute, then minutes and hours of the usual steps.
double rulerStep(double secondsPerPixel, double leastPixels);

} // namespace prolap::ui
