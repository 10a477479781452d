#include "ui/traverse/path_charts.h"

#include <cmath>
#include <limits>

#include <QVBoxLayout>

#include "ui/text.h"
#include "ui/theme/metrics.h"
#include "ui/traverse/path_chart.h"

namespace prolap::ui {

namespace {

constexpr double kPercent = 100;

std::vector<double> valuesOf(const library::Traversal* traversal, std::optional<float> library::TraversalPoint::*member,
                             double scale)
{
    std::vector<double> values;
    if (traversal)
        for (const library::TraversalPoint& point : traversal->points)
            values.push_back((point.*member) ? scale * static_cast<double>(*(point.*member))
                                             : std::numeric_limits<double>::quiet_NaN());
    return values;
}

bool anyFinite(const std::vector<double>& values)
{
    return std::ranges::any_of(values, [](double value) { return std::isfinite(value); });
}

} // namespace

PathCharts::PathCharts(QWidget* parent)
    : QWidget(parent),
      m_uncertainty(new PathChart(tr("Uncertainty"), MapInk::Amber)),
      m_inclusion(new PathChart(tr("Inclusion"), MapInk::Green)),
      m_match(new PathChart(tr("Match"), MapInk::Accent))
{
    m_inclusion->setToolTip(tr("Above 0 the caption nearest to the point is wide enough to contain the sound."));
    m_inclusion->setThreshold(0, tr("contains the sound above"));
    m_match->setToolTip(tr("How probably the caption nearest to the point describes the sound."));
    m_match->setRange(0, kPercent);
    m_match->setFormat([](double value) { return percentText(value / kPercent); }, QStringLiteral(" %%"));
    m_inclusion->setFormat([](double value) { return QString::number(value, 'f', 2); });
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSpaceControls);
    for (PathChart* chart : {m_uncertainty, m_inclusion, m_match}) {
        layout->addWidget(chart, 1);
        connect(chart, &PathChart::pointHovered, this, &PathCharts::pointHovered);
        connect(chart, &PathChart::pointClicked, this, &PathCharts::pointClicked);
    }
}

void PathCharts::setPaths(const PathPair& paths)
{
    const library::Traversal *const first = paths.first.get(), *const second = paths.second.get();
    QString general = tr("How general the captions are that are near each point of the path. The bands are the middle "
                         "half of each level of the vocabulary, 1 being the most general.");
    if (paths.acrossModels())
        general += QStringLiteral("\n") + tr("The uncertainties of two models have scales of their own: compare the "
                                             "shapes, not the heights.");
    m_uncertainty->setToolTip(general);
    m_uncertainty->setOwnScale(paths.acrossModels());
    using Point = library::TraversalPoint;
    const auto show = [&](PathChart* chart, std::optional<float> Point::*member, const QString& reason,
                          double scale = 1) {
        const std::vector<double> values = valuesOf(first, member, scale);
        const std::vector<double> beside = valuesOf(second, member, scale);
        chart->setReason(first && !anyFinite(values) && !anyFinite(beside) ? reason : QString());
        chart->setValues(values, beside);
    };
    const QString deterministic = tr("This model knows no uncertainty. Train heads for it, or choose one that does.");
    show(m_uncertainty, &Point::uncertainty, deterministic);
    show(m_inclusion, &Point::inclusion, deterministic);
    show(m_match, &Point::match, tr("This model is not calibrated, so there is no probability to show."), kPercent);
    std::vector<PathChart::Band> bands;
    if (first)
        for (const library::LevelBand& band : first->bands)
            if (band.level > 1) // "sound" alone is no band
                bands.push_back({static_cast<double>(band.lowerQuartile), static_cast<double>(band.upperQuartile),
                                 tr("level %1").arg(band.level)});
    m_uncertainty->setBands(std::move(bands));
}

void PathCharts::setCursorPoint(int point)
{
    for (PathChart* chart : {m_uncertainty, m_inclusion, m_match})
        chart->setCursorPoint(point);
}

void PathCharts::refreshColours()
{
    for (PathChart* chart : {m_uncertainty, m_inclusion, m_match})
        chart->refreshColours();
}

} // namespace prolap::ui
