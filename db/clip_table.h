#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/clip_marks.h"
#include "core/ids.h"
#include "db/catalogue.h"
#include "db/clip_filter.h"

namespace prolap::db {

enum class ClipState {
    Listed = 0,   ///< known by name and perhaps header; to be listened to
    Listened = 1, ///< decoded: hash, waveform and vectors are there
    Failed = 2,   ///< could not be read; the reason is kept
};

/// A file as a scan finds it. path is relative to the root, in bytes.
struct ListedFile {
    RootId root;
    Path path;
    std::int64_t size = 0;
    std::int64_t mtimeNs = 0; ///< nanoseconds since 1970
};

/// What a rescan compares a file with.
struct KnownFile {
    ClipId id;
    RootId root;
    Path path; ///< relative to the root
    std::int64_t size = 0;
    std::int64_t mtimeNs = 0;
    std::string contentHash; ///< SHA-256, hex; empty while unknown
    ClipState state = ClipState::Listed;
    bool missing = false;
};

/// What the header of a file says.
struct ClipFacts {
    double durationSeconds = 0;
    int sampleRate = 0; ///< Hz
    int channels = 0;
    int bitDepth = 0;
    bool floatSamples = false;
    std::string codec;
    std::string container;
    std::vector<std::pair<std::string, std::string>> fileTags; ///< valid UTF-8
    std::string description;                                   ///< of the BWF chunk
};

/// A drawing of a clip: columns of smallest, largest and RMS sample. All three have one length.
struct Waveform {
    std::vector<float> min, max, rms;
};

/// What listening to a whole clip gives beside its vectors.
struct ListenedFacts {
    ClipFacts facts;
    std::string contentHash; ///< SHA-256, hex
    Waveform waveform;
    std::optional<double> integratedLufs;
    float peak = 0;
    bool silent = false;
};

/// One clip with everything that a list shows.
struct Clip {
    ClipId id;
    RootId root;
    Path path;        ///< absolute: the root's path and the clip's
    std::string name; ///< file name, valid UTF-8
    std::int64_t size = 0;
    std::int64_t mtimeNs = 0;
    std::int64_t addedMs = 0; ///< when it came into the library: milliseconds since 1970
    ClipState state = ClipState::Listed;
    bool online = true;   ///< its root is online and the file was there at the last scan
    bool missing = false; ///< its root was online at the last scan, the file was not there
    std::string failure;
    ClipMarks marks;
    std::string category; ///< of the Universal Category System, `DOORS · WOOD`; empty for other names
    ClipFacts facts;      ///< without fileTags and description; fileFacts() has them
    std::optional<double> integratedLufs;
    std::optional<float> peak;
    bool silent = false;
    std::string contentHash;
    std::vector<std::string> tags; ///< the user's, by name
    bool embedded = false;         ///< has an aggregate in the set asked for
    std::optional<float> uncertainty;
};

struct FailedClip {
    ClipId id;
    Path path; ///< absolute
    std::string reason;
};

struct Totals {
    std::int64_t clips = 0;    ///< not failed
    std::int64_t embedded = 0; ///< with vectors in the set asked for
    std::int64_t windows = 0;  ///< of the set asked for
    std::int64_t failed = 0;
    double hours = 0; ///< of clips that have not failed
};

/// Sound files and what is known of them. Words for the text search follow every change in the same transaction.
class ClipTable {
public:
    explicit ClipTable(Catalogue& catalogue) : m_catalogue(catalogue) {}

    /// The clip of this root and path, added if new. A changed size or time sets it back to Listed without hash and
    /// failure; tags, captions and old vectors stay. It counts as seen now and is not missing.
    ClipId list(const ListedFile& file);
    /// The same, with what the header says.
    ClipId list(const ListedFile& file, const ClipFacts& facts);
    /// A file that could not be read: listed as Failed with the reason.
    ClipId listFailed(const ListedFile& file, const std::string& reason);

    /// All files of a root by path bytes (Path::native()), for a rescan.
    std::unordered_map<std::string, KnownFile> known(RootId root);
    /// Clips with these contents, in order of id.
    std::vector<KnownFile> byContentHash(const std::string& hash);
    std::optional<ClipId> find(RootId root, const Path& path);

    /// The clip now lies elsewhere; it keeps its tags, captions and vectors and is no longer missing. A clip that was
    /// already listed there is replaced by it.
    void move(ClipId id, const ListedFile& to);
    /// Was there at this scan: not missing.
    void markSeen(std::span<const ClipId> ids);
    /// No longer there in an online root. It stays, to be found again.
    void markMissing(std::span<const ClipId> ids);
    void remove(std::span<const ClipId> ids);

    void setFacts(ClipId id, const ClipFacts& facts);
    void recordFailure(ClipId id, const std::string& reason);
    /// Back to Listed.
    void clearFailure(ClipId id);
    /// The clip has been listened to: facts, hash, waveform, loudness; state Listened, no failure. Its vectors go
    /// through VectorTable::replace in the same Transaction.
    void recordListened(ClipId id, const ListenedFacts& listened);

    /// Ids of clips that pass the filter, by name (letter case ignored), then id; those of a collection in its order.
    /// Failed ones are left out.
    std::vector<ClipId> ids(const ClipFilter& filter);
    /// Of these ids, those that pass the filter, in the order given.
    std::vector<ClipId> passing(std::span<const ClipId> ids, const ClipFilter& filter);
    /// Clips that have not been listened to with this model: not Failed, not missing, and Listed or without an
    /// aggregate in the set. In order of id.
    std::vector<KnownFile> toListen(EmbeddingSetId set);

    /// In the order asked; ids that are gone are left out. set: whose aggregate decides embedded and uncertainty.
    std::vector<Clip> clips(std::span<const ClipId> ids, std::optional<EmbeddingSetId> set = {});
    /// Facts with file tags and description. None when the clip is gone.
    std::optional<ClipFacts> fileFacts(ClipId id);
    /// None while the clip has not been listened to. Values within 1/127 of the largest.
    std::optional<Waveform> waveform(ClipId id);
    std::vector<FailedClip> failures();
    Totals totals(std::optional<EmbeddingSetId> set = {});
    /// Every clip, failed ones too, in order of id.
    std::vector<ClipId> everyClip();
    /// Every format in the library, the most frequent first.
    std::vector<std::string> containers();
    /// Folders that hold clips, and those above them, relative to their roots; by name.
    std::vector<std::string> folders(std::size_t limit);
    /// Clips, failed ones too; at once, where totals() takes some milliseconds.
    std::int64_t count();

private:
    Catalogue& m_catalogue;
};

} // namespace prolap::db
