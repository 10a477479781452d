#pragma once

#include "core/model/encoder_config.h"
#include "core/model/pack_config.h"
#include "core/model/published/renamed_tensors.h"

namespace prolap::model {

/// Sizes of the networks of a checkpoint that has no config file, from the shapes of its tensors. What shapes do not
/// say is as in the published models. Errors: as RenamedTensors::shape().

/// Image of 256, blocks, heads and windows as found; Fusion::Longer where there are fusion tensors.
HtsatConfig htsatSizes(const RenamedTensors& tensors);
std::int64_t melBands(const RenamedTensors& tensors);

/// Pooling FirstTokenTanh, first position 2, layer norm epsilon 1e-5. Heads: see attentionHeads().
BertConfig robertaSizes(const RenamedTensors& tensors);
/// Pooling LastNonZeroId. Heads: see attentionHeads().
Gpt2Config gpt2Sizes(const RenamedTensors& tensors);

/// Heads of a text encoder of that width, which no shape shows: 64 numbers a head, as every published one of both
/// kinds has; narrower ones, which are made for tests, have 4 heads. Errors: Error(Unsupported) for other widths.
std::int64_t attentionHeads(std::int64_t width, const Path& file);

/// Deterministic heads of that kind, from the shapes of the text side.
HeadsConfig publishedHeads(HeadsConfig::Projection projection, const RenamedTensors& tensors);

} // namespace prolap::model
