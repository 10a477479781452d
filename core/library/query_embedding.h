#pragma once

#include <optional>
#include <stop_token>

#include "core/library/search_service.h"
#include "core/model/embedder.h"

namespace prolap::library {

/// A sound, or a part of one, as the model hears it: its windows' aggregate. None when stopped.
/// Errors: those of the decoder; Error(BadInput) when the region holds no sound.
std::optional<model::Embeddings> embedRegion(const SoundRegion& region, const model::Embedder& embedder,
                                             std::stop_token stop);

} // namespace prolap::library
