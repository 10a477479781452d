#pragma once

#include <optional>
#include <string>

#include <nlohmann/json.hpp>

#include "core/model/encoder_config.h"
#include "core/model/heads_config.h"
#include "core/paths.h"

namespace prolap::model {

/// How scores become match probabilities, sigmoid(scale s + bias), fitted on validation data.
struct Calibration {
    double scale = 1;
    double bias = 0;
    double credibleProbability = 0.5; ///< hits below are not credible

    bool operator==(const Calibration&) const = default;
};

/// The config.json of a model pack. docs/model-packs.md describes each field.
struct PackConfig {
    std::string name;
    std::string licence;    ///< SPDX expression
    std::string provenance; ///< where the weights come from, for the card and `model info`
    AudioEncoderConfig audio;
    TextEncoderConfig text;
    std::optional<HeadsConfig> heads; ///< none: an encoders pack, from which training starts
    std::optional<Calibration> calibration;
    nlohmann::json training = nlohmann::json::object(); ///< recipe and metrics, kept as they are

    nlohmann::json toJson() const;
    /// file: named in errors. Errors: Error(Corrupt, Incompatible, Unsupported) naming file and field.
    static PackConfig fromJson(const nlohmann::json& json, const Path& file);
    /// Reads folder/config.json. Errors: as fromJson; Error(NotFound).
    static PackConfig read(const Path& folder);
};

} // namespace prolap::model
