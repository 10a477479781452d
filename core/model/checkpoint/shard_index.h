#pragma once

#include <functional>
#include <vector>

#include "core/model/checkpoint/tensor.h"
#include "core/paths.h"

namespace prolap::checkpoint {

/// Opens the shards that an index lists (`model.safetensors.index.json`, `pytorch_model.bin.index.json`), each by
/// readShard. A shard lies beside its index; a name that leads elsewhere is refused.
/// Errors: as readShard; Error(NotFound, Permission, Corrupt) for the index and where index and shards disagree.
TensorSet readShards(const Path& indexFile, const std::function<TensorSet(const Path&)>& readShard);

/// The shards that an index lists, sorted. Errors: as above, for the index.
std::vector<Path> shardFiles(const Path& indexFile);

} // namespace prolap::checkpoint
