#include "db/clip_ucs.h"

#include <array>

#include <sqlite3.h>

#include "core/ucs_name.h"
#include "db/query.h"

namespace prolap::db {

namespace {

/// In the order of clip_ucs.
std::array<const std::string*, 8> columnsOf(const UcsName& name)
{
    return {&name.catId,  &name.category,  &name.subcategory, &name.userCategory,
            &name.fxName, &name.creatorId, &name.sourceId,    &name.userData};
}

std::optional<UcsName> ucsOf(const std::string& fileName)
{
    return parseUcsName(Path(fileName).stem().native());
}

void ucsPart(sqlite3_context* result, int, sqlite3_value** values)
{
    const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(values[0]));
    const int column = sqlite3_value_int(values[1]);
    const auto name = text ? ucsOf(text) : std::nullopt;
    if (!name || column < 0 || column >= 8) {
        sqlite3_result_null(result);
        return;
    }
    const std::string& part = *columnsOf(*name)[static_cast<std::size_t>(column)];
    sqlite3_result_text(result, part.data(), static_cast<int>(part.size()), SQLITE_TRANSIENT);
}

} // namespace

void refreshUcs(Connection& connection, ClipId clip, const std::string& name)
{
    Query(connection, "DELETE FROM clip_ucs WHERE clip_id = ?1", clip).run();
    const std::optional<UcsName> ucs = ucsOf(name);
    if (!ucs)
        return;
    Query(connection,
          "INSERT INTO clip_ucs (clip_id, cat_id, category, subcategory, user_category, fx_name, creator_id, "
          "source_id, user_data) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
          clip, ucs->catId, ucs->category, ucs->subcategory, ucs->userCategory, ucs->fxName, ucs->creatorId,
          ucs->sourceId, ucs->userData)
        .run();
}

void registerUcsFunction(sqlite3* database)
{
    sqlite3_create_function(database, "ucs_part", 2, SQLITE_UTF8 | SQLITE_DETERMINISTIC, nullptr, ucsPart, nullptr,
                            nullptr);
}

} // namespace prolap::db
