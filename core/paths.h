#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace prolap {

/// Paths are bytes, as the file system has them; they may hold newlines and invalid UTF-8.
using Path = std::filesystem::path;

/// The path as valid UTF-8 text to show or to write as JSON: invalid bytes become U+FFFD. Not reversible.
std::string displayText(const Path& path);

/// Valid UTF-8 with invalid bytes as U+FFFD.
std::string validUtf8(std::string_view bytes);

/// Where a user's data of this program lies: $XDG_DATA_HOME/prolap-explorer, else ~/.local/share/prolap-explorer.
Path userDataDir();

/// The catalogue that both programs use unless told otherwise: library.db in userDataDir().
Path defaultLibrary();

/// Where what can be made again lies (matrix files): $XDG_CACHE_HOME/prolap-explorer, else ~/.cache/prolap-explorer.
Path userCacheDir();

} // namespace prolap
