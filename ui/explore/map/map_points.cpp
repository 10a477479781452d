#include "ui/explore/map/map_points.h"

#include <algorithm>
#include <map>
#include <unordered_set>

#include <QCoreApplication>

#include "ui/text.h"

namespace prolap::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(prolap::ui::MapWords)
};

constexpr std::size_t kChunk = 500; ///< clips between two looks at the stop token
constexpr int kSteps = 5;           ///< of a scale from accent to amber
/// The accent is left to what matches.
constexpr MapInk kInks[kMapKinds] = {MapInk::Cyan, MapInk::Amber, MapInk::Violet, MapInk::Green, MapInk::Red};

/// The kinds with the most clips, as their names and the number that each other kind gets.
std::pair<QStringList, std::vector<int>> largest(const std::map<QString, int>& counts, const QStringList& all)
{
    std::vector<std::pair<int, QString>> order;
    for (const auto& [name, count] : counts)
        order.emplace_back(-count, name);
    std::ranges::sort(order);
    QStringList names;
    for (std::size_t i = 0; i < order.size() && names.size() < kMapKinds; ++i)
        names << order[i].second;
    std::vector<int> numbers;
    for (const QString& name : all)
        numbers.push_back(static_cast<int>(names.indexOf(name)));
    return {names, numbers};
}

/// A folder's parts below what all clips have in common.
std::vector<std::vector<std::string>> foldersBelowCommon(const std::vector<Path>& paths)
{
    std::vector<std::vector<std::string>> parts;
    for (const Path& path : paths) {
        parts.emplace_back();
        for (const Path& part : path.parent_path())
            parts.back().push_back(part.native());
    }
    std::size_t common = parts.empty() ? 0 : parts.front().size();
    for (const auto& each : parts) {
        std::size_t same = 0;
        while (same < common && same < each.size() && each[same] == parts.front()[same])
            ++same;
        common = same;
    }
    for (auto& each : parts)
        each.erase(each.begin(), each.begin() + static_cast<std::ptrdiff_t>(common));
    return parts;
}

} // namespace

std::optional<MapFacts> readMapFacts(const Path& catalogue, const std::vector<ClipId>& clips, std::stop_token stop)
{
    library::LibraryView view(catalogue, {});
    MapFacts facts;
    facts.clips.resize(clips.size());
    std::vector<Path> paths(clips.size());
    std::vector<std::vector<std::string>> tags(clips.size());
    for (std::size_t from = 0; from < clips.size(); from += kChunk) {
        if (stop.stop_requested())
            return std::nullopt;
        std::size_t at = from;
        for (library::ClipDetails& d :
             view.details(std::span(clips).subspan(from, std::min(kChunk, clips.size() - from)))) {
            while (clips[at] != d.id)
                ++at; // clips that are gone are left out
            facts.clips[at] = {shown(d.name), d.path, d.durationSeconds, -1, -1};
            paths[at] = std::move(d.path);
            tags[at] = std::move(d.tags);
        }
    }
    std::map<QString, int> folderCounts, tagCounts;
    QStringList folders;
    for (const std::vector<std::string>& below : foldersBelowCommon(paths)) {
        folders << (below.empty() ? QString() : shown(below.front()));
        ++folderCounts[folders.back()];
    }
    folderCounts.erase(QString()); // beside the folders
    const auto [names, numbers] = largest(folderCounts, folders);
    facts.folders = names;
    for (const std::vector<std::string>& own : tags)
        for (const std::string& tag : own)
            ++tagCounts[shown(tag)];
    facts.tags = largest(tagCounts, {}).first;
    for (std::size_t i = 0; i < clips.size(); ++i) {
        facts.clips[i].folder = numbers[i];
        for (const std::string& tag : tags[i]) {
            const auto number = static_cast<int>(facts.tags.indexOf(shown(tag)));
            facts.clips[i].tag = std::max(facts.clips[i].tag, number); // the rarest of the frequent ones
        }
    }
    return facts;
}

QPointF mapPlace(const library::LibraryMap& map, int clip)
{
    const library::MapPosition& at = map.clipPositions[static_cast<std::size_t>(clip)];
    return {static_cast<double>(at.x), static_cast<double>(at.y)};
}

namespace {

class Drawing {
public:
    explicit Drawing(const MapScene& scene) : m_scene(scene), m_map(*scene.map) {}

    MapPoints run()
    {
        const auto count = static_cast<int>(m_map.clips.size());
        const std::unordered_set<ClipId> passing = setOf(m_scene.passing), loop = setOf(m_scene.loop);
        const bool ranked = m_scene.rows && !m_scene.rows->hits.empty();
        makeKinds(ranked);
        for (int clip = 0; clip < count; ++clip) {
            const ClipId id = m_map.clips[static_cast<std::size_t>(clip)];
            if (m_scene.passing && !passing.contains(id))
                continue;
            ++m_points.shown;
            if (m_scene.loop && !loop.contains(id)) {
                add(m_outside, clip);
                continue;
            }
            const library::Hit* hit = ranked ? hitOf(id) : nullptr;
            if (hit && hit->credible) {
                ++m_points.matches;
                add(m_matches + (m_scene.colouring == MapColouring::Match ? stepOf(*hit) : 0), clip);
            } else {
                add(m_kinds + kindOf(clip), clip);
            }
        }
        if (ranked)
            m_points.layers[static_cast<std::size_t>(m_matches)].name = m_scene.colouring == MapColouring::Match
                                                                            ? Words::tr("best match")
                                                                            : Words::tr("matches what you look for");
        return std::move(m_points);
    }

private:
    static std::unordered_set<ClipId> setOf(const std::shared_ptr<const std::vector<ClipId>>& clips)
    {
        return clips ? std::unordered_set<ClipId>(clips->begin(), clips->end()) : std::unordered_set<ClipId>();
    }

    int layer(MapLayer made)
    {
        m_points.layers.push_back(std::move(made));
        m_points.clips.emplace_back();
        return static_cast<int>(m_points.layers.size()) - 1;
    }

    void add(int layer, int clip)
    {
        m_points.layers[static_cast<std::size_t>(layer)].points.push_back(mapPlace(m_map, clip));
        m_points.clips[static_cast<std::size_t>(layer)].push_back(clip);
    }

    /// Layers from the back to the front: what is outside the loop, the kinds, what matches.
    void makeKinds(bool ranked)
    {
        const bool back = ranked; // the matches stand out
        if (m_scene.loop)
            m_outside = layer({.name = Words::tr("outside the loop"), .faint = true});
        const auto kind = [&](const QString& name, MapInk ink, int number) {
            const int made = layer({.name = name, .ink = ink, .diamonds = number >= kMapKinds / 2, .lassoed = true});
            m_points.layers[static_cast<std::size_t>(made)].faint = back;
            return made;
        };
        const auto named = [&](const QStringList& names, const QString& rest) {
            m_kinds = kind(rest, MapInk::Dim, 0);
            for (int i = 0; i < names.size(); ++i)
                kind(names[i], kInks[i], i);
        };
        const bool knowsUncertainty = m_map.clipUncertainties.size() == m_map.clips.size();
        switch (m_scene.colouring) {
        case MapColouring::Folder:
            named(m_scene.facts ? m_scene.facts->folders : QStringList(),
                  m_scene.facts && !m_scene.facts->folders.isEmpty() ? Words::tr("other folders") : Words::tr("clips"));
            break;
        case MapColouring::Tag:
            named(m_scene.facts ? m_scene.facts->tags : QStringList(),
                  m_scene.facts && !m_scene.facts->tags.isEmpty() ? Words::tr("no such tag") : Words::tr("clips"));
            break;
        case MapColouring::Uncertainty:
            if (knowsUncertainty) {
                makeScale(back);
                break;
            }
            [[fallthrough]];
        case MapColouring::Match:
            m_kinds = kind(ranked ? Words::tr("other clips") : Words::tr("clips"), MapInk::Dim, 0);
            break;
        }
        if (!ranked)
            return;
        if (m_scene.colouring != MapColouring::Match) {
            m_matches = layer({.name = {}, .ink = MapInk::Accent, .lassoed = true, .large = true});
            return;
        }
        // The best lie in front, and are named first.
        for (int step = 0; step < kSteps; ++step) {
            const int made = layer({.name = step == kSteps - 1 ? Words::tr("weakest match") : QString(),
                                    .ink = MapInk::Accent,
                                    .lassoed = true,
                                    .towards = MapInk::Amber,
                                    .share = static_cast<double>(step) / (kSteps - 1),
                                    .large = true});
            if (step == 0)
                m_matches = made;
        }
        float low = 1e9F, high = -1e9F;
        for (const library::Hit& hit : m_scene.rows->hits)
            if (hit.credible) {
                low = std::min(low, hit.similarity);
                high = std::max(high, hit.similarity);
            }
        m_low = low;
        m_high = high;
    }

    void makeScale(bool back)
    {
        const QString names[kSteps] = {Words::tr("most specific"), Words::tr("rather specific"),
                                       Words::tr("in the middle"), Words::tr("rather general"),
                                       Words::tr("most general")};
        for (int step = 0; step < kSteps; ++step) {
            const int made = layer({.name = names[step],
                                    .ink = MapInk::Accent,
                                    .lassoed = true,
                                    .towards = MapInk::Amber,
                                    .share = static_cast<double>(step) / (kSteps - 1),
                                    .faint = back});
            if (step == 0)
                m_kinds = made;
        }
        m_bounds = m_map.clipUncertainties;
        std::ranges::sort(m_bounds);
    }

    int kindOf(int clip) const
    {
        const auto at = static_cast<std::size_t>(clip);
        switch (m_scene.colouring) {
        case MapColouring::Folder:
            return m_scene.facts ? m_scene.facts->clips[at].folder + 1 : 0;
        case MapColouring::Tag:
            return m_scene.facts ? m_scene.facts->clips[at].tag + 1 : 0;
        case MapColouring::Uncertainty: {
            if (m_bounds.empty())
                return 0;
            // A fifth of the library each.
            const auto below = std::ranges::lower_bound(m_bounds, m_map.clipUncertainties[at]) - m_bounds.begin();
            return std::min(kSteps - 1,
                            static_cast<int>(below * kSteps / static_cast<std::ptrdiff_t>(m_bounds.size())));
        }
        case MapColouring::Match:
            break;
        }
        return 0;
    }

    int stepOf(const library::Hit& hit) const
    {
        const float share = m_high > m_low ? (m_high - hit.similarity) / (m_high - m_low) : 0;
        return std::clamp(static_cast<int>(share * kSteps), 0, kSteps - 1);
    }

    const library::Hit* hitOf(ClipId clip) const
    {
        const auto found = m_scene.rows->rowOf.find(clip);
        return found == m_scene.rows->rowOf.end() ? nullptr
                                                  : &m_scene.rows->hits[static_cast<std::size_t>(found->second)];
    }

    const MapScene& m_scene;
    const library::LibraryMap& m_map;
    MapPoints m_points;
    int m_outside = 0, m_kinds = 0, m_matches = 0; ///< the first layer of each
    std::vector<float> m_bounds;
    float m_low = 0, m_high = 0;
};

} // namespace

MapPoints mapPoints(const MapScene& scene)
{
    return scene.map ? Drawing(scene).run() : MapPoints();
}

} // namespace prolap::ui
