#include "core/library/demo_sounds.h"

namespace prolap::library {

namespace {

constexpr const char* kDebianSounds[] = {"/usr/share/sonic-pi/samples", "/usr/share/lmms/samples",
                                         "/usr/share/sounds/freedesktop/stereo"};

} // namespace

std::vector<Path> demoFolders()
{
    std::vector<Path> folders;
    for (const char* folder : kDebianSounds) {
        std::error_code unreadable;
        if (std::filesystem::is_directory(folder, unreadable))
            folders.emplace_back(folder);
    }
    return folders;
}

} // namespace prolap::library
