#include "core/library/components.h"

#include "core/audio/ffmpeg_version.h"
#include "db/sqlite_version.h"

namespace prolap::library {

std::vector<Component> components()
{
    return {
        {"CLI11", "", "BSD-3-Clause", "command line"},
        {"FFmpeg (libavcodec, libavformat, libswresample)", audio::ffmpegVersion(), "LGPL-2.1-or-later",
         "reading sound files"},
        {"{fmt} and spdlog", "", "MIT", "sentences and log"},
        {"ICU", "", "Unicode-3.0", "characters of every script"},
        {"libarchive", "", "BSD-2-Clause", "ZIP archives"},
        {"libcurl", "", "curl", "fetching models"},
        {"libebur128", "", "MIT", "loudness"},
        {"Rubber Band Library", "", "GPL-2.0-or-later", "pitch without length"},
        {"nlohmann/json", "", "MIT", "JSON"},
        {"PyTorch (LibTorch)", "", "BSD-3-Clause", "the model"},
        {"SQLite", db::sqliteVersion(), "blessing", "the library's catalogue"},
        {"SQLiteCpp", "", "MIT", "C++ interface of SQLite"},
    };
}

} // namespace prolap::library
