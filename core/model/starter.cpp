#include "core/model/starter.h"

#include <cstdlib>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "core/error.h"

namespace prolap::model {

Path starterPack()
{
    namespace fs = std::filesystem;
    std::error_code code;
    const auto isPack = [&](const Path& folder) { return fs::exists(folder / "config.json", code); };
    if (const char* named = std::getenv("PROLAP_STARTER"); named && *named) {
        if (!isPack(named))
            throw Error(ErrorKind::NotFound,
                        fmt::format("PROLAP_STARTER names {}, where there is no model pack.", displayText(named)));
        return named;
    }
    std::vector<Path> places;
    const Path program = fs::read_symlink("/proc/self/exe", code);
    if (!program.empty()) {
        const Path prefix = program.parent_path().parent_path();
        places.push_back(prefix / "models/starter");
        places.push_back(prefix / "share/prolap-explorer/models/starter");
    }
    places.push_back(userDataDir() / "models/starter");
    std::string looked;
    for (const Path& place : places) {
        if (isPack(place))
            return place;
        looked += fmt::format("{}{}", looked.empty() ? "" : ", ", displayText(place));
    }
    throw Error(ErrorKind::NotFound,
                fmt::format("The starter pack was not found (looked in {}): bash packaging/run.sh makes it, or name a "
                            "pack by --model or PROLAP_STARTER.",
                            looked));
}

} // namespace prolap::model
