#pragma once

#include <optional>
#include <string>
#include <vector>

#include <QSize>

#include "core/paths.h"

namespace prolap::app {

/// The command line of prolap-explorer.
struct ExplorerOptions {
    std::string library; ///< empty: the last one, else the default
    std::string model;   ///< empty: the last one, else the starter
    std::string device;  ///< empty: as set in the window
    std::string precision;
    std::string screenshot;  ///< where to save a picture of the window; empty: open it
    std::string screenshots; ///< a folder for pictures of every page
    std::string query;
    std::vector<std::string> traverse; ///< a sound file or a caption to set out from, and one beside it
    std::string compareModel;          ///< whose path from the same start stands beside the first
    std::string page;                  ///< in front at the start; empty: the last one
    std::string run;                   ///< fine-tuning run in front; empty: none
    std::string runPart;               ///< of the run: a word of RunView::showPart()
    std::string view;                  ///< of the clips; empty: the last one
    std::string scheme;
    QSize size;
    std::vector<std::string> folders; ///< to be added to the library
};

/// None when the program is to end at once, with exitCode; what had to be said has been said.
std::optional<ExplorerOptions> parseExplorerOptions(int argc, char** argv, int& exitCode);

} // namespace prolap::app
