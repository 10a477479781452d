#include "core/train/view_encoding.h"

#include <charconv>
#include <chrono>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

#include <fmt/format.h>

#include "core/content_hash.h"
#include "core/prolap/masking.h"
#include "core/train/augment/drawn_generator.h"
#include "core/train/augment/mixing.h"
#include "core/train/data/waveform_source.h"
#include "core/train/features.h"

namespace prolap::train {

namespace {

using Progress = std::function<void(std::int64_t done, std::int64_t total)>;

constexpr auto kSaveInterval = std::chrono::minutes(1);

std::string hashed(const std::string& text)
{
    ContentHash hash;
    hash.add(text);
    return hash.hex();
}

/// What a draw of views is kept under: everything that decides it but the encoder, which names the cache.
std::string drawKey(const char* kind, const std::string& content, int draw, int levels, const Recipe::Views& views)
{
    return hashed(fmt::format("{} {} draw {} levels {} q {} seconds {} seed {}", kind, content, draw, levels,
                              views.maskProbability, views.seconds, views.seed));
}

/// The draw's own seed, from its key.
std::uint64_t seedOf(const std::string& key)
{
    std::uint64_t seed = 0;
    std::from_chars(key.data(), key.data() + 16, seed, 16);
    return seed;
}

/// Fills [count, K, V, F] for the given rows, from the cache or by encode(row, draw) -> [V, F].
torch::Tensor encodeDraws(const torch::Tensor& rows, std::int64_t count, int draws, FeatureCache& cache,
                          RunControl& control, const Progress& progress,
                          const std::function<std::string(std::int64_t row, int draw)>& keyOf,
                          const std::function<torch::Tensor(std::int64_t row, int draw)>& encode)
{
    const torch::NoGradGuard noGrad;
    torch::Tensor all;
    auto lastSave = std::chrono::steady_clock::now();
    for (std::int64_t i = 0; i < rows.numel(); ++i) {
        const auto row = rows[i].item<std::int64_t>();
        for (int draw = 0; draw < draws; ++draw) {
            if (!control.checkpoint()) {
                cache.save();
                return {};
            }
            const std::string key = keyOf(row, draw);
            torch::Tensor views = cache.find(key);
            if (!views.defined()) {
                torch::manual_seed(seedOf(key));
                views = encode(row, draw).cpu();
                cache.put(key, views);
            }
            if (!all.defined())
                all = torch::zeros({count, draws, views.size(0), views.size(1)});
            all[row][draw] = views;
        }
        if (std::chrono::steady_clock::now() - lastSave > kSaveInterval) {
            cache.save();
            lastSave = std::chrono::steady_clock::now();
        }
        progress(i + 1, rows.numel());
    }
    cache.save();
    return all;
}

/// SHA-256 of the clips' files, each read once.
class ContentHashes {
public:
    ContentHashes(const Dataset& dataset, RunControl& control)
        : m_dataset(dataset), m_control(control), m_hashes(dataset.rows.size())
    {
    }

    const std::string& of(std::int64_t row)
    {
        std::string& hash = m_hashes[static_cast<std::size_t>(row)];
        if (hash.empty())
            hash = fileSha256(m_dataset.rows[static_cast<std::size_t>(row)].file, m_control.token());
        return hash;
    }

private:
    const Dataset& m_dataset;
    RunControl& m_control;
    std::vector<std::string> m_hashes;
};

/// Samples of a clip from a random place on.
torch::Tensor excerptOf(const model::ProlapModel& model, const Dataset& dataset, std::int64_t row, double seconds,
                        std::mt19937_64& random)
{
    Recipe::Augmentation unchanged;
    unchanged.gainDb = unchanged.shiftShare = 0;
    return augmentedWindow(dataset.rows[static_cast<std::size_t>(row)], model.audioEncoder->sampleRate(),
                           std::min(seconds, model.config.audio.windowSeconds), unchanged, random);
}

} // namespace

torch::Tensor encodeMaskedClips(model::ProlapModel& model, const Dataset& dataset, const Recipe::Views& views,
                                FeatureCache& cache, RunControl& control, const Progress& progress)
{
    model::nn::AudioEncoder& encoder = *model.audioEncoder;
    const torch::Device device = model.device();
    const model::nn::MaskGrid grid = encoder.maskGrid();
    ContentHashes contents(dataset, control);
    return encodeDraws(
        dataset.training, static_cast<std::int64_t>(dataset.rows.size()), views.draws, cache, control, progress,
        [&](std::int64_t row, int draw) {
            return drawKey("clip", contents.of(row), draw, views.audioMaskLevels, views);
        },
        [&](std::int64_t row, int) {
            std::mt19937_64 random = drawnGenerator();
            const torch::Tensor pieces = encoder.prepare(excerptOf(model, dataset, row, views.seconds, random));
            const torch::Tensor patches = torch::ones({pieces.size(0), grid.rows * grid.columns}, torch::kBool);
            std::vector<torch::Tensor> masks{torch::zeros_like(patches)};
            for (const torch::Tensor& mask : recursiveMasks(patches, views.audioMaskLevels, views.maskProbability))
                masks.push_back(mask);
            const auto count = static_cast<std::int64_t>(masks.size());
            const torch::Tensor features =
                encoder.forwardMasked(torch::cat(std::vector<torch::Tensor>(masks.size(), pieces)).to(device),
                                      torch::cat(masks).view({-1, grid.rows, grid.columns}).to(device));
            return model::nn::meanOfGroups(features, std::vector<std::int64_t>(masks.size(), features.size(0) / count));
        });
}

torch::Tensor encodeMaskedCaptions(model::ProlapModel& model, const Dataset& dataset, const Recipe::Views& views,
                                   FeatureCache& cache, RunControl& control, const Progress& progress)
{
    const torch::Tensor ids = dataset.alternatives.index_select(0, dataset.training).flatten();
    const torch::Tensor used = std::get<0>(at::_unique2(ids.index({ids >= 0})));
    const torch::Device device = model.device();
    const auto captionOf = [&](std::int64_t row) { return dataset.captions[static_cast<std::size_t>(row)]; };
    return encodeDraws(
        used, static_cast<std::int64_t>(dataset.captions.size()), views.draws, cache, control, progress,
        [&](std::int64_t row, int draw) {
            return drawKey("caption", hashed(captionOf(row)), draw, views.textMaskLevels, views);
        },
        [&](std::int64_t row, int) {
            const std::vector<std::string> caption{captionOf(row)};
            const auto tokens = model.tokenize(caption);
            std::vector<torch::Tensor> shown{tokens.ids};
            for (const torch::Tensor& hidden :
                 recursiveMasks(tokens.maskable, views.textMaskLevels, views.maskProbability))
                shown.push_back(tokens.ids.masked_fill(hidden, model.maskTokenId()));
            const torch::Tensor all = torch::cat(shown);
            return model.textEncoder->forward(all.to(device), tokens.mask.expand_as(all).to(device));
        });
}

torch::Tensor encodeMixedClips(model::ProlapModel& model, const Dataset& dataset, const Recipe& recipe,
                               FeatureCache& cache, RunControl& control, const Progress& progress)
{
    model::nn::AudioEncoder& encoder = *model.audioEncoder;
    const torch::Device device = model.device();
    ContentHashes contents(dataset, control);
    const auto partnerOf = [&](std::int64_t row, int draw) {
        return dataset.mixtures.partners[row][draw].item<std::int64_t>();
    };
    return encodeDraws(
        dataset.training, static_cast<std::int64_t>(dataset.rows.size()), recipe.mixing.draws, cache, control, progress,
        [&](std::int64_t row, int draw) {
            return hashed(fmt::format("mixture {} {} draw {} levels {} seconds {} seed {}", contents.of(row),
                                      contents.of(partnerOf(row, draw)), draw, recipe.mixing.levels,
                                      recipe.views.seconds, recipe.views.seed));
        },
        [&](std::int64_t row, int draw) {
            std::mt19937_64 random = drawnGenerator();
            const torch::Tensor first = excerptOf(model, dataset, row, recipe.views.seconds, random);
            const torch::Tensor second = excerptOf(model, dataset, partnerOf(row, draw), recipe.views.seconds, random);
            std::vector<torch::Tensor> pieces;
            std::vector<std::int64_t> counts;
            for (const double share : gradedAlphas(random, recipe.mixing.levels)) {
                pieces.push_back(encoder.prepare(mixWaveforms(first, second, share)));
                counts.push_back(pieces.back().size(0));
            }
            return encoder.forwardWindows(torch::cat(pieces).to(device), counts);
        });
}

bool encodeMixedCaptions(const model::ProlapModel& model, Dataset& dataset, FeatureCache& cache, RunControl& control)
{
    const MixturePlan& plan = dataset.mixtures;
    torch::Tensor rows = torch::full_like(plan.firstCaptions, -1);
    std::vector<std::string> captions;
    std::unordered_map<std::string, std::int64_t> known;
    const torch::Tensor places = ((plan.firstCaptions >= 0) & (plan.secondCaptions >= 0)).nonzero();
    for (std::int64_t i = 0; i < places.size(0); ++i) {
        const auto at = [&](int column) { return places[i][column].item<std::int64_t>(); };
        const std::string caption = plan.caption(dataset, at(0), at(1), at(2));
        const auto [found, added] = known.emplace(caption, static_cast<std::int64_t>(captions.size()));
        if (added)
            captions.push_back(caption);
        rows[at(0)][at(1)][at(2)] = found->second;
    }
    dataset.views.mixedCaptions = encodeCaptions(model, captions, cache, control);
    dataset.views.mixedCaptionRows = rows;
    return dataset.views.mixedCaptions.defined();
}

} // namespace prolap::train
