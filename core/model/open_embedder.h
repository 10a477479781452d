#pragma once

#include <memory>
#include <string>

#include "core/model/embedder.h"

namespace prolap::model {

/// How a model shall run.
struct EmbedderOptions {
    std::string device = "auto";    ///< `auto` (CUDA when present), `cpu`, `cuda`, `cuda:N`
    std::string precision = "auto"; ///< `auto`, `fp32`, `bf16`
    int threads = 0;                ///< CPU threads of one inference; 0: as many as cores
    Path tokenizer = {}; ///< folder of the tokenizer files, for a checkpoint that comes without; empty: beside it
};

/// Opens a model pack or a published checkpoint (see model_source.h).
/// Errors: Error(NotFound, Corrupt, Incompatible, Unsupported) with the file, what was expected and what was found.
std::unique_ptr<Embedder> openEmbedder(const Path& path, const EmbedderOptions& options);

} // namespace prolap::model
