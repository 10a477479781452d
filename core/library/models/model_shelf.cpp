#include "core/library/models/model_shelf.h"

#include <algorithm>
#include <system_error>

#include <fmt/format.h>

#include "core/error.h"
#include "core/model/starter.h"

namespace prolap::library {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void fail(const Path& path, const char* what, const std::error_code& code)
{
    const ErrorKind kind = code == std::errc::no_space_on_device        ? ErrorKind::DiskFull
                           : code == std::errc::read_only_file_system   ? ErrorKind::ReadOnly
                           : code == std::errc::permission_denied       ? ErrorKind::Permission
                           : code == std::errc::operation_not_permitted ? ErrorKind::Permission
                                                                        : ErrorKind::Internal;
    throw Error(kind, fmt::format("{} cannot be {}: {}.", displayText(path), what, code.message()));
}

/// The path without `.`, `..` and a slash at its end.
Path plain(const Path& path)
{
    Path normal = fs::absolute(path).lexically_normal();
    return normal.has_filename() ? normal : normal.parent_path();
}

bool same(const Path& a, const Path& b)
{
    std::error_code code;
    return plain(a) == plain(b) || fs::equivalent(a, b, code);
}

bool isStarter(const Path& path)
{
    try {
        return same(model::starterPack(), path);
    } catch (const Error&) {
        return false;
    }
}

bool isSmall(const Path& path)
{
    const Path small = model::starterSmallPack();
    return !small.empty() && same(small, path);
}

} // namespace

Path shelfFolder()
{
    return userDataDir() / "models";
}

std::vector<ShelfPlace> shelf()
{
    std::vector<ShelfPlace> places;
    std::error_code code;
    for (fs::directory_iterator at(shelfFolder(), code), end; !code && at != end; at.increment(code)) {
        std::error_code ignored;
        const std::string name = at->path().filename().native();
        if (name.starts_with('.') || name.ends_with(".old"))
            continue;
        const bool linked = at->is_symlink(ignored);
        if (linked) {
            const Path target = fs::read_symlink(at->path(), ignored);
            places.push_back({name, (shelfFolder() / target).lexically_normal(), true});
        } else if (at->is_directory(ignored) || at->path().extension() == ".pt" || at->path().extension() == ".pth") {
            places.push_back({name, at->path(), false});
        }
    }
    std::ranges::sort(places, {}, &ShelfPlace::name);
    return places;
}

std::string rememberModel(const Path& path)
{
    std::error_code code;
    const Path target = plain(path);
    if (!fs::exists(target, code))
        throw Error(ErrorKind::NotFound, fmt::format("{} is not there.", displayText(target)));
    if (isStarter(target))
        return "starter";
    if (isSmall(target))
        return "starter-small";
    for (const ShelfPlace& place : shelf())
        if (same(place.path, target))
            return place.name;
    fs::create_directories(shelfFolder(), code);
    if (code)
        fail(shelfFolder(), "created", code);
    const std::string name = target.filename().native();
    for (int number = 1;; ++number) {
        const std::string free = number == 1 ? name : fmt::format("{}-{}", name, number);
        fs::create_symlink(target, shelfFolder() / free, code);
        if (!code)
            return free;
        if (code != std::errc::file_exists)
            fail(shelfFolder() / free, "created", code);
    }
}

void takeOffShelf(const std::string& name)
{
    const auto all = shelf();
    const auto found = std::ranges::find(all, name, &ShelfPlace::name);
    if (found == all.end())
        throw Error(ErrorKind::NotFound,
                    fmt::format("There is no model {} in {}.", validUtf8(name), displayText(shelfFolder())));
    const Path place = shelfFolder() / name;
    std::error_code code;
    if (found->linked) {
        fs::remove(place, code);
    } else {
        // First out of sight: a removal that is broken off leaves no half model behind.
        const Path hidden = shelfFolder() / fmt::format(".{}.deleted", name);
        fs::remove_all(hidden, code);
        fs::rename(place, hidden, code);
        if (!code)
            fs::remove_all(hidden, code);
    }
    if (code)
        fail(place, "deleted", code);
}

Path modelNamed(const std::string& nameOrPath)
{
    std::error_code code;
    if (nameOrPath.find('/') != std::string::npos || fs::exists(nameOrPath, code))
        return nameOrPath;
    for (const ShelfPlace& place : shelf())
        if (place.name == nameOrPath)
            return place.path;
    if (nameOrPath == "starter")
        return model::starterPack();
    if (const Path small = model::starterSmallPack(); nameOrPath == "starter-small" && !small.empty())
        return small;
    return nameOrPath;
}

} // namespace prolap::library
