#pragma once

#include <optional>
#include <string>
#include <vector>

#include <QTemporaryDir>

#include "core/error.h"
#include "db/catalogue.h"
#include "db/clip_table.h"
#include "db/root_table.h"
#include "db/vector_table.h"

namespace prolap::test {

/// A folder of its own for the files of one test, open to other users as well.
class Folder {
public:
    Folder();
    Path path() const { return Path(m_dir.path().toStdString()); }
    Path operator/(const char* name) const { return path() / name; }

private:
    QTemporaryDir m_dir;
};

/// The bytes of a file; empty when it is not there.
std::string bytesOf(const Path& file);

/// A Gaussian made from a number, of length dim.
struct SampleGaussian {
    std::vector<float> mean, logVar;
    float uncertainty;

    explicit SampleGaussian(int seed, std::size_t dim = 8, bool probabilistic = true);
    db::GaussianIn in() const;
};

/// Lists and listens to a clip with `windows` windows in the set.
ClipId addListened(db::Catalogue& catalogue, RootId root, const Path& path, EmbeddingSetId set, int windows,
                   int seed = 1);

db::ClipFacts wavFacts(double seconds);

/// What Error an action throws; none when it throws none.
template <typename Action> std::optional<Error> errorOf(Action action)
{
    try {
        action();
    } catch (const Error& error) {
        return error;
    }
    return std::nullopt;
}

} // namespace prolap::test
