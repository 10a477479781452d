#pragma once

#include <map>
#include <span>
#include <string>

#include "core/model/checkpoint/tensor.h"
#include "core/paths.h"

namespace prolap::checkpoint {

/// Opens a safetensors file by mapping it. The whole header is checked before a tensor is handed out: its size, that
/// it is JSON of the format's shape without doubled keys, dtypes, shapes, and that the tensors fill the rest of the
/// file without gap or overlap. Tensors that an unpadded header left unaligned are copied.
///
///     const TensorSet weights = readSafetensors(pack / "model.safetensors");
///     const TensorView* w = weights.find("text_projection.linear1.weight");
///
/// Errors: Error(NotFound, Permission), Error(Corrupt) and Error(Unsupported) for a dtype that the models do not use,
/// each with the file, what was expected and what was found.
/// Source: the format description of github.com/huggingface/safetensors.
TensorSet readSafetensors(const Path& file);

/// The same from bytes that the caller keeps alive as long as the set; `file` is what messages call them.
TensorSet readSafetensorsBytes(std::span<const std::byte> bytes, const std::string& file);

/// Opens the shards that a `model.safetensors.index.json` lists, from the index file's own folder.
/// Errors: as above; Error(Corrupt) where index and shards disagree.
TensorSet readShardedSafetensors(const Path& indexFile);

/// Writes tensors as one safetensors file, atomically (see AtomicFile). The same tensors in any order give the same
/// bytes: largest element first, then by name; the data starts at a multiple of 8.
/// Errors: Error(BadInput) for a doubled name or bytes that do not fit the shape; Error(DiskFull, ReadOnly, Permission,
/// NotFound) with the file.
void writeSafetensors(const Path& file, std::span<const TensorView> tensors,
                      const std::map<std::string, std::string>& metadata = {});

} // namespace prolap::checkpoint
