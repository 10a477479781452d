#pragma once

#include <stop_token>
#include <string>

#include "core/model/model_source.h"

namespace prolap::model {

/// SHA-256 (hex) that names what a model computes: its weights, tokenizer files, and the config's encoders and heads.
/// Name, licence, calibration and training notes may change without making an index stale. Empty when stopped.
std::string sourceId(const ModelSource& source, std::stop_token stop = {});

/// The same, kept in the user's cache folder for as long as size, time and names of the files stay what they are:
/// hashing a checkpoint of gigabytes takes seconds. Nothing is kept where that folder cannot be written.
std::string keptSourceId(const ModelSource& source, std::stop_token stop = {});

} // namespace prolap::model
