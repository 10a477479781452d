#include "core/library/traversal/map_way.h"

#include <string_view>
#include <unordered_map>

namespace prolap::library {

MapWay wayOnMap(const LibraryMap& map, const Traversal& path)
{
    MapWay way{map.position(path.subjectMean), map.position(path.rootMean), {}};
    for (std::size_t i = 0; i < path.points.size(); ++i)
        way.stops.push_back({i, map.position(path.points[i].mean)});
    return way;
}

MapWay wayOnMap(const LibraryMap& map, const Traversal& path, const Traversal& own)
{
    std::unordered_map<std::string_view, std::size_t> places;
    for (std::size_t i = 0; i < map.captions.size(); ++i)
        places.emplace(map.captions[i], i);
    MapWay way;
    way.subject = way.root = map.position(own.subjectMean);
    for (const Rung& rung : path.ladder)
        if (const auto found = places.find(rung.text); found != places.end()) {
            way.root = map.captionPositions[found->second];
            way.stops.push_back({rung.firstPoint, way.root});
        }
    return way;
}

MapWay wayBeside(const LibraryMap& map, const Traversal& second, const Traversal& first)
{
    return second.modelId == first.modelId ? wayOnMap(map, second) : wayOnMap(map, second, first);
}

} // namespace prolap::library
