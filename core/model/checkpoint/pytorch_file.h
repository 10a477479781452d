#pragma once

#include "core/model/checkpoint/tensor.h"
#include "core/paths.h"

namespace prolap::checkpoint {

/// Opens a file that torch.save wrote: the ZIP format of PyTorch 1.6 and later, or the older plain one. It is read as
/// data and executes nothing: any Python object but tensors, containers and numbers is refused by name.
///
/// A tensor's name is the path to it, joined by dots: `weight` in a plain state dict, `model.weight` in
/// {"model": {"weight": ...}}, `0.weight` in a pair. The first thousand numbers and short texts on the way are in
/// metadata(). TensorSet::under("model.") takes one branch out. Tensors that are not contiguous in the file are copied.
///
/// Errors: Error(NotFound, Permission), Error(Corrupt), Error(Unsupported) with the name of what was refused, each with
/// the file, what was expected and what was found.
/// Source: PyTorch's serialization notes and torch/_weights_only_unpickler.py.
TensorSet readPyTorchFile(const Path& file);

/// The same from bytes that the caller keeps alive as long as the set; `file` is what messages call them.
TensorSet readPyTorchBytes(std::span<const std::byte> bytes, const std::string& file);

/// Opens the shards that a `pytorch_model.bin.index.json` lists, from the index file's own folder.
/// Errors: as above; Error(Corrupt) where index and shards disagree.
TensorSet readShardedPyTorchFiles(const Path& indexFile);

} // namespace prolap::checkpoint
