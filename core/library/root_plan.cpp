#include "core/library/root_plan.h"

#include <algorithm>
#include <system_error>

#include "core/error.h"

namespace prolap::library {

namespace {

/// Absolute, without links where it is there, without a slash at its end.
Path plainPath(const Path& folder)
{
    std::error_code failed;
    Path path = std::filesystem::weakly_canonical(folder, failed);
    if (failed)
        path = std::filesystem::absolute(folder).lexically_normal();
    return path.has_filename() || path == path.root_path() ? path : path.parent_path();
}

/// What `inner` is called from `outer`: "." for the folder itself. None when it lies elsewhere.
std::optional<Path> within(const Path& inner, const Path& outer)
{
    const Path relative = inner.lexically_relative(outer);
    if (relative.empty() || *relative.begin() == "..")
        return std::nullopt;
    return relative;
}

void requireFolder(const Path& folder)
{
    std::error_code failed;
    const auto status = std::filesystem::status(folder, failed);
    if (!std::filesystem::exists(status) && status.type() != std::filesystem::file_type::unknown)
        throw Error(ErrorKind::NotFound, "The folder " + displayText(folder) + " is not there");
    if (std::filesystem::exists(status) && !std::filesystem::is_directory(status))
        throw Error(ErrorKind::BadInput,
                    displayText(folder) + " is not a folder; give the folder that holds the sound files");
}

} // namespace

std::vector<RootPlan> planRoots(db::RootTable& roots, const std::vector<Path>& folders)
{
    std::vector<Path> known;
    for (const db::Root& root : roots.all())
        known.push_back(root.path);

    std::vector<Path> wanted = folders.empty() ? known : std::vector<Path>();
    for (const Path& folder : folders) {
        const Path path = plainPath(folder);
        if (std::find(known.begin(), known.end(), path) == known.end())
            requireFolder(path);
        wanted.push_back(path);
    }
    // Outer folders first, so that what lies in them is seen to do so.
    std::sort(wanted.begin(), wanted.end());
    wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());

    std::vector<RootPlan> plans;
    for (const Path& folder : wanted) {
        // The innermost root that holds the folder.
        const Path* holder = nullptr;
        for (const Path& root : known)
            if (within(folder, root) && (!holder || within(root, *holder)))
                holder = &root;
        RootPlan plan;
        if (holder) {
            const Path below = *within(folder, *holder);
            plan.root = *roots.find(*holder);
            plan.scan.root = *holder;
            plan.scan.below = below == "." ? Path() : below;
        } else {
            plan.root = roots.add(folder);
            plan.scan.root = folder;
            known.push_back(folder);
        }
        const bool covered = std::any_of(plans.begin(), plans.end(), [&](const RootPlan& other) {
            return other.root == plan.root && (other.scan.below.empty() || within(plan.scan.below, other.scan.below));
        });
        if (!covered)
            plans.push_back(std::move(plan));
    }
    for (RootPlan& plan : plans)
        for (const Path& root : known)
            if (root != plan.scan.root && within(root, plan.scan.root))
                plan.scan.apart.insert(root);
    return plans;
}

} // namespace prolap::library
