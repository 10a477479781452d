#pragma once

#include "core/model/model_source.h"
#include "core/model/published/published_family.h"

namespace prolap::model {

/// One function a kind of model; see openModelSource(), which asks what lies there and calls one of them. The last two
/// do not look for a tokenizer.

ModelSource openHuggingFaceClap(const Path& folder, const Path& tokenizer);
ModelSource openMsClap(checkpoint::TensorSet file, const PublishedFamily& family, const Path& path);
ModelSource openLaionClap(checkpoint::TensorSet file, const PublishedFamily& family, const Path& path);

} // namespace prolap::model
