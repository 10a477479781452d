#include "core/model/encoder_config.h"

namespace prolap::model {

MelConfig MelConfig::aisfx()
{
    return {};
}

MelConfig MelConfig::clapUnfused()
{
    MelConfig mel;
    mel.sampleRate = 48000;
    mel.fftSize = 1024;
    mel.hopSamples = 480;
    mel.bands = 64;
    mel.minHz = 50;
    mel.maxHz = 14000;
    mel.scale = Scale::Slaney;
    mel.norm = Norm::Slaney;
    mel.padding = Padding::Reflect;
    mel.log = Log::Decibel;
    mel.peakNormalise = false;
    return mel;
}

MelConfig MelConfig::clapFused()
{
    MelConfig mel = clapUnfused();
    mel.scale = Scale::Htk;
    mel.norm = Norm::None;
    return mel;
}

MelConfig MelConfig::msClap2023()
{
    // The published network gets 44.1 kHz samples through a bank designed for 32 kHz.
    MelConfig mel = clapUnfused();
    mel.sampleRate = 44100;
    mel.designRate = 32000;
    mel.hopSamples = 320;
    return mel;
}

std::string AudioEncoderConfig::name() const
{
    return std::holds_alternative<Cnn8Config>(network) ? "cnn8" : "htsat";
}

std::string TextEncoderConfig::name() const
{
    if (std::holds_alternative<Gpt2Config>(network))
        return "gpt2";
    return std::get<BertConfig>(network).positionOffset == 0 ? "bert" : "roberta";
}

} // namespace prolap::model
