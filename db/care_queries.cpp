#include "db/care_queries.h"

#include "core/clip_marks.h"
#include "db/query.h"

namespace prolap::db {

namespace {

/// sql gives name, clips, seconds.
std::vector<Share> shares(Connection& connection, const char* sql)
{
    Query query(connection, sql);
    std::vector<Share> all;
    while (query.step())
        all.push_back({query.text(0), query.integer(1), query.real(2) / 3600});
    return all;
}

std::int64_t number(Connection& connection, const char* sql)
{
    Query query(connection, sql);
    query.step();
    return query.integer(0);
}

} // namespace

std::vector<HeardClip> heardClips(Catalogue& catalogue)
{
    Query query(catalogue.connection(),
                "SELECT id, content_hash, duration, size FROM clip WHERE state = 1 AND NOT missing AND content_hash IS "
                "NOT NULL ORDER BY id");
    std::vector<HeardClip> clips;
    while (query.step())
        clips.push_back({query.id<ClipId>(0), query.text(1), query.real(2), query.integer(3)});
    return clips;
}

Statistics statistics(Catalogue& catalogue)
{
    Connection& connection = catalogue.connection();
    const Snapshot snapshot(catalogue);
    Statistics all;
    {
        Query query(connection, "SELECT count(*), count(*) FILTER (WHERE state = 1), count(*) FILTER (WHERE missing), "
                                "count(*) FILTER (WHERE NOT root.online), total(size), total(duration), "
                                "count(*) FILTER (WHERE silent), count(*) FILTER (WHERE rating > 0), "
                                "count(*) FILTER (WHERE favourite), count(*) FILTER (WHERE note <> '') "
                                "FROM clip JOIN root ON root.id = root_id WHERE state <> 2");
        query.step();
        all.clips = query.integer(0);
        all.listened = query.integer(1);
        all.missing = query.integer(2);
        all.offline = query.integer(3);
        all.bytes = static_cast<std::int64_t>(query.real(4));
        all.hours = query.real(5) / 3600;
        all.silent = query.integer(6);
        all.rated = query.integer(7);
        all.favourites = query.integer(8);
        all.noted = query.integer(9);
    }
    all.failed = number(connection, "SELECT count(*) FROM clip WHERE state = 2");
    all.tagged =
        number(connection, "SELECT count(*) FROM clip WHERE state <> 2 AND id IN (SELECT clip_id FROM clip_tag)");
    all.captioned =
        number(connection, "SELECT count(*) FROM clip WHERE state <> 2 AND id IN (SELECT clip_id FROM caption)");
    all.inCollections = number(
        connection, "SELECT count(*) FROM clip WHERE state <> 2 AND id IN (SELECT clip_id FROM collection_clip)");
    all.categorised =
        number(connection, "SELECT count(*) FROM clip WHERE state <> 2 AND id IN (SELECT clip_id FROM clip_ucs)");
    all.formats = shares(connection, "SELECT container, count(*), total(duration) FROM clip WHERE state <> 2 "
                                     "GROUP BY container ORDER BY count(*) DESC, container");
    all.sampleRates = shares(connection, "SELECT sample_rate, count(*), total(duration) FROM clip WHERE state <> 2 "
                                         "GROUP BY sample_rate ORDER BY count(*) DESC, sample_rate");
    all.channels = shares(connection, "SELECT channels, count(*), total(duration) FROM clip WHERE state <> 2 "
                                      "GROUP BY channels ORDER BY count(*) DESC, channels");
    all.bitDepths = shares(connection, "SELECT bit_depth, count(*), total(duration) FROM clip WHERE state <> 2 "
                                       "AND bit_depth > 0 GROUP BY bit_depth ORDER BY count(*) DESC, bit_depth");
    all.folders =
        shares(connection, "SELECT root.path, count(clip.id), total(clip.duration) FROM root LEFT JOIN clip "
                           "ON clip.root_id = root.id AND clip.state <> 2 GROUP BY root.id ORDER BY root.path");
    for (Share& folder : all.folders)
        folder.name = validUtf8(folder.name);
    all.tags =
        shares(connection, "SELECT tag.name, count(*), total(duration) FROM clip_tag JOIN tag ON tag.id = tag_id "
                           "JOIN clip ON clip.id = clip_id WHERE state <> 2 GROUP BY tag.id "
                           "ORDER BY count(*) DESC, tag.name");
    all.categories =
        shares(connection, "SELECT category, count(*), total(duration) FROM clip_ucs JOIN clip ON clip.id "
                           "= clip_id WHERE state <> 2 GROUP BY category ORDER BY count(*) DESC, category");
    all.ratings =
        shares(connection, "SELECT rating, count(*), total(duration) FROM clip WHERE state <> 2 AND rating > 0 "
                           "GROUP BY rating ORDER BY rating");
    all.colours =
        shares(connection, "SELECT colour, count(*), total(duration) FROM clip WHERE state <> 2 AND colour > 0 "
                           "GROUP BY colour ORDER BY colour");
    for (Share& colour : all.colours)
        colour.name = kColourNames[static_cast<std::size_t>(std::stoi(colour.name))];
    all.lengths =
        shares(connection, "SELECT CASE WHEN duration < 1 THEN '< 1 s' WHEN duration < 5 THEN '1-5 s' "
                           "WHEN duration < 15 THEN '5-15 s' WHEN duration < 60 THEN '15-60 s' "
                           "WHEN duration < 300 THEN '1-5 min' ELSE '> 5 min' END AS step, count(*), total(duration) "
                           "FROM clip WHERE state <> 2 AND duration > 0 GROUP BY step ORDER BY min(duration)");
    return all;
}

} // namespace prolap::db
