#include "core/audio/media_extensions.h"

#include <algorithm>
#include <array>
#include <string>

namespace prolap::audio {

namespace {

constexpr std::array<std::string_view, 77> kExtensions = {
    "3g2", "3gp", "aa",  "aac",  "aax", "ac3", "adts", "aif",  "aifc", "aiff", "alac", "amr", "ape",
    "asf", "au",  "avi", "awb",  "bwf", "caf", "divx", "dsf",  "dts",  "eac3", "f4a",  "f4v", "flac",
    "flv", "gsm", "m2t", "m2ts", "m4a", "m4b", "m4r",  "m4v",  "mka",  "mkv",  "mlp",  "mov", "mp+",
    "mp1", "mp2", "mp3", "mp4",  "mpa", "mpc", "mpeg", "mpg",  "mpp",  "mts",  "mxf",  "oga", "ogg",
    "ogv", "ogx", "oma", "opus", "paf", "ra",  "rf64", "rm",   "sf",   "shn",  "snd",  "sph", "spx",
    "tak", "ts",  "tta", "vob",  "voc", "w64", "wav",  "wave", "webm", "wma",  "wmv",  "wv"};

} // namespace

bool hasMediaExtension(std::string_view fileName)
{
    const std::size_t dot = fileName.rfind('.');
    if (dot == std::string_view::npos)
        return false;
    std::string extension(fileName.substr(dot + 1));
    for (char& letter : extension)
        if (letter >= 'A' && letter <= 'Z')
            letter = static_cast<char>(letter - 'A' + 'a');
    return std::find(kExtensions.begin(), kExtensions.end(), extension) != kExtensions.end();
}

} // namespace prolap::audio
