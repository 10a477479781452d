#include "ui/session/list_query.h"

#include <algorithm>
#include <numeric>
#include <variant>

#include <QCollator>

#include "core/library/query/query_request.h"
#include "ui/text.h"

namespace prolap::ui {

namespace {

constexpr std::size_t kChunk = 500; ///< clips between two looks at the stop token

using Key = std::variant<std::monostate, double, QCollatorSortKey>; ///< monostate: unknown, listed last

/// A collator that takes "kick 2" before "kick 10".
QCollator naturalOrder()
{
    QCollator collator;
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    return collator;
}

Key keyOf(const library::ClipDetails& d, const library::Hit* hit, int column, const QCollator& collator)
{
    const auto text = [&](const QString& t) { return t.isEmpty() ? Key() : Key(collator.sortKey(t)); };
    switch (column) {
    case ResultModel::NameColumn:
        return text(shown(d.name));
    case ResultModel::DurationColumn:
        return d.durationSeconds > 0 ? Key(d.durationSeconds) : Key();
    case ResultModel::FormatColumn:
        return text(shown(d.container) + QStringLiteral(" %1 %2").arg(d.sampleRate).arg(d.bitDepth));
    case ResultModel::TagsColumn:
        return d.tags.empty() ? Key() : text(shown(d.tags.front()));
    case ResultModel::FolderColumn:
        return text(shown(d.path.parent_path()));
    case ResultModel::RateColumn:
        return d.sampleRate > 0 ? Key(double(d.sampleRate)) : Key();
    case ResultModel::ChannelsColumn:
        return d.channels > 0 ? Key(double(d.channels)) : Key();
    case ResultModel::LoudnessColumn:
        return d.integratedLufs ? Key(*d.integratedLufs) : Key();
    case ResultModel::SizeColumn:
        return Key(static_cast<double>(d.sizeBytes));
    case ResultModel::AddedColumn:
        return Key(static_cast<double>(d.addedMs));
    case ResultModel::ChangedColumn:
        return Key(static_cast<double>(d.modifiedMs));
    case ResultModel::RatingColumn:
        return d.rating > 0 ? Key(double(d.rating)) : Key();
    case ResultModel::FavouriteColumn:
        return d.favourite ? Key(1.0) : Key();
    case ResultModel::ColourColumn:
        return d.colour != ColourLabel::None ? Key(static_cast<double>(d.colour)) : Key();
    case ResultModel::StateColumn: // what can be had is listed last, as nothing is wrong with it
        return d.missing ? Key(1.0) : !d.online ? Key(2.0) : Key();
    case ResultModel::CertaintyColumn: {
        const std::optional<float> u = hit ? hit->uncertainty : d.uncertainty;
        return u ? Key(static_cast<double>(*u)) : Key();
    }
    default:
        return {};
    }
}

bool before(const Key& a, const Key& b)
{
    if (const auto* x = std::get_if<QCollatorSortKey>(&a))
        return *x < std::get<QCollatorSortKey>(b);
    return std::get<double>(a) < std::get<double>(b);
}

ResultRowsPtr permuted(const ResultRows& rows, const std::vector<std::size_t>& order)
{
    auto result = std::make_shared<ResultRows>();
    result->credibleHits = rows.credibleHits;
    for (const std::size_t i : order) {
        result->rowOf.emplace(rows.clips[i], static_cast<int>(result->clips.size()));
        result->clips.push_back(rows.clips[i]);
        if (!rows.hits.empty())
            result->hits.push_back(rows.hits[i]);
    }
    return result;
}

/// None when stopped.
std::optional<ResultRowsPtr> sorted(library::LibraryView& view, ResultRowsPtr rows, int column, Qt::SortOrder direction,
                                    const std::stop_token& stop)
{
    const std::size_t count = rows->clips.size();
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    const bool ranked = !rows->hits.empty();
    const bool asItCame = column == -1 || column == ResultModel::PlayColumn || column == ResultModel::WaveformColumn ||
                          column == ResultModel::MatchColumn || (column == ResultModel::NameColumn && !ranked);
    if (asItCame) {
        const bool natural = column != ResultModel::MatchColumn && column != ResultModel::NameColumn;
        const Qt::SortOrder usual = column == ResultModel::MatchColumn ? Qt::DescendingOrder : Qt::AscendingOrder;
        if (natural || direction == usual || (column == ResultModel::MatchColumn && !ranked))
            return rows;
        std::ranges::reverse(order);
        return permuted(*rows, order);
    }
    const QCollator collator = naturalOrder();
    std::vector<Key> keys(count);
    for (std::size_t from = 0; from < count; from += kChunk) {
        if (stop.stop_requested())
            return std::nullopt;
        const std::size_t to = std::min(count, from + kChunk);
        for (const library::ClipDetails& d : view.details(std::span(rows->clips).subspan(from, to - from))) {
            const auto row = static_cast<std::size_t>(rows->rowOf.at(d.id));
            keys[row] = keyOf(d, ranked ? &rows->hits[row] : nullptr, column, collator);
        }
    }
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
        const bool unknownA = keys[a].index() == 0, unknownB = keys[b].index() == 0;
        if (unknownA || unknownB)
            return !unknownA && unknownB;
        return direction == Qt::AscendingOrder ? before(keys[a], keys[b]) : before(keys[b], keys[a]);
    });
    return permuted(*rows, order);
}

/// The typed filter within what is chosen elsewhere in the window.
library::SearchFilter within(library::SearchFilter typed, const library::SearchFilter& chosen)
{
    typed.root = chosen.root;
    typed.collection = chosen.collection;
    typed.category = chosen.category;
    typed.tags.insert(typed.tags.end(), chosen.tags.begin(), chosen.tags.end());
    if (chosen.favourite)
        typed.favourite = chosen.favourite;
    if (chosen.minRating)
        typed.minRating = std::max(*chosen.minRating, typed.minRating.value_or(0));
    typed.colour = chosen.colour;
    typed.only = chosen.only;
    return typed;
}

} // namespace

bool ListRequest::ranks() const
{
    return like || sound || library::parseQuery(caption.toStdString()).query.ranks();
}

bool ListRequest::asksTheSameAs(const ListRequest& other) const
{
    return caption == other.caption && like == other.like && sound.has_value() == other.sound.has_value() &&
           (!sound || (sound->file == other.sound->file && sound->start == other.sound->start &&
                       sound->end == other.sound->end)) &&
           relation == other.relation && filter == other.filter;
}

library::SearchFilter listFilter(const ListRequest& request)
{
    return within(library::searchFilter(library::parseQuery(request.caption.toStdString()).query), request.filter);
}

std::optional<ListAnswer> fetchList(const Path& catalogue, const std::string& modelId, library::SearchService* service,
                                    const ListRequest& request, std::stop_token stop)
{
    ListAnswer answer{request, nullptr, 0, 0};
    library::LibraryView view(catalogue, modelId);
    ResultRowsPtr rows;
    library::SearchRequest query = library::searchRequest(library::parseQuery(request.caption.toStdString()).query);
    query.filter = within(query.filter, request.filter);
    if (request.ranks()) {
        query.clip = request.like;
        query.sound = request.sound;
        if ((query.clip || query.sound) && request.captionWeight <= 0) {
            query.caption.clear();
            query.mixed.clear();
        }
        query.captionWeight = request.captionWeight;
        query.relation = request.relation;
        query.generality = request.generality;
        query.limit = kRankedRows;
        std::optional<library::SearchResult> result = service->search(query, stop);
        if (!result)
            return std::nullopt;
        answer.encodeMs = result->encodeMs;
        answer.searchMs = result->searchMs;
        rows = rankedRows(std::move(*result));
    } else {
        rows = browsedRows(view.clips(query.filter));
    }
    std::optional<ResultRowsPtr> inOrder = sorted(view, std::move(rows), request.sortColumn, request.sortOrder, stop);
    if (!inOrder)
        return std::nullopt;
    answer.rows = std::move(*inOrder);
    return answer;
}

} // namespace prolap::ui
