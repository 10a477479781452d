#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include <QColor>
#include <QPainter>
#include <QRectF>

#include "core/audio/clip_reader.h"

namespace prolap::ui {

/// A waveform reduced to the columns of a table cell, a few hundred bytes.
struct Thumbnail {
    static constexpr int kColumns = 160;
    std::vector<std::uint8_t> peak, rms; ///< one value a column, 255: the loudest of the clip
};

/// Scaled so that the loudest column is full height: quiet clips can be told apart too.
/// The peak of an empty waveform is empty.
Thumbnail reduced(const audio::Waveform& waveform);

/// Colours of one state of a waveform.
struct WaveformInk {
    QColor peaks, body;
};

/// Draws a thumbnail mirrored about its middle: the body filled, peaks thin.
void paintThumbnail(QPainter& painter, const QRectF& rect, const Thumbnail& thumbnail, const WaveformInk& ink);

/// Draws a whole waveform, true to level (full height is full scale times `zoom`), into rect.
void paintWaveform(QPainter& painter, const QRectF& rect, const audio::Waveform& waveform, const WaveformInk& ink,
                   double zoom);

} // namespace prolap::ui
