#include "ui/player/waveform_view.h"

#include <algorithm>
#include <cmath>

#include <QPainter>
#include <QPainterPath>

#include "ui/glyphs/waveform_glyph.h"
#include "ui/theme/palette.h"

namespace prolap::ui {

namespace {

constexpr int kDetailPauseMs = 40;
constexpr double kMargin = 0.5; ///< of the part in sight, fetched at each side for scrolling

/// The columns of a stored waveform that are in sight, so that they can be drawn over the whole width.
audio::Waveform part(const audio::Waveform& whole, double fromShare, double toShare)
{
    const auto columns = static_cast<double>(whole.rms.size());
    const auto first = static_cast<std::ptrdiff_t>(std::clamp(std::floor(fromShare * columns), 0.0, columns - 1));
    const auto last =
        static_cast<std::ptrdiff_t>(std::clamp(std::ceil(toShare * columns), static_cast<double>(first) + 1, columns));
    return {{whole.min.begin() + first, whole.min.begin() + last},
            {whole.max.begin() + first, whole.max.begin() + last},
            {whole.rms.begin() + first, whole.rms.begin() + last}};
}

} // namespace

WaveformView::WaveformView(SoundAxis* axis, QWidget* parent) : SoundView(axis, parent)
{
    setAccessibleName(tr("Waveform"));
    setToolTip(
        tr("Click to hear from there, drag to scrub, Shift and drag to mark a region. The wheel zooms, Shift and "
           "the wheel scrolls."));
    m_detailWait.setSingleShot(true);
    m_detailWait.setInterval(kDetailPauseMs);
    connect(&m_detailWait, &QTimer::timeout, this, &WaveformView::fetchDetail);
    connect(axis, &SoundAxis::viewChanged, this, &WaveformView::viewMoved);
}

void WaveformView::setWaveform(std::shared_ptr<const audio::Waveform> waveform)
{
    m_waveform = std::move(waveform);
    m_loudest = 1e-3f;
    if (m_waveform)
        for (std::size_t i = 0; i < m_waveform->max.size(); ++i)
            m_loudest = std::max({m_loudest, m_waveform->max[i], -m_waveform->min[i]});
    redraw();
}

void WaveformView::setFile(const Path& file)
{
    if (file == m_file)
        return;
    m_file = file;
    m_detail.reset();
    m_detailJob.cancel();
    viewMoved();
}

void WaveformView::viewMoved()
{
    const bool near = axis()->zoomed() && !m_file.empty();
    if (!near) {
        m_detailWait.stop();
        m_detailJob.cancel();
        m_detail.reset();
    } else {
        m_detailWait.start();
    }
}

void WaveformView::fetchDetail()
{
    const double from = axis()->from(), to = axis()->to(), width = to - from;
    const double start = std::max(0.0, from - kMargin * width),
                 end = std::min(axis()->duration(), to + kMargin * width);
    const auto columns = static_cast<std::size_t>(
        std::max(64.0, soundRect().width() * devicePixelRatioF() * (end - start) / std::max(1e-9, width)));
    m_detailJob.start(
        [file = m_file, start, end, columns](std::stop_token stop, const ProgressFn&) {
            return audio::readPeaks(file, start, end, columns, stop);
        },
        [this](std::optional<audio::Peaks> peaks) {
            if (!peaks)
                return;
            m_detail = std::make_shared<const audio::Peaks>(std::move(*peaks));
            redraw();
        },
        [](const JobFailure&) {}); // the stored waveform stays; playing says what is wrong
}

void WaveformView::paintSound(QPainter& painter, const QRectF& rect)
{
    const Palette& p = ui::palette();
    const QColor body = playing() ? p.accent : p.dim;
    const WaveformInk ink{mixed(body, p.panel, 0.5), body};
    const double zoom = 0.95 / std::min(1.0f, m_loudest);
    const double from = axis()->from(), to = axis()->to(), width = to - from;
    const bool usable = m_detail && axis()->zoomed() && m_detail->start <= from + 1e-9 && m_detail->end >= to - 1e-9;
    if (!usable) {
        if (m_waveform && !m_waveform->rms.empty())
            paintWaveform(painter, rect, part(*m_waveform, from / axis()->duration(), to / axis()->duration()), ink,
                          zoom);
        return;
    }
    if (m_detail->samples.empty()) {
        const double length = m_detail->end - m_detail->start;
        const audio::Waveform whole{m_detail->min, m_detail->max, m_detail->rms};
        if (!whole.rms.empty())
            paintWaveform(painter, rect,
                          part(whole, (from - m_detail->start) / length, (to - m_detail->start) / length), ink, zoom);
        return;
    }
    // Sample by sample: a line, and dots where they stand apart.
    const double perSample = rect.width() / (width * m_detail->sampleRate);
    const auto y = [&](float v) {
        return rect.center().y() - rect.height() / 2 * std::clamp(double{v} * zoom, -1.0, 1.0);
    };
    QPolygonF line;
    const double offset = (m_detail->start - from) * m_detail->sampleRate;
    for (std::size_t i = 0; i < m_detail->samples.size(); ++i) {
        const double x = rect.left() + (static_cast<double>(i) + offset) * perSample;
        if (x >= rect.left() - perSample && x <= rect.right() + perSample)
            line << QPointF(x, y(m_detail->samples[i]));
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(p.line, 1));
    painter.drawLine(QPointF(rect.left(), rect.center().y()), QPointF(rect.right(), rect.center().y()));
    painter.setPen(QPen(body, 1.25));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(line);
    if (perSample >= 6) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(body);
        for (const QPointF& point : line)
            painter.drawEllipse(point, 2.2, 2.2);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
}

} // namespace prolap::ui
