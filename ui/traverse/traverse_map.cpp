#include "ui/traverse/traverse_map.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

#include "core/library/library_view.h"
#include "core/library/traversal/map_way.h"
#include "ui/map/scatter_map.h"
#include "ui/text.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

namespace prolap::ui {

namespace {

constexpr int kClips = 0, kCaptions = 1; ///< layers

QPointF pointOf(const library::MapPosition& at)
{
    return {static_cast<double>(at.x), static_cast<double>(at.y)};
}

std::vector<QPointF> pointsOf(const std::vector<library::MapPosition>& positions)
{
    std::vector<QPointF> points(positions.size());
    std::ranges::transform(positions, points.begin(), pointOf);
    return points;
}

QString axisTitle(const library::MapAxis& axis)
{
    const QString share = TraverseMap::tr("%1 of the variance").arg(percentText(axis.explained));
    return axis.low.empty() ? share : TraverseMap::tr("%1 ← %2 → %3").arg(shown(axis.low), share, shown(axis.high));
}

/// Log u of a path's points, from the least to the greatest.
class Span {
public:
    explicit Span(const library::Traversal& path)
    {
        for (const library::TraversalPoint& point : path.points)
            if (const auto log = logOf(point)) {
                m_low = std::min(m_low, *log);
                m_high = std::max(m_high, *log);
            }
    }
    void join(const Span& other)
    {
        m_low = std::min(m_low, other.m_low);
        m_high = std::max(m_high, other.m_high);
    }
    /// 0: none.
    double radius(const library::TraversalPoint& point) const
    {
        const auto log = logOf(point);
        if (!log)
            return 0;
        return m_high > m_low ? .05 + .95 * (*log - m_low) / (m_high - m_low) : .5;
    }

private:
    static std::optional<double> logOf(const library::TraversalPoint& point)
    {
        if (!point.uncertainty || *point.uncertainty <= 0)
            return std::nullopt;
        return std::log(static_cast<double>(*point.uncertainty));
    }
    double m_low = 1e300, m_high = -1e300;
};

/// Whether the nearest caption changes at this point.
bool meetsAnother(const library::Traversal& path, std::size_t point)
{
    const auto& here = path.points[point].captions;
    if (here.empty() || point == 0)
        return !here.empty();
    const auto& before = path.points[point - 1].captions;
    return before.empty() || before.front().index != here.front().index;
}

MapPath drawn(const library::MapWay& way, const library::Traversal& path, const Span& span, const QString& rootName)
{
    MapPath drawn;
    drawn.subject = pointOf(way.subject);
    drawn.subjectName = shown(Path(path.subject).filename());
    drawn.root = pointOf(way.root);
    drawn.rootName = path.rootCaption.empty() ? TraverseMap::tr("root: %1").arg(rootName) : shown(path.rootCaption);
    for (const library::MapWay::Stop& place : way.stops) {
        const library::TraversalPoint& point = path.points[place.point];
        MapPath::Stop stop;
        stop.at = pointOf(place.at);
        stop.radius = span.radius(point);
        stop.point = static_cast<int>(place.point);
        if (meetsAnother(path, place.point) && shown(point.captions.front().text) != drawn.rootName)
            stop.label = shown(point.captions.front().text);
        drawn.stops.push_back(std::move(stop));
    }
    return drawn;
}

} // namespace

TraverseMap::TraverseMap(QWidget* parent)
    : QWidget(parent), m_map(new ScatterMap), m_fit(new QToolButton), m_lasso(new QToolButton)
{
    m_lasso->setIcon(icon("lasso"));
    m_lasso->setCheckable(true);
    m_lasso->setToolTip(tr("Draw around clips to list them in Explore (or hold Shift and drag)"));
    m_lasso->setAccessibleName(tr("Draw around clips"));
    m_fit->setIcon(icon("fit"));
    m_fit->setToolTip(tr("Show the whole map (double-click)"));
    m_fit->setAccessibleName(tr("Show the whole map"));
    m_map->setToolTip(tr("Wheel zooms, drag pans, click plays"));
    auto* tools = new QVBoxLayout;
    tools->setContentsMargins(0, 0, 0, 0);
    tools->setSpacing(kSpaceInner);
    tools->addWidget(m_fit);
    tools->addWidget(m_lasso);
    tools->addStretch(1);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, kSpaceInner, 0);
    layout->setSpacing(kSpaceInner);
    layout->addWidget(m_map, 1);
    layout->addLayout(tools);

    m_map->setNamer([this](const MapHit& hit) { return nameOf(hit); });
    connect(m_map, &ScatterMap::clicked, this, &TraverseMap::click);
    connect(m_map, &ScatterMap::hoveredPoint, this, &TraverseMap::pointWanted);
    connect(m_map, &ScatterMap::lassoed, this, &TraverseMap::takeLoop);
    connect(m_map, &ScatterMap::menuWanted, this, &TraverseMap::showMenu);
    connect(m_lasso, &QToolButton::toggled, m_map, &ScatterMap::setLassoing);
    connect(m_fit, &QToolButton::clicked, m_map, &ScatterMap::fit);
}

void TraverseMap::setLibrary(std::shared_ptr<const library::LibraryMap> map, const Path& catalogue)
{
    m_library = std::move(map);
    if (!m_library) {
        m_details.cancel();
        m_files.clear();
        m_map->setLayers({});
        m_map->setPaths({});
        return;
    }
    std::vector<MapLayer> layers(2);
    layers[kClips] = {tr("clips"), MapInk::Cyan, pointsOf(m_library->clipPositions), false, true};
    layers[kCaptions] = {tr("captions"), MapInk::Dim, pointsOf(m_library->captionPositions), true, false};
    m_map->setLayers(std::move(layers));
    const QString across = axisTitle(m_library->x), up = axisTitle(m_library->y);
    m_map->setAxes(across, up);
    m_map->setToolTip(
        tr("Across, component 1: %1\nUp, component 2: %2\nWheel zooms, drag pans, click plays").arg(across, up));
    readNames(catalogue);
    setPaths(m_paths, m_rootName);
}

void TraverseMap::readNames(const Path& catalogue)
{
    m_details.start(
        [catalogue, clips = m_library->clips](std::stop_token stop, const ProgressFn&) {
            library::LibraryView view(catalogue, {});
            std::vector<std::pair<ClipId, Path>> paths;
            for (std::size_t from = 0; from < clips.size() && !stop.stop_requested(); from += 500)
                for (library::ClipDetails& each :
                     view.details(std::span(clips).subspan(from, std::min<std::size_t>(500, clips.size() - from))))
                    paths.emplace_back(each.id, std::move(each.path));
            return paths;
        },
        [this](const std::vector<std::pair<ClipId, Path>>& paths) {
            m_files.clear();
            for (const auto& [clip, path] : paths)
                m_files[clip.value] = path;
        },
        [this](const JobFailure& failure) { Q_EMIT statusWanted(failure.sentence); });
}

void TraverseMap::setPaths(const PathPair& paths, const QString& rootName)
{
    m_paths = paths;
    m_rootName = rootName;
    std::vector<MapPath> drawings;
    if (m_library && paths.first) {
        Span span(*paths.first);
        if (paths.second && !paths.acrossModels()) // uncertainties of two models have scales of their own
            span.join(Span(*paths.second));
        drawings.push_back(drawn(library::wayOnMap(*m_library, *paths.first), *paths.first, span, rootName));
        if (paths.second) {
            MapPath second = drawn(library::wayBeside(*m_library, *paths.second, *paths.first), *paths.second,
                                   paths.acrossModels() ? Span(*paths.second) : span, rootName);
            second.dashed = true;
            if (paths.acrossModels())
                second.subjectName.clear(); // it stands there already
            drawings.push_back(std::move(second));
        }
    }
    m_map->setPaths(std::move(drawings));
}

void TraverseMap::setCursorPoint(int point)
{
    m_map->setCursorPoint(point);
}

QString TraverseMap::clipName(ClipId clip) const
{
    const auto found = m_files.find(clip.value);
    return found == m_files.end() ? tr("clip") : shown(found->second.filename());
}

QString TraverseMap::nameOf(const MapHit& hit) const
{
    if (hit.path >= 0) {
        const auto& traversal = hit.path == 0 ? m_paths.first : m_paths.second;
        if (!traversal || hit.index >= static_cast<int>(traversal->points.size()))
            return {};
        const library::TraversalPoint& point = traversal->points[static_cast<std::size_t>(hit.index)];
        QString text = tr("Point %1").arg(hit.index);
        if (!point.captions.empty())
            text += QStringLiteral(": ") + shown(point.captions.front().text);
        if (m_paths.acrossModels())
            text += QStringLiteral("\n") + tr("as %1 has it").arg(shown(traversal->model));
        if (!point.clips.empty())
            text += QStringLiteral("\n") + tr("nearest clip: %1").arg(shown(point.clips.front().path.filename()));
        return text;
    }
    if (!m_library)
        return {};
    const auto index = static_cast<std::size_t>(hit.index);
    return hit.layer == kClips ? clipName(m_library->clips[index]) : shown(m_library->captions[index]);
}

void TraverseMap::click(const MapHit& hit)
{
    const auto index = static_cast<std::size_t>(hit.index);
    if (hit.path >= 0) {
        Q_EMIT pointWanted(hit.index);
        const auto& traversal = hit.path == 0 ? m_paths.first : m_paths.second;
        if (const auto& clips = traversal->points[index].clips; !clips.empty())
            Q_EMIT playWanted(clips.front().path, clips.front().start);
        return;
    }
    m_map->setMarked(hit.layer, hit.index);
    if (hit.layer != kClips)
        Q_EMIT statusWanted(shown(m_library->captions[index]));
    else if (const auto file = m_files.find(m_library->clips[index].value); file != m_files.end())
        Q_EMIT playWanted(file->second, 0);
}

void TraverseMap::takeLoop(const std::vector<int>& indices)
{
    m_lasso->setChecked(false);
    if (!m_library || indices.empty()) {
        Q_EMIT statusWanted(tr("There is no clip inside the loop."));
        return;
    }
    std::vector<ClipId> clips;
    for (const int index : indices)
        clips.push_back(m_library->clips[static_cast<std::size_t>(index)]);
    Q_EMIT clipsWanted(grouped(tr("%n clip(s) of the map", nullptr, static_cast<int>(clips.size())),
                               static_cast<std::int64_t>(clips.size())),
                       clips);
}

void TraverseMap::showMenu(const QPoint& at, const MapHit& hit)
{
    QMenu menu;
    const auto index = static_cast<std::size_t>(hit.index);
    if (m_library && hit.layer == kClips) {
        const ClipId clip = m_library->clips[index];
        menu.addAction(icon("play"), tr("Play"), this, [this, hit] { click(hit); });
        menu.addAction(icon("traverse"), tr("Traverse from this clip"), this,
                       [this, clip] { Q_EMIT traverseWanted(clip, clipName(clip), false); });
        menu.addAction(tr("Put it beside"), this, [this, clip] { Q_EMIT traverseWanted(clip, clipName(clip), true); });
    } else if (m_library && hit.layer == kCaptions) {
        const QString text = shown(m_library->captions[index]);
        menu.addAction(icon("traverse"), tr("Traverse from this caption"), this,
                       [this, text] { Q_EMIT traverseWanted({}, text, false); });
        menu.addAction(tr("Put it beside"), this, [this, text] { Q_EMIT traverseWanted({}, text, true); });
    }
    menu.addAction(icon("fit"), tr("Show the whole map"), m_map, &ScatterMap::fit);
    if (m_exportMenu)
        menu.addMenu(m_exportMenu)->setText(tr("Export"));
    menu.exec(at);
}

} // namespace prolap::ui
