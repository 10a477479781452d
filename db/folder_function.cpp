#include "db/folder_function.h"

#include <filesystem>
#include <string>
#include <system_error>

#include <sqlite3.h>

namespace prolap::db {

namespace {

void isFolder(sqlite3_context* context, int, sqlite3_value** values)
{
    const void* bytes = sqlite3_value_blob(values[0]);
    const auto size = static_cast<std::size_t>(sqlite3_value_bytes(values[0]));
    std::error_code failed;
    const bool there =
        bytes && std::filesystem::is_directory(std::string(static_cast<const char*>(bytes), size), failed);
    sqlite3_result_int(context, there ? 1 : 0);
}

} // namespace

void registerFolderFunction(sqlite3* handle)
{
    // Only the program's own statements may ask: a schema of strangers learns nothing of the disk.
    sqlite3_create_function(handle, "is_folder", 1, SQLITE_UTF8 | SQLITE_DIRECTONLY, nullptr, isFolder, nullptr,
                            nullptr);
}

} // namespace prolap::db
