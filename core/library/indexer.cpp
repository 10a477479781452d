#include "core/library/indexer.h"

#include <system_error>

#include "core/library/index_run.h"

namespace prolap::library {

IndexReport indexFolders(const Path& catalogue, const model::Embedder& embedder, const IndexOptions& options,
                         RunControl& control, const IndexCallbacks& callbacks)
{
    // The run's lock lies beside the catalogue; if the folder cannot be made, taking the lock says so.
    std::error_code ignored;
    std::filesystem::create_directories(catalogue.parent_path(), ignored);
    return IndexRun(catalogue, embedder, options, control, callbacks).run();
}

} // namespace prolap::library
