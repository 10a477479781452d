#include "tests/core_train/small_data_set.h"

#include <cmath>
#include <cstdint>
#include <fstream>

#include <nlohmann/json.hpp>
#include <torch/torch.h>

#include "core/model/prolap_model.h"

namespace prolap::test {

void writeText(const Path& file, const std::string& text)
{
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
}

void writeTone(const Path& file, double hertz, double seconds)
{
    constexpr std::uint32_t kRate = 16000;
    std::string samples;
    for (std::uint32_t i = 0; i < static_cast<std::uint32_t>(seconds * kRate); ++i) {
        const auto value = static_cast<std::int16_t>(12000 * std::sin(2 * M_PI * hertz * i / kRate));
        samples.append(reinterpret_cast<const char*>(&value), 2);
    }
    const auto number = [](std::uint32_t value, int bytes) {
        return std::string(reinterpret_cast<const char*>(&value), static_cast<std::size_t>(bytes));
    };
    const auto size = static_cast<std::uint32_t>(samples.size());
    writeText(file, "RIFF" + number(36 + size, 4) + "WAVEfmt " + number(16, 4) + number(1, 2) + number(1, 2) +
                        number(kRate, 4) + number(2 * kRate, 4) + number(2, 2) + number(16, 2) + "data" +
                        number(size, 4) + samples);
}

Path writeToneDataSet(const Path& folder)
{
    const struct {
        const char* label;
        double hertz;
    } kinds[] = {{"low", 200}, {"middle", 1000}, {"high", 4000}};
    std::string csv = "path,caption1,caption2,split,label,license,source\n";
    for (const auto& kind : kinds) {
        for (int i = 0; i < 6; ++i) {
            const std::string name = std::string(kind.label) + std::to_string(i) + ".wav";
            writeTone(folder / name, kind.hertz * (1 + .02 * i), .4 + .1 * i);
            csv += name + ",a tone," + kind.label + " tone," + (i < 4 ? "train" : "val") + "," + kind.label +
                   ",CC0,tones\n";
        }
    }
    writeText(folder / "manifest.csv", csv);
    return folder / "manifest.csv";
}

void writeSmallEncoders(const Path& pack)
{
    const Path files = pack.parent_path() / "tokenizer-files";
    writeText(files / "vocab.txt", "[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\na\ntone\nlow\nmiddle\nhigh\n");
    model::PackConfig config;
    config.name = "small";
    config.audio.mel.sampleRate = 16000;
    config.audio.mel.maxHz = 8000;
    config.audio.mel.fftSize = 512;
    config.audio.mel.hopSamples = 256;
    config.audio.mel.bands = 16;
    config.audio.windowSeconds = 1;
    model::Cnn8Config cnn;
    cnn.channels = {4, 8};
    cnn.blockFrames = cnn.hopFrames = 32;
    config.audio.network = cnn;
    model::BertConfig bert;
    bert.vocabulary = 10;
    bert.width = 16;
    bert.layers = 1;
    bert.heads = 2;
    bert.inner = 32;
    bert.positions = 16;
    config.text.network = bert;
    config.text.maxTokens = 16;
    torch::manual_seed(99);
    model::ProlapModel model = model::ProlapModel::random(config);
    model.tokenizerFolder = files;
    model.save(pack, "# small\n");
}

void writeSmallRecipe(const Path& file, const std::string& changes)
{
    auto recipe = nlohmann::json::parse(R"({
        "heads": {"dim": 8, "projection_hidden": 16, "uncertainty_hidden": 8, "dropout": 0.1},
        "data": {"caption_levels": [0.3, 0.7], "max_windows": 3},
        "optimiser": {"epochs": 6, "batch": 6, "learning_rate": 0.01},
        "augmentation": {"feature_noise": 0.1}
    })");
    recipe.merge_patch(nlohmann::json::parse(changes));
    writeText(file, recipe.dump());
}

} // namespace prolap::test
