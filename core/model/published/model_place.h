#pragma once

#include <vector>

#include "core/paths.h"

namespace prolap::model {

/// Where a model's files lie, before their content is looked at.
struct ModelPlace {
    enum class Kind {
        Pack,        ///< place: the folder
        HuggingFace, ///< place: the folder
        PyTorchFile, ///< place: the file, `.pt` or `.pth`
    };
    Kind kind = Kind::Pack;
    Path place;
};

/// Finds out what a path names: a folder, one of the files of a folder that is a model, or a checkpoint file.
/// Errors: Error(NotFound) for nothing there, a folder without a model or without its weights; Error(Unsupported) for
/// a config.json of another family, by its name; Error(BadInput) for a folder that holds several models.
ModelPlace findModel(const Path& path);

/// Where a Hugging Face folder keeps its weights: the first of model.safetensors, its index, pytorch_model.bin and its
/// index. Empty where there are none.
Path huggingFaceWeights(const Path& folder);

} // namespace prolap::model
