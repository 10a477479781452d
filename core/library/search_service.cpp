#include "core/library/search_service.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "core/error.h"
#include "core/library/catalogue_pool.h"
#include "core/library/filter_mask.h"
#include "core/library/query_embedding.h"
#include "core/library/ranking.h"
#include "core/library/vector_cache.h"
#include "core/library/word_fusion.h"
#include "db/clip_table.h"
#include "db/vector_table.h"
#include "db/word_index.h"

namespace prolap::library {

namespace {

/// More clips than this with a word of the query are not told apart by words any more.
constexpr std::size_t kWordHits = 20000;

class Stopwatch {
public:
    double ms() const
    {
        return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - m_began).count();
    }

private:
    std::chrono::steady_clock::time_point m_began = std::chrono::steady_clock::now();
};

} // namespace

class SearchService::Impl {
public:
    Impl(const Path& catalogue, std::shared_ptr<const model::Embedder> model)
        : embedder(std::move(model)), pool(catalogue), cache(userCacheDir(), catalogue, embedder->info())
    {
    }

    std::optional<SearchResult> search(const SearchRequest& request, const std::stop_token& stop);
    std::optional<model::Embeddings> encode(const SearchRequest& request, db::Catalogue& catalogue,
                                            const std::stop_token& stop) const;
    WordEvidence findWords(const SearchRequest& request, db::Catalogue& catalogue) const;
    std::vector<Hit> hitsOf(const std::vector<RankedClip>& ranked, const SearchableVectors& vectors,
                            const WordEvidence& words, std::size_t limit, db::Catalogue& catalogue) const;

    const std::shared_ptr<const model::Embedder> embedder;
    CataloguePool pool;
    VectorCache cache;
    FilterMask filterMask;
};

/// The query's Gaussian; none when stopped.
std::optional<model::Embeddings> SearchService::Impl::encode(const SearchRequest& request, db::Catalogue& catalogue,
                                                             const std::stop_token& stop) const
{
    if (request.sound)
        return embedRegion(*request.sound, *embedder, stop);
    if (!request.clip)
        return embedder->embedText(std::span(&request.caption, 1));
    if (db::ClipTable(catalogue).clips(std::span(&*request.clip, 1)).empty())
        throw Error(ErrorKind::NotFound, "This clip is no longer in the library");
    const auto set = db::VectorTable(catalogue).findSet(embedder->info().id);
    auto gaussian = set ? db::VectorTable(catalogue).aggregate(set->id, *request.clip) : std::nullopt;
    if (!gaussian)
        throw Error(ErrorKind::NotFound, "This clip has not been listened to with the model " + embedder->info().name +
                                             " yet; index its folder first");
    return model::Embeddings{1, gaussian->mean.size(), std::move(gaussian->mean), std::move(gaussian->logVar)};
}

WordEvidence SearchService::Impl::findWords(const SearchRequest& request, db::Catalogue& catalogue) const
{
    if (request.sound || request.clip)
        return {};
    db::WordIndex index(catalogue);
    std::vector<db::WordHit> found = index.search(request.caption, kWordHits);
    if (found.empty())
        return {};
    WordEvidence evidence =
        fuseWords(found, index.words(request.caption), db::ClipTable(catalogue).count(), embedder->info());
    if (asksForAnything(request.filter)) {
        std::vector<ClipId> ids;
        for (const auto& [clip, ofClip] : evidence.clips)
            ids.push_back(clip);
        WordEvidence passing;
        for (const ClipId clip : db::ClipTable(catalogue).passing(ids, clipFilter(request.filter)))
            passing.clips.insert(evidence.clips.extract(clip));
        return passing;
    }
    return evidence;
}

std::optional<SearchResult> SearchService::Impl::search(const SearchRequest& request, const std::stop_token& stop)
{
    SearchResult result;
    result.query = request.caption;
    result.model = embedder->info().name;
    const bool nothingAsked =
        !request.sound && !request.clip && request.caption.find_first_not_of(" \t\r\n\v\f") == std::string::npos;
    if (nothingAsked || request.limit == 0)
        return result;
    const auto catalogue = pool.borrow();
    const Stopwatch encoding;
    const std::optional<model::Embeddings> query = encode(request, *catalogue, stop);
    if (!query || stop.stop_requested())
        return std::nullopt;
    result.encodeMs = encoding.ms();

    const Stopwatch searching;
    const std::shared_ptr<const SearchableVectors> vectors = cache.vectors();
    const WordEvidence words = findWords(request, *catalogue);
    if (stop.stop_requested())
        return std::nullopt;
    std::shared_ptr<const std::vector<std::uint8_t>> allowed;
    if (asksForAnything(request.filter) && vectors->set)
        allowed = filterMask.mask(*catalogue, request.filter, vectors->clips);
    RankQuery rank{query->meanOf(0), &words, request.limit, {}, request.clip};
    if (allowed)
        rank.allowed = *allowed;
    const auto ranked = rankClips(*vectors, embedder->info(), rank, stop);
    if (!ranked)
        return std::nullopt;
    result.hits = hitsOf(*ranked, *vectors, words, request.limit, *catalogue);
    result.credibleHits = static_cast<std::size_t>(
        std::count_if(result.hits.begin(), result.hits.end(), [](const Hit& hit) { return hit.credible; }));
    result.searchMs = searching.ms();
    return result;
}

/// The first `limit` that the catalogue still has.
std::vector<Hit> SearchService::Impl::hitsOf(const std::vector<RankedClip>& ranked, const SearchableVectors& vectors,
                                             const WordEvidence& words, std::size_t limit,
                                             db::Catalogue& catalogue) const
{
    const model::ModelInfo& model = embedder->info();
    std::vector<Hit> hits;
    db::ClipTable clips(catalogue);
    for (std::size_t from = 0; from < ranked.size() && hits.size() < limit;) {
        const std::size_t count = std::min(ranked.size() - from, limit - hits.size());
        std::vector<ClipId> ids;
        for (std::size_t i = 0; i < count; ++i)
            ids.push_back(ranked[from + i].clip);
        std::size_t at = from;
        for (db::Clip& clip : clips.clips(ids)) {
            while (ranked[at].clip != clip.id)
                ++at;
            if (clip.state == db::ClipState::Failed)
                continue;
            Hit hit;
            hit.clip = clip.id;
            hit.path = std::move(clip.path);
            hit.end = clip.facts.durationSeconds;
            hit.credible = ranked[at].credible;
            if (const auto found = words.clips.find(clip.id); found != words.clips.end())
                hit.words = found->second.words;
            if (const auto row = ranked[at].row) {
                const index::RowKey& window = vectors.matrix.key(*row);
                hit.start = window.startSeconds;
                hit.end = window.endSeconds;
                hit.similarity = ranked[at].similarity;
                if (model.calibrated)
                    hit.probability = static_cast<float>(matchProbability(model, hit.similarity));
                if (model.probabilistic)
                    hit.uncertainty = -2 * vectors.matrix.bias(*row);
            }
            hits.push_back(std::move(hit));
        }
        from += count;
    }
    return hits;
}

SearchService::SearchService(const Path& catalogue, std::shared_ptr<const model::Embedder> embedder)
    : m_impl(std::make_unique<Impl>(catalogue, std::move(embedder)))
{
    refresh();
}

SearchService::~SearchService() = default;

std::optional<SearchResult> SearchService::search(const SearchRequest& request, std::stop_token stop)
{
    return m_impl->search(request, stop);
}

void SearchService::refresh()
{
    const auto catalogue = m_impl->pool.borrow();
    m_impl->cache.refresh(*catalogue);
}

std::size_t SearchService::windowCount() const
{
    return m_impl->cache.vectors()->matrix.size();
}

std::shared_ptr<const SearchableVectors> SearchService::vectors() const
{
    return m_impl->cache.vectors();
}

const std::shared_ptr<const model::Embedder>& SearchService::embedder() const
{
    return m_impl->embedder;
}

} // namespace prolap::library
