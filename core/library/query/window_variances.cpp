#include "core/library/query/window_variances.h"

#include <algorithm>

#include "db/vector_table.h"

namespace prolap::library {

namespace {

constexpr std::uint16_t kNotANumber = 0x7E00; ///< binary16

} // namespace

std::shared_ptr<const WindowVariances> VarianceCache::of(db::Catalogue& catalogue, const SearchableVectors& vectors)
{
    const std::lock_guard lock(m_mutex);
    const std::size_t rows = vectors.matrix.size(), dim = vectors.matrix.dim();
    if (m_variances && m_set == vectors.set && m_generation == vectors.generation && m_rows == rows)
        return m_variances;
    auto next = std::make_shared<WindowVariances>();
    next->dim = dim;
    if (vectors.set && rows > 0) {
        // Rows that were only added to leave what is known as it is.
        const bool grown = m_variances && m_set == vectors.set && m_rows > 0 && m_rows <= rows &&
                           m_variances->dim == dim && vectors.matrix.key(m_rows - 1).window == m_last;
        if (grown)
            next->halves = m_variances->halves;
        next->halves.resize(rows * dim, kNotANumber);
        std::size_t row = grown ? m_rows : 0;
        // Windows and rows are both in order of the window's id.
        db::VectorTable(catalogue).forEachWindow(
            *vectors.set, grown ? m_last : WindowId(), true, [&](const db::WindowVector& window) {
                while (row < rows && vectors.matrix.key(row).window < window.id)
                    ++row;
                if (row == rows)
                    return false;
                if (vectors.matrix.key(row).window == window.id && window.logVar.size() == dim)
                    std::copy(window.logVar.begin(), window.logVar.end(),
                              next->halves.begin() + static_cast<std::ptrdiff_t>(row * dim));
                return true;
            });
    }
    m_set = vectors.set;
    m_generation = vectors.generation;
    m_rows = rows;
    m_last = rows > 0 ? vectors.matrix.key(rows - 1).window : WindowId();
    m_variances = next;
    return m_variances;
}

} // namespace prolap::library
