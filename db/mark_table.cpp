#include "db/mark_table.h"

#include <fmt/format.h>

#include "db/query.h"

namespace prolap::db {

namespace {

void requireRating(int rating)
{
    if (rating < 0 || rating > kMaxRating)
        throw Error(ErrorKind::BadInput, fmt::format("A rating is 0 to {} stars; {} was given.", kMaxRating, rating));
}

/// sql: sets ?2 on clip ?1.
template <typename Value>
void setEach(Connection& connection, const char* sql, std::span<const ClipId> clips, const Value& value)
{
    WriteScope scope(connection);
    for (const ClipId clip : clips)
        Query(connection, sql, clip, value).run();
    scope.commit();
}

} // namespace

std::optional<ClipMarks> MarkTable::marks(ClipId clip)
{
    Query query(m_catalogue.connection(), "SELECT rating, favourite, colour, note FROM clip WHERE id = ?1", clip);
    if (!query.step())
        return std::nullopt;
    return ClipMarks{static_cast<int>(query.integer(0)), query.integer(1) != 0,
                     static_cast<ColourLabel>(query.integer(2)), query.text(3)};
}

void MarkTable::setMarks(ClipId clip, const ClipMarks& marks)
{
    requireRating(marks.rating);
    const std::string note = validUtf8(marks.note);
    Query(m_catalogue.connection(), "UPDATE clip SET rating = ?2, favourite = ?3, colour = ?4, note = ?5 WHERE id = ?1",
          clip, marks.rating, marks.favourite, static_cast<int>(marks.colour), note)
        .run();
}

void MarkTable::setRating(std::span<const ClipId> clips, int rating)
{
    requireRating(rating);
    setEach(m_catalogue.connection(), "UPDATE clip SET rating = ?2 WHERE id = ?1", clips, rating);
}

void MarkTable::setFavourite(std::span<const ClipId> clips, bool favourite)
{
    setEach(m_catalogue.connection(), "UPDATE clip SET favourite = ?2 WHERE id = ?1", clips, favourite);
}

void MarkTable::setColour(std::span<const ClipId> clips, ColourLabel colour)
{
    setEach(m_catalogue.connection(), "UPDATE clip SET colour = ?2 WHERE id = ?1", clips, static_cast<int>(colour));
}

void MarkTable::setNote(std::span<const ClipId> clips, const std::string& note)
{
    setEach(m_catalogue.connection(), "UPDATE clip SET note = ?2 WHERE id = ?1", clips, validUtf8(note));
}

} // namespace prolap::db
