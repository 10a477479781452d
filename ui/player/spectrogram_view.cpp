#include "ui/player/spectrogram_view.h"

#include <algorithm>
#include <cmath>

#include <QPainter>

#include "ui/theme/level_colours.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"

namespace prolap::ui {

namespace {

constexpr int kPauseMs = 60;
constexpr int kLookMs = 60; ///< between two looks at what the worker has done
constexpr double kMargin = 0.25;
constexpr double kFewestRows = 48, kMostRows = 512;

} // namespace

SpectrogramView::SpectrogramView(SoundAxis* axis, QWidget* parent) : SoundView(axis, parent)
{
    setAccessibleName(tr("Spectrogram"));
    setToolTip(tr("High sounds above, low ones below; bright is loud. Click to hear from there, Shift and drag to mark "
                  "a region, the wheel zooms."));
    m_wait.setSingleShot(true);
    m_wait.setInterval(kPauseMs);
    m_look.setInterval(kLookMs);
    connect(&m_wait, &QTimer::timeout, this, &SpectrogramView::fetch);
    connect(&m_look, &QTimer::timeout, this, &SpectrogramView::take);
    connect(axis, &SoundAxis::viewChanged, this, &SpectrogramView::viewMoved);
}

void SpectrogramView::setFile(const Path& file)
{
    if (file == m_file)
        return;
    m_file = file;
    m_job.cancel();
    m_look.stop();
    m_picture.reset();
    m_coming.reset();
    m_image = {};
    redraw();
    viewMoved();
}

void SpectrogramView::setRangeDb(int range)
{
    m_rangeDb = range;
    if (m_picture)
        colour(0, m_coloured);
    redraw();
}

void SpectrogramView::showEvent(QShowEvent* event)
{
    SoundView::showEvent(event);
    viewMoved();
}

void SpectrogramView::resizeEvent(QResizeEvent* event)
{
    SoundView::resizeEvent(event);
    viewMoved();
}

void SpectrogramView::viewMoved()
{
    if (m_file.empty() || axis()->duration() <= 0 || !isVisible()) {
        m_wait.stop();
        return;
    }
    // What is there already in the same fineness is not computed again.
    const double width = axis()->to() - axis()->from();
    if (const auto& latest = m_coming ? m_coming : m_picture) {
        const double perColumn =
            (latest->options.end - latest->options.start) / static_cast<double>(latest->options.columns);
        const double wanted = width / std::max(1.0, soundRect().width() * devicePixelRatioF());
        if (latest->options.start <= axis()->from() + 1e-9 && latest->options.end >= axis()->to() - 1e-9 &&
            latest->options.rows == wantedRows() && perColumn <= wanted * 1.02 && perColumn >= wanted * 0.5)
            return;
    }
    m_wait.start();
}

std::size_t SpectrogramView::wantedRows() const
{
    // One a pixel: thin lines stay bright.
    return static_cast<std::size_t>(std::clamp(soundRect().height() * devicePixelRatioF(), kFewestRows, kMostRows));
}

void SpectrogramView::fetch()
{
    const double width = axis()->to() - axis()->from();
    auto picture = std::make_shared<Picture>();
    audio::SpectrogramOptions& o = picture->options;
    o.start = std::max(0.0, axis()->from() - kMargin * width);
    o.end = std::min(axis()->duration(), axis()->to() + kMargin * width);
    const double pixels = std::max(64.0, soundRect().width() * devicePixelRatioF());
    o.columns = static_cast<std::size_t>(std::ceil(pixels * (o.end - o.start) / width));
    o.rows = wantedRows();
    // Near looks ask for time, far ones for frequency.
    o.frameSeconds = std::clamp(width / 40, 0.006, 0.046);
    o.highHz = axis()->sampleRate() > 0 ? axis()->sampleRate() / 2.0 : 0;
    picture->levels.assign(o.columns * o.rows, audio::kSilentDb);
    m_coming = picture;
    m_look.start();
    m_job.start(
        [file = m_file, picture](std::stop_token stop, const ProgressFn&) {
            const int rate = audio::readSpectrogram(
                file, picture->options,
                [&](std::size_t first, std::span<const float> levels) {
                    const std::lock_guard lock(picture->mutex);
                    std::ranges::copy(levels, picture->levels.begin() +
                                                  static_cast<std::ptrdiff_t>(first * picture->options.rows));
                    picture->done = first + levels.size() / picture->options.rows;
                },
                stop);
            return rate;
        },
        [this, picture](int rate) {
            picture->highHz = rate / 2.0;
            m_look.stop();
            take();
        },
        [this](const JobFailure& failure) {
            m_look.stop();
            m_coming.reset();
            setHint(failure.sentence);
        });
}

void SpectrogramView::take()
{
    if (!m_coming)
        return;
    const std::lock_guard lock(m_coming->mutex);
    const bool whole = m_coming->done == m_coming->options.columns;
    // While it is being computed, a picture of the same clip that is there already stays.
    if (!whole && m_picture && m_picture->done == m_picture->options.columns)
        return;
    if (m_picture != m_coming) {
        m_picture = m_coming;
        m_coloured = 0;
        m_image = QImage(static_cast<int>(m_picture->options.columns), static_cast<int>(m_picture->options.rows),
                         QImage::Format_RGB32);
        m_image.fill(levelColours().front());
    }
    colour(m_coloured, m_picture->done - m_coloured);
    m_coloured = m_picture->done;
    if (whole)
        m_coming.reset();
    redraw();
}

void SpectrogramView::colour(std::size_t firstColumn, std::size_t count)
{
    const auto& colours = levelColours();
    const std::size_t rows = m_picture->options.rows;
    const float scale = 255.0f / static_cast<float>(m_rangeDb);
    for (std::size_t r = 0; r < rows; ++r) {
        auto* line = reinterpret_cast<QRgb*>(m_image.scanLine(static_cast<int>(rows - 1 - r)));
        for (std::size_t c = firstColumn; c < firstColumn + count; ++c) {
            const float level = (m_picture->levels[c * rows + r] + static_cast<float>(m_rangeDb)) * scale;
            line[c] = colours[static_cast<std::size_t>(std::clamp(level, 0.0f, 255.0f))];
        }
    }
}

float SpectrogramView::levelAt(double seconds, double hertz) const
{
    if (!m_picture || !m_picture->done)
        return audio::kSilentDb;
    const audio::SpectrogramOptions& o = m_picture->options;
    const double column = (seconds - o.start) / (o.end - o.start) * static_cast<double>(o.columns);
    const double high = o.highHz > 0 ? o.highHz : m_picture->highHz;
    const double row = std::log(hertz / o.lowHz) / std::log(high / o.lowHz) * static_cast<double>(o.rows);
    if (column < 0 || row < 0 || column >= static_cast<double>(m_picture->done) || row >= static_cast<double>(o.rows))
        return audio::kSilentDb;
    return m_picture->levels[static_cast<std::size_t>(column) * o.rows + static_cast<std::size_t>(row)];
}

void SpectrogramView::paintSound(QPainter& painter, const QRectF& rect)
{
    const audio::SpectrogramOptions& o = m_picture->options;
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const double left = xOf(o.start), right = xOf(o.end);
    painter.drawImage(QRectF(left, rect.top(), right - left, rect.height()), m_image);
    if (const auto& window = axis()->hitWindow()) { // the ground cannot show it: two lines do
        painter.setPen(QPen(ui::palette().amber, 1, Qt::DashLine));
        for (const double x : {xOf(window->first), xOf(window->second)})
            painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()));
    }
    const double high = o.highHz > 0 ? o.highHz : m_picture->highHz;
    if (high <= o.lowHz)
        return;
    const QFontMetrics metrics(painter.font());
    const QColor ink = QColor(levelColours().back());
    QColor ground = QColor(levelColours().front());
    ground.setAlphaF(0.6f);
    for (const double hertz : {100.0, 1000.0, 10000.0}) {
        const double y = rect.bottom() - std::log(hertz / o.lowHz) / std::log(high / o.lowHz) * rect.height();
        if (hertz >= high || y - metrics.height() < rect.top())
            continue;
        const QString text = hertz < 1000 ? tr("%1 Hz").arg(hertz) : tr("%1 kHz").arg(hertz / 1000);
        const QRectF box(rect.left() + kSpaceInner, y - metrics.height() / 2.0,
                         metrics.horizontalAdvance(text) + kSpaceInner, metrics.height());
        painter.fillRect(box, ground);
        painter.setPen(ink);
        painter.drawText(box, Qt::AlignCenter, text);
        painter.drawLine(QPointF(rect.left(), y), QPointF(rect.left() + kSpaceInner - 1, y));
    }
}

} // namespace prolap::ui
