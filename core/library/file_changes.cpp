#include "core/library/file_changes.h"

#include <algorithm>
#include <unordered_set>

namespace prolap::library {

bool liesIn(const Path& path, const Path& folder)
{
    if (folder.empty())
        return true;
    const std::string& inner = path.native();
    const std::string& outer = folder.native();
    return inner.starts_with(outer) && (inner.size() == outer.size() || inner[outer.size()] == '/');
}

FileChanges compareFiles(const RootPlan& plan, const ScanResult& scan,
                         const std::unordered_map<std::string, db::KnownFile>& known)
{
    FileChanges changes;
    std::unordered_set<std::string> there;
    for (const FoundFile& file : scan.files) {
        there.insert(file.path.native());
        const auto before = known.find(file.path.native());
        if (before == known.end()) {
            changes.fresh.push_back({plan.root, file, plan.scan.root / file.path, {}});
        } else if (before->second.size == file.size && before->second.mtimeNs == file.mtimeNs) {
            ++changes.unchanged;
            if (before->second.missing)
                changes.reappeared.push_back(before->second.id);
        } else {
            changes.fresh.push_back({plan.root, file, plan.scan.root / file.path, before->second});
        }
    }
    for (const auto& [path, file] : known) {
        const bool unseen = std::any_of(scan.unreadable.begin(), scan.unreadable.end(),
                                        [&](const Path& folder) { return liesIn(file.path, folder); });
        if (!there.contains(path) && liesIn(file.path, plan.scan.below) && !unseen)
            changes.gone.push_back(file);
    }
    std::sort(changes.gone.begin(), changes.gone.end(),
              [](const db::KnownFile& a, const db::KnownFile& b) { return a.id < b.id; });
    return changes;
}

} // namespace prolap::library
