#pragma once

#include "core/atomic_file.h"
#include "core/library/export/clip_export.h"
#include "core/library/library_view.h"

namespace prolap::library {

/// A list of clips as CSV (RFC 4180, a header line), JSON (an array of objects) or M3U8.
class ListFile {
public:
    /// kind: Csv, Json or M3u. Errors: those of AtomicFile.
    ListFile(const Path& file, ExportKind kind);

    void add(const ClipDetails& clip);
    void finish();

private:
    AtomicFile m_out;
    const ExportKind m_kind;
    bool m_first = true;
};

} // namespace prolap::library
