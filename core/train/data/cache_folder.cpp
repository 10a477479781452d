#include "core/train/data/cache_folder.h"

#include <algorithm>
#include <chrono>
#include <regex>
#include <vector>

namespace prolap::train {

namespace {

namespace fs = std::filesystem;

struct CachedFile {
    fs::file_time_type used;
    Path path;
    std::uint64_t bytes;
};

bool isCachedFile(const Path& relative)
{
    static const std::regex names("(audio|text)-[0-9a-f]{32}[-a-z]*\\.safetensors"
                                  "|mel-[0-9a-f]{32}/[0-9a-f]{2}/[0-9a-f]{64}\\.safetensors");
    return std::regex_match(relative.generic_string(), names);
}

/// What a process that was killed while it wrote has left; nobody writes for so long.
bool isAbandoned(const Path& file, fs::file_time_type written)
{
    static const std::regex names("\\.((audio|text)-[0-9a-f]{32}[-a-z]*|[0-9a-f]{64})"
                                  "\\.safetensors\\.[A-Za-z0-9]{6}");
    return std::regex_match(file.filename().string(), names) &&
           fs::file_time_type::clock::now() - written > std::chrono::hours(24);
}

std::vector<CachedFile> cachedFiles(const Path& folder)
{
    std::vector<CachedFile> files;
    std::error_code error;
    using Walk = fs::recursive_directory_iterator;
    // Others may remove what is listed: each look may find nothing any more.
    for (Walk at(folder, fs::directory_options::skip_permission_denied, error); !error && at != Walk();
         at.increment(error)) {
        std::error_code gone;
        if (!at->is_regular_file(gone) || gone)
            continue;
        const fs::file_time_type used = at->last_write_time(gone);
        const std::uintmax_t bytes = gone ? 0 : at->file_size(gone);
        if (gone)
            continue;
        if (isCachedFile(at->path().lexically_relative(folder)))
            files.push_back({used, at->path(), bytes});
        else if (isAbandoned(at->path(), used))
            fs::remove(at->path(), gone);
    }
    return files;
}

} // namespace

void markUsed(const Path& file)
{
    std::error_code ignored;
    fs::last_write_time(file, fs::file_time_type::clock::now(), ignored);
}

std::uint64_t trimCacheFolder(const Path& folder, std::uint64_t limit)
{
    std::vector<CachedFile> files = cachedFiles(folder);
    std::uint64_t total = 0;
    for (const CachedFile& file : files)
        total += file.bytes;
    std::sort(files.begin(), files.end(), [](const CachedFile& a, const CachedFile& b) { return a.used < b.used; });
    for (const CachedFile& file : files) {
        if (total <= limit)
            break;
        std::error_code error;
        fs::remove(file.path, error);
        if (!error)
            total -= file.bytes;
    }
    return total;
}

} // namespace prolap::train
