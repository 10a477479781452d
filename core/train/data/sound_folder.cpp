#include "core/train/data/sound_folder.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/audio/media_extensions.h"
#include "core/error.h"

namespace prolap::train {

namespace {

std::vector<Path> soundsIn(const Path& folder, std::error_code& error)
{
    std::vector<Path> files;
    for (std::filesystem::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        if (audio::hasMediaExtension(at->path().filename().native()))
            files.push_back(at->path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

} // namespace

SoundFolder::SoundFolder(const Path& folder, const std::vector<std::string>& below) : m_folder(folder)
{
    std::error_code error;
    std::vector<Path> files = soundsIn(folder.empty() ? Path(".") : folder, error);
    if (error)
        throw Error(error == std::errc::permission_denied ? ErrorKind::Permission : ErrorKind::NotFound,
                    fmt::format("The folder of sounds {} cannot be read: {}; name the right one with --audio",
                                displayText(folder), error.message()));
    for (const std::string& name : below) {
        const std::vector<Path> more = name.empty() ? std::vector<Path>() : soundsIn(folder / name, error);
        files.insert(files.end(), more.begin(), more.end());
    }
    for (const Path& file : files)
        m_files.emplace(file.stem().native(), file);
}

Path SoundFolder::find(const std::string& stem) const
{
    const auto found = m_files.find(stem);
    return found == m_files.end() ? Path() : found->second;
}

} // namespace prolap::train
