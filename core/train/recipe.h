#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/paths.h"

namespace prolap::train {

/// Everything that decides how a model is trained. resources/training/starter.json shows and explains every field; a
/// field left out has the default written here.
struct Recipe {
    enum class TrainEncoders { None, Audio, Text, Both };
    enum class Targets { Label, OneToOne };
    enum class Schedule { OneCycle, Cosine };
    enum class InclusionForm { Exact, ProLip };

    std::uint64_t seed = 1;
    TrainEncoders trainEncoders = TrainEncoders::None;
    int audioBlocks = 0; ///< of a trained sound encoder the last so many blocks; 0: all
    int textBlocks = 0;
    bool startFromBaseHeads = false;
    bool freshEncoders = false; ///< random weights for the architecture that the base describes

    struct Heads {
        std::int64_t dim = 256;
        std::int64_t projectionHidden = 512;
        std::int64_t uncertaintyHidden = 256;
        double dropout = 0.3;
        bool probabilistic = true;
        double startLogVar = -7;
        double minLogVar = -12;
        double maxLogVar = 0;
    } heads;

    struct Data {
        std::vector<double> captionLevels{.1, .15, .4, .35}; ///< how often each caption column is shown
        std::vector<std::string> licencesAllowed;            ///< a licence must begin with one; empty: all
        std::vector<std::string> licencesRefused;            ///< and hold none of these words
        double validationShare = .1;                         ///< of the clips, where the manifest has no split column
        int maxWindows = 30;                                 ///< windows of one clip that are used, evenly spaced
        bool standardiseText = false;
    } data;

    struct Losses {
        Targets targets = Targets::Label;
        double ppcl = 1;
        double siglip = 0; ///< PPCL's baseline, on the means alone
        double infoNce = 1;
        double label = 1;
        double labelSmoothing = .1;
        double inclusionCross = .1;         ///< clip < caption
        double inclusionLevels = .1;        ///< caption of level k + 1 < caption of level k
        double inclusionMaskedClips = 0;    ///< L_inc^h over masked views of clips
        double inclusionMaskedCaptions = 0; ///< and of captions
        double maskRepulsive = 0;
        double mixing = 0;         ///< the contrastive losses, by their own weights, on mixtures and their captions
        double inclusionMixed = 0; ///< each clip < its mixture, graded
        double distilClips = 0;    ///< cosine to a teacher's mean of the clip
        double distilCaptions = 0; ///< and of the caption
        double inclusionSteepness = 10;
        InclusionForm inclusionForm = InclusionForm::Exact;
        double vib = 1e-5;
        double startScale = 10;       ///< a of sigmoid(a s + b)
        double startBias = -10;       ///< b
        double startTemperature = 14; ///< of InfoNCE, multiplies the cosine
    } losses;

    /// Masked views: which part of a batch has them, and how they are drawn.
    struct Views {
        double share = .125;          ///< of the clips of a batch, the first ones
        double maskProbability = .75; ///< of each patch or token still seen, at every level
        int audioMaskLevels = 1;      ///< L: views are M_0 to M_(L+1)
        int textMaskLevels = 2;
        int draws = 2;          ///< of each frozen clip and caption, encoded beforehand
        double seconds = 2.3;   ///< excerpt of a frozen clip that they are of
        std::uint64_t seed = 1; ///< of the draws of frozen encoders, so that runs of other seeds share them
    } views;

    /// Mixtures of two clips: which part of a batch has them, and how they are drawn.
    struct Mixing {
        double share = .125; ///< of the clips of a batch, the first ones
        int levels = 3;      ///< mixtures of one pair, in which the first clip dominates less and less
        int draws = 2;       ///< partners of each clip; with frozen encoders all are encoded beforehand, of excerpts of
                             ///< views.seconds, and views.seed draws them
    } mixing;

    struct Optimiser {
        int epochs = 60;
        int batch = 256;
        bool bf16 = false;                  ///< encoders and heads multiply in bfloat16, weights stay float32
        bool gradientCheckpointing = false; ///< trained encoders compute their inner values anew for the gradient
        int accumulate = 1;                 ///< batches whose gradients make one step
        double learningRate = 2e-3;
        double encoderLearningRate = 1e-5;
        double uncertaintyFactor = 1; ///< learning rate of the uncertainty heads over learningRate
        double scalarsFactor = 5;     ///< the same for a, b and the temperature
        double weightDecay = .05;     ///< on matrices; biases, norms and scalars have none
        double beta1 = .9;
        double beta2 = .98;
        double gradientNorm = 5;
        Schedule schedule = Schedule::OneCycle;
        double warmupShare = .15; ///< of the steps
        double weightAverage =
            0; ///< decay a step of a running average of the weights, which is then what is kept; 0: off
    } optimiser;

    struct Augmentation {
        double featureNoise = .1; ///< standard deviation, on standardised features of a frozen encoder
        double gainDb = 6;        ///< waveforms of a trained encoder: gain within +-
        double shiftShare = 1;    ///< circular shift up to this share of a clip shorter than the window
        bool randomCrop = true;   ///< a random place in clips longer than the window
        double speedShare = 0;    ///< of the windows are played at another speed, pitch and time together
        double speedRange = 1.25; ///< the speeds: from one over this to this
        int timeMasks = 0;        ///< of each log-mel piece; SpecAugment
        int timeMaskFrames = 16;
        int melMasks = 0;
        int melMaskBands = 8;

        /// Whether waveforms are changed before the front end; else steps use cached log-mel pieces.
        bool changesWaveforms() const { return gainDb > 0 || shiftShare > 0 || randomCrop || speedShare > 0; }
    } augmentation;

    struct Validation {
        std::string metric = "auto"; ///< of evaluateRetrieval(); `auto`: t2a_label_map10, without labels t2a_map10
        int everyEpochs = 1;
        int fromEpoch = 1; ///< earlier weights are not kept
    } validation;

    struct Pack {
        std::string name = "My model";
        std::string licence;
        std::string provenance;
    } pack;

    bool trainsAudio() const { return trainEncoders == TrainEncoders::Audio || trainEncoders == TrainEncoders::Both; }
    bool trainsText() const { return trainEncoders == TrainEncoders::Text || trainEncoders == TrainEncoders::Both; }
    bool masksClips() const;    ///< whether a loss looks at masked views of clips
    bool masksCaptions() const; ///< and of captions
    bool mixes() const;         ///< whether a loss looks at mixtures
    bool distils() const { return losses.distilClips > 0 || losses.distilCaptions > 0; }

    /// All fields, also those at their default. Round trip with recipeFromJson().
    nlohmann::json toJson() const;
};

/// Errors: Error(BadInput) naming the field that is unknown, of the wrong type or out of range.
Recipe recipeFromJson(const nlohmann::json& json, const std::string& file);

/// Reads a recipe: JSON in which // and /* */ comments are allowed. Errors: as above; Error(NotFound).
Recipe readRecipe(const Path& file);

} // namespace prolap::train
