#pragma once

#include <string>
#include <vector>

#include "core/model/checkpoint/tensor.h"
#include "core/model/pack_config.h"
#include "core/paths.h"

namespace prolap::model {

/// A model as it lies on the disk, in the words of this program: a pack, or a checkpoint that others published.
/// Compiles without torch; nothing of the file has been executed.
struct ModelSource {
    PackConfig config;
    /// Weights under the names of a pack (`audio_encoder.`, `text_encoder.`, `audio_head.`, `text_head.`, `logit_scale`,
    /// `logit_bias`); they share the file's bytes.
    checkpoint::TensorSet tensors;
    Path path;                        ///< what was opened: a folder or a file
    Path weightFile;                  ///< to name in messages
    std::vector<Path> weightFiles;    ///< all that hold weights (shards)
    Path tokenizerFolder;             ///< where the tokenizer files lie; empty when they are missing
    std::string kind;                 ///< for people: `ProLAP pack`, `Hugging Face CLAP`, `MS-CLAP 2023`, `LAION CLAP`
    std::vector<std::string> missing; ///< what keeps it from being used, a sentence each
};

/// Reads what lies at path: a ProLAP pack, a Hugging Face CLAP folder, an MS-CLAP 2023 `.pth` or a LAION `.pt` file (or
/// a folder that holds one). tokenizer: where to look for the tokenizer files of a checkpoint that comes without; empty:
/// beside it and in `tokenizer` beside it.
/// Errors: Error(NotFound, Corrupt, Incompatible, Unsupported) with file, what was expected and what was found.
ModelSource openModelSource(const Path& path, const Path& tokenizer = {});

} // namespace prolap::model
