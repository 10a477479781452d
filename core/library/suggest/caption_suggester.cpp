#include "core/library/suggest/caption_suggester.h"

#include <algorithm>
#include <cmath>
#include <mutex>
#include <set>
#include <unordered_set>

#include "core/index/kernels.h"
#include "core/library/library_view.h"
#include "core/library/vector_cache.h"
#include "core/library/vocabulary/caption_gaussians.h"
#include "core/library/vocabulary/vocabulary.h"
#include "db/clip_table.h"
#include "db/label_table.h"
#include "db/vector_table.h"

namespace prolap::library {

namespace {

constexpr double kTemperature = .05; ///< of the shares whose entropy orders clips without uncertainty
constexpr int kCatalogueLevels = 4;

db::Catalogue opened(const Path& catalogue)
{
    db::OpenOptions reading;
    reading.mode = db::OpenMode::Read;
    return db::Catalogue(catalogue, reading);
}

double entropyOf(const std::vector<float>& similarities)
{
    const double most = *std::ranges::max_element(similarities);
    double sum = 0, weighted = 0;
    for (const float similarity : similarities) {
        const double exponent = (similarity - most) / kTemperature;
        const double share = std::exp(exponent);
        sum += share;
        weighted += share * exponent;
    }
    return std::log(sum) - weighted / sum;
}

} // namespace

class CaptionSuggester::Impl {
public:
    Impl(Path catalogue, std::shared_ptr<SearchService> search, Path cacheDir)
        : m_catalogue(std::move(catalogue)),
          m_search(std::move(search)),
          m_cache(cacheDir, m_search->embedder()),
          m_vocabulary(loadVocabulary().vocabulary)
    {
    }

    std::optional<std::vector<CaptionSuggestion>> suggest(ClipId clip, std::size_t count, std::stop_token stop,
                                                          const ProgressFn& progress)
    {
        const std::scoped_lock lock(m_mutex);
        db::Catalogue catalogue = opened(m_catalogue);
        if (!takeCaptions(catalogue, stop, progress))
            return std::nullopt;
        const auto set = m_search->vectors()->set;
        const auto gaussian = set ? db::VectorTable(catalogue).aggregate(*set, clip) : std::nullopt;
        if (!gaussian)
            return std::vector<CaptionSuggestion>();
        const std::vector<float> similarities = similaritiesTo(gaussian->mean);
        std::vector<std::size_t> order(similarities.size());
        for (std::size_t i = 0; i < order.size(); ++i)
            order[i] = i;
        count = std::min(count, order.size());
        std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(count), order.end(),
                          [&](std::size_t a, std::size_t b) {
                              return std::pair(similarities[b], a) < std::pair(similarities[a], b);
                          });
        const model::ModelInfo& info = m_search->embedder()->info();
        std::vector<CaptionSuggestion> found;
        for (std::size_t i = 0; i < count; ++i) {
            const Candidate& candidate = m_candidates[order[i]];
            CaptionSuggestion one{m_captions->texts[order[i]], candidate.ofLibrary, candidate.level,
                                  similarities[order[i]], std::nullopt};
            const double s = similarities[order[i]] - gaussian->uncertainty.value_or(0) / 2;
            if (info.calibrated)
                one.probability = static_cast<float>(1 / (1 + std::exp(-(info.scale * s + info.bias))));
            found.push_back(std::move(one));
        }
        return found;
    }

    std::optional<std::vector<UncertainClip>> queue(const SearchFilter& filter, std::span<const ClipId> clips,
                                                    std::stop_token stop, const ProgressFn& progress)
    {
        const std::scoped_lock lock(m_mutex);
        db::Catalogue catalogue = opened(m_catalogue);
        m_search->refresh();
        const auto set = m_search->vectors()->set;
        std::vector<UncertainClip> found;
        if (!set)
            return found;
        std::vector<ClipId> ids = clips.empty()
                                      ? LibraryView(m_catalogue, m_search->embedder()->info().id).clips(filter)
                                      : std::vector<ClipId>(clips.begin(), clips.end());
        std::unordered_set<std::int64_t> labelled;
        for (const ClipId id : db::LabelTable(catalogue).labelled())
            labelled.insert(id.value);
        std::erase_if(ids, [&](ClipId id) { return labelled.contains(id.value); });
        const bool probabilistic = m_search->embedder()->info().probabilistic;
        if (!probabilistic && !takeCaptions(catalogue, stop, progress))
            return std::nullopt;
        db::VectorTable vectors(catalogue);
        db::ClipTable table(catalogue);
        ProgressThrottle throttle;
        constexpr std::size_t kAtOnce = 500;
        for (std::size_t begin = 0; begin < ids.size(); begin += kAtOnce) {
            if (stop.stop_requested())
                return std::nullopt;
            if (progress && throttle.due())
                progress({static_cast<std::int64_t>(begin), static_cast<std::int64_t>(ids.size()), "", -1});
            const std::span<const ClipId> some(ids.data() + begin, std::min(kAtOnce, ids.size() - begin));
            for (const db::Clip& clip : table.clips(some, set)) {
                if (!clip.embedded || clip.missing)
                    continue;
                if (probabilistic) {
                    found.push_back({clip.id, clip.uncertainty.value_or(0)});
                    continue;
                }
                if (const auto gaussian = vectors.aggregate(*set, clip.id))
                    found.push_back({clip.id, static_cast<float>(entropyOf(similaritiesTo(gaussian->mean)))});
            }
        }
        std::ranges::stable_sort(found, [](const UncertainClip& a, const UncertainClip& b) {
            return std::pair(b.uncertainty, a.clip.value) < std::pair(a.uncertainty, b.clip.value);
        });
        return found;
    }

    QueueOrder order() const
    {
        return m_search->embedder()->info().probabilistic ? QueueOrder::Uncertainty : QueueOrder::Entropy;
    }

private:
    struct Candidate {
        bool ofLibrary = false;
        int level = 1;
    };

    /// Candidates anew where the library's tags have changed. False when stopped.
    bool takeCaptions(db::Catalogue& catalogue, std::stop_token stop, const ProgressFn& progress)
    {
        std::vector<std::string> texts;
        std::vector<Candidate> candidates;
        std::set<std::string> known;
        for (const auto& [tag, clips] : db::LabelTable(catalogue).allTags()) {
            if (known.insert(tag).second) {
                texts.push_back(tag);
                candidates.push_back({true, 2});
            }
        }
        const int levels = m_vocabulary.levels();
        for (const Vocabulary::Node& node : m_vocabulary.nodes()) {
            // "sound" is true of everything and says nothing.
            if (node.parent < 0 || !known.insert(node.text).second)
                continue;
            texts.push_back(node.text);
            candidates.push_back({false, std::clamp(levels - node.level + 1, 1, kCatalogueLevels)});
        }
        if (m_captions && m_captions->texts == texts)
            return true;
        auto captions = m_cache.of(texts, stop, progress);
        if (!captions)
            return false;
        m_captions = std::move(captions);
        m_candidates = std::move(candidates);
        return true;
    }

    std::vector<float> similaritiesTo(const std::vector<float>& mean) const
    {
        const CaptionGaussians& captions = *m_captions;
        std::vector<float> query(captions.stride);
        std::copy_n(mean.begin(), std::min(mean.size(), captions.dim), query.begin());
        const auto product = index::kernels().halfProduct;
        std::vector<float> similarities(captions.count());
        for (std::size_t i = 0; i < similarities.size(); ++i)
            similarities[i] =
                static_cast<float>(product(captions.means.data() + i * captions.stride, query.data(), captions.stride));
        return similarities;
    }

    const Path m_catalogue;
    const std::shared_ptr<SearchService> m_search;
    const CaptionCache m_cache;
    const Vocabulary m_vocabulary;
    std::mutex m_mutex; ///< guards what follows
    std::optional<CaptionGaussians> m_captions;
    std::vector<Candidate> m_candidates; ///< of m_captions
};

CaptionSuggester::CaptionSuggester(Path catalogue, std::shared_ptr<SearchService> search, Path cacheDir)
    : m_impl(std::make_unique<Impl>(std::move(catalogue), std::move(search), std::move(cacheDir)))
{
}

CaptionSuggester::~CaptionSuggester() = default;

std::optional<std::vector<CaptionSuggestion>>
CaptionSuggester::suggest(ClipId clip, std::size_t count, std::stop_token stop, const ProgressFn& progress)
{
    return m_impl->suggest(clip, count, std::move(stop), progress);
}

std::optional<std::vector<UncertainClip>> CaptionSuggester::queue(const SearchFilter& filter,
                                                                  std::span<const ClipId> clips, std::stop_token stop,
                                                                  const ProgressFn& progress)
{
    return m_impl->queue(filter, clips, std::move(stop), progress);
}

QueueOrder CaptionSuggester::order() const
{
    return m_impl->order();
}

} // namespace prolap::library
