#include "core/model/starter.h"

#include <cstdlib>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "core/error.h"

namespace prolap::model {

namespace fs = std::filesystem;

namespace {

bool isPack(const Path& folder)
{
    std::error_code code;
    return fs::exists(folder / "config.json", code);
}

/// Where packs of the program's own lie; none where the program cannot tell where it is.
std::vector<Path> besideProgram(const char* name)
{
    std::error_code code;
    const Path program = fs::read_symlink("/proc/self/exe", code);
    if (program.empty())
        return {};
    const Path prefix = program.parent_path().parent_path();
    return {prefix / "models" / name, prefix / "share/prolap-explorer/models" / name};
}

std::vector<Path> starterPlaces()
{
    std::vector<Path> places = besideProgram("starter");
    places.push_back(userDataDir() / "models/starter");
    return places;
}

/// Empty where there is none.
Path firstPack(const std::vector<Path>& places)
{
    for (const Path& place : places)
        if (isPack(place))
            return place;
    return {};
}

/// Empty where none is named. Errors: as starterPack().
Path packOfEnvironment()
{
    const char* named = std::getenv("PROLAP_STARTER");
    if (!named || !*named)
        return {};
    if (!isPack(named))
        throw Error(ErrorKind::NotFound,
                    fmt::format("PROLAP_STARTER names {}, where there is no model pack.", displayText(Path(named))));
    return named;
}

} // namespace

Path starterSmallPack()
{
    return firstPack(besideProgram("starter-small"));
}

bool starterIsSmall()
{
    return packOfEnvironment().empty() && firstPack(starterPlaces()).empty() && !starterSmallPack().empty();
}

Path starterPack()
{
    for (const Path& pack : {packOfEnvironment(), firstPack(starterPlaces()), starterSmallPack()})
        if (!pack.empty())
            return pack;
    std::string looked;
    for (const Path& place : starterPlaces())
        looked += fmt::format("{}{}", looked.empty() ? "" : ", ", displayText(place));
    throw Error(ErrorKind::NotFound,
                fmt::format("The starter pack was not found (looked in {}): bash packaging/run.sh makes it, or name a "
                            "pack by --model or PROLAP_STARTER.",
                            looked));
}

} // namespace prolap::model
