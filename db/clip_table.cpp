#include "db/clip_table.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <unordered_set>

#include <fmt/format.h>

#include "db/clip_filter_sql.h"
#include "db/clip_ucs.h"
#include "db/clip_words.h"
#include "db/query.h"
#include "db/vector_changes.h"
#include "db/waveform_blob.h"

namespace prolap::db {

namespace {

constexpr int kListed = static_cast<int>(ClipState::Listed);
constexpr int kListened = static_cast<int>(ClipState::Listened);
constexpr int kFailed = static_cast<int>(ClipState::Failed);

std::string nameOf(const Path& path)
{
    return displayText(path.filename());
}

KnownFile knownFrom(const Query& row)
{
    return {row.id<ClipId>(0),
            row.id<RootId>(1),
            Path(row.text(2)),
            row.integer(3),
            row.integer(4),
            row.text(5),
            static_cast<ClipState>(row.integer(6)),
            row.integer(7) != 0};
}

void throwGone(const Connection& connection)
{
    throw Error(ErrorKind::NotFound,
                fmt::format("The clip is no longer in the library {}.", displayText(connection.file())));
}

void writeFacts(Connection& connection, ClipId id, const ClipFacts& facts)
{
    const std::string codec = validUtf8(facts.codec);
    const std::string container = validUtf8(facts.container);
    const std::string description = validUtf8(facts.description);
    const int changed =
        Query(connection,
              "UPDATE clip SET duration = ?2, sample_rate = ?3, channels = ?4, bit_depth = ?5, float_samples = ?6, "
              "codec = ?7, container = ?8, description = ?9 WHERE id = ?1",
              id, facts.durationSeconds, facts.sampleRate, facts.channels, facts.bitDepth, facts.floatSamples, codec,
              container, description)
            .run();
    if (changed == 0)
        throwGone(connection);
    Query(connection, "DELETE FROM clip_file_tag WHERE clip_id = ?1", id).run();
    std::int64_t position = 0;
    for (const auto& [key, value] : facts.fileTags) {
        const std::string validKey = validUtf8(key);
        const std::string validValue = validUtf8(value);
        Query(connection, "INSERT INTO clip_file_tag (clip_id, position, key, value) VALUES (?1, ?2, ?3, ?4)", id,
              position++, validKey, validValue)
            .run();
    }
}

/// Adds or updates the row alone. Returns whether its words have to be written.
bool writeListed(Connection& connection, const ListedFile& file, ClipId& id)
{
    std::int64_t size = 0, mtime = 0, state = 0;
    {
        Query known(connection, "SELECT id, size, mtime, state FROM clip WHERE root_id = ?1 AND path = ?2", file.root,
                    Bytes(file.path.native()));
        if (known.step()) {
            id = known.id<ClipId>(0);
            size = known.integer(1);
            mtime = known.integer(2);
            state = known.integer(3);
        }
    }
    if (!id) {
        const std::string name = nameOf(file.path);
        Query(connection,
              "INSERT INTO clip (root_id, path, name, size, mtime, state, added, last_seen) "
              "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7)",
              file.root, Bytes(file.path.native()), name, file.size, file.mtimeNs, kListed, nowMs())
            .run();
        id = ClipId{connection.database().getLastInsertRowid()};
        refreshUcs(connection, id, name);
        return true;
    }
    if (size == file.size && mtime == file.mtimeNs) {
        Query(connection, "UPDATE clip SET missing = 0, last_seen = ?2 WHERE id = ?1", id, nowMs()).run();
        return false;
    }
    Query(connection,
          "UPDATE clip SET size = ?2, mtime = ?3, state = ?4, failure = NULL, content_hash = NULL, missing = 0, "
          "last_seen = ?5 WHERE id = ?1",
          id, file.size, file.mtimeNs, kListed, nowMs())
        .run();
    return state == kFailed;
}

void writeFailure(Connection& connection, ClipId id, const std::string& reason)
{
    const std::string valid = validUtf8(reason);
    const int changed =
        Query(connection, "UPDATE clip SET state = ?2, failure = ?3 WHERE id = ?1", id, kFailed, valid).run();
    if (changed == 0)
        throwGone(connection);
    // Vectors of what the file held before would keep it among the results.
    Query(connection, "DELETE FROM clip_vector WHERE clip_id = ?1", id).run();
    if (Query(connection, "DELETE FROM clip_window WHERE clip_id = ?1", id).run() > 0)
        noteWindowsRemoved(connection);
    refreshWords(connection, id);
}

bool hasWindows(Connection& connection, ClipId id)
{
    return Query(connection, "SELECT 1 FROM clip_window WHERE clip_id = ?1 LIMIT 1", id).step();
}

void removeClips(Connection& connection, std::span<const ClipId> ids)
{
    bool windows = false;
    for (const ClipId id : ids) {
        windows = windows || hasWindows(connection, id);
        Query(connection, "DELETE FROM clip_words WHERE rowid = ?1", id).run();
        Query(connection, "DELETE FROM clip WHERE id = ?1", id).run();
    }
    if (windows)
        noteWindowsRemoved(connection);
}

constexpr const char* kClipRow =
    "SELECT clip.root_id, root.path, clip.path, clip.name, clip.size, clip.mtime, clip.state, "
    "root.online AND NOT clip.missing, clip.failure, clip.duration, clip.sample_rate, clip.channels, clip.bit_depth, "
    "clip.float_samples, clip.codec, clip.container, clip.lufs, clip.peak, clip.silent, clip.content_hash, "
    "clip_vector.clip_id IS NOT NULL, clip_vector.uncertainty, clip.missing, clip.rating, clip.favourite, "
    "clip.colour, clip.note, clip.added, clip_ucs.category || ' · ' || clip_ucs.subcategory "
    "FROM clip JOIN root ON root.id = clip.root_id LEFT JOIN clip_ucs ON clip_ucs.clip_id = clip.id "
    "LEFT JOIN clip_vector ON clip_vector.clip_id = clip.id AND clip_vector.set_id = ?2 WHERE clip.id = ?1";

Clip clipFrom(const Query& row, ClipId id)
{
    Clip clip;
    clip.id = id;
    clip.root = row.id<RootId>(0);
    clip.path = Path(row.text(1)) / Path(row.text(2));
    clip.name = row.text(3);
    clip.size = row.integer(4);
    clip.mtimeNs = row.integer(5);
    clip.state = static_cast<ClipState>(row.integer(6));
    clip.online = row.integer(7) != 0;
    clip.failure = row.text(8);
    clip.facts.durationSeconds = row.real(9);
    clip.facts.sampleRate = static_cast<int>(row.integer(10));
    clip.facts.channels = static_cast<int>(row.integer(11));
    clip.facts.bitDepth = static_cast<int>(row.integer(12));
    clip.facts.floatSamples = row.integer(13) != 0;
    clip.facts.codec = row.text(14);
    clip.facts.container = row.text(15);
    clip.integratedLufs = row.optionalReal(16);
    clip.peak = row.optionalFloat(17);
    clip.silent = row.integer(18) != 0;
    clip.contentHash = row.text(19);
    clip.embedded = row.integer(20) != 0;
    clip.uncertainty = row.optionalFloat(21);
    clip.missing = row.integer(22) != 0;
    clip.marks = {static_cast<int>(row.integer(23)), row.integer(24) != 0, static_cast<ColourLabel>(row.integer(25)),
                  row.text(26)};
    clip.addedMs = row.integer(27);
    clip.category = row.text(28);
    return clip;
}

} // namespace

ClipId ClipTable::list(const ListedFile& file)
{
    Connection& connection = m_catalogue.connection();
    WriteScope scope(connection);
    ClipId id;
    if (writeListed(connection, file, id))
        refreshWords(connection, id);
    scope.commit();
    return id;
}

ClipId ClipTable::list(const ListedFile& file, const ClipFacts& facts)
{
    Connection& connection = m_catalogue.connection();
    WriteScope scope(connection);
    ClipId id;
    writeListed(connection, file, id);
    writeFacts(connection, id, facts);
    refreshWords(connection, id);
    scope.commit();
    return id;
}

ClipId ClipTable::listFailed(const ListedFile& file, const std::string& reason)
{
    Connection& connection = m_catalogue.connection();
    WriteScope scope(connection);
    ClipId id;
    writeListed(connection, file, id);
    writeFailure(connection, id, reason);
    scope.commit();
    return id;
}

std::unordered_map<std::string, KnownFile> ClipTable::known(RootId root)
{
    Query query(m_catalogue.connection(),
                "SELECT id, root_id, path, size, mtime, content_hash, state, missing FROM clip WHERE root_id = ?1",
                root);
    std::unordered_map<std::string, KnownFile> files;
    while (query.step())
        files.emplace(query.text(2), knownFrom(query));
    return files;
}

std::vector<KnownFile> ClipTable::byContentHash(const std::string& hash)
{
    Query query(m_catalogue.connection(),
                "SELECT id, root_id, path, size, mtime, content_hash, state, missing FROM clip WHERE content_hash = ?1 "
                "ORDER BY id",
                hash);
    std::vector<KnownFile> files;
    while (query.step())
        files.push_back(knownFrom(query));
    return files;
}

std::optional<ClipId> ClipTable::find(RootId root, const Path& path)
{
    Query query(m_catalogue.connection(), "SELECT id FROM clip WHERE root_id = ?1 AND path = ?2", root,
                Bytes(path.native()));
    return query.step() ? std::optional(query.id<ClipId>(0)) : std::nullopt;
}

void ClipTable::move(ClipId id, const ListedFile& to)
{
    Connection& connection = m_catalogue.connection();
    WriteScope scope(connection);
    if (const auto there = find(to.root, to.path); there && *there != id)
        removeClips(connection, std::span(&*there, 1));
    const std::string name = nameOf(to.path);
    const int changed = Query(connection,
                              "UPDATE clip SET root_id = ?2, path = ?3, name = ?4, size = ?5, mtime = ?6, missing = 0, "
                              "last_seen = ?7 WHERE id = ?1",
                              id, to.root, Bytes(to.path.native()), name, to.size, to.mtimeNs, nowMs())
                            .run();
    if (changed == 0)
        throwGone(connection);
    refreshUcs(connection, id, name);
    refreshWords(connection, id);
    scope.commit();
}

void ClipTable::markSeen(std::span<const ClipId> ids)
{
    Connection& connection = m_catalogue.connection();
    WriteScope scope(connection);
    const std::int64_t now = nowMs();
    for (const ClipId id : ids)
        Query(connection, "UPDATE clip SET missing = 0, last_seen = ?2 WHERE id = ?1", id, now).run();
    scope.commit();
}

void ClipTable::markMissing(std::span<const ClipId> ids)
{
    Connection& connection = m_catalogue.connection();
    WriteScope scope(connection);
    for (const ClipId id : ids)
        Query(connection, "UPDATE clip SET missing = 1 WHERE id = ?1", id).run();
    scope.commit();
}

void ClipTable::remove(std::span<const ClipId> ids)
{
    Connection& connection = m_catalogue.connection();
    WriteScope scope(connection);
    removeClips(connection, ids);
    scope.commit();
}

void ClipTable::setFacts(ClipId id, const ClipFacts& facts)
{
    Connection& connection = m_catalogue.connection();
    WriteScope scope(connection);
    writeFacts(connection, id, facts);
    refreshWords(connection, id);
    scope.commit();
}

void ClipTable::recordFailure(ClipId id, const std::string& reason)
{
    Connection& connection = m_catalogue.connection();
    WriteScope scope(connection);
    writeFailure(connection, id, reason);
    scope.commit();
}

void ClipTable::clearFailure(ClipId id)
{
    Connection& connection = m_catalogue.connection();
    WriteScope scope(connection);
    Query(connection, "UPDATE clip SET state = ?2, failure = NULL WHERE id = ?1 AND state = ?3", id, kListed, kFailed)
        .run();
    refreshWords(connection, id);
    scope.commit();
}

void ClipTable::recordListened(ClipId id, const ListenedFacts& listened)
{
    Connection& connection = m_catalogue.connection();
    WriteScope scope(connection);
    writeFacts(connection, id, listened.facts);
    Query(connection,
          "UPDATE clip SET state = ?2, failure = NULL, missing = 0, content_hash = ?3, lufs = ?4, peak = ?5, "
          "silent = ?6 WHERE id = ?1",
          id, kListened, listened.contentHash, listened.integratedLufs, static_cast<double>(listened.peak),
          listened.silent)
        .run();
    const std::string columns = encodeWaveform(listened.waveform);
    Query(connection,
          "INSERT INTO waveform (clip_id, columns) VALUES (?1, ?2) "
          "ON CONFLICT (clip_id) DO UPDATE SET columns = excluded.columns",
          id, Bytes(columns))
        .run();
    refreshWords(connection, id);
    scope.commit();
}

std::vector<ClipId> ClipTable::ids(const ClipFilter& filter)
{
    const ClipFilterSql passes(filter, 2);
    // A collection is read in its order from its own index, any other list from the index over names.
    const std::string sql =
        filter.collection ? "SELECT clip.id FROM collection_clip AS listed CROSS JOIN clip ON clip.id = listed.clip_id "
                            "WHERE listed.collection_id = ?1 AND " +
                                passes.condition() + " ORDER BY listed.position, listed.clip_id"
                          : "SELECT clip.id FROM clip INDEXED BY clip_by_name WHERE ?1 IS NULL AND " +
                                passes.condition() + " ORDER BY name COLLATE NOCASE, id";
    Query query(m_catalogue.connection(), sql.c_str(), filter.collection);
    passes.bind(query);
    std::vector<ClipId> found;
    while (query.step())
        found.push_back(query.id<ClipId>(0));
    return found;
}

std::vector<ClipId> ClipTable::passing(std::span<const ClipId> ids, const ClipFilter& filter)
{
    const ClipFilterSql passes(filter, 2);
    std::vector<ClipId> found;
    if (passes.looksAtAll()) {
        const std::vector<ClipId> all = this->ids(filter);
        const std::unordered_set<ClipId> allowed(all.begin(), all.end());
        std::copy_if(ids.begin(), ids.end(), std::back_inserter(found),
                     [&](ClipId id) { return allowed.contains(id); });
        return found;
    }
    const std::string sql = "SELECT 1 FROM clip WHERE clip.id = ?1 AND " + passes.condition();
    for (const ClipId id : ids) {
        Query query(m_catalogue.connection(), sql.c_str(), id);
        passes.bind(query);
        if (query.step())
            found.push_back(id);
    }
    return found;
}

std::vector<KnownFile> ClipTable::toListen(EmbeddingSetId set)
{
    Query query(m_catalogue.connection(),
                "SELECT clip.id, root_id, clip.path, size, mtime, content_hash, state, missing FROM clip "
                "JOIN root ON root.id = root_id WHERE root.online AND NOT missing AND state <> ?1 AND (state = ?2 OR "
                "NOT EXISTS (SELECT 1 FROM clip_vector WHERE clip_vector.clip_id = clip.id AND set_id = ?3)) "
                "ORDER BY clip.id",
                kFailed, kListed, set);
    std::vector<KnownFile> files;
    while (query.step())
        files.push_back(knownFrom(query));
    return files;
}

std::vector<Clip> ClipTable::clips(std::span<const ClipId> ids, std::optional<EmbeddingSetId> set)
{
    Connection& connection = m_catalogue.connection();
    std::vector<Clip> found;
    found.reserve(ids.size());
    for (const ClipId id : ids) {
        Query query(connection, kClipRow, id, set);
        if (!query.step())
            continue;
        Clip clip = clipFrom(query, id);
        Query tags(connection,
                   "SELECT tag.name FROM clip_tag JOIN tag ON tag.id = clip_tag.tag_id WHERE clip_tag.clip_id = ?1 "
                   "ORDER BY tag.name",
                   id);
        while (tags.step())
            clip.tags.push_back(tags.text(0));
        found.push_back(std::move(clip));
    }
    return found;
}

std::optional<ClipFacts> ClipTable::fileFacts(ClipId id)
{
    Connection& connection = m_catalogue.connection();
    Query query(connection,
                "SELECT duration, sample_rate, channels, bit_depth, float_samples, codec, container, description "
                "FROM clip WHERE id = ?1",
                id);
    if (!query.step())
        return std::nullopt;
    ClipFacts facts{query.real(0),
                    static_cast<int>(query.integer(1)),
                    static_cast<int>(query.integer(2)),
                    static_cast<int>(query.integer(3)),
                    query.integer(4) != 0,
                    query.text(5),
                    query.text(6),
                    {},
                    query.text(7)};
    Query tags(connection, "SELECT key, value FROM clip_file_tag WHERE clip_id = ?1 ORDER BY position", id);
    while (tags.step())
        facts.fileTags.emplace_back(tags.text(0), tags.text(1));
    return facts;
}

std::optional<Waveform> ClipTable::waveform(ClipId id)
{
    Query query(m_catalogue.connection(), "SELECT columns FROM waveform WHERE clip_id = ?1", id);
    return query.step() ? decodeWaveform(query.bytes(0)) : std::nullopt;
}

std::vector<FailedClip> ClipTable::failures()
{
    Query query(m_catalogue.connection(),
                "SELECT clip.id, root.path, clip.path, failure FROM clip JOIN root ON root.id = root_id "
                "WHERE failure IS NOT NULL ORDER BY root.path, clip.path");
    std::vector<FailedClip> all;
    while (query.step())
        all.push_back({query.id<ClipId>(0), Path(query.text(1)) / Path(query.text(2)), query.text(3)});
    return all;
}

Totals ClipTable::totals(std::optional<EmbeddingSetId> set)
{
    Connection& connection = m_catalogue.connection();
    Totals totals;
    Query clips(connection,
                "SELECT count(*) FILTER (WHERE state <> ?1), count(*) FILTER (WHERE state = ?1), "
                "total(duration) FILTER (WHERE state <> ?1) FROM clip INDEXED BY clip_by_name",
                kFailed);
    clips.step();
    totals.clips = clips.integer(0);
    totals.failed = clips.integer(1);
    totals.hours = clips.real(2) / 3600;
    if (set) {
        Query embedded(connection, "SELECT count(*) FROM clip_vector WHERE set_id = ?1", *set);
        embedded.step();
        totals.embedded = embedded.integer(0);
        Query windows(connection, "SELECT count(*) FROM clip_window WHERE set_id = ?1", *set);
        windows.step();
        totals.windows = windows.integer(0);
    }
    return totals;
}

std::vector<ClipId> ClipTable::everyClip()
{
    Query query(m_catalogue.connection(), "SELECT id FROM clip ORDER BY id");
    std::vector<ClipId> ids;
    while (query.step())
        ids.push_back(query.id<ClipId>(0));
    return ids;
}

std::vector<std::string> ClipTable::containers()
{
    Query query(m_catalogue.connection(),
                "SELECT container FROM clip INDEXED BY clip_by_name WHERE container <> '' GROUP BY container "
                "ORDER BY count(*) DESC, container");
    std::vector<std::string> found;
    while (query.step())
        found.push_back(query.text(0));
    return found;
}

std::vector<std::string> ClipTable::folders(std::size_t limit)
{
    Query query(m_catalogue.connection(), "SELECT path FROM clip");
    std::set<std::string> found;
    std::string last;
    while (query.step()) {
        const std::string_view path = query.bytes(0);
        const std::size_t slash = path.rfind('/');
        // Files of a folder mostly follow each other.
        if (slash == std::string_view::npos || path.substr(0, slash) == last)
            continue;
        last = path.substr(0, slash);
        for (std::size_t at = last.find('/'); at != std::string::npos; at = last.find('/', at + 1))
            found.insert(displayText(Path(last.substr(0, at))));
        found.insert(displayText(Path(last)));
    }
    std::vector<std::string> all(found.begin(), found.end());
    if (all.size() > limit)
        all.resize(limit);
    return all;
}

std::int64_t ClipTable::count()
{
    Query query(m_catalogue.connection(), "SELECT count(*) FROM clip");
    query.step();
    return query.integer(0);
}

} // namespace prolap::db
