#include "ui/measure/level_charts.h"

#include <algorithm>
#include <array>
#include <map>

#include <QBarCategoryAxis>
#include <QBarSeries>
#include <QBarSet>
#include <QChart>
#include <QChartView>
#include <QGridLayout>
#include <QLabel>
#include <QLegend>
#include <QLocale>
#include <QPainter>
#include <QSvgGenerator>
#include <QToolTip>
#include <QValueAxis>

#include "ui/measure/metric_names.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"

namespace prolap::ui {

namespace {

constexpr int kMostLevels = 9;
constexpr int kScale = 2; ///< of a picture

/// One chart: a figure at each level.
struct Levels {
    const char* protocol;
    const char* metric; ///< before `_levelK`
};
constexpr Levels kCharts[] = {
    {"retrieval", "t2a_map10"}, {"traversal", "recall"}, {"inclusion", "share_audio"}, {"uncertainty", "mean_u"}};

using Values = std::map<int, double>;

Values at(const EvalResult* result, const Levels& chart, bool chance)
{
    Values values;
    const auto* protocol = result ? result->find(QLatin1String(chart.protocol)) : nullptr;
    if (!protocol)
        return values;
    const auto& figures = chance ? protocol->chance : protocol->metrics;
    for (int level = 1; level <= kMostLevels; ++level)
        if (const auto found = figures.find(QStringLiteral("%1_level%2").arg(QLatin1String(chart.metric)).arg(level));
            found != figures.end())
            values[level] = found->second;
    return values;
}

QBarSet* bars(const QString& name, const Values& values, const std::vector<int>& levels, const QColor& colour)
{
    auto* set = new QBarSet(name);
    for (const int level : levels) {
        const auto found = values.find(level);
        *set << (found == values.end() ? 0.0 : found->second);
    }
    set->setColor(colour);
    set->setBorderColor(Qt::transparent);
    return set;
}

} // namespace

LevelCharts::LevelCharts(QWidget* parent)
    : QWidget(parent), m_grid(new QGridLayout(this)), m_none(new QLabel(tr("Charts need captions of several levels.")))
{
    setAccessibleName(tr("Figures by caption level"));
    m_grid->setContentsMargins(0, kSpaceControls, 0, 0);
    m_grid->setSpacing(kSpaceControls);
    m_none->setProperty("dim", true);
    m_none->setAlignment(Qt::AlignCenter);
    m_none->setWordWrap(true);
    m_grid->addWidget(m_none, 0, 0, 1, 2);
}

void LevelCharts::clear()
{
    qDeleteAll(m_views);
    m_views.clear();
    m_none->show();
}

void LevelCharts::setResults(const EvalResult& first, const EvalResult* second)
{
    clear();
    const Palette& p = ui::palette();
    for (const Levels& which : kCharts) {
        const Values one = at(&first, which, false), other = at(second, which, false), chance = at(&first, which, true);
        std::vector<int> levels;
        for (const Values* values : {&one, &other})
            for (const auto& [level, value] : *values)
                if (std::ranges::find(levels, level) == levels.end())
                    levels.push_back(level);
        if (levels.empty())
            continue;
        std::ranges::sort(levels);
        auto* series = new QBarSeries;
        series->append(bars(first.model, one, levels, p.accent));
        if (second)
            series->append(bars(second->model, other, levels, p.amber));
        if (!chance.empty())
            series->append(bars(tr("Chance"), chance, levels, p.line));
        auto* chart = new QChart;
        chart->addSeries(series);
        const MetricWords words = metricWords(QLatin1String(which.metric));
        chart->setTitle(QStringLiteral("%1 · %2").arg(protocolTitle(QLatin1String(which.protocol)), words.title));
        chart->setTitleBrush(p.text);
        chart->setTitleFont(font());
        chart->setBackgroundBrush(p.panel);
        chart->setBackgroundRoundness(6);
        chart->setMargins({kSpaceInner, kSpaceInner, kSpaceInner, kSpaceInner});
        chart->legend()->setAlignment(Qt::AlignBottom);
        chart->legend()->setLabelColor(p.text);
        chart->legend()->setFont(scaled(font(), kDimScale));
        QStringList names;
        for (const int level : levels)
            names << QString::number(level);
        auto* x = new QBarCategoryAxis;
        x->append(names);
        x->setTitleText(tr("Caption level, 1 is general"));
        auto* y = new QValueAxis;
        double highest = 0;
        for (const Values* values : {&one, &other, &chance})
            for (const auto& [level, value] : *values)
                highest = std::max(highest, value);
        y->setRange(0, highest > 0 ? highest * 1.05 : 1);
        y->applyNiceNumbers();
        for (QAbstractAxis* axis : {static_cast<QAbstractAxis*>(x), static_cast<QAbstractAxis*>(y)}) {
            axis->setLabelsColor(p.dim);
            axis->setLabelsFont(scaled(font(), kDimScale));
            axis->setTitleBrush(p.dim);
            axis->setTitleFont(scaled(font(), kDimScale));
            axis->setGridLineColor(p.line);
            axis->setLinePenColor(p.line);
        }
        x->setGridLineVisible(false);
        chart->addAxis(x, Qt::AlignBottom);
        chart->addAxis(y, Qt::AlignLeft);
        series->attachAxis(x);
        series->attachAxis(y);
        auto* view = new QChartView(chart);
        view->setRenderHint(QPainter::Antialiasing);
        view->setFrameShape(QFrame::NoFrame);
        view->setMinimumSize(200, 120);
        view->setAccessibleName(chart->title());
        view->setFocusPolicy(Qt::NoFocus);
        connect(series, &QBarSeries::hovered, this, [names](bool on, int index, QBarSet* set) {
            if (on)
                QToolTip::showText(QCursor::pos(), tr("%1, level %2: %3")
                                                       .arg(set->label(), names.value(index),
                                                            QLocale().toString(set->at(index), 'f', 3)));
            else
                QToolTip::hideText();
        });
        const int place = count();
        m_grid->addWidget(view, place / 2, place % 2);
        m_views.push_back(view);
    }
    m_none->setVisible(m_views.empty());
}

bool LevelCharts::savePng(const QString& file)
{
    QPixmap picture(size() * kScale);
    picture.setDevicePixelRatio(kScale);
    picture.fill(ui::palette().window);
    render(&picture);
    return picture.save(file, "PNG");
}

bool LevelCharts::saveSvg(const QString& file)
{
    QSvgGenerator svg;
    svg.setFileName(file);
    svg.setSize(size());
    svg.setViewBox(rect());
    svg.setTitle(tr("Figures by caption level"));
    QPainter painter;
    if (!painter.begin(&svg))
        return false;
    painter.fillRect(rect(), ui::palette().window);
    for (QChartView* view : m_views)
        view->render(&painter, view->geometry());
    return painter.end();
}

} // namespace prolap::ui
