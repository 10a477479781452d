#include "db/vector_table.h"

#include <cstring>

#include <fmt/format.h>

#include "db/clip_table.h"
#include "db/query.h"
#include "db/vector_changes.h"

namespace prolap::db {

namespace {

constexpr const char* kSetColumns =
    "SELECT id, model_id, name, dim, probabilistic, created, generation, removed_generation FROM embedding_set ";

EmbeddingSet setFrom(const Query& row)
{
    return {row.id<EmbeddingSetId>(0), row.text(1),    row.text(2),    static_cast<std::size_t>(row.integer(3)),
            row.integer(4) != 0,       row.integer(5), row.integer(6), row.integer(7)};
}

/// A Gaussian as the halves that are stored.
struct StoredGaussian {
    std::vector<Half> mean;
    std::vector<Half> logVar;

    StoredGaussian(const EmbeddingSet& set, const GaussianIn& gaussian)
        : mean(gaussian.mean.size()), logVar(gaussian.logVar.size())
    {
        if (gaussian.mean.size() != set.dim || gaussian.logVar.size() != (set.probabilistic ? set.dim : 0))
            throw Error(ErrorKind::Incompatible,
                        fmt::format("The vectors of {} have {} numbers, a mean of {} and a log-variance of {} were "
                                    "handed in.",
                                    set.name, set.dim, gaussian.mean.size(), gaussian.logVar.size()));
        toHalf(gaussian.mean, mean);
        toHalf(gaussian.logVar, logVar);
    }

    Bytes meanBytes() const { return Bytes(std::span<const Half>(mean)); }
    std::optional<Bytes> logVarBytes() const
    {
        return logVar.empty() ? std::optional<Bytes>() : Bytes(std::span<const Half>(logVar));
    }
};

/// Copies a blob, which lies at any address, to halves.
void copyHalves(std::string_view bytes, std::vector<Half>& halves)
{
    halves.resize(bytes.size() / sizeof(Half));
    if (!halves.empty())
        std::memcpy(halves.data(), bytes.data(), halves.size() * sizeof(Half));
}

std::vector<float> floatsFrom(std::string_view bytes)
{
    std::vector<Half> halves;
    copyHalves(bytes, halves);
    std::vector<float> floats(halves.size());
    fromHalf(halves, floats);
    return floats;
}

std::optional<GaussianOut> gaussianFrom(Query& query)
{
    if (!query.step())
        return std::nullopt;
    return GaussianOut{floatsFrom(query.bytes(0)), floatsFrom(query.bytes(1)), query.optionalFloat(2)};
}

} // namespace

void noteWindowsRemoved(Connection& connection)
{
    Query(connection, "UPDATE embedding_set SET generation = generation + 1, removed_generation = generation + 1")
        .run();
}

EmbeddingSet VectorTable::openSet(const std::string& modelId, const std::string& name, std::size_t dim,
                                  bool probabilistic)
{
    Connection& connection = m_catalogue.connection();
    auto known = findSet(modelId);
    if (!known) {
        WriteScope scope(connection);
        Query(connection,
              "INSERT INTO embedding_set (model_id, name, dim, probabilistic, created) VALUES (?1, ?2, ?3, ?4, ?5) "
              "ON CONFLICT (model_id) DO NOTHING",
              modelId, name, static_cast<std::int64_t>(dim), probabilistic, nowMs())
            .run();
        known = findSet(modelId);
        scope.commit();
    }
    if (known->dim != dim || known->probabilistic != probabilistic)
        throw Error(ErrorKind::Incompatible,
                    fmt::format("The library {} holds {}-dimensional vectors of the model {}, which now makes {} "
                                "dimensions. Remove that model's vectors and index again.",
                                displayText(connection.file()), known->dim, known->name, dim));
    return *known;
}

std::optional<EmbeddingSet> VectorTable::findSet(const std::string& modelId)
{
    static const std::string sql = std::string(kSetColumns) + "WHERE model_id = ?1";
    Query query(m_catalogue.connection(), sql.c_str(), modelId);
    return query.step() ? std::optional(setFrom(query)) : std::nullopt;
}

std::optional<EmbeddingSet> VectorTable::set(EmbeddingSetId id)
{
    static const std::string sql = std::string(kSetColumns) + "WHERE id = ?1";
    Query query(m_catalogue.connection(), sql.c_str(), id);
    return query.step() ? std::optional(setFrom(query)) : std::nullopt;
}

std::vector<EmbeddingSet> VectorTable::sets()
{
    static const std::string sql = std::string(kSetColumns) + "ORDER BY id";
    Query query(m_catalogue.connection(), sql.c_str());
    std::vector<EmbeddingSet> all;
    while (query.step())
        all.push_back(setFrom(query));
    return all;
}

void VectorTable::removeSet(EmbeddingSetId id)
{
    Connection& connection = m_catalogue.connection();
    WriteScope scope(connection);
    Query(connection, "DELETE FROM embedding_set WHERE id = ?1", id).run();
    // A clip without vectors has to be listened to again, whatever the model.
    Query(connection,
          "UPDATE clip SET state = ?1 WHERE state = ?2 AND NOT EXISTS (SELECT 1 FROM clip_vector WHERE clip_id = "
          "clip.id)",
          static_cast<int>(ClipState::Listed), static_cast<int>(ClipState::Listened))
        .run();
    scope.commit();
}

void VectorTable::replace(EmbeddingSetId id, ClipId clip, std::span<const WindowIn> windows,
                          const GaussianIn& aggregate)
{
    Connection& connection = m_catalogue.connection();
    WriteScope scope(connection);
    const auto set = this->set(id);
    if (!set)
        throw Error(ErrorKind::NotFound, fmt::format("The library {} holds no vectors of that model any more.",
                                                     displayText(connection.file())));
    const int removed = Query(connection, "DELETE FROM clip_window WHERE clip_id = ?1 AND set_id = ?2", clip, id).run();
    Query(connection, "DELETE FROM clip_vector WHERE clip_id = ?1 AND set_id = ?2", clip, id).run();
    std::int64_t position = 0;
    for (const WindowIn& window : windows) {
        const StoredGaussian stored(*set, window.gaussian);
        Query(connection,
              "INSERT INTO clip_window (set_id, clip_id, position, start, end, uncertainty, mean, log_var) "
              "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
              id, clip, position++, window.startSeconds, window.endSeconds, window.gaussian.uncertainty,
              stored.meanBytes(), stored.logVarBytes())
            .run();
    }
    const StoredGaussian stored(*set, aggregate);
    Query(connection,
          "INSERT INTO clip_vector (clip_id, set_id, uncertainty, mean, log_var) VALUES (?1, ?2, ?3, ?4, ?5)", clip, id,
          aggregate.uncertainty, stored.meanBytes(), stored.logVarBytes())
        .run();
    Query(connection,
          "UPDATE embedding_set SET generation = generation + 1, "
          "removed_generation = CASE WHEN ?2 THEN generation + 1 ELSE removed_generation END WHERE id = ?1",
          id, removed > 0)
        .run();
    scope.commit();
}

std::int64_t VectorTable::windowCount(EmbeddingSetId set)
{
    Query query(m_catalogue.connection(), "SELECT count(*) FROM clip_window WHERE set_id = ?1", set);
    query.step();
    return query.integer(0);
}

void VectorTable::forEachWindow(EmbeddingSetId set, WindowId after, bool withLogVar,
                                const std::function<bool(const WindowVector&)>& callback)
{
    Query query(m_catalogue.connection(),
                withLogVar ? "SELECT id, clip_id, start, end, uncertainty, mean, log_var FROM clip_window "
                             "WHERE set_id = ?1 AND id > ?2 ORDER BY id"
                           : "SELECT id, clip_id, start, end, uncertainty, mean FROM clip_window "
                             "WHERE set_id = ?1 AND id > ?2 ORDER BY id",
                set, after);
    std::vector<Half> mean, logVar;
    while (query.step()) {
        copyHalves(query.bytes(5), mean);
        if (withLogVar)
            copyHalves(query.bytes(6), logVar);
        if (!callback({query.id<WindowId>(0), query.id<ClipId>(1), query.real(2), query.real(3), mean, logVar,
                       query.optionalFloat(4)}))
            return;
    }
}

std::vector<WindowPlace> VectorTable::windowsOf(EmbeddingSetId set, ClipId clip)
{
    Query query(m_catalogue.connection(),
                "SELECT id, start, end, uncertainty FROM clip_window WHERE clip_id = ?1 AND set_id = ?2 "
                "ORDER BY position",
                clip, set);
    std::vector<WindowPlace> places;
    while (query.step())
        places.push_back({query.id<WindowId>(0), clip, query.real(1), query.real(2), query.optionalFloat(3)});
    return places;
}

std::optional<GaussianOut> VectorTable::window(WindowId id)
{
    Query query(m_catalogue.connection(), "SELECT mean, log_var, uncertainty FROM clip_window WHERE id = ?1", id);
    return gaussianFrom(query);
}

std::optional<GaussianOut> VectorTable::aggregate(EmbeddingSetId set, ClipId clip)
{
    Query query(m_catalogue.connection(),
                "SELECT mean, log_var, uncertainty FROM clip_vector WHERE clip_id = ?1 AND set_id = ?2", clip, set);
    return gaussianFrom(query);
}

} // namespace prolap::db
