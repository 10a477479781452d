#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace prolap::model {

/// How sound becomes a log-mel image.
struct MelConfig {
    enum class Scale {
        Htk,
        Slaney,
        Stored, ///< the bank is a tensor of the checkpoint, `log_mel.mel_weight` [bands, fftSize / 2 + 1]
    };
    enum class Norm { None, Slaney, UnitSum }; ///< Slaney: 2 / bandwidth; UnitSum: weights of a band sum to 1
    enum class Padding { Zero, Reflect };      ///< half a window on both sides
    enum class Log {
        Decibel, ///< 10 log10(max(x, 1e-10))
        Aisfx,   ///< log10(10000 x + 1) / 9.457798957824707
    };

    int sampleRate = 44100; ///< of the samples, Hz
    int designRate = 0;     ///< rate that the filter bank was designed for; 0: sampleRate (MS-CLAP differs)
    int fftSize = 2048;     ///< samples of one frame, periodic Hann
    int hopSamples = 1024;
    int bands = 96;
    double minHz = 0;
    double maxHz = 22050;
    Scale scale = Scale::Htk;
    Norm norm = Norm::UnitSum;
    Padding padding = Padding::Zero;
    Log log = Log::Aisfx;
    bool peakNormalise = true; ///< divide by the largest |sample| of the window first
    bool quantise16 = false;   ///< cut the samples to +-1 and round them toward zero to 16 bits first (LAION's loader)

    bool operator==(const MelConfig&) const = default;

    static MelConfig aisfx();
    static MelConfig msClap2023();
    static MelConfig clapUnfused(); ///< laion/clap-htsat-unfused and larger_clap_*, 48 kHz
    static MelConfig clapFused();   ///< laion/clap-htsat-fused, 48 kHz
};

/// aiSFX's CNN: four blocks of two 3x3 convolutions over blocks of frames.
/// Source: Ma and Lerch, ISMIR 2022.
struct Cnn8Config {
    std::vector<std::int64_t> channels{64, 128, 256, 512};
    std::int64_t blockFrames = 100;
    std::int64_t hopFrames = 50; ///< blockFrames: no overlap

    bool operator==(const Cnn8Config&) const = default;
};

/// HTS-AT: Swin transformer over a log-mel image. Source: arXiv 2202.00874, as used by CLAP.
struct HtsatConfig {
    /// How a window shorter than the encoder's is filled up.
    enum class Fill {
        RepeatPad, ///< repeated as often as it fits whole, then zeros
        Repeat,    ///< repeated, the last time cut
        Pad,       ///< zeros
    };
    /// Attention fusion of a whole clip's view with three crops of it (LAION's fused models).
    enum class Fusion {
        None,
        Longer,     ///< clips longer than the window only, as LAION's software does
        AlsoWindow, ///< a single window too, with itself, as Hugging Face's does with one clip a call
    };

    std::int64_t imageSize = 256; ///< the mel image is folded into imageSize x imageSize
    std::int64_t patchSize = 4;   ///< and cut into square patches
    std::int64_t embedDim = 96;
    std::vector<std::int64_t> depths{2, 2, 6, 2};
    std::vector<std::int64_t> heads{4, 8, 16, 32};
    std::int64_t window = 8;
    double mlpRatio = 4;
    double layerNormEps = 1e-5;
    Fill fill = Fill::RepeatPad;
    Fusion fusion = Fusion::None;
    std::int64_t fusionReduction = 4; ///< the fusion's inner width is embedDim / fusionReduction
    bool antialiasedView = false;     ///< how the whole clip is shrunk to one window's frames for the fusion

    bool operator==(const HtsatConfig&) const = default;
};

/// BERT and RoBERTa.
struct BertConfig {
    enum class Pooling {
        MeanNormalised, ///< mean over the tokens, length 1 (sentence-transformers)
        FirstTokenTanh, ///< tanh(dense(first token)) (CLAP's RoBERTa)
    };

    std::int64_t vocabulary = 30522;
    std::int64_t width = 384;
    std::int64_t layers = 6;
    std::int64_t heads = 12;
    std::int64_t inner = 1536;
    std::int64_t positions = 512;
    std::int64_t typeRows = 2;
    std::int64_t positionOffset = 0; ///< position id of the first token; RoBERTa: 2
    double layerNormEps = 1e-12;
    Pooling pooling = Pooling::MeanNormalised;

    bool operator==(const BertConfig&) const = default;
};

/// GPT-2; the feature is one token's state after the final layer norm.
struct Gpt2Config {
    enum class Pooling {
        LastToken,
        LastNonZeroId, ///< position (number of ids != 0) - 1, as MS-CLAP counts
    };

    std::int64_t vocabulary = 50257;
    std::int64_t width = 768;
    std::int64_t layers = 12;
    std::int64_t heads = 12;
    std::int64_t positions = 1024;
    double layerNormEps = 1e-5;
    Pooling pooling = Pooling::LastToken;

    bool operator==(const Gpt2Config&) const = default;
};

struct AudioEncoderConfig {
    MelConfig mel;
    double windowSeconds = 10; ///< longest window of one embedding
    std::variant<Cnn8Config, HtsatConfig> network;

    std::string name() const; ///< `cnn8`, `htsat`
    bool operator==(const AudioEncoderConfig&) const = default;
};

struct TextEncoderConfig {
    std::string tokenizer = "wordpiece"; ///< as text::tokenizerKindFromName takes it
    std::int64_t maxTokens = 256;        ///< captions are cut to so many ids
    std::variant<BertConfig, Gpt2Config> network;

    std::string name() const; ///< `bert`, `roberta`, `gpt2`
    bool operator==(const TextEncoderConfig&) const = default;
};

} // namespace prolap::model
