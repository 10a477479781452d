#include "tests/support/tiny_pack.h"

#include <cmath>
#include <fstream>
#include <string>
#include <vector>

#include <torch/torch.h>

#include "core/model/compute_setting.h"
#include "core/model/prolap_model.h"

namespace prolap::test {

namespace {

const std::vector<std::string> kWords = {
    "[PAD]", "[UNK]", "[CLS]", "[SEP]",  "[MASK]", "the",  "of",    "rain", "dog", "door", "tone", "noise",
    "bark",  "##ing", "slam",  "steady", "sound",  "kind", "wind",  "in",   "on",  "tin",  "roof", "deep",
    "bass",  "drum",  "water", "drop",   "bell",   "long", "short", "high", "low", "##er", "metal"};

/// The words above, then every letter and digit bare and as a continuation, so that any ASCII word has pieces.
void writeVocabulary(const Path& file)
{
    std::ofstream out(file);
    for (const auto& word : kWords)
        out << word << '\n';
    for (const char* range : {"abcdefghijklmnopqrstuvwxyz", "0123456789"})
        for (const char* c = range; *c; ++c)
            out << *c << "\n##" << *c << '\n';
}

model::PackConfig tinyConfig()
{
    model::PackConfig config;
    config.name = "tiny";
    config.licence = "CC0-1.0";
    config.provenance = "Random weights for tests";
    config.audio.mel.sampleRate = 16000;
    config.audio.mel.fftSize = 512;
    config.audio.mel.hopSamples = 320;
    config.audio.mel.bands = 24;
    config.audio.mel.maxHz = 8000;
    config.audio.windowSeconds = 10;
    config.audio.network = model::Cnn8Config{{4, 8, 8, 16}, 50, 50};
    model::BertConfig bert;
    bert.vocabulary = static_cast<std::int64_t>(kWords.size()) + 72;
    bert.width = 32;
    bert.layers = 1;
    bert.heads = 2;
    bert.inner = 64;
    bert.positions = 64;
    config.text.network = bert;
    config.text.maxTokens = 64;
    config.heads = model::HeadsConfig{};
    config.heads->dim = 16;
    config.heads->projectionHidden = 32;
    config.heads->uncertaintyHidden = 16;
    config.calibration = model::Calibration{10, -5, 0.5};
    return config;
}

/// Tones from low to high and noises, loud and with gaps.
std::vector<std::vector<float>> syntheticSounds(int sampleRate)
{
    std::vector<std::vector<float>> sounds;
    for (int kind = 0; kind < 12; ++kind) {
        std::vector<float> samples(static_cast<std::size_t>(sampleRate));
        std::uint32_t state = 12345;
        for (std::size_t i = 0; i < samples.size(); ++i) {
            state = state * 1664525U + 1013904223U;
            const double t = static_cast<double>(i) / sampleRate;
            const double noise = static_cast<double>(state >> 8) / (1 << 23) - 1;
            const double tone = std::sin(2 * M_PI * 60 * std::pow(1.6, kind) * t);
            const bool silent = kind % 4 == 3 && std::fmod(t, .25) > .1;
            samples[i] = static_cast<float>(silent ? 0 : (kind % 3 == 2 ? noise * t : .7 * tone + .02 * kind * noise));
        }
        sounds.push_back(std::move(samples));
    }
    return sounds;
}

} // namespace

void writeTinyPack(const Path& folder, unsigned seed, bool probabilistic)
{
    const model::ThreadCount one(1); // the networks are so small that a second thread only waits for the first
    torch::manual_seed(seed);
    model::PackConfig config = tinyConfig();
    config.heads->probabilistic = probabilistic;
    model::ProlapModel model = model::ProlapModel::random(config);
    const Path words = Path(folder) += ".words";
    std::filesystem::create_directories(words);
    writeVocabulary(words / "vocab.txt");
    model.tokenizerFolder = words;
    model.tokenizer = text::loadTokenizer(text::TokenizerKind::WordPiece, words, 64);

    const auto sounds = syntheticSounds(config.audio.mel.sampleRate);
    std::vector<std::span<const float>> windows(sounds.begin(), sounds.end());
    model.audioHead->setStandardisation(model.encodeAudioFeatures(windows));
    std::vector<std::string> captions(kWords.begin() + 5, kWords.end());
    captions.push_back("a steady tone");
    model.textHead->setStandardisation(model.encodeTextFeatures(captions));

    model.save(folder, "# tiny\n\nRandom weights for tests.\n");
    std::filesystem::remove_all(words);
}

} // namespace prolap::test
