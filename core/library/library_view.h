#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/audio/clip_reader.h"
#include "core/ids.h"
#include "core/library/indexer.h"
#include "core/library/search_service.h"

namespace prolap::library {

enum class RootState { Online, Offline };

struct RootSummary {
    RootId id;
    Path path;
    RootState state = RootState::Online;
    std::int64_t clips = 0;
};

/// What a result row shows of a clip.
struct ClipDetails {
    ClipId id;
    Path path;
    std::string name; ///< file name, valid UTF-8
    double durationSeconds = 0;
    int sampleRate = 0, channels = 0, bitDepth = 0;
    std::string container, codec;
    std::vector<std::string> tags;
    std::optional<double> integratedLufs;
    int rating = 0; ///< stars, 0: none given
    bool favourite = false;
    ColourLabel colour = ColourLabel::None;
    std::string note;
    std::string category;             ///< of the Universal Category System, `DOORS · WOOD`; empty for other names
    bool missing = false;             ///< its root was reachable at the last scan, the file was not there
    bool online = true;               ///< its root is reachable and the file was there at the last scan
    bool embedded = false;            ///< has vectors in the model's embedding set
    std::optional<float> uncertainty; ///< of the clip's aggregate
    std::int64_t sizeBytes = 0;
    std::int64_t addedMs = 0, modifiedMs = 0; ///< to the library, and the file: milliseconds since 1970
};

struct LibraryTotals {
    std::int64_t clips = 0;
    std::int64_t embedded = 0;
    std::int64_t windows = 0;
    std::int64_t failed = 0;
    double hours = 0;
};

/// Read access to a catalogue for what shows it. Opens a missing catalogue as a new, empty one.
/// Threads: each object belongs to one thread; make one a thread (opening is cheap).
class LibraryView {
public:
    /// modelId: whose embedding set decides `embedded` and `uncertainty`; empty: none.
    LibraryView(const Path& catalogue, std::string modelId);
    ~LibraryView();

    /// Why the catalogue was opened read-only (damaged, no permission), with advice; empty when it is writable.
    std::string readOnlyReason() const;

    LibraryTotals totals();
    std::vector<RootSummary> roots();
    std::vector<IndexFailure> failures();

    /// All clips that pass the filter, by name. For browsing without a query.
    std::vector<ClipId> clips(const SearchFilter& filter);
    /// In the order asked; ids that are gone are left out.
    std::vector<ClipDetails> details(std::span<const ClipId> ids);
    /// None while the clip has not been listened to.
    std::optional<audio::Waveform> waveform(ClipId id);

    /// Forgets a root and its clips (files stay). Errors: Error(ReadOnly, Busy).
    void removeRoot(RootId id);

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace prolap::library
