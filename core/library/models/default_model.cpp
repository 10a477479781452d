#include "core/library/models/default_model.h"

#include <fstream>
#include <iterator>
#include <system_error>

#include <fmt/format.h>

#include "core/atomic_file.h"
#include "core/error.h"
#include "db/catalogue.h"

namespace prolap::library {

namespace fs = std::filesystem;

namespace {

Path placeOf(const Path& catalogue)
{
    db::OpenOptions reading;
    reading.mode = db::OpenMode::Read;
    return userDataDir() / "library-models" / db::Catalogue(catalogue, reading).uuid();
}

} // namespace

std::optional<Path> defaultModel(const Path& catalogue)
{
    std::error_code code;
    if (!fs::is_regular_file(catalogue, code))
        return std::nullopt;
    try {
        std::ifstream in(placeOf(catalogue), std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(in), {}};
        return bytes.empty() ? std::nullopt : std::optional(Path(bytes));
    } catch (const Error&) { // who opens the library itself says what is wrong with it
        return std::nullopt;
    }
}

void setDefaultModel(const Path& catalogue, const std::optional<Path>& model)
{
    const Path place = placeOf(catalogue);
    std::error_code code;
    if (!model) {
        fs::remove(place, code);
        if (code)
            throw Error(ErrorKind::Permission,
                        fmt::format("{} cannot be deleted: {}.", displayText(place), code.message()));
        return;
    }
    fs::create_directories(place.parent_path(), code);
    AtomicFile out(place);
    out.write(fs::absolute(*model).lexically_normal().native());
    out.commit();
}

} // namespace prolap::library
