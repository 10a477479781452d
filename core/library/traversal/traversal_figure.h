#pragma once

#include <string>

#include "core/library/traversal/library_map.h"
#include "core/library/traversal/traversal.h"

namespace prolap::library {

/// A traversal as one picture, an SVG document: the map with the path, the ladder, and uncertainty, inclusion and match
/// along the path. It needs no other file, follows the desktop's light or dark where the viewer does, and is the same
/// from the window and from `prolap traverse --svg`. map: null leaves the map out. beside: a second path, dashed; what
/// both met is marked.
std::string traversalSvg(const Traversal& traversal, const LibraryMap* map, const Traversal* beside = nullptr);

/// The same picture in an HTML page that is well-formed XML, with the ladder as a table and the notes.
std::string traversalHtml(const Traversal& traversal, const LibraryMap* map, const Traversal* beside = nullptr);

} // namespace prolap::library
