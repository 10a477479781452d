#include "core/train/data/stored_vectors.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "core/error.h"
#include "db/clip_table.h"
#include "db/vector_table.h"

namespace prolap::train {

namespace {

std::vector<std::vector<float>> read(const Path& library, const std::vector<ManifestRow>& rows)
{
    db::OpenOptions reading;
    reading.mode = db::OpenMode::Read;
    db::Catalogue catalogue(library, reading);
    const db::Snapshot snapshot(catalogue);
    db::ClipTable clips(catalogue);
    db::VectorTable vectors(catalogue);
    std::optional<db::EmbeddingSet> best;
    std::int64_t most = 0;
    for (db::EmbeddingSet& set : vectors.sets()) {
        const std::int64_t heard = clips.totals(set.id).embedded;
        if (heard > most) {
            most = heard;
            best = std::move(set);
        }
    }
    std::vector<std::vector<float>> found(rows.size());
    if (!best)
        return found;
    std::unordered_map<std::string, std::vector<std::size_t>> wanted;
    for (std::size_t i = 0; i < rows.size(); ++i)
        wanted[rows[i].file.lexically_normal().native()].push_back(i);
    const std::vector<ClipId> ids = clips.everyClip();
    constexpr std::size_t kAtOnce = 1000;
    for (std::size_t begin = 0; begin < ids.size(); begin += kAtOnce) {
        const std::span<const ClipId> some(ids.data() + begin, std::min(kAtOnce, ids.size() - begin));
        for (const db::Clip& clip : clips.clips(some)) {
            const auto rowsOfClip = wanted.find(clip.path.lexically_normal().native());
            if (rowsOfClip == wanted.end())
                continue;
            auto stored = vectors.aggregate(best->id, clip.id);
            if (!stored)
                continue;
            double square = 0;
            for (const float value : stored->mean)
                square += static_cast<double>(value) * value;
            if (square <= 0)
                continue;
            for (float& value : stored->mean)
                value /= static_cast<float>(std::sqrt(square));
            for (const std::size_t row : rowsOfClip->second)
                found[row] = stored->mean;
        }
    }
    return found;
}

} // namespace

std::vector<std::vector<float>> storedVectors(const Path& library, const std::vector<ManifestRow>& rows)
{
    std::error_code ignored;
    if (!library.empty() && std::filesystem::exists(library, ignored)) {
        try {
            return read(library, rows);
        } catch (const Error&) {
            // What it knows helps to split well; a library that cannot be read is told of elsewhere.
        }
    }
    return std::vector<std::vector<float>>(rows.size());
}

} // namespace prolap::train
