#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "core/ids.h"
#include "db/connection.h"

namespace prolap::db {

/// Bytes to bind as a BLOB.
struct Bytes {
    const void* data = nullptr;
    std::size_t size = 0;

    explicit Bytes(std::string_view text) : data(text.data()), size(text.size()) {}
    template <typename T> explicit Bytes(std::span<const T> values) : data(values.data()), size(values.size_bytes()) {}
};

/// A value to bind whose type is known only at run time.
using SqlValue = std::variant<std::int64_t, double, std::string>;

/// One use of a cached prepared statement. Bound texts and bytes must outlive it. Errors of SQLite come as Error.
/// Private to this folder.
class Query {
public:
    template <typename... Values>
    Query(Connection& connection, const char* sql, const Values&... values)
        : m_connection(connection), m_sql(sql), m_statement(connection.take(sql))
    {
        int index = 0;
        (bind(++index, values), ...);
    }
    ~Query();
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;

    /// Binds values, the first to ?index. For conditions that are put together as they are needed.
    void bindFrom(int index, std::span<const SqlValue> values)
    {
        for (const SqlValue& value : values)
            std::visit([&](const auto& held) { bind(index++, held); }, value);
    }

    /// True when there is a row to read.
    bool step();
    /// Steps to the end. Returns the number of rows changed.
    int run();

    bool isNull(int column) const { return m_statement->getColumn(column).isNull(); }
    std::int64_t integer(int column) const { return m_statement->getColumn(column).getInt64(); }
    double real(int column) const { return m_statement->getColumn(column).getDouble(); }
    /// Text or blob.
    std::string text(int column) const { return m_statement->getColumn(column).getString(); }
    std::string_view bytes(int column) const
    {
        const SQLite::Column value = m_statement->getColumn(column);
        return {static_cast<const char*>(value.getBlob()), static_cast<std::size_t>(value.getBytes())};
    }
    std::optional<double> optionalReal(int column) const
    {
        return isNull(column) ? std::optional<double>() : real(column);
    }
    std::optional<float> optionalFloat(int column) const
    {
        return isNull(column) ? std::optional<float>() : static_cast<float>(real(column));
    }
    template <typename IdType> IdType id(int column) const { return IdType{integer(column)}; }

private:
    void bind(int index, std::int64_t value) { m_statement->bind(index, value); }
    void bind(int index, int value) { m_statement->bind(index, value); }
    void bind(int index, bool value) { m_statement->bind(index, value ? 1 : 0); }
    void bind(int index, double value) { m_statement->bind(index, value); }
    void bind(int index, const std::string& value) { m_statement->bindNoCopy(index, value); }
    void bind(int index, const Bytes& value);
    void bind(int index, std::nullopt_t) { m_statement->bind(index); }
    template <typename Tag> void bind(int index, const Id<Tag>& value) { bind(index, value.value); }
    template <typename T> void bind(int index, const std::optional<T>& value)
    {
        if (value)
            bind(index, *value);
        else
            m_statement->bind(index);
    }

    Connection& m_connection;
    const char* m_sql;
    std::unique_ptr<SQLite::Statement> m_statement;
};

} // namespace prolap::db
