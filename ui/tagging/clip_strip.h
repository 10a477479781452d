#pragma once

#include <QWidget>

#include "ui/glyphs/waveform_glyph.h"

namespace prolap::ui {

class Player;

/// The waveform of one clip with what plays of it; a click plays from there.
class ClipStrip : public QWidget {
    Q_OBJECT

public:
    explicit ClipStrip(Player* player, QWidget* parent = nullptr);

    /// An empty path shows nothing.
    void show(const Path& file, double seconds, const Thumbnail& waveform);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    Player* const m_player;
    Path m_file;
    double m_seconds = 0;
    Thumbnail m_waveform;
};

} // namespace prolap::ui
