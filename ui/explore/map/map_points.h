#pragma once

#include <memory>
#include <optional>
#include <stop_token>
#include <unordered_map>
#include <vector>

#include <QString>

#include "core/library/library_view.h"
#include "core/library/traversal/library_map.h"
#include "ui/lists/result_rows.h"
#include "ui/map/map_layers.h"

namespace prolap::ui {

/// What a map says of a clip, beside its place.
struct MapClip {
    QString name;
    Path path;
    double durationSeconds = 0;
    int folder = -1; ///< of MapFacts::folders, -1: of none of the large ones
    int tag = -1;    ///< likewise
};

/// Of all clips of a map, in its order.
struct MapFacts {
    std::vector<MapClip> clips;
    QStringList folders; ///< those with the most clips, at most kMapKinds
    QStringList tags;    ///< likewise
};

inline constexpr int kMapKinds = 5; ///< colours that can be told apart, beside the one of matches

/// None when stopped. Errors: those of the catalogue. Threads: a worker.
std::optional<MapFacts> readMapFacts(const Path& catalogue, const std::vector<ClipId>& clips, std::stop_token stop);

enum class MapColouring { Folder, Tag, Uncertainty, Match };

/// What is shown of a map.
struct MapScene {
    std::shared_ptr<const library::LibraryMap> map;
    std::shared_ptr<const MapFacts> facts;              ///< null while they are being read
    std::shared_ptr<const std::vector<ClipId>> passing; ///< those that the filters leave; null: all
    std::shared_ptr<const std::vector<ClipId>> loop;    ///< those within the lasso; null: there is none
    ResultRowsPtr rows;                                 ///< the list beside it; its hits stand out
    MapColouring colouring = MapColouring::Folder;
};

/// The points of a scene in layers, and which clip of the map each point is.
struct MapPoints {
    std::vector<MapLayer> layers;
    std::vector<std::vector<int>> clips; ///< [layer][point] to the map's clip
    int shown = 0;                       ///< clips, each counted once
    int matches = 0;                     ///< of them, clips that match what is asked for
};

MapPoints mapPoints(const MapScene& scene);

QPointF mapPlace(const library::LibraryMap& map, int clip);

} // namespace prolap::ui
