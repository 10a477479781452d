#include "core/train/view_encoding.h"

#include <charconv>
#include <chrono>
#include <string>
#include <tuple>
#include <vector>

#include <fmt/format.h>

#include "core/content_hash.h"
#include "core/prolap/masking.h"
#include "core/train/augment/drawn_generator.h"
#include "core/train/data/waveform_source.h"

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

/// Fills [count, K, V, F] for the given rows, from the cache or by encode(row, key) -> [V, F].
torch::Tensor encodeDraws(const torch::Tensor& rows, std::int64_t count, int draws, FeatureCache& cache,
                          RunControl& control, const Progress& progress,
                          const std::function<std::string(std::int64_t row, int draw)>& keyOf,
                          const std::function<torch::Tensor(std::int64_t row)>& encode)
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
                views = encode(row).cpu();
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

} // namespace

torch::Tensor encodeMaskedClips(model::ProlapModel& model, const Dataset& dataset, const Recipe::Views& views,
                                FeatureCache& cache, RunControl& control, const Progress& progress)
{
    model::nn::AudioEncoder& encoder = *model.audioEncoder;
    const torch::Device device = model.device();
    Recipe::Augmentation excerpt;
    excerpt.gainDb = excerpt.shiftShare = 0;
    const double seconds = std::min(views.seconds, model.config.audio.windowSeconds);
    const model::nn::MaskGrid grid = encoder.maskGrid();
    std::int64_t hashedRow = -1;
    std::string content;
    return encodeDraws(
        dataset.training, static_cast<std::int64_t>(dataset.rows.size()), views.draws, cache, control, progress,
        [&](std::int64_t row, int draw) {
            if (row != hashedRow) {
                content = fileSha256(dataset.rows[static_cast<std::size_t>(row)].file, control.token());
                hashedRow = row;
            }
            return drawKey("clip", content, draw, views.audioMaskLevels, views);
        },
        [&](std::int64_t row) {
            std::mt19937_64 random = drawnGenerator();
            const torch::Tensor pieces = encoder.prepare(augmentedWindow(
                dataset.rows[static_cast<std::size_t>(row)], encoder.sampleRate(), seconds, excerpt, random));
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
        [&](std::int64_t row) {
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

} // namespace prolap::train
