#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/prolap/calibration.h"
#include "core/prolap/gaussian.h"
#include "core/run_control.h"
#include "core/train/data/manifest.h"

namespace prolap::train {

/// Makes Gaussians of clips and captions for an evaluation.
class GaussianSource {
public:
    virtual ~GaussianSource() = default;

    struct Facts {
        std::string name; ///< of the model
        bool probabilistic = true;
        std::optional<Calibration> calibration; ///< of the match probability; none: not calibrated
    };
    virtual Facts facts() const = 0;

    struct Clips {
        std::vector<ManifestRow> rows; ///< those that could be embedded, in their order
        Gaussians gaussians;           ///< [rows, D], a clip by the aggregate of its windows
    };
    using ClipProgress = std::function<void(std::int64_t done, std::int64_t total)>;
    using OnFailure = std::function<void(const DataFailure&)>;

    /// Nothing when stopped. A clip that cannot be read goes to `failure`, which may throw.
    virtual std::optional<Clips> embedClips(std::span<const ManifestRow> rows, RunControl& control,
                                            const ClipProgress& progress, const OnFailure& failure) = 0;

    /// [captions, D]; nothing when stopped. captions: at least one.
    virtual std::optional<Gaussians> embedCaptions(std::span<const std::string> captions, RunControl& control) = 0;

    /// [1, D], a caption of which everything is masked; nothing where the model has no mask token.
    virtual std::optional<Gaussians> embedMaskedCaption() = 0;

    /// How many tokens the text encoder receives, special tokens counted.
    virtual std::int64_t tokens(const std::string& caption) const = 0;
};

} // namespace prolap::train
