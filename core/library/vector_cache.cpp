#include "core/library/vector_cache.h"

#include <algorithm>
#include <cmath>
#include <system_error>
#include <utility>
#include <vector>

#include "core/content_hash.h"
#include "core/error.h"
#include "db/half.h"

namespace prolap::library {

namespace {

constexpr std::size_t kRowsAtATime = 1024;

/// Rows on their way from the catalogue to the matrix.
class RowBuffer {
public:
    RowBuffer(index::Matrix& matrix, std::size_t dim) : m_matrix(matrix), m_dim(dim)
    {
        m_values.reserve(kRowsAtATime * dim);
    }

    void add(const db::WindowVector& window)
    {
        const std::size_t at = m_values.size();
        m_values.resize(at + m_dim);
        const auto values = std::span(m_values).subspan(at, m_dim);
        db::fromHalf(window.mean, values);
        const float bias = -0.5F * window.uncertainty.value_or(0.0F);
        // Vectors that are no numbers are found by `library check`; here they must not keep the others away.
        if (!std::isfinite(bias) ||
            !std::all_of(values.begin(), values.end(), [](float value) { return std::isfinite(value); })) {
            m_values.resize(at);
            return;
        }
        m_rows.push_back({{window.id, window.clip, window.startSeconds, window.endSeconds}, values, bias});
    }
    bool full() const { return m_rows.size() >= kRowsAtATime; }
    void append(std::int64_t marker)
    {
        m_matrix.append(m_rows, marker);
        m_rows.clear();
        m_values.clear();
    }

private:
    index::Matrix& m_matrix;
    const std::size_t m_dim;
    std::vector<float> m_values; ///< never grows beyond what was reserved, as the rows point into it
    std::vector<index::NewRow> m_rows;
};

std::string identityOf(const Path& catalogue, const std::string& uuid, const db::EmbeddingSet& set)
{
    std::error_code failed;
    Path path = std::filesystem::canonical(catalogue, failed);
    if (failed)
        path = std::filesystem::absolute(catalogue);
    return path.native() + '\n' + uuid + '\n' + std::to_string(set.id.value) + '\n' + set.modelId;
}

Path fileOf(const Path& folder, const std::string& identity)
{
    ContentHash hash;
    hash.add(identity);
    return folder / (hash.hex().substr(0, 32) + ".matrix");
}

} // namespace

Path vectorCacheFile(const Path& cacheDir, const Path& catalogue, const std::string& uuid, const db::EmbeddingSet& set)
{
    return fileOf(cacheDir, identityOf(catalogue, uuid, set));
}

VectorCache::VectorCache(Path cacheDir, const Path& catalogue, const model::ModelInfo& model)
    : m_cacheDir(std::move(cacheDir)),
      m_catalogue(catalogue),
      m_modelId(model.id),
      m_vectors(std::make_shared<SearchableVectors>())
{
}

std::shared_ptr<const SearchableVectors> VectorCache::vectors() const
{
    const std::lock_guard lock(m_mutex);
    return m_vectors;
}

bool VectorCache::refresh(db::Catalogue& catalogue)
{
    const std::lock_guard lock(m_refreshing);
    // Set and windows are of one moment, so that the marker says exactly what the matrix holds.
    const db::Snapshot snapshot(catalogue);
    db::VectorTable table(catalogue);
    const std::optional<db::EmbeddingSet> set = table.findSet(m_modelId);
    const std::shared_ptr<const SearchableVectors> before = vectors();
    if (!set) {
        if (!before->set)
            return false;
        m_matrix.reset();
        const std::lock_guard publishing(m_mutex);
        m_vectors = std::make_shared<SearchableVectors>();
        return true;
    }
    if (before->set == set->id && before->generation == set->generation)
        return false;

    const std::string identity = identityOf(m_catalogue, catalogue.uuid(), *set);
    bool anew = false; // another matrix than before: what was made from its rows is made again
    bool usable = m_matrix && before->set == set->id;
    const auto behind = [&] { return m_matrix->marker() != set->generation; };
    if (!usable || (behind() && !m_appendable)) {
        // Of a file that another process writes, that process may have brought up to date what we could not.
        anew = true;
        usable = openFile(*set, identity);
    }
    if (usable && behind())
        usable = m_appendable && set->removedGeneration <= m_matrix->marker() && tryAppendNew(catalogue, *set);
    if (!usable) {
        anew = true;
        rebuild(catalogue, *set, identity);
    }
    publish(*set, anew);
    return true;
}

/// Whether there is a file that fits, if perhaps an old one.
bool VectorCache::openFile(const db::EmbeddingSet& set, const std::string& identity)
{
    using Access = index::Matrix::Access;
    m_matrix.reset();
    m_file = fileOf(m_cacheDir, identity);
    for (const Access access : {Access::Append, Access::Read}) {
        try {
            m_matrix = index::Matrix::open(m_file, set.dim, identity, access);
            m_appendable = access == Access::Append;
            // A cache from the future is one of a catalogue that was put back from a backup.
            if (m_matrix->marker() > set.generation)
                m_matrix.reset();
            return m_matrix.has_value();
        } catch (const Error& error) {
            if (error.kind() != ErrorKind::Busy && error.kind() != ErrorKind::Permission &&
                error.kind() != ErrorKind::ReadOnly)
                return false;
        }
    }
    return false;
}

void VectorCache::rebuild(db::Catalogue& catalogue, const db::EmbeddingSet& set, const std::string& identity)
{
    // While another process appends to the file it stays that process's.
    bool othersFile = false;
    m_matrix.reset();
    m_file = fileOf(m_cacheDir, identity);
    try {
        m_matrix = index::Matrix::open(m_file, set.dim, identity, index::Matrix::Access::Append);
    } catch (const Error& error) {
        othersFile = error.kind() == ErrorKind::Busy;
    }
    m_matrix.reset();
    bool onDisk = false;
    if (!othersFile) {
        std::error_code failed;
        std::filesystem::create_directories(m_cacheDir, failed);
        try {
            m_matrix = index::Matrix::create(m_file, set.dim, identity);
            appendNew(catalogue, set);
            m_matrix->publish();
            onDisk = true;
        } catch (const Error& error) {
            // The catalogue's own errors come again below; those of the file do not matter there.
            if (error.kind() == ErrorKind::Corrupt)
                throw;
        }
    }
    if (!onDisk) {
        m_matrix = index::Matrix::inMemory(set.dim);
        appendNew(catalogue, set);
    }
    m_appendable = true;
}

/// False when the disk has no room.
bool VectorCache::tryAppendNew(db::Catalogue& catalogue, const db::EmbeddingSet& set)
{
    try {
        appendNew(catalogue, set);
        return true;
    } catch (const Error& error) {
        if (error.kind() != ErrorKind::DiskFull)
            throw;
        return false;
    }
}

void VectorCache::appendNew(db::Catalogue& catalogue, const db::EmbeddingSet& set)
{
    const index::MatrixView view = m_matrix->view();
    const WindowId last = view.size() > 0 ? view.key(view.size() - 1).window : WindowId();
    const std::int64_t behind = m_matrix->marker();
    RowBuffer rows(*m_matrix, set.dim);
    db::VectorTable(catalogue).forEachWindow(set.id, last, false, [&](const db::WindowVector& window) {
        rows.add(window);
        if (rows.full())
            rows.append(behind);
        return true;
    });
    rows.append(set.generation);
}

void VectorCache::publish(const db::EmbeddingSet& set, bool anew)
{
    const std::shared_ptr<const SearchableVectors> before = vectors();
    auto next = std::make_shared<SearchableVectors>();
    next->set = set.id;
    next->generation = set.generation;
    next->matrix = m_matrix->view();
    auto clips = anew || !before->clips ? std::make_shared<index::RowGroups>()
                                        : std::make_shared<index::RowGroups>(*before->clips);
    clips->extend(next->matrix);
    next->clips = std::move(clips);
    const std::lock_guard lock(m_mutex);
    m_vectors = std::move(next);
}

} // namespace prolap::library
