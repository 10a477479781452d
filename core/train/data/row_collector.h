#pragma once

#include <map>
#include <string>

#include "core/train/data/manifest.h"

namespace prolap::train {

/// Gathers the rows of a data set while it is read, and what is wrong with the others.
class RowCollector {
public:
    /// data: what messages call the whole.
    RowCollector(Path data, bool strict) : m_data(std::move(data)), m_strict(strict) {}

    /// list: what messages call the one of several files that is read now; empty: there is only one.
    void reading(const Path& list) { m_list = list; }

    /// A clip of its own. One whose file does not exist is rejected.
    void add(ManifestRow row);
    /// The same, but where the split has the file already, the row's captions go to that clip, as equals.
    void merge(ManifestRow row);
    /// Errors: Error(BadInput) naming line, path and reason when strict.
    void reject(DataFailure failure);

    /// What was gathered. Errors: Error(BadInput) when no row can be used.
    Manifest take();

    Manifest manifest; ///< levels and has... are for the reader to fill in

private:
    bool accepted(const ManifestRow& row);

    Path m_data, m_list;
    bool m_strict;
    std::map<std::pair<std::string, std::string>, std::size_t> m_merged; ///< split and file to row
};

} // namespace prolap::train
