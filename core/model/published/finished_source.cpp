#include "core/model/published/finished_source.h"

#include <fmt/format.h>

#include "core/error.h"
#include "core/model/published/model_card.h"
#include "core/model/published/tensor_numbers.h"

namespace prolap::model {

void finishSource(ModelSource& source, RenamedTensors& tensors, const Path& configFile)
{
    if (std::string stated = statedLicence(tensors.path().parent_path()); !stated.empty())
        source.config.licence = std::move(stated);
    if (source.config.licence.empty()) {
        source.config.licence = kUnknownLicence;
        source.config.provenance += " The files do not say under which licence.";
    }
    // What a pack may not say, a checkpoint may not either: one set of bounds for both.
    source.config = PackConfig::fromJson(source.config.toJson(), configFile);
    addPackConstants(tensors, source.config);
    source.weightFile = tensors.path();
    source.tensors = tensors.take(source.config);
    if (source.weightFiles.empty())
        source.weightFiles = {source.weightFile};
}

double storedNumber(const RenamedTensors& tensors, const std::string& name)
{
    const checkpoint::TensorView* tensor = tensors.file().find(name);
    if (!tensor)
        throw Error(ErrorKind::Incompatible,
                    fmt::format("{}: expected tensor {}, found none.", displayText(tensors.path()), name));
    return numberOf(*tensor, tensors.path());
}

} // namespace prolap::model
