#include "core/library/models/embedding_sets.h"

#include <algorithm>
#include <system_error>

#include "core/error.h"
#include "core/library/vector_cache.h"
#include "db/catalogue.h"
#include "db/clip_table.h"
#include "db/run_lock.h"
#include "db/vector_table.h"

namespace prolap::library {

namespace fs = std::filesystem;

namespace {

constexpr std::int64_t kRowBytes = 56; ///< of a stored vector beside its numbers, with its place in two indexes

std::int64_t fileBytes(const Path& file)
{
    std::error_code code;
    const auto bytes = fs::file_size(file, code);
    return code ? 0 : static_cast<std::int64_t>(bytes);
}

std::int64_t storedBytes(const Path& catalogue)
{
    return fileBytes(catalogue) + fileBytes(Path(catalogue) += "-wal");
}

std::int64_t vectorBytes(const db::EmbeddingSet& set)
{
    const auto numbers = static_cast<std::int64_t>(set.dim) * (set.probabilistic ? 2 : 1);
    return numbers * static_cast<std::int64_t>(sizeof(db::Half)) + kRowBytes;
}

} // namespace

std::vector<EmbeddingSetSummary> embeddingSets(const Path& file)
{
    std::error_code code;
    if (!fs::exists(file, code) && !code)
        return {};
    db::OpenOptions reading;
    reading.mode = db::OpenMode::Read;
    db::Catalogue catalogue(file, reading);
    const std::string uuid = catalogue.uuid();
    std::vector<EmbeddingSetSummary> all;
    for (const db::EmbeddingSet& set : db::VectorTable(catalogue).sets()) {
        const db::Totals totals = db::ClipTable(catalogue).totals(set.id);
        EmbeddingSetSummary summary{set.id,
                                    set.modelId,
                                    validUtf8(set.name),
                                    static_cast<std::int64_t>(set.dim),
                                    set.probabilistic,
                                    set.createdAtMs,
                                    totals.embedded,
                                    totals.windows,
                                    0};
        summary.bytes = (totals.windows + totals.embedded) * vectorBytes(set) +
                        fileBytes(vectorCacheFile(userCacheDir(), file, uuid, set));
        all.push_back(std::move(summary));
    }
    return all;
}

SetRemoval removeEmbeddingSet(const Path& file, EmbeddingSetId id)
{
    const db::RunLock lock(file);
    db::Catalogue catalogue(file);
    db::VectorTable table(catalogue);
    const auto set = table.set(id);
    if (!set)
        return {};
    const Path cache = vectorCacheFile(userCacheDir(), file, catalogue.uuid(), *set);
    SetRemoval removal;
    removal.bytesFreed = fileBytes(cache);
    const std::int64_t before = storedBytes(file);
    table.removeSet(id);
    std::error_code code;
    fs::remove(cache, code);
    try {
        catalogue.compact();
    } catch (const Error&) {
        removal.note =
            "The room could not be given back to the disk now, as another program has the library open or the "
            "disk is full; it is used for what is heard next.";
    }
    removal.bytesFreed += std::max<std::int64_t>(0, before - storedBytes(file));
    return removal;
}

} // namespace prolap::library
