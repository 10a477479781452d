#pragma once

#include <cstddef>
#include <vector>

#include "core/library/traversal/library_map.h"
#include "core/library/traversal/traversal.h"

namespace prolap::library {

/// A path as it lies on a map.
struct MapWay {
    struct Stop {
        std::size_t point = 0; ///< of the path
        MapPosition at;
    };
    MapPosition subject, root;
    std::vector<Stop> stops;
};

/// A path of the map's own model: every point lies where its mean does.
MapWay wayOnMap(const LibraryMap& map, const Traversal& path);

/// The path of another model beside it: only the captions that it met have a place, where the map's model puts them; a
/// stop for each rung. own: the path of the map's model from the same subject.
MapWay wayOnMap(const LibraryMap& map, const Traversal& path, const Traversal& own);

/// Either of the two, by whether the models are the same.
MapWay wayBeside(const LibraryMap& map, const Traversal& second, const Traversal& first);

} // namespace prolap::library
