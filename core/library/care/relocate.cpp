#include "core/library/care/relocate.h"

#include <algorithm>
#include <optional>
#include <system_error>

#include "core/library/folder_scan.h"
#include "db/catalogue.h"
#include "db/clip_table.h"
#include "db/root_table.h"

namespace prolap::library {

namespace {

constexpr std::size_t kExamples = 5;

Path plain(const Path& folder)
{
    std::error_code failed;
    Path path = std::filesystem::weakly_canonical(folder, failed);
    if (failed)
        path = std::filesystem::absolute(folder).lexically_normal();
    return path.has_filename() || path == path.root_path() ? path : path.parent_path();
}

bool liesIn(const Path& inner, const Path& outer)
{
    return std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end()).first == outer.end();
}

/// The new path of the root, checked.
Path target(db::RootTable& roots, RootId root, const Path& to)
{
    const Path path = plain(to);
    const std::vector<db::Root> all = roots.all();
    if (std::none_of(all.begin(), all.end(), [&](const db::Root& other) { return other.id == root; }))
        throw Error(ErrorKind::NotFound, "This folder is no longer in the library.");
    for (const db::Root& other : all)
        if (other.id != root && (liesIn(path, other.path) || liesIn(other.path, path)))
            throw Error(ErrorKind::BadInput, displayText(path) + " overlaps with the folder " +
                                                 displayText(other.path) +
                                                 " of the library; choose the place where the missing folder is now.");
    std::error_code failed;
    if (!std::filesystem::is_directory(path, failed))
        throw Error(ErrorKind::NotFound, "The folder " + displayText(path) + " is not there.");
    return path;
}

} // namespace

RelocationCheck checkRelocation(const Path& catalogue, RootId root, const Path& to, std::stop_token stop,
                                const ProgressFn& progress)
{
    db::Catalogue opened(catalogue);
    db::RootTable roots(opened);
    const Path path = target(roots, root, to);
    RelocationCheck check;
    ProgressThrottle throttle;
    const auto known = db::ClipTable(opened).known(root);
    for (const auto& [bytes, file] : known) {
        if (stop.stop_requested()) {
            check.outcome = Outcome::Cancelled;
            return check;
        }
        ++check.clips;
        const std::optional<FoundFile> there = statFile(path / file.path, file.path);
        if (there && there->size == file.size)
            ++check.found;
        else if (check.examples.size() < kExamples)
            check.examples.push_back(file.path);
        if (progress && throttle.due())
            progress({check.clips, static_cast<std::int64_t>(known.size()), displayText(file.path), -1});
    }
    std::sort(check.examples.begin(), check.examples.end());
    return check;
}

void relocateRoot(const Path& catalogue, RootId root, const Path& to)
{
    db::Catalogue opened(catalogue);
    db::RootTable roots(opened);
    const Path path = target(roots, root, to);
    db::Transaction transaction(opened);
    roots.relocate(root, path);
    roots.setOnline(root, true);
    transaction.commit();
}

RootId rootAt(const Path& catalogue, const Path& path)
{
    db::Catalogue opened(catalogue);
    db::RootTable roots(opened);
    for (const Path& spelled : {path, plain(path)})
        if (const auto root = roots.find(spelled))
            return *root;
    std::string known;
    for (const db::Root& root : roots.all())
        known.append(known.empty() ? "" : ", ").append(displayText(root.path));
    throw Error(ErrorKind::NotFound, displayText(path) + " is no folder of this library; it has " +
                                         (known.empty() ? std::string("none") : known) + ".");
}

} // namespace prolap::library
