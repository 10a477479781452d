#pragma once

#include <span>
#include <vector>

#include "core/library/organise/edit.h"
#include "db/catalogue.h"

namespace prolap::library {

/// Renames files on the disk and their clips in the catalogue, inside the caller's transaction. A name that is taken
/// is never overwritten. Unless kept, the destructor gives the files their old names again.
class RenamedOnDisk {
public:
    /// Errors: Error(BadInput) for a name that is taken, Error(NotFound, Permission, ReadOnly) with the file; the files
    /// renamed before it have their old names again then.
    RenamedOnDisk(db::Catalogue& catalogue, std::span<const RenamedFile> files);
    ~RenamedOnDisk();
    RenamedOnDisk(const RenamedOnDisk&) = delete;
    RenamedOnDisk& operator=(const RenamedOnDisk&) = delete;

    void keep() { m_done.clear(); }

private:
    void takeBack();

    std::vector<RenamedFile> m_done;
};

} // namespace prolap::library
