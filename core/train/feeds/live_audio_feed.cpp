#include "core/train/feeds/audio_feed.h"

#include <numeric>

#include "core/prolap/masking.h"
#include "core/train/augment/drawn_generator.h"
#include "core/train/augment/mel_augmentation.h"
#include "core/train/augment/mixing.h"
#include "core/train/data/piece_source.h"
#include "core/train/data/waveform_source.h"

namespace prolap::train {

namespace {

class LiveAudioFeed final : public AudioFeed {
public:
    LiveAudioFeed(model::ProlapModel& model, const Dataset& dataset, const Recipe& recipe, const torch::Device& device)
        : m_encoder(*model.audioEncoder),
          m_windowSeconds(model.config.audio.windowSeconds),
          m_dataset(dataset),
          m_recipe(recipe),
          m_device(device)
    {
    }

    AudioBatch batch(const torch::Tensor& clips, std::int64_t masked, const MixedPairs& pairs) override
    {
        std::mt19937_64 random = drawnGenerator();
        Sounds sounds;
        std::vector<torch::Tensor> waveforms; // of the clips that are mixed, where there are any at hand
        for (std::int64_t i = 0; i < clips.numel(); ++i) {
            const auto clip = clips[i].item<std::int64_t>();
            if (!m_recipe.augmentation.changesWaveforms()) {
                add(sounds, m_dataset.pieces->drawnWindow(rowOf(clip).file, random), random);
                continue;
            }
            const torch::Tensor waveform = drawnWaveform(clip, random);
            add(sounds, m_encoder.prepare(waveform), random);
            if (i < pairs.count())
                waveforms.push_back(waveform);
        }
        if (pairs.count() > 0)
            addMixtures(sounds, pairs, waveforms, random);

        AudioBatch batch;
        torch::Tensor features;
        if (masked == 0) {
            features = m_encoder.forwardWindows(torch::cat(sounds.pieces).to(m_device), sounds.counts);
        } else {
            batch.masked = withMaskedViews(torch::cat(sounds.pieces), sounds.counts, masked);
            features = batch.masked.front();
            batch.masked.front() = features.slice(0, 0, masked);
        }
        batch.features = features.slice(0, 0, clips.numel());
        if (pairs.count() > 0) {
            batch.mixtures = features.slice(0, clips.numel()).split(pairs.count());
            batch.partners = batch.mixtures.back();
            batch.mixtures.pop_back();
        }
        return batch;
    }

private:
    /// Windows as pieces, and how many pieces each has.
    struct Sounds {
        std::vector<torch::Tensor> pieces;
        std::vector<std::int64_t> counts;
    };

    const ManifestRow& rowOf(std::int64_t clip) const { return m_dataset.rows[static_cast<std::size_t>(clip)]; }

    /// Where the recipe changes no waveforms, an excerpt at a random place.
    torch::Tensor drawnWaveform(std::int64_t clip, std::mt19937_64& random) const
    {
        Recipe::Augmentation changes = m_recipe.augmentation;
        changes.randomCrop |= !changes.changesWaveforms();
        return augmentedWindow(rowOf(clip), m_encoder.sampleRate(), m_windowSeconds, changes, random);
    }

    void add(Sounds& sounds, const torch::Tensor& pieces, std::mt19937_64& random) const
    {
        const Recipe::Augmentation& a = m_recipe.augmentation;
        sounds.pieces.push_back(
            specAugmented(pieces, {a.timeMasks, a.timeMaskFrames, a.melMasks, a.melMaskBands}, random));
        sounds.counts.push_back(sounds.pieces.back().size(0));
    }

    /// Adds mixtures of all pairs, by falling share of the first clip, and then the second clips.
    void addMixtures(Sounds& sounds, const MixedPairs& pairs, std::vector<torch::Tensor>& waveforms,
                     std::mt19937_64& random) const
    {
        std::vector<torch::Tensor> partners;
        std::vector<std::vector<double>> shares;
        for (std::int64_t i = 0; i < pairs.count(); ++i) {
            if (static_cast<std::int64_t>(waveforms.size()) == i)
                waveforms.push_back(drawnWaveform(pairs.first[i].item<std::int64_t>(), random));
            partners.push_back(drawnWaveform(pairs.second[i].item<std::int64_t>(), random));
            shares.push_back(gradedAlphas(random, m_recipe.mixing.levels));
        }
        for (std::size_t level = 0; level < shares[0].size(); ++level) {
            for (std::size_t i = 0; i < partners.size(); ++i)
                add(sounds, m_encoder.prepare(mixWaveforms(waveforms[i], partners[i], shares[i][level])), random);
        }
        for (const torch::Tensor& partner : partners)
            add(sounds, m_encoder.prepare(partner), random);
    }

    /// Features of all windows, then masked views of the first ones. All in one pass: batch norms that took the
    /// statistics of masked pieces alone would make up for what is hidden.
    MaskedViews withMaskedViews(const torch::Tensor& pieces, std::vector<std::int64_t> counts, std::int64_t masked)
    {
        const auto clips = static_cast<std::int64_t>(counts.size());
        const std::vector<std::int64_t> maskedCounts(counts.begin(), counts.begin() + masked);
        const std::int64_t maskedPieces = std::accumulate(maskedCounts.begin(), maskedCounts.end(), std::int64_t{0});
        const model::nn::MaskGrid grid = m_encoder.maskGrid();
        std::vector<torch::Tensor> seen{pieces};
        std::vector<torch::Tensor> hidden{torch::zeros({pieces.size(0), grid.rows * grid.columns}, torch::kBool)};
        for (const torch::Tensor& mask :
             recursiveMasks(torch::ones_like(hidden[0].slice(0, 0, maskedPieces)), m_recipe.views.audioMaskLevels,
                            m_recipe.views.maskProbability)) {
            seen.push_back(pieces.slice(0, 0, maskedPieces));
            hidden.push_back(mask);
            counts.insert(counts.end(), maskedCounts.begin(), maskedCounts.end());
        }
        const torch::Tensor features = model::nn::meanOfGroups(
            m_encoder.forwardMasked(torch::cat(seen).to(m_device),
                                    torch::cat(hidden).view({-1, grid.rows, grid.columns}).to(m_device)),
            counts);
        MaskedViews views{features.slice(0, 0, clips)};
        for (std::int64_t begin = clips; begin < features.size(0); begin += masked)
            views.push_back(features.slice(0, begin, begin + masked));
        return views;
    }

    model::nn::AudioEncoder& m_encoder;
    double m_windowSeconds;
    const Dataset& m_dataset;
    const Recipe& m_recipe;
    torch::Device m_device;
};

} // namespace

std::unique_ptr<AudioFeed> liveAudioFeed(model::ProlapModel& model, const Dataset& dataset, const Recipe& recipe,
                                         const torch::Device& device)
{
    return std::make_unique<LiveAudioFeed>(model, dataset, recipe, device);
}

} // namespace prolap::train
