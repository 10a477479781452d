#include "core/train/audio_feed.h"

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
        batch.features = m_encoder.forwardWindows(torch::cat(pieces).to(m_device), counts);
        if (masked > 0) {
            pieces.resize(static_cast<std::size_t>(masked));
            counts.resize(static_cast<std::size_t>(masked));
            batch.masked = maskedViews(torch::cat(pieces).to(m_device), counts);
            batch.masked.insert(batch.masked.begin(), batch.features.slice(0, 0, masked));
        }
        return batch;
    }

private:
    /// Without the unmasked view.
    MaskedViews maskedViews(const torch::Tensor& pieces, const std::vector<std::int64_t>& counts)
    {
        const model::nn::MaskGrid grid = m_encoder.maskGrid();
        const torch::Tensor patches = torch::ones({pieces.size(0), grid.rows * grid.columns}, torch::kBool);
        MaskedViews views;
        for (const torch::Tensor& mask :
             recursiveMasks(patches, m_recipe.views.audioMaskLevels, m_recipe.views.maskProbability)) {
            const torch::Tensor masked = mask.view({pieces.size(0), grid.rows, grid.columns}).to(m_device);
            views.push_back(model::nn::meanOfGroups(m_encoder.forwardMasked(pieces, masked), counts));
        }
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
