#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "core/model/embedder.h"
#include "core/paths.h"
#include "core/progress.h"

namespace prolap::library {

/// Captions as one model understands them, in half precision, as the vectors of clips are kept.
struct CaptionGaussians {
    std::vector<std::string> texts;
    std::size_t dim = 0;
    std::size_t stride = 0;             ///< dim rounded up to a multiple of 32; the padding is 0
    std::vector<std::uint16_t> means;   ///< [count, stride]
    std::vector<std::uint16_t> logVars; ///< [count, dim], empty when deterministic
    std::vector<float> uncertainties;   ///< [count], u; zeros when deterministic

    std::size_t count() const { return texts.size(); }
    bool probabilistic() const { return !logVars.empty(); }
    std::vector<float> mean(std::size_t i) const;
    std::vector<float> logVar(std::size_t i) const; ///< empty when deterministic
    /// Appends caption `i` of others. Both of one model.
    void append(const CaptionGaussians& other, std::size_t i);
};

/// Keeps the Gaussians of captions in a file of the model's, so that each is worked out once.
/// Threads: any; processes that write at once lose nothing but time.
class CaptionCache {
public:
    /// folder: made when missing; where nothing can be written, nothing is kept.
    CaptionCache(const Path& folder, std::shared_ptr<const model::Embedder> embedder);

    /// In the order of the texts. What is not in the file is embedded and added to it. None when stopped (what was
    /// worked out until then is kept). Errors: those of the model.
    std::optional<CaptionGaussians> of(std::span<const std::string> texts, std::stop_token stop = {},
                                       const ProgressFn& progress = {}) const;

    const Path& file() const { return m_file; }

private:
    std::optional<CaptionGaussians> load() const;
    void save(const CaptionGaussians& captions) const;

    std::shared_ptr<const model::Embedder> m_embedder;
    Path m_folder;
    Path m_file;
};

} // namespace prolap::library
