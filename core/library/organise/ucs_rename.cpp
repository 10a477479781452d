#include "core/library/organise/ucs_rename.h"

#include <algorithm>
#include <cctype>
#include <set>
#include <system_error>

#include "core/library/organise/rename_files.h"
#include "db/catalogue.h"
#include "db/clip_table.h"
#include "db/root_table.h"

namespace prolap::library {

namespace {

constexpr std::size_t kLongestName = 255; ///< bytes, of most file systems

using Parts = std::map<std::string, std::string>;

/// Its words with capitals at their beginnings: `door_slam-03` becomes `Door Slam 03`.
std::string titleOf(const std::string& name)
{
    std::string title;
    bool beginning = true;
    for (const char c : name) {
        const bool blank = c == '_' || c == '-' || c == ' ' || c == '.';
        if (blank) {
            if (!title.empty() && title.back() != ' ')
                title += ' ';
            beginning = true;
            continue;
        }
        title += beginning ? static_cast<char>(std::toupper(static_cast<unsigned char>(c))) : c;
        beginning = false;
    }
    while (!title.empty() && title.back() == ' ')
        title.pop_back();
    return title;
}

std::string filled(const std::string& text, const Parts& parts)
{
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::size_t end = text[i] == '{' ? text.find('}', i) : std::string::npos;
        const auto part = end == std::string::npos ? parts.end() : parts.find(text.substr(i + 1, end - i - 1));
        if (part == parts.end()) {
            result += text[i];
            continue;
        }
        result += part->second;
        i = end;
    }
    return result;
}

/// The clip of a root that lies at an absolute path.
std::optional<ClipId> clipAt(db::Catalogue& catalogue, RootId id, const Path& path)
{
    for (const db::Root& root : db::RootTable(catalogue).all())
        if (root.id == id)
            return db::ClipTable(catalogue).find(id, path.lexically_relative(root.path));
    return std::nullopt;
}

} // namespace

std::vector<UcsProposal> proposeUcsNames(const Path& catalogue, std::span<const ClipId> clips, const UcsTemplate& names)
{
    db::Catalogue opened(catalogue);
    std::vector<UcsProposal> proposals;
    std::set<Path> taken;
    const std::vector<db::Clip> found = db::ClipTable(opened).clips(clips);
    const std::size_t digits = std::max<std::size_t>(2, std::to_string(found.size()).size());
    for (std::size_t i = 0; i < found.size(); ++i) {
        const db::Clip& clip = found[i];
        const std::string stem = displayText(clip.path.stem());
        const std::optional<UcsName> present = parseUcsName(stem);
        const std::string name = present ? present->fxName : stem;
        std::string number = std::to_string(i + 1);
        number.insert(0, digits - std::min(digits, number.size()), '0');
        const Parts parts{{"name", name},
                          {"title", titleOf(name)},
                          {"number", number},
                          {"category", present ? present->catId : ""},
                          {"creator", present ? present->creatorId : ""},
                          {"source", present ? present->sourceId : ""},
                          {"data", present ? present->userData : ""}};
        UcsName made;
        made.catId = filled(names.catId, parts);
        if (present)
            made.userCategory = present->userCategory;
        made.fxName = filled(names.fxName, parts);
        made.creatorId = filled(names.creatorId, parts);
        made.sourceId = filled(names.sourceId, parts);
        made.userData = filled(names.userData, parts);

        UcsProposal proposal{clip.id, clip.path, clip.path, {}};
        std::error_code unreachable;
        if (!parseUcsCatId(made.catId))
            proposal.problem = made.catId.empty() ? "It has no category yet; choose one."
                                                  : "\"" + made.catId + "\" is no category of the system.";
        else if (made.fxName.empty())
            proposal.problem = "The name would be empty.";
        else {
            Path file(ucsStem(made));
            file += clip.path.extension();
            proposal.to = clip.path.parent_path() / file;
            if (file.native().size() > kLongestName)
                proposal.problem = "The new name is too long.";
            else if (!clip.online)
                proposal.problem = "The file is not reachable just now.";
            else if (!taken.insert(proposal.to).second)
                proposal.problem = "Another clip would get the same name; add {number}.";
            else if (proposal.to != proposal.from && std::filesystem::exists(proposal.to, unreachable))
                proposal.problem = "There is a file of this name already.";
            else if (const auto other = clipAt(opened, clip.root, proposal.to); other && *other != clip.id)
                proposal.problem = "The library has a clip of this name, whose file is missing.";
        }
        proposals.push_back(std::move(proposal));
    }
    return proposals;
}

Edit renameFiles(const Path& catalogue, std::span<const UcsProposal> proposals)
{
    Edit edit;
    edit.kind = Edit::Kind::RenameFiles;
    for (const UcsProposal& proposal : proposals)
        if (proposal.problem.empty() && proposal.from != proposal.to)
            edit.renamed.push_back({proposal.clip, proposal.from, proposal.to});
    edit.clips = static_cast<std::int64_t>(edit.renamed.size());
    if (edit.renamed.empty())
        return edit;
    db::Catalogue opened(catalogue);
    db::Transaction transaction(opened);
    RenamedOnDisk onDisk(opened, edit.renamed);
    transaction.commit();
    onDisk.keep();
    return edit;
}

} // namespace prolap::library
