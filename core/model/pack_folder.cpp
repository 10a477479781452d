#include "core/model/pack_folder.h"

#include <system_error>

#include <fmt/format.h>
#include <unistd.h>

#include "core/atomic_file.h"
#include "core/error.h"

namespace prolap::model {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void fail(const Path& path, const char* what, const std::error_code& code)
{
    ErrorKind kind = ErrorKind::Internal;
    if (code == std::errc::no_space_on_device)
        kind = ErrorKind::DiskFull;
    else if (code == std::errc::read_only_file_system)
        kind = ErrorKind::ReadOnly;
    else if (code == std::errc::permission_denied || code == std::errc::operation_not_permitted)
        kind = ErrorKind::Permission;
    else if (code == std::errc::no_such_file_or_directory)
        kind = ErrorKind::NotFound;
    throw Error(kind, fmt::format("{} cannot be {}: {}.", displayText(path), what, code.message()));
}

/// Whether the folder holds nothing, or a pack or heads folder, which may be replaced.
bool replaceable(const Path& folder)
{
    std::error_code code;
    if (!fs::is_directory(folder, code))
        return false;
    if (fs::is_empty(folder, code))
        return true;
    return fs::exists(folder / "config.json", code) &&
           (fs::exists(folder / "model.safetensors", code) || fs::exists(folder / "heads.safetensors", code));
}

} // namespace

PackFolderWriter::PackFolderWriter(const Path& pack) : m_pack(fs::absolute(pack).lexically_normal())
{
    if (!m_pack.has_filename()) // "packs/mine/"
        m_pack = m_pack.parent_path();
    std::error_code code;
    if (fs::exists(fs::symlink_status(m_pack, code)) && !replaceable(m_pack))
        throw Error(ErrorKind::BadInput,
                    fmt::format("{} is there and is no model pack: it is not replaced.", displayText(m_pack)));
    fs::create_directories(m_pack.parent_path(), code);
    if (code)
        fail(m_pack.parent_path(), "created", code);
    std::string name = (m_pack.parent_path() / fmt::format(".{}.XXXXXX", m_pack.filename().string())).string();
    if (!::mkdtemp(name.data()))
        fail(m_pack.parent_path(), "written to", std::error_code(errno, std::generic_category()));
    m_folder = name;
    fs::permissions(m_folder,
                    fs::perms::owner_all | fs::perms::group_read | fs::perms::group_exec | fs::perms::others_read |
                        fs::perms::others_exec,
                    code);
}

PackFolderWriter::~PackFolderWriter()
{
    std::error_code code;
    if (!m_folder.empty())
        fs::remove_all(m_folder, code);
}

void PackFolderWriter::writeText(const char* name, std::string_view text)
{
    AtomicFile file(m_folder / name);
    file.write(text);
    file.commit();
}

std::span<const char* const> tokenizerFiles(std::string_view kind)
{
    static constexpr const char* kWordPiece[] = {"vocab.txt"};
    static constexpr const char* kBpe[] = {"vocab.json", "merges.txt", "tokenizer.json"};
    return kind == "wordpiece" ? std::span<const char* const>(kWordPiece) : std::span<const char* const>(kBpe);
}

void PackFolderWriter::copyTokenizerFiles(const Path& from, std::string_view kind)
{
    for (const char* name : tokenizerFiles(kind)) {
        std::error_code code;
        if (!fs::exists(from / name, code))
            continue;
        if (!fs::copy_file(from / name, m_folder / name, code) || code)
            fail(from / name, "copied", code);
    }
}

void PackFolderWriter::commit()
{
    std::error_code code;
    const Path old = m_folder.string() + ".old";
    const bool replaces = fs::exists(m_pack, code);
    if (replaces) {
        fs::rename(m_pack, old, code);
        if (code)
            fail(m_pack, "replaced", code);
    }
    fs::rename(m_folder, m_pack, code);
    if (code) {
        const std::error_code why = code;
        if (replaces)
            fs::rename(old, m_pack, code);
        fail(m_pack, "written", why);
    }
    m_folder.clear();
    if (replaces)
        fs::remove_all(old, code);
}

} // namespace prolap::model
