#include "core/library/library_view.h"

#include <system_error>
#include <utility>

#include "core/library/filter_mask.h"
#include "db/clip_table.h"
#include "db/root_table.h"
#include "db/vector_table.h"

namespace prolap::library {

class LibraryView::Impl {
public:
    Impl(const Path& file, std::string model) : catalogue(file), modelId(std::move(model)) {}

    /// The model's set, which an indexing run may have made since the last look.
    std::optional<EmbeddingSetId> set()
    {
        if (!modelId.empty() && !m_set)
            if (const auto found = db::VectorTable(catalogue).findSet(modelId))
                m_set = found->id;
        return m_set;
    }

    db::Catalogue catalogue;
    const std::string modelId;

private:
    std::optional<EmbeddingSetId> m_set;
};

LibraryView::LibraryView(const Path& catalogue, std::string modelId)
    : m_impl(std::make_unique<Impl>(catalogue, std::move(modelId)))
{
}

LibraryView::~LibraryView() = default;

std::string LibraryView::readOnlyReason() const
{
    return m_impl->catalogue.readOnlyReason();
}

LibraryTotals LibraryView::totals()
{
    const db::Totals totals = db::ClipTable(m_impl->catalogue).totals(m_impl->set());
    return {totals.clips, totals.embedded, totals.windows, totals.failed, totals.hours};
}

std::vector<RootSummary> LibraryView::roots()
{
    std::vector<RootSummary> roots;
    for (db::Root& root : db::RootTable(m_impl->catalogue).all()) {
        std::error_code failed;
        const bool there = root.online && std::filesystem::is_directory(root.path, failed);
        roots.push_back({root.id, std::move(root.path), there ? RootState::Online : RootState::Offline, root.clips});
    }
    return roots;
}

std::vector<IndexFailure> LibraryView::failures()
{
    std::vector<IndexFailure> failures;
    for (db::FailedClip& clip : db::ClipTable(m_impl->catalogue).failures())
        failures.push_back({std::move(clip.path), std::move(clip.reason)});
    return failures;
}

std::vector<ClipId> LibraryView::clips(const SearchFilter& filter)
{
    return passingIds(m_impl->catalogue, filter);
}

std::vector<ClipDetails> LibraryView::details(std::span<const ClipId> ids)
{
    std::vector<ClipDetails> details;
    for (db::Clip& clip : db::ClipTable(m_impl->catalogue).clips(ids, m_impl->set())) {
        ClipDetails row;
        row.id = clip.id;
        row.path = std::move(clip.path);
        row.name = std::move(clip.name);
        row.durationSeconds = clip.facts.durationSeconds;
        row.sampleRate = clip.facts.sampleRate;
        row.channels = clip.facts.channels;
        row.bitDepth = clip.facts.bitDepth;
        row.container = std::move(clip.facts.container);
        row.codec = std::move(clip.facts.codec);
        row.tags = std::move(clip.tags);
        row.integratedLufs = clip.integratedLufs;
        row.rating = clip.marks.rating;
        row.favourite = clip.marks.favourite;
        row.colour = clip.marks.colour;
        row.note = std::move(clip.marks.note);
        row.category = std::move(clip.category);
        row.missing = clip.missing;
        row.online = clip.online;
        row.embedded = clip.embedded;
        row.uncertainty = clip.uncertainty;
        row.sizeBytes = clip.size;
        row.addedMs = clip.addedMs;
        row.modifiedMs = clip.mtimeNs / 1'000'000;
        details.push_back(std::move(row));
    }
    return details;
}

std::optional<audio::Waveform> LibraryView::waveform(ClipId id)
{
    std::optional<db::Waveform> stored = db::ClipTable(m_impl->catalogue).waveform(id);
    if (!stored)
        return std::nullopt;
    return audio::Waveform{std::move(stored->min), std::move(stored->max), std::move(stored->rms)};
}

void LibraryView::removeRoot(RootId id)
{
    db::RootTable(m_impl->catalogue).remove(id);
}

} // namespace prolap::library
