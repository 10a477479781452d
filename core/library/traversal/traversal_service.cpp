#include "core/library/traversal/traversal_service.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <mutex>
#include <unordered_set>

#include <fmt/format.h>

#include "core/error.h"
#include "core/library/catalogue_pool.h"
#include "core/library/query_embedding.h"
#include "core/library/traversal/traverse.h"
#include "core/library/traversal/vocabulary_clips.h"
#include "core/library/vector_cache.h"
#include "core/library/vocabulary/caption_gaussians.h"
#include "db/clip_table.h"
#include "db/label_table.h"
#include "db/root_table.h"
#include "db/vector_table.h"

namespace prolap::library {

namespace {

/// The captions to go among, embedded.
struct Candidates {
    CaptionGaussians captions;
    std::vector<LevelBand> bands; ///< of the vocabulary, when it is among them
};

/// A subject's Gaussian, and what is known of it.
struct Subject {
    model::Embeddings gaussian;
    std::optional<ClipId> clip;
    std::string name;
};

std::vector<LevelBand> bandsOf(const Vocabulary& vocabulary, const CaptionGaussians& captions)
{
    std::map<int, std::vector<float>> levels; // the vocabulary's captions are the first
    for (std::size_t i = 0; i < vocabulary.nodes().size() && i < captions.count(); ++i)
        levels[vocabulary.nodes()[i].level].push_back(captions.uncertainties[i]);
    std::vector<LevelBand> bands;
    for (auto& [level, u] : levels) {
        std::ranges::sort(u);
        const auto at = [&values = u](double share) {
            return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1) + .5)];
        };
        bands.push_back({level, at(.25), at(.5), at(.75)});
    }
    return bands;
}

} // namespace

class TraversalService::Impl {
public:
    Impl(Path catalogue, std::shared_ptr<const model::Embedder> model, std::shared_ptr<SearchService> searching,
         const Path& cacheDir)
        : embedder(std::move(model)),
          search(std::move(searching)),
          cache(cacheDir, embedder),
          file(std::move(catalogue)),
          pool(file)
    {
    }

    const LoadedVocabulary& vocabulary()
    {
        std::call_once(m_loaded, [this] { m_vocabulary = loadVocabulary(); });
        return m_vocabulary;
    }

    std::shared_ptr<const SearchableVectors> vectors() const
    {
        return search ? search->vectors() : std::make_shared<const SearchableVectors>();
    }

    std::shared_ptr<const Candidates> candidates(const CandidateChoice& choice, const std::stop_token& stop,
                                                 const ProgressFn& progress);
    std::optional<Subject> subject(const TraversalSubject& wanted, const std::stop_token& stop);
    std::optional<std::vector<float>> root(const TraversalSetting& setting, const SearchableVectors& clips);
    void fillIn(Traversal& traversal, const SearchableVectors& clips);
    std::optional<std::vector<CaptionClips>> clipsOf(const CaptionGaussians& captions, std::size_t count,
                                                     const std::stop_token& stop, const ProgressFn& progress)
    {
        return clipsOfCaptions(captions, count, *vectors(), embedder->info(), *pool.borrow(), stop, progress);
    }

    const std::shared_ptr<const model::Embedder> embedder;
    const std::shared_ptr<SearchService> search;
    const CaptionCache cache;

private:
    std::vector<std::string> texts(const CandidateChoice& choice);
    std::optional<ClipId> clipOf(const Path& path, db::Catalogue& catalogue) const;

    const Path file;
    CataloguePool pool;
    std::once_flag m_loaded;
    LoadedVocabulary m_vocabulary;

    std::mutex m_mutex; ///< guards what follows
    std::vector<std::string> m_texts;
    std::shared_ptr<const Candidates> m_candidates;
};

std::vector<std::string> TraversalService::Impl::texts(const CandidateChoice& choice)
{
    std::vector<std::string> all;
    if (choice.vocabulary)
        all = vocabulary().vocabulary.texts();
    std::unordered_set<std::string> seen(all.begin(), all.end());
    const auto add = [&](std::vector<std::string> more) {
        for (std::string& text : more)
            if (seen.insert(text).second)
                all.push_back(std::move(text));
    };
    if (choice.library && search)
        add(db::LabelTable(*pool.borrow()).captionTexts());
    add(choice.captions);
    return all;
}

std::shared_ptr<const Candidates> TraversalService::Impl::candidates(const CandidateChoice& choice,
                                                                     const std::stop_token& stop,
                                                                     const ProgressFn& progress)
{
    std::vector<std::string> wanted = texts(choice);
    {
        const std::lock_guard lock(m_mutex);
        if (m_candidates && m_texts == wanted)
            return m_candidates;
    }
    auto captions = cache.of(wanted, stop, progress);
    if (!captions)
        return nullptr;
    auto made = std::make_shared<Candidates>();
    made->captions = std::move(*captions);
    if (choice.vocabulary && embedder->info().probabilistic)
        made->bands = bandsOf(vocabulary().vocabulary, made->captions);
    const std::lock_guard lock(m_mutex);
    m_texts = std::move(wanted);
    m_candidates = made;
    return made;
}

/// The clip that lies at an absolute path, if the library has it.
std::optional<ClipId> TraversalService::Impl::clipOf(const Path& path, db::Catalogue& catalogue) const
{
    for (const db::Root& root : db::RootTable(catalogue).all()) {
        const Path inside = path.lexically_normal().lexically_relative(root.path.lexically_normal());
        if (inside.empty() || *inside.begin() == "..")
            continue;
        if (const auto clip = db::ClipTable(catalogue).find(root.id, inside))
            return clip;
    }
    return std::nullopt;
}

std::optional<Subject> TraversalService::Impl::subject(const TraversalSubject& wanted, const std::stop_token& stop)
{
    Subject subject;
    subject.clip = wanted.clip;
    Path path = wanted.file;
    if (!wanted.clip && path.empty()) {
        if (wanted.caption.find_first_not_of(" \t\r\n\v\f") == std::string::npos)
            throw Error(ErrorKind::BadInput, "There is nothing to set out from: name a clip or a caption.");
        subject.name = validUtf8(wanted.caption);
        subject.gaussian = embedder->embedText(std::span(&wanted.caption, 1));
        return subject;
    }
    if (search) {
        const auto catalogue = pool.borrow();
        if (!subject.clip)
            subject.clip = clipOf(path, *catalogue);
        if (subject.clip) {
            const auto clips = db::ClipTable(*catalogue).clips(std::span(&*subject.clip, 1));
            if (clips.empty())
                throw Error(ErrorKind::NotFound, "This clip is no longer in the library: choose another.");
            path = clips.front().path;
            const auto set = db::VectorTable(*catalogue).findSet(embedder->info().id);
            if (auto stored = set ? db::VectorTable(*catalogue).aggregate(set->id, *subject.clip) : std::nullopt)
                subject.gaussian = {1, stored->mean.size(), std::move(stored->mean), std::move(stored->logVar)};
        }
    } else if (wanted.clip) {
        throw Error(ErrorKind::NotFound, "There is no library to take this clip from: open one.");
    }
    subject.name = displayText(path);
    if (subject.gaussian.count == 0) { // not listened to with this model yet: now
        auto heard = embedRegion({path, 0, std::nullopt}, *embedder, stop);
        if (!heard)
            return std::nullopt;
        subject.gaussian = std::move(*heard);
    }
    return subject;
}

std::optional<std::vector<float>> TraversalService::Impl::root(const TraversalSetting& setting,
                                                               const SearchableVectors& clips)
{
    const model::ModelInfo& info = embedder->info();
    const bool climbs =
        setting.shape.value_or(info.probabilistic ? PathShape::Climb : PathShape::Linear) == PathShape::Climb;
    if (climbs)
        return std::vector<float>();
    switch (setting.root) {
    case TraversalRoot::Inclusive:
        return std::vector<float>();
    case TraversalRoot::Empty:
        return embedder->embedText(std::vector<std::string>{std::string()}).mean;
    case TraversalRoot::Masked: {
        auto masked = embedder->embedMaskedText();
        if (!masked)
            throw Error(ErrorKind::Unsupported,
                        fmt::format("The tokenizer of {} has no mask token, which the root masked needs: take another "
                                    "root.",
                                    info.name));
        return std::move(masked->mean);
    }
    case TraversalRoot::Centroid:
        break;
    }
    if (clips.matrix.size() == 0)
        throw Error(ErrorKind::BadInput, fmt::format("The root centroid is the middle of the library's clips, of which "
                                                     "{} has listened to none: index a folder, or take another root.",
                                                     info.name));
    std::vector<float> windows(clips.clips->groupCount()); // of each clip, so that long ones count once
    for (std::size_t row = 0; row < clips.matrix.size(); ++row)
        ++windows[clips.clips->groupOfRow(row)];
    std::vector<double> sum(info.dim);
    for (std::size_t row = 0; row < clips.matrix.size(); ++row) {
        const std::vector<float> mean = clips.matrix.vector(row);
        const double weight = 1 / static_cast<double>(windows[clips.clips->groupOfRow(row)]);
        for (std::size_t d = 0; d < sum.size(); ++d)
            sum[d] += weight * static_cast<double>(mean[d]);
    }
    double squares = 0;
    for (const double value : sum)
        squares += value * value;
    std::vector<float> centre;
    for (const double value : sum)
        centre.push_back(static_cast<float>(value / std::sqrt(std::max(1e-30, squares))));
    return centre;
}

void TraversalService::Impl::fillIn(Traversal& traversal, const SearchableVectors& clips)
{
    if (!search)
        return;
    const auto catalogue = pool.borrow();
    std::map<ClipId, Path> paths;
    const auto each = [&](const auto& work) {
        for (TraversalPoint& point : traversal.points)
            for (NearClip& near : point.clips)
                work(near);
        for (Rung& rung : traversal.ladder)
            for (NearClip& near : rung.clips)
                work(near);
    };
    each([&](const NearClip& near) { paths.emplace(near.clip, Path()); });
    std::vector<ClipId> ids;
    for (const auto& [id, path] : paths)
        ids.push_back(id);
    for (db::Clip& clip : db::ClipTable(*catalogue).clips(ids))
        paths[clip.id] = std::move(clip.path);
    each([&](NearClip& near) { near.path = paths[near.clip]; });
    const auto gone = [](const NearClip& near) { return near.path.empty(); }; // removed since the last refresh
    for (TraversalPoint& point : traversal.points)
        std::erase_if(point.clips, gone);
    for (Rung& rung : traversal.ladder)
        std::erase_if(rung.clips, gone);

    const model::ModelInfo& info = embedder->info();
    const std::size_t count = clips.clips->groupCount();
    if (count == 0) {
        std::string others;
        for (const db::EmbeddingSet& set : db::VectorTable(*catalogue).sets())
            if (set.modelId != info.id)
                others += (others.empty() ? "" : ", ") + validUtf8(set.name);
        traversal.notes.push_back(
            others.empty()
                ? fmt::format("{} has listened to no clip of the library yet, so no clips are shown: index its "
                              "folders.",
                              info.name)
                : fmt::format("The library was listened to with {}, not with {}, so no clips are shown: index it with "
                              "this model, or choose that one.",
                              others, info.name));
    } else if (count == 1) {
        traversal.notes.push_back("The library holds one clip only, so there are no others to show along the path.");
    }
}

TraversalService::TraversalService(Path catalogue, std::shared_ptr<const model::Embedder> embedder,
                                   std::shared_ptr<SearchService> search, Path cacheDir)
    : m_impl(std::make_unique<Impl>(std::move(catalogue), std::move(embedder), std::move(search), cacheDir))
{
}

TraversalService::~TraversalService() = default;

const LoadedVocabulary& TraversalService::vocabulary()
{
    return m_impl->vocabulary();
}

std::optional<Traversal> TraversalService::traverse(const TraversalRequest& request, std::stop_token stop,
                                                    const ProgressFn& progress)
{
    const std::optional<Subject> subject = m_impl->subject(request.subject, stop);
    if (!subject)
        return std::nullopt;
    const std::shared_ptr<const Candidates> candidates = m_impl->candidates(request.candidates, stop, progress);
    if (!candidates)
        return std::nullopt;
    const std::shared_ptr<const SearchableVectors> clips = m_impl->vectors();
    const std::optional<std::vector<float>> root = m_impl->root(request.setting, *clips);
    auto traversal = library::traverse({candidates->captions, *clips, m_impl->embedder->info()},
                                       {subject->gaussian, subject->clip, *root}, request.setting, stop);
    if (!traversal)
        return std::nullopt;
    traversal->subject = subject->name;
    traversal->bands = candidates->bands;
    m_impl->fillIn(*traversal, *clips);
    if (request.candidates.vocabulary)
        for (const VocabularyProblem& problem : m_impl->vocabulary().problems)
            traversal->notes.push_back(fmt::format("A vocabulary of yours was left out: {}", problem.reason));
    return traversal;
}

TraversalRequest TraversalService::withoutClimb(TraversalRequest request) const
{
    if (m_impl->embedder->info().probabilistic || request.setting.shape != PathShape::Climb)
        return request;
    request.setting.shape = PathShape::Linear;
    request.setting.root =
        m_impl->vectors()->matrix.size() > 0 ? TraversalRoot::Centroid : TraversalRoot::Empty; // a climb names none
    return request;
}

std::shared_ptr<const LibraryMap> TraversalService::map(const CandidateChoice& choice, std::stop_token stop,
                                                        const ProgressFn& progress)
{
    const std::shared_ptr<const Candidates> candidates = m_impl->candidates(choice, stop, progress);
    if (!candidates)
        return nullptr;
    const std::shared_ptr<const SearchableVectors> clips = m_impl->vectors();
    if (clips->clips->groupCount() + candidates->captions.count() < 3)
        throw Error(ErrorKind::BadInput, "A map needs at least three clips or captions: index a folder, or take the "
                                         "vocabulary as candidates.");
    auto map = makeLibraryMap(*clips, candidates->captions, m_impl->embedder->info().probabilistic, stop);
    return map ? std::make_shared<const LibraryMap>(std::move(*map)) : nullptr;
}

std::shared_ptr<const LibraryHierarchy> TraversalService::hierarchy(std::stop_token stop, const ProgressFn& progress)
{
    const std::shared_ptr<const Candidates> candidates = m_impl->candidates({true, false, {}}, stop, progress);
    if (!candidates)
        return nullptr;
    const model::ModelInfo& info = m_impl->embedder->info();
    const std::vector<Vocabulary::Node>& nodes = m_impl->vocabulary().vocabulary.nodes();
    auto clips = m_impl->clipsOf(candidates->captions, nodes.size(), stop, progress);
    if (!clips)
        return nullptr;
    auto hierarchy = std::make_shared<LibraryHierarchy>();
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        HierarchyNode node{nodes[i].text, nodes[i].level, nodes[i].parent, nodes[i].children, {}, {}, {}, 0};
        if (info.probabilistic)
            node.uncertainty = candidates->captions.uncertainties[i];
        for (const IncludedClip& clip : (*clips)[i].clips) {
            node.clips.push_back(clip.clip);
            node.probabilities.push_back(clip.probability);
        }
        node.clipCount = (*clips)[i].total;
        hierarchy->nodes.push_back(std::move(node));
    }
    return hierarchy;
}

} // namespace prolap::library
