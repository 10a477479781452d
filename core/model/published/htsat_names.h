#pragma once

#include <string>
#include <string_view>

#include "core/model/checkpoint/tensor.h"
#include "core/model/published/renamed_tensors.h"

namespace prolap::model {

/// Takes over one tensor of HTS-AT as its authors, MS-CLAP and LAION name them (`layers.0.blocks.0.attn.qkv.weight`),
/// under Hugging Face's names with `audio_encoder.` before them; the joint query, key and value are taken apart.
/// name: the tensor's name below the encoder's prefix. Tensors that embeddings do not need are passed over: the
/// AudioSet tagger, counters, what follows from the sizes, and the front end, which StoredFrontEnd reads.
/// Errors: as RenamedTensors; a tensor that HTS-AT does not have is refused.
/// Source: the converter of Hugging Face's transformers.
void addHtsatTensor(RenamedTensors& tensors, const checkpoint::TensorView& tensor, std::string_view name);

} // namespace prolap::model
