#pragma once

#include <cstdio>
#include <string_view>

#include "core/paths.h"

namespace prolap::library {

/// A file that appears under its name only when it is whole. Errors: Error(NotFound, Permission, DiskFull, ReadOnly,
/// Internal) with the file. Threads: one.
class PartFile {
public:
    explicit PartFile(const Path& file);
    /// Takes away what finish() did not complete.
    ~PartFile();
    PartFile(const PartFile&) = delete;
    PartFile& operator=(const PartFile&) = delete;

    void write(const void* bytes, std::size_t size);
    void write(std::string_view text) { write(text.data(), text.size()); }
    void finish();

private:
    [[noreturn]] void fail();

    const Path m_file, m_part;
    std::FILE* m_stream;
};

} // namespace prolap::library
