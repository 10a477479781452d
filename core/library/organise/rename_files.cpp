#include "core/library/organise/rename_files.h"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/error.h"
#include "db/clip_table.h"
#include "db/root_table.h"

namespace prolap::library {

namespace {

/// Renames without ever overwriting. Returns 0 or what errno says.
int renameFile(const Path& from, const Path& to)
{
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0)
        return 0;
    if (errno != EINVAL && errno != ENOSYS)
        return errno;
    // This file system cannot rename without replacing: a hard link fails where the name is taken, too.
    if (::link(from.c_str(), to.c_str()) == 0)
        return ::unlink(from.c_str()) == 0 ? 0 : errno;
    if (errno == EEXIST)
        return errno;
    struct stat there {};
    if (::lstat(to.c_str(), &there) == 0)
        return EEXIST;
    return ::rename(from.c_str(), to.c_str()) == 0 ? 0 : errno;
}

[[noreturn]] void refuse(int code, const RenamedFile& file)
{
    const std::string from = displayText(file.from), to = displayText(file.to.filename());
    switch (code) {
    case EEXIST:
        throw Error(ErrorKind::BadInput, from + " was not renamed: there is a file " + to + " already.");
    case ENOENT:
        throw Error(ErrorKind::NotFound, from + " was not renamed: it is not there; rescan its folder.");
    case EROFS:
        throw Error(ErrorKind::ReadOnly, from + " was not renamed: its disk is mounted read-only.");
    case ENAMETOOLONG:
        throw Error(ErrorKind::BadInput, from + " was not renamed: the new name is too long for its disk.");
    default:
        throw Error(ErrorKind::Permission, from + " was not renamed: " + std::strerror(code) + ".");
    }
}

} // namespace

RenamedOnDisk::RenamedOnDisk(db::Catalogue& catalogue, std::span<const RenamedFile> files)
{
    if (files.empty())
        return;
    db::ClipTable clips(catalogue);
    const std::vector<db::Root> roots = db::RootTable(catalogue).all();
    try {
        for (const RenamedFile& file : files) {
            const std::vector<db::Clip> known = clips.clips(std::span(&file.clip, 1));
            // A clip whose file is missing would lose its place, and its labels with it.
            for (const db::Root& root : roots)
                if (!known.empty() && root.id == known[0].root)
                    if (const auto there = clips.find(root.id, file.to.lexically_relative(root.path));
                        there && *there != file.clip)
                        refuse(EEXIST, file);
            if (const int code = renameFile(file.from, file.to); code != 0)
                refuse(code, file);
            m_done.push_back(file);
            if (known.empty())
                continue; // the clip is gone from the catalogue; the file has its name all the same
            for (const db::Root& root : roots)
                if (root.id == known[0].root)
                    clips.move(file.clip,
                               {root.id, file.to.lexically_relative(root.path), known[0].size, known[0].mtimeNs});
        }
    } catch (...) {
        takeBack();
        throw;
    }
}

RenamedOnDisk::~RenamedOnDisk()
{
    takeBack();
}

void RenamedOnDisk::takeBack()
{
    for (auto file = m_done.rbegin(); file != m_done.rend(); ++file)
        renameFile(file->to, file->from);
    m_done.clear();
}

} // namespace prolap::library
