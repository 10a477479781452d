// parity_log_mels MODEL OUT.safetensors CLIP...: what the audio encoder of a model receives for whole clips, as tensors
// log_mel.0, log_mel.1, ... [channels, frames, bands], for compare.py: the command line has no use for it.
#include "core/audio/clip_reader.h"
#include "core/error.h"
#include "core/model/module_weights.h"
#include "core/model/prolap_model.h"

#include <cstdio>
#include <stdexcept>

using namespace prolap;

namespace {

constexpr double kLongestSeconds = 600;

torch::Tensor samplesOf(const Path& clip, int sampleRate)
{
    torch::Tensor samples;
    audio::readClip(clip, {sampleRate, kLongestSeconds},
                    [&](audio::ClipWindow&& window) {
                        samples = torch::tensor(window.samples);
                        return true;
                    },
                    {});
    return samples;
}

} // namespace

int main(int argc, char** argv)
try {
    if (argc < 4)
        throw std::runtime_error("usage: parity_log_mels MODEL OUT.safetensors CLIP...");
    const auto model = model::ProlapModel::load(argv[1]);
    std::vector<model::NamedWeight> images;
    for (int i = 3; i < argc; ++i) {
        const auto samples = samplesOf(argv[i], model.audioEncoder->sampleRate());
        auto image = model.audioEncoder->prepareClip(samples);
        if (image.dim() == 4)
            image = image.squeeze(0);
        images.push_back({"log_mel." + std::to_string(i - 3), image.contiguous()});
    }
    model::writeWeights(argv[2], images, {});
    return 0;
} catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
}
