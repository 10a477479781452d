#include "core/library/care/statistics.h"

#include <utility>

#include "db/care_queries.h"

namespace prolap::library {

namespace {

std::vector<LibraryShare> taken(std::vector<db::Share>&& shares)
{
    std::vector<LibraryShare> all;
    for (db::Share& share : shares)
        all.push_back({std::move(share.name), share.clips, share.hours});
    return all;
}

} // namespace

LibraryStatistics libraryStatistics(const Path& catalogue)
{
    db::Catalogue opened(catalogue);
    db::Statistics s = db::statistics(opened);
    LibraryStatistics all;
    all.clips = s.clips;
    all.listened = s.listened;
    all.failed = s.failed;
    all.missing = s.missing;
    all.offline = s.offline;
    all.bytes = s.bytes;
    all.hours = s.hours;
    all.silent = s.silent;
    all.tagged = s.tagged;
    all.captioned = s.captioned;
    all.rated = s.rated;
    all.favourites = s.favourites;
    all.noted = s.noted;
    all.inCollections = s.inCollections;
    all.categorised = s.categorised;
    all.formats = taken(std::move(s.formats));
    all.sampleRates = taken(std::move(s.sampleRates));
    all.channels = taken(std::move(s.channels));
    all.bitDepths = taken(std::move(s.bitDepths));
    all.tags = taken(std::move(s.tags));
    all.categories = taken(std::move(s.categories));
    all.folders = taken(std::move(s.folders));
    all.ratings = taken(std::move(s.ratings));
    all.colours = taken(std::move(s.colours));
    all.lengths = taken(std::move(s.lengths));
    return all;
}

} // namespace prolap::library
