#pragma once

#include <memory>
#include <stop_token>
#include <string>

#include "core/paths.h"

namespace prolap::library {

/// A ZIP archive of files as they are (sound hardly shrinks), by libarchive. It appears under its name only when it is
/// whole. Errors: Error(NotFound, Permission, DiskFull, ReadOnly, Internal) with the file. Threads: one.
class ZipFile {
public:
    explicit ZipFile(const Path& file);
    ~ZipFile();
    ZipFile(const ZipFile&) = delete;
    ZipFile& operator=(const ZipFile&) = delete;

    /// name: valid UTF-8, within the archive. Returns false when stopped; the archive is then of no use.
    bool add(const Path& source, const std::string& name, const std::stop_token& stop);
    void finish();

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace prolap::library
