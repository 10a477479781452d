#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/library/file_changes.h"
#include "db/clip_table.h"

namespace prolap::library {

/// Clips whose files are no longer where they were, to be found again by content under another name. Each is found
/// once.
class MovedFiles {
public:
    /// clip: known by its content, its file is gone.
    void add(const db::KnownFile& clip);

    /// Whether a file of this size might be one of them, so that its content is worth a look.
    bool mayHold(std::int64_t size) const { return m_bySize.contains(size); }

    /// The clip with this content, rather one whose file had the same name; it is taken out. None if there is none.
    std::optional<db::KnownFile> take(const FoundFile& file, const std::string& contentHash);

private:
    std::unordered_map<std::int64_t, std::vector<db::KnownFile>> m_bySize;
};

} // namespace prolap::library
