#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string_view>

namespace prolap::checkpoint {

/// Reads little-endian numbers and byte runs one after the other; never past the end.
class ByteCursor {
public:
    explicit ByteCursor(std::span<const std::byte> bytes, std::size_t at = 0) : m_bytes(bytes), m_at(at) {}

    std::size_t position() const { return m_at; }
    std::size_t left() const { return m_bytes.size() - m_at; }

    /// The next bytes, or nullopt (and no step) where fewer are left.
    std::optional<std::span<const std::byte>> take(std::uint64_t count)
    {
        if (count > left())
            return std::nullopt;
        const auto taken = m_bytes.subspan(m_at, static_cast<std::size_t>(count));
        m_at += taken.size();
        return taken;
    }

    template <typename Number> std::optional<Number> number()
    {
        static_assert(std::endian::native == std::endian::little);
        const auto bytes = take(sizeof(Number));
        if (!bytes)
            return std::nullopt;
        Number value;
        std::memcpy(&value, bytes->data(), sizeof value);
        return value;
    }

private:
    std::span<const std::byte> m_bytes;
    std::size_t m_at; ///< at most m_bytes.size()
};

inline std::string_view asText(std::span<const std::byte> bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

} // namespace prolap::checkpoint
