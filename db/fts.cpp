#include "db/fts.h"

#include <algorithm>

#include <sqlite3.h>

#include "core/error.h"

namespace prolap::db {

namespace {

/// The way to FTS5's own functions that its documentation gives.
fts5_api* ftsApi(sqlite3* database)
{
    fts5_api* api = nullptr;
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(database, "SELECT fts5(?1)", -1, &statement, nullptr) == SQLITE_OK) {
        sqlite3_bind_pointer(statement, 1, &api, "fts5_api_ptr", nullptr);
        sqlite3_step(statement);
    }
    sqlite3_finalize(statement);
    if (!api)
        throw Error(ErrorKind::Unsupported, "This system's SQLite was built without FTS5, which the library needs.");
    return api;
}

void foundWords(const Fts5ExtensionApi* api, Fts5Context* context, sqlite3_context* result, int, sqlite3_value** values)
{
    sqlite3_int64 found = 0;
    const int skip = sqlite3_value_int(values[0]);
    const int count = std::min(api->xPhraseCount(context) - skip, static_cast<int>(kMaxQueryWords));
    for (int word = 0; word < count; ++word) {
        Fts5PhraseIter place;
        int column = -1, offset = 0;
        if (const int code = api->xPhraseFirst(context, skip + word, &place, &column, &offset); code != SQLITE_OK) {
            sqlite3_result_error_code(result, code);
            return;
        }
        if (column >= 0)
            found |= static_cast<sqlite3_int64>(1 + column) << (3 * word);
    }
    sqlite3_result_int64(result, found);
}

struct Collected {
    std::string_view text;
    std::vector<Token> tokens;
};

int collect(void* context, int, const char* token, int size, int start, int end)
{
    auto& collected = *static_cast<Collected*>(context);
    collected.tokens.push_back(
        {std::string(token, static_cast<std::size_t>(size)),
         std::string(collected.text.substr(static_cast<std::size_t>(start), static_cast<std::size_t>(end - start))),
         start});
    return SQLITE_OK;
}

} // namespace

void registerWordFunctions(sqlite3* database)
{
    fts5_api* api = ftsApi(database);
    api->xCreateFunction(api, "found_words", nullptr, foundWords, nullptr);
}

std::vector<Token> tokens(sqlite3* database, std::string_view text)
{
    fts5_api* api = ftsApi(database);
    fts5_tokenizer methods{};
    void* context = nullptr;
    Fts5Tokenizer* tokenizer = nullptr;
    const char* options[] = {"remove_diacritics", "2"};
    if (api->xFindTokenizer(api, "unicode61", &context, &methods) != SQLITE_OK ||
        methods.xCreate(context, options, 2, &tokenizer) != SQLITE_OK)
        throw Error(ErrorKind::Unsupported, "This system's SQLite has no Unicode tokenizer, which the library needs.");
    Collected collected{text, {}};
    methods.xTokenize(tokenizer, &collected, FTS5_TOKENIZE_QUERY, text.data(), static_cast<int>(text.size()), collect);
    methods.xDelete(tokenizer);
    return std::move(collected.tokens);
}

} // namespace prolap::db
