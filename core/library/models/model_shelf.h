#pragma once

#include <string>
#include <vector>

#include "core/paths.h"

namespace prolap::library {

/// Where this user's models lie: a folder each, and links to models that lie elsewhere.
Path shelfFolder();

/// One model on the shelf, by its name.
struct ShelfPlace {
    std::string name;    ///< of the folder or link: `--model NAME`
    Path path;           ///< where the model lies: the folder, or what the link leads to
    bool linked = false; ///< it lies elsewhere; only the link is ours
};

/// All of them, by name. Unfinished folders (hidden ones) are left out.
std::vector<ShelfPlace> shelf();

/// Keeps a link to a model that lies elsewhere, under the name of its folder or file; one that is on the shelf or
/// linked already stays as it is. Returns its name. Errors: Error(NotFound) when nothing is there; Error(Permission,
/// ReadOnly, DiskFull) when the shelf cannot be written.
std::string rememberModel(const Path& path);

/// Takes a model off the shelf: deletes the folder that is ours, or the link to one that lies elsewhere, whose files
/// stay. Errors: Error(NotFound) for an unknown name; Error(Permission, ReadOnly, Internal) with the file.
void takeOffShelf(const std::string& name);

/// What `--model` names: a path as it is, a model on the shelf by its name, `starter` or `starter-small`.
/// Errors: those of starterPack() for `starter`.
Path modelNamed(const std::string& nameOrPath);

} // namespace prolap::library
