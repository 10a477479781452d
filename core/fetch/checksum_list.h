#pragma once

#include <map>
#include <string>
#include <string_view>

#include "core/paths.h"

namespace prolap::fetch {

/// The file SHA256SUMS of a folder, in the format of `sha256sum`: what each file amounted to when it was fetched.
class ChecksumList {
public:
    /// What the folder has; empty when there is none. Lines of another form are left out.
    explicit ChecksumList(const Path& folder);

    /// The SHA-256 of a file of the folder; empty when it is not listed.
    std::string find(std::string_view name) const;
    /// Lists a file and writes the list. Errors: those of throwWriteError.
    void record(const std::string& name, const std::string& sha256);

private:
    Path m_file;
    std::map<std::string, std::string, std::less<>> m_sums;
};

} // namespace prolap::fetch
