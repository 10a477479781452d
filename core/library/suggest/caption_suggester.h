#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "core/ids.h"
#include "core/library/search_service.h"
#include "core/progress.h"

namespace prolap::library {

/// What the model would call a clip.
struct CaptionSuggestion {
    std::string text;
    bool ofLibrary = false;           ///< a tag of the library; else of the vocabulary
    int level = 1;                    ///< as captions in the catalogue: 1 most specific to 4 most general
    float similarity = 0;             ///< cosine of caption and clip
    std::optional<float> probability; ///< that it describes the clip; none when the model is not calibrated
};

struct UncertainClip {
    ClipId clip;
    float uncertainty = 0;
};

/// How a queue is ordered.
enum class QueueOrder {
    Uncertainty, ///< u, the clip's total variance: how wide an idea of it the model has
    Entropy,     ///< of the captions' shares (softmax of similarity / 0.05), for models without uncertainty
};

/// Suggests names for clips out of the vocabulary and the library's own tags, and says which clips a person's word
/// would teach most. Threads: any may call anything; one works at a time, the others wait.
class CaptionSuggester {
public:
    /// search: over the catalogue, with the model. cacheDir: where captions are kept once embedded.
    CaptionSuggester(Path catalogue, std::shared_ptr<SearchService> search, Path cacheDir = userCacheDir());
    ~CaptionSuggester();

    /// The most probable first. The first call embeds the captions, with progress. Empty while the clip has not been
    /// listened to. None when stopped. Errors: those of model and catalogue.
    std::optional<std::vector<CaptionSuggestion>> suggest(ClipId clip, std::size_t count, std::stop_token stop = {},
                                                          const ProgressFn& progress = {});

    /// Of these clips (none named: all) those that have been listened to and have neither tag nor caption, the most
    /// uncertain first. None when stopped.
    std::optional<std::vector<UncertainClip>> queue(const SearchFilter& filter, std::span<const ClipId> clips,
                                                    std::stop_token stop = {}, const ProgressFn& progress = {});

    QueueOrder order() const;

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace prolap::library
