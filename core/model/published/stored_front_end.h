#pragma once

#include <optional>
#include <string>

#include "core/model/encoder_config.h"
#include "core/model/published/renamed_tensors.h"

namespace prolap::model {

/// The front end that MS-CLAP and LAION's unfused models keep in the file: the kernels of a short-time Fourier
/// transform and a mel filter bank. prefix: of the audio encoder in the file. published: the front end of the published
/// models, of which fftSize, bands and the design of the bank are taken from the file.
///
/// The kernels must be what the transform computes anyway (largest difference 1e-6). A bank of a known design becomes
/// its name in the config; any other is handed over as `audio_encoder.log_mel.mel_weight` with Scale::Stored.
/// Errors: as RenamedTensors; Error(Unsupported) for other kernels.
MelConfig addStoredFrontEnd(RenamedTensors& tensors, const std::string& prefix, const MelConfig& published);

} // namespace prolap::model
