#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <vector>

#include "core/ids.h"
#include "core/library/vector_cache.h"
#include "db/catalogue.h"

namespace prolap::library {

/// The log-variances of the rows of a matrix, which itself holds only what a plain search needs. In memory, 2 bytes a
/// dimension; read from the catalogue at the first question that needs them and brought up to date at later ones.
struct WindowVariances {
    std::size_t dim = 0;
    std::vector<std::uint16_t> halves; ///< [rows, dim]; a row without variances is NaN
    std::span<const std::uint16_t> row(std::size_t i) const { return std::span(halves).subspan(i * dim, dim); }
    std::size_t rows() const { return dim == 0 ? 0 : halves.size() / dim; }
};

/// Threads: any may call.
class VarianceCache {
public:
    /// For the rows of `vectors`. Errors: those of the catalogue.
    std::shared_ptr<const WindowVariances> of(db::Catalogue& catalogue, const SearchableVectors& vectors);

private:
    std::mutex m_mutex;
    std::optional<EmbeddingSetId> m_set;
    std::int64_t m_generation = 0;
    std::size_t m_rows = 0;
    WindowId m_last; ///< of the last row
    std::shared_ptr<const WindowVariances> m_variances;
};

} // namespace prolap::library
