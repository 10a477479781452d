#include "ui/glyphs/waveform_glyph.h"

#include <algorithm>
#include <cmath>

namespace prolap::ui {

Thumbnail reduced(const audio::Waveform& waveform)
{
    Thumbnail thumbnail;
    const std::size_t columns = std::min(waveform.min.size(), std::min(waveform.max.size(), waveform.rms.size()));
    if (columns == 0)
        return thumbnail;
    std::vector<float> peak(Thumbnail::kColumns), rms(Thumbnail::kColumns);
    for (std::size_t i = 0; i < Thumbnail::kColumns; ++i) {
        const std::size_t from = i * columns / Thumbnail::kColumns;
        const std::size_t to = std::max(from + 1, (i + 1) * columns / Thumbnail::kColumns);
        for (std::size_t c = from; c < std::min(to, columns); ++c) {
            peak[i] = std::max({peak[i], std::abs(waveform.min[c]), std::abs(waveform.max[c])});
            rms[i] = std::max(rms[i], waveform.rms[c]);
        }
    }
    const float loudest = std::max(1e-6f, *std::ranges::max_element(peak));
    const auto byte = [loudest](float v) {
        return static_cast<std::uint8_t>(std::lround(std::clamp(v / loudest, 0.0f, 1.0f) * 255));
    };
    std::ranges::transform(peak, std::back_inserter(thumbnail.peak), byte);
    std::ranges::transform(rms, std::back_inserter(thumbnail.rms), byte);
    return thumbnail;
}

void paintThumbnail(QPainter& painter, const QRectF& rect, const Thumbnail& thumbnail, const WaveformInk& ink)
{
    const auto columns = std::min(thumbnail.peak.size(), thumbnail.rms.size());
    if (columns == 0 || rect.width() < 2)
        return;
    const int width = static_cast<int>(rect.width());
    const double half = rect.height() / 2, middle = rect.center().y();
    std::vector<QLineF> peaks, body;
    peaks.reserve(static_cast<std::size_t>(width));
    body.reserve(static_cast<std::size_t>(width));
    for (int x = 0; x < width; ++x) {
        const std::size_t column = static_cast<std::size_t>(x) * columns / static_cast<std::size_t>(width);
        const double at = rect.left() + x + 0.5;
        const double p = std::max(0.5, half * thumbnail.peak[column] / 255.0), r = half * thumbnail.rms[column] / 255.0;
        peaks.emplace_back(at, middle - p, at, middle + p);
        body.emplace_back(at, middle - r, at, middle + r);
    }
    painter.setPen(QPen(ink.peaks, 1));
    painter.drawLines(peaks.data(), static_cast<int>(peaks.size()));
    painter.setPen(QPen(ink.body, 1));
    painter.drawLines(body.data(), static_cast<int>(body.size()));
}

void paintWaveform(QPainter& painter, const QRectF& rect, const audio::Waveform& waveform, const WaveformInk& ink,
                   double zoom)
{
    const std::size_t columns = std::min(waveform.min.size(), std::min(waveform.max.size(), waveform.rms.size()));
    if (columns == 0 || rect.width() < 2)
        return;
    const double scale = painter.device() ? painter.device()->devicePixelRatioF() : 1.0;
    const double step = 1.0 / scale; // one line a device pixel
    const auto lines = static_cast<std::size_t>(rect.width() * scale);
    const double half = rect.height() / 2, middle = rect.center().y();
    const auto y = [&](double value) { return middle - half * std::clamp(value * zoom, -1.0, 1.0); };
    std::vector<QLineF> peaks, body;
    peaks.reserve(lines);
    body.reserve(lines);
    for (std::size_t i = 0; i < lines; ++i) {
        const std::size_t from = i * columns / lines;
        const std::size_t to = std::max(from + 1, (i + 1) * columns / lines);
        float low = waveform.min[from], high = waveform.max[from], rms = waveform.rms[from];
        for (std::size_t c = from; c < std::min(to, columns); ++c) {
            low = std::min(low, waveform.min[c]);
            high = std::max(high, waveform.max[c]);
            rms = std::max(rms, waveform.rms[c]);
        }
        const double x = rect.left() + (static_cast<double>(i) + 0.5) * step;
        peaks.emplace_back(x, std::min(y(high), middle - 0.5), x, std::max(y(low), middle + 0.5));
        body.emplace_back(x, y(std::min(rms, std::max(high, 0.0f))), x, y(std::max(-rms, std::min(low, 0.0f))));
    }
    painter.setPen(QPen(ink.peaks, step));
    painter.drawLines(peaks.data(), static_cast<int>(peaks.size()));
    painter.setPen(QPen(ink.body, step));
    painter.drawLines(body.data(), static_cast<int>(body.size()));
}

} // namespace prolap::ui
