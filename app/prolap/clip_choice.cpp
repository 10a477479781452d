#include "app/prolap/clip_choice.h"

#include <algorithm>
#include <system_error>

#include <fmt/format.h>

#include "core/error.h"
#include "db/clip_table.h"
#include "db/root_table.h"

namespace prolap::app {

namespace {

/// The path as the library keeps it; a link at its end is not followed.
Path spelled(const std::string& typed)
{
    const Path path = std::filesystem::absolute(typed).lexically_normal();
    const Path plain = path.has_filename() ? path : path.parent_path();
    std::error_code unreadable;
    const Path folder = std::filesystem::weakly_canonical(plain.parent_path(), unreadable);
    return unreadable ? plain : folder / plain.filename();
}

bool liesIn(const Path& path, const Path& folder)
{
    return std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first == folder.end();
}

} // namespace

std::vector<ClipId> clipsAt(const Path& catalogue, const std::vector<std::string>& paths)
{
    db::Catalogue opened(catalogue);
    db::ClipTable table(opened);
    const std::vector<db::Root> roots = db::RootTable(opened).all();
    std::vector<ClipId> clips;
    for (const std::string& typed : paths) {
        const Path path = spelled(typed);
        const std::size_t before = clips.size();
        for (const db::Root& root : roots) {
            if (liesIn(root.path, path)) { // the whole root
                for (const auto& [bytes, file] : table.known(root.id))
                    clips.push_back(file.id);
                continue;
            }
            if (!liesIn(path, root.path))
                continue;
            const Path relative = path.lexically_relative(root.path);
            if (const auto clip = table.find(root.id, relative)) {
                clips.push_back(*clip);
                continue;
            }
            for (const auto& [bytes, file] : table.known(root.id))
                if (liesIn(file.path, relative))
                    clips.push_back(file.id);
        }
        if (clips.size() == before)
            throw Error(ErrorKind::NotFound,
                        fmt::format("{} is not in the library; `prolap index` adds folders.", displayText(path)));
    }
    std::sort(clips.begin(), clips.end());
    clips.erase(std::unique(clips.begin(), clips.end()), clips.end());
    return clips;
}

} // namespace prolap::app
