#include "core/train/audio_feed.h"

#include <numeric>

#include "core/prolap/masking.h"
#include "core/train/augment/drawn_generator.h"
#include "core/train/augment/mel_augmentation.h"
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

    AudioBatch batch(const torch::Tensor& clips, std::int64_t masked) override
    {
        const Recipe::Augmentation& a = m_recipe.augmentation;
        const SpecAugment hiding{a.timeMasks, a.timeMaskFrames, a.melMasks, a.melMaskBands};
        std::mt19937_64 random = drawnGenerator();
        std::vector<torch::Tensor> pieces;
        std::vector<std::int64_t> counts;
        for (std::int64_t i = 0; i < clips.numel(); ++i) {
            const ManifestRow& row = m_dataset.rows[static_cast<std::size_t>(clips[i].item<std::int64_t>())];
            const torch::Tensor heard =
                a.changesWaveforms()
                    ? m_encoder.prepare(augmentedWindow(row, m_encoder.sampleRate(), m_windowSeconds, a, random))
                    : m_dataset.pieces->drawnWindow(row.file, random);
            pieces.push_back(specAugmented(heard, hiding, random));
            counts.push_back(pieces.back().size(0));
        }
        AudioBatch batch;
        if (masked == 0) {
            batch.features = m_encoder.forwardWindows(torch::cat(pieces).to(m_device), counts);
            return batch;
        }
        const MaskedViews views = withMaskedViews(torch::cat(pieces), counts, masked);
        batch.features = views.front();
        batch.masked = views;
        batch.masked.front() = batch.features.slice(0, 0, masked);
        return batch;
    }

private:
    /// Features of all clips, then masked views of the first ones. All in one pass: batch norms that took the
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
