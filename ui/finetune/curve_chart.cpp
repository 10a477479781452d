#include "ui/finetune/curve_chart.h"

#include <algorithm>
#include <cmath>

#include <QEvent>
#include <QGraphicsLayout>
#include <QLegend>
#include <QLineSeries>
#include <QLocale>
#include <QMouseEvent>
#include <QToolTip>
#include <QValueAxis>
#include <QWheelEvent>

#include "ui/charts/axis_ticks.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"

namespace prolap::ui {

namespace {

constexpr int kTicksUp = 4, kTicksAcross = 5; ///< at most about so many steps
constexpr int kInARow = 3;                    ///< names that fit under the chart
constexpr std::size_t kPoints = 600;          ///< of a curve; more cannot be told apart

QColor colourOf(int number)
{
    const Palette& p = ui::palette();
    const QColor colours[] = {p.accent, p.amber, p.green, p.red, p.violet, p.cyan, p.dim};
    return colours[number % 7];
}

} // namespace

CurveChart::CurveChart(const QString& title, const QString& yTitle, QWidget* parent)
    : QChartView(parent), m_x(new QValueAxis(this)), m_y(new QValueAxis(this)), m_xTitle(tr("step"))
{
    chart()->setTitle(title);
    chart()->setBackgroundRoundness(0);
    chart()->setMargins({0, 0, 0, 0});
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    m_x->setTitleText(m_xTitle);
    m_x->setLabelFormat(QStringLiteral("%.0f"));
    m_y->setTitleText(yTitle);
    useRoundTicks(m_x);
    useRoundTicks(m_y);
    chart()->addAxis(m_x, Qt::AlignBottom);
    chart()->addAxis(m_y, Qt::AlignLeft);
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(title);
    setToolTip(tr("Wheel: zoom. Drag: move. Double click: all of it."));
    setMinimumSize(160, 130);
    paintScheme();
}

void CurveChart::setXTitle(const QString& title)
{
    m_xTitle = title;
    m_x->setTitleText(title);
}

void CurveChart::setPercent()
{
    m_percent = true;
}

void CurveChart::setCurves(const std::vector<Named>& curves)
{
    chart()->removeAllSeries();
    m_count = 0;
    m_all = QRectF();
    double low = 1e300, high = -1e300, last = 1;
    for (const Named& named : curves) {
        if (named.curve.empty())
            continue;
        auto* series = new QLineSeries;
        series->setName(named.name);
        const std::size_t every = named.curve.size() / kPoints + 1;
        QList<QPointF> points;
        for (std::size_t i = 0; i < named.curve.size(); ++i) {
            const auto& [step, value] = named.curve[i];
            low = std::min(low, value);
            high = std::max(high, value);
            last = std::max(last, static_cast<double>(step));
            if (i % every == 0 || i + 1 == named.curve.size())
                points.append({static_cast<double>(step), value});
        }
        series->replace(points);
        series->setPen(QPen(colourOf(m_count), 1.5));
        series->setPointsVisible(points.size() < 3);
        chart()->addSeries(series);
        series->attachAxis(m_x);
        series->attachAxis(m_y);
        connect(series, &QLineSeries::hovered, this, [this, series](const QPointF& at, bool inside) {
            if (inside)
                QToolTip::showText(QCursor::pos(),
                                   tr("%1: %2 at %3 %4")
                                       .arg(series->name(), QLocale().toString(at.y(), 'g', 4), m_xTitle)
                                       .arg(qRound(at.x())),
                                   this);
        });
        ++m_count;
    }
    if (m_count > 0) {
        const double room = std::max((high - low) * .05, 1e-12 + std::abs(high) * .01);
        if (low >= 0 && low < (high - low) / 4) // what cannot be negative begins at zero
            m_all = QRectF(0, 0, last, high + room);
        else
            m_all = QRectF(0, low - room, last, high - low + 2 * room);
        if (m_percent)
            m_all = QRectF(0, 0, last, 100);
    }
    chart()->legend()->setVisible(m_count > 1);
    // Many names in a row would be cut; below each other they are read whole.
    chart()->legend()->setAlignment(m_count > kInARow ? Qt::AlignRight : Qt::AlignBottom);
    if (!m_zoomed)
        showAll();
    paintScheme();
}

void CurveChart::showAll()
{
    m_zoomed = false;
    if (m_all.isNull())
        return;
    span(m_all.left(), m_all.right(), m_all.top(), m_all.bottom());
}

void CurveChart::span(double left, double right, double low, double high)
{
    setSpan(m_x, left, right, std::max(1.0, niceStep(right - left, kTicksAcross)));
    const double step = m_percent ? std::max(1.0, niceStep(high - low, kTicksUp)) : niceStep(high - low, kTicksUp);
    m_y->setLabelFormat(step < 1e-5 ? QStringLiteral("%.0e") : QStringLiteral("%.%1f").arg(decimalsOf(step)));
    setSpan(m_y, low, high, step);
}

void CurveChart::tickAnew()
{
    span(m_x->min(), m_x->max(), m_y->min(), m_y->max());
}

void CurveChart::wheelEvent(QWheelEvent* event)
{
    m_zoomed = true;
    chart()->zoom(event->angleDelta().y() > 0 ? 1.25 : .8);
    tickAnew();
    event->accept();
}

void CurveChart::mousePressEvent(QMouseEvent* event)
{
    m_dragged = event->pos();
    QChartView::mousePressEvent(event);
}

void CurveChart::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons() & Qt::LeftButton) {
        m_zoomed = true;
        chart()->scroll(m_dragged.x() - event->pos().x(), event->pos().y() - m_dragged.y());
        m_dragged = event->pos();
    }
    QChartView::mouseMoveEvent(event);
}

void CurveChart::mouseDoubleClickEvent(QMouseEvent*)
{
    showAll();
}

void CurveChart::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        paintScheme();
    QChartView::changeEvent(event);
}

void CurveChart::paintScheme()
{
    const Palette& p = ui::palette();
    chart()->setBackgroundBrush(p.panel);
    chart()->setTitleBrush(p.text);
    chart()->setTitleFont(font());
    chart()->legend()->setLabelColor(p.dim);
    chart()->legend()->setFont(scaled(font(), kDimScale));
    setBackgroundBrush(p.panel);
    for (QValueAxis* axis : {m_x, m_y}) {
        axis->setLabelsColor(p.dim);
        axis->setLabelsFont(scaled(font(), kDimScale));
        axis->setTitleFont(scaled(font(), kDimScale));
        axis->setTitleBrush(p.dim);
        axis->setLinePen(QPen(p.line));
        axis->setGridLinePen(QPen(p.line));
    }
    const auto all = chart()->series();
    for (int i = 0; i < all.size(); ++i)
        static_cast<QLineSeries*>(all[i])->setPen(QPen(colourOf(i), 1.5));
}

} // namespace prolap::ui
