#pragma once

#include <optional>
#include <string>

#include "core/model/checkpoint/tensor.h"
#include "core/paths.h"

namespace prolap::model {

/// Whose model a PyTorch file holds, by the names of its tensors.
struct PublishedFamily {
    enum class Kind { MsClap, Laion };
    Kind kind = Kind::MsClap;
    std::string prefix; ///< before every tensor's name: `model.`, `state_dict.module.`
};

/// Errors: Error(Unsupported) naming the family of a model that this program does not know; Error(NotFound) for the
/// weight file of a Hugging Face folder without its folder.
PublishedFamily publishedFamily(const checkpoint::TensorSet& tensors, const Path& file);

/// Whether that file is a checkpoint of one of them; false for any other and for a damaged one.
bool isPublishedClap(const Path& file);

} // namespace prolap::model
