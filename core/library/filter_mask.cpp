#include "core/library/filter_mask.h"

namespace prolap::library {

db::ClipFilter clipFilter(const SearchFilter& filter)
{
    db::ClipFilter asked;
    asked.root = filter.root;
    asked.minSeconds = filter.minSeconds;
    asked.maxSeconds = filter.maxSeconds;
    asked.channels = filter.channels;
    asked.minSampleRate = filter.minSampleRate;
    asked.containers = filter.formats;
    asked.minRating = filter.minRating;
    asked.favourite = filter.favourite;
    asked.colour = filter.colour;
    asked.tags = filter.tags;
    asked.collection = filter.collection;
    asked.category = filter.category;
    asked.minChannels = filter.minChannels;
    asked.maxChannels = filter.maxChannels;
    asked.maxSampleRate = filter.maxSampleRate;
    asked.notContainers = filter.notFormats;
    asked.maxRating = filter.maxRating;
    asked.colours = filter.colours;
    asked.notTags = filter.notTags;
    asked.collections = filter.collections;
    asked.phrases = filter.phrases;
    asked.notPhrases = filter.notPhrases;
    asked.folders = filter.folders;
    asked.notFolders = filter.notFolders;
    asked.addedFromMs = filter.addedFromMs;
    asked.addedBeforeMs = filter.addedBeforeMs;
    asked.minLufs = filter.minLufs;
    asked.maxLufs = filter.maxLufs;
    asked.presence = filter.presence;
    return asked;
}

std::vector<ClipId> passingIds(db::Catalogue& catalogue, const SearchFilter& filter)
{
    std::vector<ClipId> ids = db::ClipTable(catalogue).ids(clipFilter(filter));
    if (filter.only) {
        PassingClips only;
        for (const ClipId clip : *filter.only)
            only.add(clip);
        std::erase_if(ids, [&](ClipId clip) { return !only.contains(clip); });
    }
    return ids;
}

bool asksForAnything(const SearchFilter& filter)
{
    return filter != SearchFilter();
}

std::shared_ptr<const PassingClips> FilterMask::passing(db::Catalogue& catalogue, const SearchFilter& filter)
{
    // Tags and marks change without any vector changing; the number is this connection's own.
    const std::int64_t version = catalogue.dataVersion();
    {
        const std::lock_guard lock(m_mutex);
        if (m_passing && m_filter == filter && m_connection == &catalogue && m_version == version)
            return m_passing;
    }
    auto passing = std::make_shared<PassingClips>();
    for (const ClipId clip : passingIds(catalogue, filter))
        passing->add(clip);
    const std::lock_guard lock(m_mutex);
    m_filter = filter;
    m_connection = &catalogue;
    m_version = version;
    m_passing = passing;
    m_mask.reset();
    return passing;
}

std::shared_ptr<const std::vector<std::uint8_t>> FilterMask::mask(db::Catalogue& catalogue, const SearchFilter& filter,
                                                                  const std::shared_ptr<const index::RowGroups>& clips)
{
    const std::shared_ptr<const PassingClips> ids = passing(catalogue, filter);
    {
        const std::lock_guard lock(m_mutex);
        if (m_mask && m_clips == clips && m_passing == ids)
            return m_mask;
    }
    auto mask = std::make_shared<std::vector<std::uint8_t>>(clips->groupCount(), std::uint8_t(0));
    for (std::uint32_t group = 0; group < clips->groupCount(); ++group)
        (*mask)[group] = ids->contains(clips->clip(group));
    const std::lock_guard lock(m_mutex);
    if (m_passing == ids) {
        m_clips = clips;
        m_mask = mask;
    }
    return mask;
}

} // namespace prolap::library
