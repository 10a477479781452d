#pragma once

#include <string>
#include <vector>

#include "core/train/data/manifest.h"

namespace prolap::train {

/// Turns the tags of library clips into captions, a template a level, general to specific. In a template `{tag}` is one
/// of the clip's tags (every tag gives a caption of equal rank), `{tags}` all of them: `rain, roof and wind`.
struct CaptionTemplates {
    std::vector<std::string> levels{"{tag}", "the sound of {tag}"};

    /// Errors: Error(BadInput) for a template without `{tag}` and `{tags}`, for an empty one and for none at all.
    void check() const;
};

/// What a template says of a clip with these tags, distinct, in their order.
std::vector<std::string> filled(const std::string& pattern, const std::vector<std::string>& tags);

/// Puts the templates' captions in place of the level that bare tags make (see readLibrary()); clips without tags keep
/// theirs. Nothing happens where no clip has tags.
void applyTemplates(Manifest& manifest, const CaptionTemplates& templates);

/// Gives labels to clips where the data have none, so that what was learned can be told from what was not: the tag of a
/// clip that fewest others have, else the caption that names the clip, where at least two clips share it and captions
/// repeat throughout. Returns whether it did.
bool deriveLabels(Manifest& manifest);

} // namespace prolap::train
