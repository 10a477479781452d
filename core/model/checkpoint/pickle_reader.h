#pragma once

#include <span>
#include <string>

#include "core/model/checkpoint/pickle_tree.h"

namespace prolap::checkpoint {

/// Reads one pickle (protocols 2 to 5) from the start of bytes. It executes nothing: a pickle's GLOBAL and REDUCE are
/// taken for what state dicts need (ordered dicts, tensors, NumPy numbers) and every other name is refused. Number of
/// opcodes, depth of the stack, sizes and lengths are bounded.
/// bytes: must outlive the tree; file: what messages call it.
/// Errors: Error(Unsupported) with the name of a refused object or the opcode; Error(Corrupt).
/// Source: the opcodes of PyTorch's weights-only unpickler, with those that protocol 4 writes instead.
PickleTree readPickle(std::span<const std::byte> bytes, const std::string& file);

} // namespace prolap::checkpoint
