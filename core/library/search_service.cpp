#include "core/library/search_service.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <utility>

#include "core/error.h"
#include "core/index/kernels.h"
#include "core/library/catalogue_pool.h"
#include "core/library/filter_mask.h"
#include "core/library/query/full_ranking.h"
#include "core/library/query/gaussian_query.h"
#include "core/library/query/window_variances.h"
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
/// Windows beside the best ones that one search looks at, so that a library of long files costs no more.
constexpr std::size_t kOtherWindowsInAll = 20000;

class Stopwatch {
public:
    double ms() const
    {
        return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - m_began).count();
    }

private:
    std::chrono::steady_clock::time_point m_began = std::chrono::steady_clock::now();
};

bool isBlank(const std::string& text)
{
    return text.find_first_not_of(" \t\r\n\v\f") == std::string::npos;
}

/// The captions that are wanted, without blank ones.
std::vector<std::string> captionsOf(const SearchRequest& request)
{
    std::vector<std::string> captions = request.mixed;
    captions.insert(captions.begin(), request.caption);
    std::erase_if(captions, isBlank);
    return captions;
}

bool ranks(const SearchRequest& request)
{
    return request.sound || request.clip || !request.away.empty() || !captionsOf(request).empty();
}

std::string joined(const std::vector<std::string>& texts)
{
    std::string all;
    for (const std::string& text : texts)
        all += (all.empty() ? "" : " ") + text;
    return all;
}

model::Embeddings part(const model::Embeddings& all, std::size_t from, std::size_t count)
{
    const auto at = [&](const std::vector<float>& values, std::size_t row) {
        return values.begin() + static_cast<std::ptrdiff_t>(values.empty() ? 0 : row * all.dim);
    };
    return {count,
            all.dim,
            {at(all.mean, from), at(all.mean, from + count)},
            {at(all.logVar, from), at(all.logVar, from + count)}};
}

/// Both of one Gaussian, with the weight of the second.
model::Embeddings mixed(model::Embeddings first, const model::Embeddings& second, double weight)
{
    first.mean.insert(first.mean.end(), second.mean.begin(), second.mean.end());
    if (second.logVar.empty())
        first.logVar.clear();
    first.logVar.insert(first.logVar.end(), second.logVar.begin(), second.logVar.end());
    first.count = 2;
    return mixtureOf(first, std::vector<double>{1 - weight, weight});
}

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
    model::Embeddings clipGaussian(ClipId clip, db::Catalogue& catalogue) const;
    std::optional<std::vector<RankedClip>> rank(const SearchRequest& request, const SearchableVectors& vectors,
                                                const model::Embeddings& query, const WordEvidence& words,
                                                db::Catalogue& catalogue, const std::stop_token& stop);
    void checkUncertainty(const SearchRequest& request) const;
    WordEvidence findWords(const SearchRequest& request, db::Catalogue& catalogue);
    std::vector<Hit> hitsOf(const std::vector<RankedClip>& ranked, const SearchableVectors& vectors,
                            const WordEvidence& words, std::size_t limit, db::Catalogue& catalogue) const;

    void addOtherWindows(std::vector<Hit>& hits, const std::vector<RankedClip>& ranked,
                         const SearchableVectors& vectors, std::span<const float> mean) const;

    const std::shared_ptr<const model::Embedder> embedder;
    CataloguePool pool;
    VectorCache cache;
    VarianceCache variances;
    FilterMask filterMask;
};

void SearchService::Impl::checkUncertainty(const SearchRequest& request) const
{
    if (embedder->info().probabilistic)
        return;
    if (request.relation != Relation::SoundsLike)
        throw Error(ErrorKind::Unsupported,
                    "The model " + embedder->info().name +
                        " knows no uncertainty, so it cannot say what contains what; search for what sounds like it, "
                        "or use a ProLAP model");
    if (request.generality != 0)
        throw Error(ErrorKind::Unsupported, "The model " + embedder->info().name +
                                                " knows no uncertainty, so nothing is more general or more specific "
                                                "to it; leave this out, or use a ProLAP model");
}

/// The query's Gaussian; none when stopped.
std::optional<model::Embeddings> SearchService::Impl::encode(const SearchRequest& request, db::Catalogue& catalogue,
                                                             const std::stop_token& stop) const
{
    std::vector<std::string> texts = captionsOf(request);
    const std::size_t captions = texts.size();
    texts.insert(texts.end(), request.away.begin(), request.away.end());
    std::optional<model::Embeddings> sound;
    if (request.sound) {
        sound = embedRegion(*request.sound, *embedder, stop);
        if (!sound)
            return std::nullopt;
    } else if (request.clip) {
        sound = clipGaussian(*request.clip, catalogue);
    }
    if (texts.empty())
        return sound;
    const model::Embeddings encoded = embedder->embedText(texts);
    model::Embeddings query{0, encoded.dim, {}, {}};
    if (captions == 1)
        query = part(encoded, 0, 1);
    else if (captions > 1)
        query = mixtureOf(part(encoded, 0, captions), std::vector<double>(captions, 1));
    if (sound)
        query = query.count == 0 ? *sound : mixed(*sound, query, std::clamp(request.captionWeight, 0.0, 1.0));
    if (!request.away.empty())
        query = pushedAway(query, part(encoded, captions, request.away.size()));
    return query;
}

model::Embeddings SearchService::Impl::clipGaussian(ClipId clip, db::Catalogue& catalogue) const
{
    if (db::ClipTable(catalogue).clips(std::span(&clip, 1)).empty())
        throw Error(ErrorKind::NotFound, "This clip is no longer in the library");
    const auto set = db::VectorTable(catalogue).findSet(embedder->info().id);
    auto gaussian = set ? db::VectorTable(catalogue).aggregate(set->id, clip) : std::nullopt;
    if (!gaussian)
        throw Error(ErrorKind::NotFound, "This clip has not been listened to with the model " + embedder->info().name +
                                             " yet; index its folder first");
    return model::Embeddings{1, gaussian->mean.size(), std::move(gaussian->mean), std::move(gaussian->logVar)};
}

WordEvidence SearchService::Impl::findWords(const SearchRequest& request, db::Catalogue& catalogue)
{
    if (request.evidence == Evidence::Meaning || request.relation != Relation::SoundsLike)
        return {};
    db::WordIndex index(catalogue);
    const std::int64_t clips = db::ClipTable(catalogue).count();
    const auto evidenceOf = [&](const std::string& text) {
        const std::vector<db::WordHit> found =
            text.empty() ? std::vector<db::WordHit>() : index.search(text, kWordHits);
        return found.empty() ? WordEvidence() : fuseWords(found, index.words(text), clips, embedder->info());
    };
    WordEvidence evidence = evidenceOf(joined(captionsOf(request)));
    for (const auto& [clip, ofClip] : evidenceOf(joined(request.away)).clips) {
        WordEvidence::OfClip& here = evidence.clips[clip];
        here.bonus -= ofClip.bonus;
        here.all = false;
    }
    if (asksForAnything(request.filter)) {
        const std::shared_ptr<const PassingClips> passing = filterMask.passing(catalogue, request.filter);
        std::erase_if(evidence.clips, [&](const auto& entry) { return !passing->contains(entry.first); });
    }
    return evidence;
}

std::optional<std::vector<RankedClip>> SearchService::Impl::rank(const SearchRequest& request,
                                                                 const SearchableVectors& vectors,
                                                                 const model::Embeddings& query,
                                                                 const WordEvidence& words, db::Catalogue& catalogue,
                                                                 const std::stop_token& stop)
{
    std::shared_ptr<const std::vector<std::uint8_t>> allowed;
    if (asksForAnything(request.filter) && vectors.set)
        allowed = filterMask.mask(catalogue, request.filter, vectors.clips);
    RankQuery rank{query.meanOf(0), &words, request.limit, {}, request.clip};
    if (allowed)
        rank.allowed = *allowed;
    if (request.evidence == Evidence::Words)
        return rankByWords(vectors, rank);
    if (request.relation == Relation::SoundsLike && request.generality == 0 && request.away.empty())
        return rankClips(vectors, embedder->info(), rank, stop);
    FullRanking how{std::clamp(request.generality, -1.0, 1.0), request.relation};
    std::shared_ptr<const WindowVariances> ofRows;
    if (request.relation != Relation::SoundsLike) {
        ofRows = variances.of(catalogue, vectors);
        how.variances = ofRows.get();
        how.logVar = query.logVarOf(0);
    }
    return rankFully(vectors, embedder->info(), rank, how, stop);
}

std::optional<SearchResult> SearchService::Impl::search(const SearchRequest& request, const std::stop_token& stop)
{
    SearchResult result;
    result.query = request.typed.empty() ? request.caption : request.typed;
    result.model = embedder->info().name;
    const bool ranked = ranks(request);
    if ((!ranked && !asksForAnything(request.filter)) || request.limit == 0)
        return result;
    checkUncertainty(request);
    const auto catalogue = pool.borrow();
    const std::shared_ptr<const SearchableVectors> vectors = cache.vectors();
    WordEvidence words;
    std::optional<std::vector<RankedClip>> list;
    std::optional<model::Embeddings> meaning;
    Stopwatch searching;
    if (ranked) {
        const Stopwatch encoding;
        meaning = encode(request, *catalogue, stop);
        if (!meaning || stop.stop_requested())
            return std::nullopt;
        result.encodeMs = encoding.ms();
        searching = {};
        words = findWords(request, *catalogue);
        if (stop.stop_requested())
            return std::nullopt;
        list = rank(request, *vectors, *meaning, words, *catalogue, stop);
        if (!list)
            return std::nullopt;
    } else {
        list.emplace();
        for (const ClipId clip : passingIds(*catalogue, request.filter)) {
            if (list->size() == request.limit)
                break;
            list->push_back({clip, std::nullopt, 0, 0, true, std::nullopt});
        }
    }
    result.hits = hitsOf(*list, *vectors, words, request.limit, *catalogue);
    if (meaning && request.relation == Relation::SoundsLike && request.evidence != Evidence::Words)
        addOtherWindows(result.hits, *list, *vectors, meaning->meanOf(0));
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
            hit.inclusion = ranked[at].inclusion;
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

/// The windows of a clip lie side by side in the matrix, as they were written; one that does not goes unmarked.
void SearchService::Impl::addOtherWindows(std::vector<Hit>& hits, const std::vector<RankedClip>& ranked,
                                          const SearchableVectors& vectors, std::span<const float> mean) const
{
    const double credible = credibleSimilarity(embedder->info());
    if (!std::isfinite(credible) || vectors.matrix.size() == 0 || mean.size() != vectors.matrix.dim())
        return;
    std::vector<float> query(vectors.matrix.layout().stride);
    std::ranges::copy(mean, query.begin());
    const auto matches = [&](std::size_t row) {
        const double product = index::kernels().halfProduct(vectors.matrix.halves(row), query.data(), query.size());
        return product + (embedder->info().probabilistic ? static_cast<double>(vectors.matrix.bias(row)) : 0) >=
               credible;
    };
    std::size_t left = kOtherWindowsInAll;
    auto at = ranked.begin();
    for (Hit& hit : hits) {
        at = std::find_if(at, ranked.end(), [&](const RankedClip& clip) { return clip.clip == hit.clip; });
        if (at == ranked.end() || left == 0)
            return;
        if (!at->row || static_cast<double>(at->similarity) < credible)
            continue; // none is better than its best
        const auto best = static_cast<std::ptrdiff_t>(*at->row);
        const std::uint32_t group = vectors.clips->groupOfRow(*at->row);
        const auto ofClip = [&](std::ptrdiff_t row) {
            return row >= 0 && row < static_cast<std::ptrdiff_t>(vectors.clips->rowCount()) &&
                   vectors.clips->groupOfRow(static_cast<std::size_t>(row)) == group;
        };
        std::ptrdiff_t first = best, last = best;
        while (last - first < static_cast<std::ptrdiff_t>(kOtherWindows) && ofClip(first - 1))
            --first;
        while (last - first < static_cast<std::ptrdiff_t>(kOtherWindows) && ofClip(last + 1))
            ++last;
        for (std::ptrdiff_t row = first; row <= last && left > 0; ++row) {
            if (row == best)
                continue;
            --left;
            if (matches(static_cast<std::size_t>(row))) {
                const index::RowKey& window = vectors.matrix.key(static_cast<std::size_t>(row));
                hit.others.push_back({window.startSeconds, window.endSeconds});
            }
        }
    }
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
