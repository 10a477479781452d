#pragma once

#include <memory>
#include <span>
#include <stop_token>
#include <string>

#include "core/paths.h"

namespace prolap {

/// SHA-256 of bytes as they come, as 64 lower-case hexadecimal digits.
class ContentHash {
public:
    ContentHash();
    ~ContentHash();
    ContentHash(ContentHash&&) noexcept;
    ContentHash& operator=(ContentHash&&) noexcept;

    void add(std::span<const std::byte> bytes);
    void add(std::string_view bytes);
    /// Ends the sum; the object takes no more bytes.
    std::string hex();

private:
    struct Context;
    std::unique_ptr<Context> m_context;
};

/// SHA-256 of a file's bytes. Empty when stopped. Errors: Error(NotFound, Permission, Internal) with the file.
std::string fileSha256(const Path& file, std::stop_token stop = {});

} // namespace prolap
